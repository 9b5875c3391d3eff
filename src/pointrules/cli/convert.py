"""`pointrules convert`: a ruleset in another notation."""

from pathlib import Path

import click

from pointrules.api.convert import Target, convert_file
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import language_option, one_of, ruleset_argument, templates_option
from pointrules.cli.output import output_options, put
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.spoken import Command, Option
from pointrules.cli.words import Words
from pointrules.source.language import Language


@click.command(
    cls=Command,
    words=COMMANDS["convert"].then(
        Words(
            "有错误的细则不转换，错误照 check 的样子列出，以 1 结束。"
            "json 供程序读，见文档 ruleset_json。",
            "A ruleset with errors is not converted: they are told as by check, and it ends "
            "with 1. json is for programs: see the page ruleset_json of the documentation.",
        )
    ),
)
@ruleset_argument
@click.option(
    "--to",
    cls=Option,
    required=True,
    callback=one_of(*Target),
    placeholder=Words("|".join(Target), "|".join(Target)),
    words=Words(
        "转换成什么：json 检查过的全部内容，供程序读",
        "what to convert to: json is all that was checked, for programs",
    ),
)
@output_options
@templates_option
@language_option
@click.pass_obj
def convert(  # noqa: PLR0913 - one for each option
    language: Language,
    ruleset: Path,
    *,
    to: str,
    output: Path | None,
    force: bool,
    templates: tuple[Path, ...],
) -> ExitCode:
    """The file itself and its template are never written over."""
    converted = convert_file(ruleset, Target(to), templates)
    checked = converted.checked
    if converted.text is None:
        show_problems([checked], language, err=True)
        return ending([checked])
    inputs = [ruleset, *map(Path, checked.sources)]
    put(converted.text, output, language, force=force, inputs=inputs)
    return ExitCode.FINE
