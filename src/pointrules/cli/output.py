"""Where the result of a command goes: standard output, or a file that is written whole or not."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from pointrules.api.fixes import write_as_utf_8
from pointrules.cli.options import complete_path, path_of
from pointrules.cli.spoken import Option
from pointrules.cli.words import Words
from pointrules.cli.wrong_use import WrongUse
from pointrules.source.errors import quotable
from pointrules.source.language import Language

F = TypeVar("F", bound=Callable[..., Any])

STANDARD_OUTPUT = Path("-")

_IS_INPUT = Words("“{path}”是读入的文件，不能写到它上面", "“{path}” is what was read here")
_OTHER_NAME = Words("换一个名字", "choose another name")
_IS_THERE = Words("已经有“{path}”", "“{path}” exists already")
_FORCE = Words("换一个名字，或加 --force 覆盖", "choose another name, or overwrite it with --force")
_NO_FILE = Words("“{path}”不是文件，写不进去", "“{path}” is no file that could be written")
_NAME_A_FILE = Words(
    "写一个文件的名字；不写 --output 就输出到屏幕",
    "name a file; without --output the result goes to standard output",
)
_WRITTEN = Words("已写好：{path}", "written: {path}")


def output_options(command: F) -> F:
    """`-o OUT`, and `--force` to overwrite what is there."""
    for option in (
        click.option(
            "--force",
            cls=Option,
            is_flag=True,
            words=Words("结果的文件已经有了就覆盖", "overwrite the result's file if it exists"),
        ),
        click.option(
            "-o",
            "--output",
            cls=Option,
            callback=path_of,
            shell_complete=complete_path,
            placeholder=Words("文件", "FILE"),
            words=Words(
                "结果写到哪个文件，不写或写 - 就输出到屏幕",
                "file for the result; standard output without it, or with -",
            ),
        ),
    ):
        command = option(command)
    return command


def put(
    text: str,
    output: Path | None,
    language: Language,
    *,
    force: bool,
    inputs: Iterable[Path] = (),
) -> None:
    """Write the result where it was asked for; `inputs` are never written over.

    Raises:
        WrongUse: it cannot go there.
    """
    if output is None or output == STANDARD_OUTPUT:
        # A terminal shows what it can; whatever else reads it gets UTF-8 on every machine.
        is_shown = sys.stdout is not None and sys.stdout.isatty()
        click.echo(text if is_shown else text.encode(), nl=False)
        return
    path = quotable(str(output))
    if output.exists():
        if any(given.exists() and output.samefile(given) for given in inputs):
            raise WrongUse(_IS_INPUT.into(language, path=path), _OTHER_NAME.into(language))
        if not output.is_file():
            raise WrongUse(_NO_FILE.into(language, path=path), _NAME_A_FILE.into(language))
        if not force:
            raise WrongUse(_IS_THERE.into(language, path=path), _FORCE.into(language))
    write_as_utf_8(output, text)
    click.echo(_WRITTEN.into(language, path=output), err=True)
