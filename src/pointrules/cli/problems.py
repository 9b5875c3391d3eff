"""Diagnostics on the terminal."""

from collections.abc import Collection, Iterable

import click

from pointrules.api.rulesets import CheckedRulesets
from pointrules.cli.failure import ExitCode
from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.render_text import render, summary_line
from pointrules.source.language import Language

_TOO_MUCH = frozenset({"too-deep", "too-many-blocks", "too-many-lines"})
"""Like a file that is too large, a text beyond these bounds is not read to its end."""


def ending(
    villages: Iterable[CheckedRulesets], fails: Collection[Severity] = (Severity.ERROR,)
) -> ExitCode:
    """1 with problems that fail, 2 where a text could not be read to its end, otherwise 0."""
    problems = {
        diagnostic.code
        for checked in villages
        for diagnostic in checked.diagnostics
        if diagnostic.severity in fails
    }
    if problems & _TOO_MUCH:
        return ExitCode.WRONG_USE
    return ExitCode.PROBLEMS if problems else ExitCode.FINE


def show_problems(
    villages: Iterable[CheckedRulesets],
    language: Language,
    *,
    err: bool = False,
    notes: Iterable[str] = (),
    offers: Iterable[str] = (),
) -> None:
    """Each diagnostic with its line, then `notes`, how many there were, and what is offered."""
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
    for offer in offers:
        click.echo(offer, err=err)
