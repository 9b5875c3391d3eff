"""A command line that cannot be followed, told in the language asked for."""

import click

from pointrules.cli.words import Words, language_of
from pointrules.source.errors import quotable
from pointrules.source.language import Language

_SEE_HELP = Words("用法见 {command} --help", "see {command} --help")
_NO_SUCH_OPTION = Words("没有“{option}”这个选项", "there is no option “{option}”")
_NEAREST = Words("是不是想写“{nearest}”？", "did you mean “{nearest}”?")
_MISSING = Words("没有写“{what}”", "“{what}” is missing")
_WITHOUT_VALUE = Words("“{option}”后面没有写值", "“{option}” needs a value")
_WITH_VALUE = Words("“{option}”后面不写值", "“{option}” takes no value")


class WrongUse(click.UsageError):
    """Wrong use that is already in words, with what to do; without advice, where help is."""

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.advice = advice


def told(error: click.UsageError) -> tuple[str, str]:
    """What is wrong with the command line, and what to do, each in one line."""
    language = language_of(error.ctx)
    command = error.ctx.command_path if error.ctx is not None else "pointrules"
    see_help = _SEE_HELP.into(language, command=command)
    match error:
        case WrongUse():
            return error.message, error.advice if error.advice is not None else see_help
        case click.NoSuchOption():
            message = _NO_SUCH_OPTION.into(language, option=quotable(error.option_name))
            if error.possibilities:
                nearest = error.possibilities[0]
                return message, _NEAREST.into(language, nearest=nearest)
            return message, see_help
        case click.MissingParameter():
            return _MISSING.into(language, what=_written(error.param, language)), see_help
        case click.BadOptionUsage():
            wording = _WITH_VALUE if _is_flag(error) else _WITHOUT_VALUE
            return wording.into(language, option=quotable(error.option_name)), see_help
        case _:
            return quotable(error.format_message()), see_help


def _written(parameter: click.Parameter | None, language: Language) -> str:
    # Options and arguments of our own say how they are written; importing them here were a circle.
    written = getattr(parameter, "written", None)
    return str(written(language)) if written is not None else str(getattr(parameter, "name", ""))


def _is_flag(error: click.BadOptionUsage) -> bool:
    parameters = error.ctx.command.params if error.ctx is not None else []
    return any(
        isinstance(item, click.Option) and item.is_flag and error.option_name in item.opts
        for item in parameters
    )
