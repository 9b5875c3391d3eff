"""Diagnostics on the terminal."""

from collections.abc import Iterable

import click

from pointrules.api import CheckedRulesets
from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.render_text import render, summary_line
from pointrules.source.language import Language


def show_problems(
    villages: Iterable[CheckedRulesets], language: Language, *, err: bool = False
) -> None:
    """Each diagnostic with its line, then how many there were."""
    errors = warnings = 0
    for checked in villages:
        for diagnostic in checked.diagnostics:
            click.echo(render(diagnostic, checked.sources, language), err=err)
            click.echo(err=err)
            if diagnostic.severity is Severity.ERROR:
                errors += 1
            else:
                warnings += 1
    click.echo(summary_line(errors, warnings, language), err=err)
