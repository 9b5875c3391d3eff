"""`pointrules overlay`: what a village changes of the template that it uses."""

from pathlib import Path

import click

from pointrules.api.overlay import overlays
from pointrules.api.rulesets import check_villages
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import language_option, paths_argument, templates_option
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.spoken import Command
from pointrules.cli.words import Words
from pointrules.source.language import Language


@click.command(
    cls=Command,
    words=COMMANDS["overlay"].then(
        Words(
            "逐条列出修改、删除、自设的条款和改了的参数，前后都是原话。",
            "Clauses amended, deleted and its own, and parameters, in the words of both texts.",
        )
    ),
)
@paths_argument
@templates_option
@language_option
@click.pass_obj
def overlay(language: Language, paths: tuple[Path, ...], templates: tuple[Path, ...]) -> ExitCode:
    """Print it for every edition."""
    villages = check_villages(paths, templates)
    if any(checked.has_errors for checked in villages):
        show_problems(villages, language, err=True)
        return ending(villages)
    texts = [text for checked in villages for text in overlays(checked, language)]
    click.echo("\n\n".join(texts))
    return ExitCode.FINE
