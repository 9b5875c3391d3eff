"""How a command ends: what exit codes mean, and how it is told that something cannot be done."""

import os
import sys
import traceback
from enum import IntEnum

import click

from pointrules.cli.words import Words
from pointrules.source.errors import PointRulesError, quotable
from pointrules.source.language import Language

DEBUG_VARIABLE = "POINTRULES_DEBUG"
"""Where it is set to something, a mistake of our own also shows where it happened."""

_ERROR = Words("错误：{message}", "error: {message}")
_HELP = Words("  = 帮助：{advice}", "  = help: {advice}")
_CANNOT_OPEN = Words("打不开“{file}”", "cannot open “{file}”")
_CANNOT_WRITE = Words("结果写不出来", "the result cannot be written")
_CHECK_PERMISSION = Words(
    "检查名字和读写权限，是否被别的程序占用，磁盘是否已满",
    "check the name and permissions, whether it is in use, and whether the disk is full",
)
_OUR_MISTAKE = Words(
    "程序自己出了错（{kind}），不是细则或表格的问题",
    "a mistake of pointrules itself ({kind}), not of your files",
)
_REPORT = Words(
    "请把命令、版本（pointrules --version）和文件交给维护者；设 {variable}=1 可看到细节",
    "send the command, pointrules --version and the files to the maintainers; "
    "{variable}=1 shows the details",
)


class ExitCode(IntEnum):
    """A promise to scripts; the command line's help says what each means."""

    FINE = 0
    PROBLEMS = 1
    WRONG_USE = 2
    OUR_MISTAKE = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141


def tell(message: str, advice: str, language: Language) -> None:
    """Say on standard error what cannot be done, and what to do about it."""
    click.echo(_ERROR.into(language, message=message), err=True)
    if advice:
        click.echo(_HELP.into(language, advice=advice), err=True)


def tell_error(error: PointRulesError, language: Language) -> None:
    """Say what cannot be worked with."""
    tell(error.describe(language), error.advice(language), language)


def tell_system_error(error: OSError, language: Language) -> None:
    """Say which file the system refuses."""
    message = _CANNOT_WRITE.into(language)
    if error.filename is not None:
        message = _CANNOT_OPEN.into(language, file=quotable(os.fsdecode(error.filename)))
    tell(message, _CHECK_PERMISSION.into(language), language)


def tell_our_mistake(error: Exception, language: Language) -> None:
    """Own up, in one line, to what no user can have caused."""
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error, file=sys.stderr)
    kind = type(error).__name__
    advice = _REPORT.into(language, variable=DEBUG_VARIABLE)
    tell(_OUR_MISTAKE.into(language, kind=kind), advice, language)
