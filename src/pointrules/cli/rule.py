"""`pointrules rule`: what a code means, with a wrong and a right example."""

import click

from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode, tell
from pointrules.cli.layout import two_columns
from pointrules.cli.options import language_option
from pointrules.cli.spoken import Argument, Command
from pointrules.cli.words import Words
from pointrules.diagnostics.catalogue import codes, page
from pointrules.diagnostics.suggestion import suggest
from pointrules.source.language import Language

_UNKNOWN = Words("没有“{code}”这个代码", "there is no code “{code}”")
_NEAR = Words("是不是想写“{near}”？", "did you mean “{near}”?")
_ALL = Words(
    "运行 pointrules rule，不带代码，可以看到全部代码",
    "pointrules rule without a code lists them all",
)


@click.command(
    cls=Command,
    words=COMMANDS["rule"].then(
        Words(
            "不写代码则列出全部代码。",
            "Without a code, list them all.",
        )
    ),
)
@click.argument(
    "wanted",
    cls=Argument,
    nargs=-1,
    placeholder=Words("代码…", "CODE…"),
    words=Words("方括号里的代码，如 unknown-name", "what stands in square brackets: unknown-name"),
)
@language_option
@click.pass_obj
def rule(language: Language, wanted: tuple[str, ...]) -> ExitCode:
    """An unknown code ends with 2 and the nearest known one."""
    if not wanted:
        click.echo("\n".join(two_columns([(code, _sentence(code, language)) for code in codes()])))
    ending = ExitCode.FINE
    for code in wanted:
        text = page(code.strip("[]"), language)
        if text is None:
            near = suggest(code, codes(), limit=1)
            advice = _NEAR.into(language, near=near[0]) if near else _ALL.into(language)
            tell(_UNKNOWN.into(language, code=code), advice, language)
            ending = ExitCode.WRONG_USE
        else:
            click.echo(text.rstrip("\n"))
    return ending


def _sentence(code: str, language: Language) -> str:
    """What check says with that code: of its page the third line, below the title."""
    return (page(code, language) or "").split("\n")[2]
