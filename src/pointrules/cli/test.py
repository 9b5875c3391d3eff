"""`pointrules test`: the rulesets' own examples (例), expected against got."""

from pathlib import Path

import click

from pointrules.api.examples import examples_report, run_all_examples
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
    words=COMMANDS["test"].then(
        Words(
            "有例没有通过时，以 1 结束。",
            "If an example fails, it ends with 1.",
        )
    ),
)
@paths_argument
@templates_option
@language_option
@click.pass_obj
def test(language: Language, paths: tuple[Path, ...], templates: tuple[Path, ...]) -> ExitCode:
    """End with 1 where an example fails."""
    villages = check_villages(paths, templates)
    if any(checked.has_errors for checked in villages):
        show_problems(villages, language, err=True)
        return ending(villages)
    results = [result for checked in villages for result in run_all_examples(checked.editions)]
    sources = {name: text for checked in villages for name, text in checked.sources.items()}
    click.echo(examples_report(results, sources, language).rstrip("\n"))
    all_met = all(result.is_met for result in results)
    return ExitCode.FINE if all_met else ExitCode.PROBLEMS
