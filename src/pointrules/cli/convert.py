"""`pointrules convert`: a ruleset in another notation."""

from pathlib import Path

import click

from pointrules.api.convert import Target, convert_file
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import language_option, one_of, ruleset_argument, templates_option
from pointrules.cli.output import output_options, put
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.spoken import Command, Option
from pointrules.cli.words import Words
from pointrules.source.language import Language


@click.command(
    cls=Command,
    words=COMMANDS["convert"].then(
        Words(
            "有错误的细则不转换，错误照 check 的样子列出，以 1 结束。"
            "转换后再读一遍，意思和原来一样才写出；备注跟着走。"
            "json 供程序读，见文档 ruleset_json。",
            "A ruleset with errors is not converted: they are told as by check, and it ends "
            "with 1. What is written has been read again and says the same; comments go with it. "
            "json is for programs: see the page ruleset_json of the documentation.",
        )
    ),
)
@ruleset_argument
@click.option(
    "--to",
    cls=Option,
    required=True,
    callback=one_of(*Target),
    placeholder=Words("|".join(Target), "|".join(Target)),
    words=Words(
        "转换成什么：points 细则语言，yaml 同样的内容作数据，json 检查过的全部内容，供程序读",
        "what to convert to: points is the language, yaml the same as data, "
        "json all that was checked, for programs",
    ),
)
@click.option(
    "--keywords",
    cls=Option,
    callback=one_of(*Language),
    placeholder=Words("zh|en", "zh|en"),
    words=Words(
        "points 和 yaml 的关键词写成中文或英文，不写则保持原样",
        "language of keywords in points and yaml, unless they are to stay",
    ),
)
@output_options
@templates_option
@language_option
@click.pass_obj
def convert(  # noqa: PLR0913 - one for each option
    language: Language,
    ruleset: Path,
    *,
    to: str,
    keywords: str | None,
    output: Path | None,
    force: bool,
    templates: tuple[Path, ...],
) -> ExitCode:
    """The file itself and its template are never written over."""
    converted = convert_file(
        ruleset, Target(to), templates, None if keywords is None else Language(keywords)
    )
    checked = converted.checked
    if converted.text is None:
        show_problems([checked], language, err=True)
        return ending([checked])
    inputs = [ruleset, *map(Path, checked.sources)]
    put(converted.text, output, language, force=force, inputs=inputs)
    return ExitCode.FINE
