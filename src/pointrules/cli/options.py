"""Options and arguments that several commands share."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from pointrules.cli.spoken import Argument, Option
from pointrules.cli.words import Words, language_of
from pointrules.cli.wrong_use import WrongUse
from pointrules.source.edit_distance import nearest_name
from pointrules.source.errors import quotable
from pointrules.source.language import Language

F = TypeVar("F", bound=Callable[..., Any])

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NO_DAY = Words(
    "{option} 后面的“{value}”不是日历上的一天", "“{value}” after {option} is no day of the calendar"
)
_WRITE_A_DAY = Words("写成 2023-12-31 这样", "write it like 2023-12-31")
_NO_CHOICE = Words("{option} 后面不能写“{value}”", "“{value}” cannot stand after {option}")
_CHOICES = Words("可以写：{choices}", "it can be: {choices}")
_NEAREST = Words("是不是想写“{nearest}”？", "did you mean “{nearest}”?")
_EMPTY_NAME = Words("有一个文件名是空的", "the name of a file is empty")
_FILE = Words("文件", "FILE")
_DATE = Words("日期", "DATE")

SUBJECT = Words("户", "HOUSEHOLD")
"""What stands for the name of a household or person."""


def day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """The day that was written as 2023-12-31."""
    if value is None:
        return None
    written = _DAY.fullmatch(value.strip())
    try:
        if written is not None:
            year, month, day_of_month = map(int, written.groups())
            return date(year, month, day_of_month)
    except ValueError:
        pass
    language = language_of(context)
    message = _NO_DAY.into(language, option=option.opts[0], value=quotable(value))
    raise WrongUse(message, _WRITE_A_DAY.into(language))


def one_of(
    *choices: str,
) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """The choice that was written, large or small letters alike."""

    def choose(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
        if value is None or value.lower() in choices:
            return value.lower() if value is not None else None
        language = language_of(context)
        message = _NO_CHOICE.into(language, option=option.opts[0], value=quotable(value))
        nearest = nearest_name(value.lower(), choices)
        if nearest is not None:
            raise WrongUse(message, _NEAREST.into(language, nearest=nearest))
        raise WrongUse(message, _CHOICES.into(language, choices=" ".join(choices)))

    return choose


def path_of(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """The path that was written."""
    return _paths(context, parameter, (value,))[0] if value is not None else None


def _paths(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> tuple[Path, ...]:
    """The paths; an empty one is a variable that a script forgot to set, and not this folder."""
    if not all(values):
        raise WrongUse(_EMPTY_NAME.into(language_of(context)))
    return tuple(map(Path, values))


def complete_path(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a shell may complete a path to."""
    return click.Path().shell_complete(context, parameter, incomplete)


def choice_option(
    name: str, target: str, choices: tuple[str, ...], words: Words
) -> Callable[[F], F]:
    """An option that is one of a few words; the first of them is the default."""
    return click.option(
        name,
        target,
        cls=Option,
        default=choices[0],
        callback=one_of(*choices),
        placeholder=Words("|".join(choices), "|".join(choices)),
        words=words,
    )


def language_option(command: F) -> F:
    """`--lang zh|en`; `main` has looked for it already, here it is only checked."""
    return click.option(
        "--lang",
        cls=Option,
        expose_value=False,
        callback=one_of(*Language),
        placeholder=Words("zh|en", "zh|en"),
        words=Words(
            "用哪种语言说话：zh 中文（默认），en 英文；也可设环境变量 POINTRULES_LANG",
            "language of the output: zh Chinese (the default), en English; or set POINTRULES_LANG",
        ),
    )(command)


def form_option(command: F) -> F:
    """`--format text|json`."""
    words = Words(
        "输出形式：text 给人看（默认），json 给程序读",
        "form of the output: text for people (the default), json for programs",
    )
    return choice_option("--format", "form", ("text", "json"), words)(command)


def templates_option(command: F) -> F:
    """`--templates DIR`, which may be said again."""
    return click.option(
        "--templates",
        cls=Option,
        multiple=True,
        callback=_paths,
        shell_complete=complete_path,
        placeholder=Words("文件夹", "FOLDER"),
        words=Words(
            "还到哪个文件夹里找沿用的模板；细则旁边和那里的“模板”“templates”文件夹总会找",
            "look here too for templates that are used; beside a ruleset, and in folders 模板 and "
            "templates there, they are always looked for",
        ),
    )(command)


def paths_argument(command: F) -> F:
    """Files or folders; whether they can be read is said in better words later."""
    return click.argument(
        "paths",
        cls=Argument,
        nargs=-1,
        required=True,
        callback=_paths,
        shell_complete=complete_path,
        placeholder=Words("文件或文件夹…", "FILE_OR_FOLDER…"),
        words=Words(
            "细则的文件；或一个村的文件夹，细则以 .points 结尾，记录表叫 records.csv，"
            "户情表叫 facts.csv",
            "a ruleset's file, or a village's folder: rulesets end in .points, "
            "the tables are records.csv and facts.csv",
        ),
    )(command)


def ruleset_argument(command: F) -> F:
    """One ruleset's file."""
    return click.argument(
        "ruleset",
        cls=Argument,
        required=True,
        callback=path_of,
        shell_complete=complete_path,
        placeholder=Words("文件", "FILE"),
        words=Words("一份细则的文件", "the file of one ruleset"),
    )(command)


def village_options(command: F) -> F:
    """What evaluate and explain need to know of a village."""
    for option in (
        click.option(
            "--facts",
            cls=Option,
            callback=path_of,
            shell_complete=complete_path,
            placeholder=_FILE,
            words=Words(
                "户情表（.csv .tsv .jsonl），不写就用文件夹里的",
                "table of facts (.csv .tsv .jsonl), unless the folder holds it",
            ),
        ),
        click.option(
            "--records",
            cls=Option,
            callback=path_of,
            shell_complete=complete_path,
            placeholder=_FILE,
            words=Words(
                "记录表（.csv .tsv .jsonl），不写就用文件夹里的",
                "table of records (.csv .tsv .jsonl), unless the folder holds it",
            ),
        ),
        click.option(
            "--known-at",
            cls=Option,
            callback=day,
            placeholder=_DATE,
            words=Words(
                "只看这一天及以前登记的行", "leave out lines that were entered after this day"
            ),
        ),
        click.option(
            "--as-of",
            cls=Option,
            callback=day,
            required=True,
            placeholder=_DATE,
            words=Words("算到哪一天（含当天），如 2023-12-31", "last day that counts: 2023-12-31"),
        ),
    ):
        command = option(command)
    return command
