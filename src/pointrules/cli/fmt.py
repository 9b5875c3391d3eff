"""`pointrules fmt`: rulesets in canonical form."""

from pathlib import Path

import click

from pointrules.api.fixes import write_as_utf_8
from pointrules.api.rulesets import CheckedRulesets, format_file, village_files
from pointrules.cli.commands import COMMANDS
from pointrules.cli.difference import difference
from pointrules.cli.failure import ExitCode, tell_error, tell_system_error
from pointrules.cli.options import one_of, paths_argument, templates_option
from pointrules.cli.problems import ending as ending_of
from pointrules.cli.problems import show_problems
from pointrules.cli.spoken import Command, Option
from pointrules.cli.words import Words
from pointrules.source.errors import PointRulesError
from pointrules.source.language import Language

_DONE = Words("已整理：{path}", "formatted: {path}")
_RECODED = Words("已整理：{path}（编码已改为 UTF-8）", "formatted: {path} (now stored as UTF-8)")
_WOULD_CHANGE = Words("要整理：{path}", "would be formatted: {path}")
_WOULD_RECODE = Words(
    "要整理：{path}（编码不是 UTF-8）", "would be formatted: {path} (not stored as UTF-8)"
)
_UNCHANGED = Words("{count} 个文件不用整理", "already in canonical form: {count}")


@click.command(
    cls=Command,
    words=COMMANDS["fmt"].then(
        Words(
            "有错误的文件不改写。文件以 UTF-8 编码保存。",
            "Words, numbers, comments and blank lines stay. A file with mistakes is left as it is. "
            "Files are stored as UTF-8.",
        )
    ),
)
@paths_argument
@templates_option
@click.option(
    "--check",
    "only_check",
    cls=Option,
    is_flag=True,
    words=Words("只说哪些要整理，不改写", "only say what would be formatted"),
)
@click.option(
    "--diff",
    cls=Option,
    is_flag=True,
    words=Words("显示会怎样改，不改写", "only show what would change"),
)
@click.option(
    "--lang",
    "keywords",
    cls=Option,
    callback=one_of(*Language),
    placeholder=Words("zh|en", "zh|en"),
    words=Words(
        "把关键词写成中文或英文，不写则保持原样；"
        "提示用哪种语言，写在 fmt 之前：pointrules --lang en fmt",
        "language to write keywords in, unless they are to stay; "
        "for that of the messages: pointrules --lang en fmt",
    ),
)
@click.pass_obj
def fmt(  # noqa: PLR0913 - one for each option
    language: Language,
    paths: tuple[Path, ...],
    *,
    templates: tuple[Path, ...],
    keywords: str | None,
    only_check: bool,
    diff: bool,
) -> ExitCode:
    """One bad file does not keep the others from being formatted."""
    written_in = Language(keywords) if keywords is not None else None
    ending = ExitCode.FINE
    unchanged = 0
    for given in paths:
        try:
            for path in village_files([given]).rulesets:
                ended = _format(
                    path, written_in, language, templates, only_check=only_check, diff=diff
                )
                unchanged += ended is None
                ending = max(ending, ended or ExitCode.FINE)
        except PointRulesError as error:
            tell_error(error, language)
            ending = ExitCode.WRONG_USE
        except BrokenPipeError:
            raise
        except OSError as error:
            tell_system_error(error, language)
            ending = ExitCode.WRONG_USE
    if unchanged and not diff:
        click.echo(_UNCHANGED.into(language, count=unchanged))
    return ending


def _format(  # noqa: PLR0913 - one for each option
    path: Path,
    written_in: Language | None,
    language: Language,
    templates: tuple[Path, ...],
    *,
    only_check: bool,
    diff: bool,
) -> ExitCode | None:
    """Write one file anew, or say what would change; None where nothing is to be done."""
    source, formatted = format_file(path, written_in, templates)
    text = formatted.text
    if text is None:
        unread = CheckedRulesets((), formatted.diagnostics, {source.name: source})
        show_problems([unread], language, err=True)
        return ending_of([unread])
    is_utf_8 = _is_utf_8(path)
    if text == source.text and is_utf_8:
        return None
    if diff:
        click.echo(difference(str(path), source.text, text), nl=False)
    if only_check or (diff and not is_utf_8):
        click.echo((_WOULD_CHANGE if is_utf_8 else _WOULD_RECODE).into(language, path=path))
    if diff or only_check:
        return ExitCode.PROBLEMS
    write_as_utf_8(path, text)
    click.echo((_DONE if is_utf_8 else _RECODED).into(language, path=path))
    return ExitCode.FINE


def _is_utf_8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
