"""Diagnostics on the terminal."""

from collections.abc import Iterable

import click

from pointrules.api.rulesets import CheckedRulesets
from pointrules.cli.failure import ExitCode
from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.render_text import render, summary_line
from pointrules.source.language import Language

_TOO_MUCH = frozenset({"too-deep", "too-many-blocks"})
"""Like a file that is too large, a text beyond these bounds is not read to its end."""


def ending(villages: Iterable[CheckedRulesets]) -> ExitCode:
    """0 without errors, 1 with some, 2 where a text could not be read to its end."""
    errors = {
        diagnostic.code
        for checked in villages
        for diagnostic in checked.diagnostics
        if diagnostic.severity is Severity.ERROR
    }
    if errors & _TOO_MUCH:
        return ExitCode.WRONG_USE
    return ExitCode.PROBLEMS if errors else ExitCode.FINE


def show_problems(
    villages: Iterable[CheckedRulesets],
    language: Language,
    *,
    err: bool = False,
    notes: Iterable[str] = (),
) -> None:
    """Each diagnostic with its line, then `notes`, then how many diagnostics there were."""
    errors = warnings = 0
    for checked in villages:
        for diagnostic in checked.diagnostics:
            click.echo(render(diagnostic, checked.sources, language), err=err)
            click.echo(err=err)
            if diagnostic.severity is Severity.ERROR:
                errors += 1
            else:
                warnings += 1
    for note in notes:
        click.echo(note, err=err)
    click.echo(summary_line(errors, warnings, language), err=err)
