"""`pointrules check`: every mistake of the rulesets, in one run."""

from pathlib import Path

import click

from pointrules.api.clause_counts import accounted_for, accounts_of_clauses
from pointrules.api.rulesets import check_villages
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import form_option, language_option, paths_argument, templates_option
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.spoken import Command
from pointrules.cli.words import Words
from pointrules.diagnostics.render_json import render_json
from pointrules.source.language import Language


@click.command(
    cls=Command,
    words=COMMANDS["check"].then(
        Words(
            "几个文件算同一个村的几个版本，每个文件夹算一个村。只有警告也算通过。",
            "Several files are editions of one village, each folder is a village of its own. "
            "Warnings alone are no failure.",
        )
    ),
)
@paths_argument
@templates_option
@form_option
@language_option
@click.pass_obj
def check(
    language: Language, paths: tuple[Path, ...], templates: tuple[Path, ...], form: str
) -> ExitCode:
    """End with 0 where there is no error, warnings or not."""
    villages = check_villages(paths, templates)
    if form == "json":
        diagnostics = [item for checked in villages for item in checked.diagnostics]
        sources = {name: text for checked in villages for name, text in checked.sources.items()}
        rulesets = [item for checked in villages for item in accounted_for(checked)]
        click.echo(render_json(diagnostics, sources, language, rulesets))
    else:
        counts = [line for checked in villages for line in accounts_of_clauses(checked, language)]
        show_problems(villages, language, notes=counts)
    return ending(villages)
