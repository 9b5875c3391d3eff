"""`pointrules evaluate`: totals, grades, loan quotes, and what became of every line."""

from pathlib import Path
from typing import Unpack

import click

from pointrules.api.evaluation import summarize, to_json
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import (
    SUBJECT,
    form_option,
    language_option,
    paths_argument,
    templates_option,
    village_options,
)
from pointrules.cli.spoken import Command, Option
from pointrules.cli.village import VillageOptions, evaluate_village
from pointrules.cli.words import Words
from pointrules.source.language import Language


@click.command(
    cls=Command,
    words=COMMANDS["evaluate"].then(
        Words(
            "不合要求的行退回并说明原因，其余照常计分。",
            "A line that does not fit is refused with a reason, and the rest is scored.",
        )
    ),
)
@paths_argument
@templates_option
@village_options
@click.option(
    "--household",
    cls=Option,
    placeholder=SUBJECT,
    words=Words("只看这一户（或这个人）", "show only this household or person"),
)
@form_option
@click.option(
    "--strict",
    cls=Option,
    is_flag=True,
    words=Words("有退回的行时，以 1 结束", "end with 1 if any line was refused"),
)
@language_option
@click.pass_obj
def evaluate(
    language: Language,
    paths: tuple[Path, ...],
    *,
    household: str | None,
    form: str,
    strict: bool,
    **village: Unpack[VillageOptions],
) -> ExitCode:
    """Refused lines do not stop the rest from scoring."""
    evaluation = evaluate_village(paths, language, **village)
    if isinstance(evaluation, ExitCode):
        return evaluation
    shown = evaluation
    if household is not None:
        shown = evaluation.only(evaluation.subject(household))
    text = to_json(shown, language) if form == "json" else summarize(shown, language)
    click.echo(text.rstrip("\n"))
    return ExitCode.PROBLEMS if strict and evaluation.has_refused_lines else ExitCode.FINE
