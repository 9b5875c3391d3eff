"""Commands, options and arguments whose help is written in the language asked for."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from pointrules.cli.layout import paragraph, two_columns
from pointrules.cli.words import Words, language_of
from pointrules.cli.wrong_use import WrongUse
from pointrules.source.edit_distance import nearest_name
from pointrules.source.errors import quotable
from pointrules.source.language import Language

_USAGE = Words("用法：", "Usage: ")
_OPTIONS = Words("[选项]", "[OPTIONS]")
_COMMAND = Words("命令 …", "COMMAND …")
_ARGUMENTS_HEADING = Words("参数：", "Arguments:")
_OPTIONS_HEADING = Words("选项：", "Options:")
_COMMANDS_HEADING = Words("命令：", "Commands:")
_SHOW_HELP = Words("显示这一页", "show this page")
_NO_SUCH_COMMAND = Words("没有“{name}”这个命令", "there is no command “{name}”")
_NEAREST = Words("是不是想写“{nearest}”？", "did you mean “{nearest}”?")
_COMMANDS = Words("命令有：{commands}", "the commands are: {commands}")


class Option(click.Option):
    """An option with its help, and what stands for its value there, in both languages."""

    def __init__(
        self,
        declarations: Sequence[str],
        *,
        words: Words,
        placeholder: Words | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(declarations, help=words.zh, **attributes)
        self.words = words
        self.placeholder = placeholder

    def written(self, language: Language) -> str:
        """As usage and help write it: `--as-of 日期`."""
        names = ", ".join(self.opts)
        return f"{names} {self.placeholder.into(language)}" if self.placeholder else names


class Argument(click.Argument):
    """An argument that is explained in both languages."""

    def __init__(
        self,
        declarations: Sequence[str],
        *,
        words: Words,
        placeholder: Words,
        **attributes: Any,
    ) -> None:
        super().__init__(declarations, **attributes)
        self.words = words
        self.placeholder = placeholder

    def written(self, language: Language) -> str:
        """As usage writes it."""
        text = self.placeholder.into(language)
        return text if self.required else f"[{text}]"


def _print_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


HELP_OPTION = Option(
    ["-h", "--help"],
    words=_SHOW_HELP,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_help,
)


class Command(click.Command):
    """A command that is explained in both languages.

    `notes` are headings with rows of two columns, shown below the options.
    """

    def __init__(
        self,
        name: str | None = None,
        *,
        words: Words,
        notes: Sequence[tuple[Words, Sequence[tuple[str, Words]]]] = (),
        **attributes: Any,
    ) -> None:
        super().__init__(name, **{**attributes, "help": words.zh})
        self.words = words
        self.notes = notes

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002
        """One option for all commands."""
        return HELP_OPTION

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A mistake that the parser finds is a mistake in the use of this command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line: what must be given, then that there is more."""
        formatter.write(f"{self._usage(ctx)}\n")

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole page."""
        language = language_of(ctx)
        lines = [self._usage(ctx)]
        for text in self.words.into(language).split("\n"):
            lines += ["", *paragraph(text)]
        parameters = self.get_params(ctx)
        arguments = [item for item in parameters if isinstance(item, Argument)]
        options = [item for item in parameters if isinstance(item, Option)]
        sections: list[tuple[Words, Sequence[tuple[str, Words]]]] = [
            (_ARGUMENTS_HEADING, [(item.written(language), item.words) for item in arguments]),
            (_COMMANDS_HEADING, self._command_rows()),
            (_OPTIONS_HEADING, [(item.written(language), item.words) for item in options]),
            *self.notes,
        ]
        for heading, rows in sections:
            if rows:
                lines += ["", heading.into(language)]
                lines += two_columns([(left, right.into(language)) for left, right in rows])
        formatter.write("\n".join(lines) + "\n")

    def _usage(self, context: click.Context) -> str:
        language = language_of(context)
        parameters = self.get_params(context)
        pieces = [item.written(language) for item in parameters if isinstance(item, Argument)]
        pieces += [
            item.written(language)
            for item in parameters
            if isinstance(item, Option) and item.required
        ]
        pieces.append(_OPTIONS.into(language))
        if isinstance(self, click.Group):
            pieces.append(_COMMAND.into(language))
        return f"{_USAGE.into(language)}{context.command_path} {' '.join(pieces)}"

    def _command_rows(self) -> list[tuple[str, Words]]:
        return []


class PipeClosedError(Exception):
    """Whoever read the output has gone."""


class Group(Command, click.Group):
    """Commands that are loaded when they are called: checking need not load the engine.

    `summaries` names them, each with its one line; `package` holds a module for each.
    """

    def __init__(
        self, *args: Any, package: str, summaries: Mapping[str, Words], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The order is the one in which a village meets them, not that of the alphabet."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, loaded."""
        if cmd_name not in self.summaries:
            return None
        command = getattr(import_module(f"{self.package}.{cmd_name}"), cmd_name)
        assert isinstance(command, Command), f"{cmd_name} is a command"
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name; another name is wrong use, with the nearest one."""
        if not ctx.resilient_parsing and args[0] not in self.summaries:
            language = language_of(ctx)
            message = _NO_SUCH_COMMAND.into(language, name=quotable(args[0]))
            nearest = nearest_name(args[0], self.summaries)
            if nearest is not None:
                raise WrongUse(message, _NEAREST.into(language, nearest=nearest))
            commands = ("、" if language is Language.ZH else ", ").join(self.summaries)
            raise WrongUse(message, _COMMANDS.into(language, commands=commands))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Click would end with 1 here, which is to mean mistakes in a ruleset.
            raise PipeClosedError from error

    def _command_rows(self) -> list[tuple[str, Words]]:
        return list(self.summaries.items())
