"""`pointrules explain`: one household's points, each with its reasons."""

from pathlib import Path
from typing import Unpack

import click

from pointrules.api.evaluation import explain as explain_subject
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import (
    SUBJECT,
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
    words=COMMANDS["explain"].then(
        Words(
            "每一分都写明条款、原文、记录、上限扣减和累计。",
            "Each entry names the clause, its words, the record, every cut and the running total.",
        )
    ),
)
@paths_argument
@templates_option
@village_options
@click.option(
    "--household",
    cls=Option,
    required=True,
    placeholder=SUBJECT,
    words=Words("哪一户，或哪一个人", "which household or person"),
)
@language_option
@click.pass_obj
def explain(
    language: Language,
    paths: tuple[Path, ...],
    *,
    household: str,
    **village: Unpack[VillageOptions],
) -> ExitCode:
    """Print the statement."""
    evaluation = evaluate_village(paths, language, **village)
    if isinstance(evaluation, ExitCode):
        return evaluation
    text = explain_subject(evaluation, evaluation.subject(household), language)
    click.echo(text.rstrip("\n"))
    return ExitCode.FINE
