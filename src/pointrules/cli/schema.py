"""`pointrules schema`: JSON Schemas for editors and programs."""

from pathlib import Path

import click

from pointrules.api.schema import SchemaOf, schema_text
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import language_option, one_of
from pointrules.cli.output import output_options, put
from pointrules.cli.spoken import Command, Option
from pointrules.cli.words import Words
from pointrules.source.language import Language


@click.command(cls=Command, words=COMMANDS["schema"])
@click.option(
    "--of",
    cls=Option,
    default=SchemaOf.RULESET_YAML.value,
    callback=one_of(*SchemaOf),
    placeholder=Words("|".join(SchemaOf), "|".join(SchemaOf)),
    words=Words(
        "哪一种：ruleset-yaml 用 YAML 写的细则（默认），ruleset-json 是 convert --to json 写出的",
        "of what: ruleset-yaml a ruleset in YAML (the default), ruleset-json what "
        "convert --to json writes",
    ),
)
@output_options
@language_option
@click.pass_obj
def schema(language: Language, *, of: str, output: Path | None, force: bool) -> ExitCode:
    """It is made from the code, so that it is never out of date."""
    put(schema_text(SchemaOf(of)), output, language, force=force)
    return ExitCode.FINE
