"""The command line: one group, one file for each command."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

import click

from pointrules.api.program_version import program_version
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import (
    ExitCode,
    tell,
    tell_error,
    tell_our_mistake,
    tell_system_error,
)
from pointrules.cli.options import language_option
from pointrules.cli.spoken import Group, Option, PipeClosedError
from pointrules.cli.words import Words, language_of
from pointrules.cli.wrong_use import WrongUse, told
from pointrules.source.errors import PointRulesError, quotable
from pointrules.source.language import Language

NAME = "pointrules"
LANGUAGE_VARIABLE = "POINTRULES_LANG"

_UNKNOWN_LANGUAGE = Words(
    "环境变量 {variable} 里的“{value}”不是可用的语言",
    "“{value}” in {variable} is no language that is spoken here",
)
_LANGUAGES = Words("可以写：zh en", "it can be: zh en")
_NOT_INSTALLED = Words("（未安装，直接从源码运行）", "(not installed, run from its source)")
_INTERRUPTED = Words("已中断", "interrupted")

EXIT_CODES = (
    (
        "0",
        Words("没有问题，或只有警告", "nothing wrong, or only warnings"),
    ),
    (
        "1",
        Words(
            "细则有错误（check --fail-level warning 时也包括警告），或例没有通过；"
            "fmt --check 或 --diff 时有要改的；evaluate --strict 时有退回的行",
            "an error in a ruleset (with check --fail-level warning also a warning) or a failing "
            "example; with fmt --check or --diff something to change; with evaluate --strict a "
            "refused line",
        ),
    ),
    (
        "2",
        Words(
            "用法不对，或者有文件读不了、写不了（也包括太大、括号套得太深）",
            "wrong use, or a file that cannot be read or written (too large, too deeply nested)",
        ),
    ),
    ("70", Words("程序自己出了错，请报告", "a mistake of the program itself: please report it")),
    (
        "130 141",
        Words("被中断；输出的去处已关闭", "interrupted; whoever read the output has gone"),
    ),
)
"""A contract: scripts may rely on it."""


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted and not context.resilient_parsing:
        shown = program_version() or _NOT_INSTALLED.into(language_of(context))
        click.echo(f"{NAME} {shown}")
        context.exit()


@click.group(
    cls=Group,
    package=__package__,
    summaries=COMMANDS,
    invoke_without_command=True,
    words=Words(
        "村民积分规则引擎：检查细则、计分、说明每一分的来历。\n"
        "各命令的用法见 pointrules 命令 --help，例如 pointrules evaluate --help。",
        "Rules engine for village points: check rulesets, score records, explain every point.\n"
        "For a command's own help: pointrules evaluate --help.",
    ),
    notes=((Words("结束代码：", "Exit codes:"), EXIT_CODES),),
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    words=Words("显示版本", "show the version"),
)
@language_option
@click.pass_context
def command_line(context: click.Context) -> ExitCode:
    """Without a command there is nothing to do but say what there is."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return ExitCode.WRONG_USE
    return ExitCode.FINE


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say, those of the process by default; the exit code comes back."""
    for stream in _streams():
        # A console with an old code page shows “?” for a rare character rather than fail.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    language = Language.ZH
    try:
        try:
            language = _language_asked(sys.argv[1:] if arguments is None else arguments, os.environ)
            ending = command_line.main(
                arguments, prog_name=NAME, standalone_mode=False, obj=language
            )
        except click.UsageError as error:
            tell(*told(error), language)
            ending = ExitCode.WRONG_USE
        except PointRulesError as error:
            tell_error(error, language)
            ending = ExitCode.WRONG_USE
        except click.Abort:
            click.echo(_INTERRUPTED.into(language), err=True)
            ending = ExitCode.INTERRUPTED
        # Here and not when Python ends: a pipe that was closed must not end in a traceback.
        for stream in _streams():
            stream.flush()
    except (BrokenPipeError, PipeClosedError):
        _forget_output()
        ending = ExitCode.PIPE_CLOSED
    except OSError as error:
        with suppress(OSError):
            tell_system_error(error, language)
        _forget_output()
        ending = ExitCode.WRONG_USE
    except Exception as error:  # noqa: BLE001 - a traceback helps no village secretary
        with suppress(OSError):
            tell_our_mistake(error, language)
        ending = ExitCode.OUR_MISTAKE
    return int(ending)


def _streams() -> list[TextIO]:
    """Those that the process has: a service may run without."""
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]


def _forget_output() -> None:
    """Let what can no longer be written go nowhere, or Python would try once more at its end."""
    for stream in _streams():
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _language_asked(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The last `--lang` that can be understood, or else what the environment says.

    It is looked for before anything else, because already the first message must be in it. After
    `fmt` the option says how to write keywords. Whether its value is right is click's to say.
    """
    asked: Language | None = None
    for position, argument in enumerate(arguments):
        if argument in {"--", "fmt"}:
            break
        name, is_joined, value = argument.partition("=")
        if name == "--lang":
            following = arguments[position + 1 : position + 2]
            word = value if is_joined else "".join(following)
            asked = _language(word) or asked
    if asked is not None:
        return asked
    word = environment.get(LANGUAGE_VARIABLE, "")
    language = _language(word) if word else Language.ZH
    if language is None:
        message = _UNKNOWN_LANGUAGE.into(
            Language.ZH, variable=LANGUAGE_VARIABLE, value=quotable(word)
        )
        raise WrongUse(message, _LANGUAGES.into(Language.ZH))
    return language


def _language(word: str) -> Language | None:
    return Language(word.lower()) if word.lower() in set(Language) else None
