"""From the paths and options of a command to an evaluation."""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.api.rulesets import check_files, village_files
from pointrules.cli.failure import ExitCode
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.words import Words
from pointrules.cli.wrong_use import WrongUse
from pointrules.source.language import Language

_NO_TABLE = {
    "records": Words("没有记录表", "there is no table of records"),
    "facts": Words("没有户情表", "there is no table of facts"),
}
_NAME_IT = Words(
    "用 --{table} 写明文件，或把 {table}.csv 放进细则所在的文件夹，再写这个文件夹",
    "name it with --{table}, or name a folder that holds {table}.csv beside the ruleset",
)
_ONLY_TEMPLATE = Words(
    "只有模板，没有村里的细则，不能计分", "there is only a template, and no ruleset of a village"
)
_USE_IT = Words(
    "写一份沿用它的细则：沿用「名称」版本号", "write a ruleset that uses it: 沿用「title」edition"
)
_TOO_EARLY = Words(
    "{day} 还没有施行中的细则，算不出积分",
    "on {day} no edition is in force yet: there is nothing to score",
)
_FIRST_DAY = Words(
    "最早的一版自 {day} 起施行；检查 --as-of，或补上更早的版本",
    "the earliest begins on {day}: check --as-of, or add an earlier edition",
)
_GUESSED = Words(
    "提示：“{path}”按 GB18030 编码读取；如有乱码，请另存为 UTF-8",
    "note: “{path}” was read as GB18030; if it looks garbled, save it as UTF-8",
)


class VillageOptions(TypedDict):
    """What the options of a command say of a village."""

    templates: tuple[Path, ...]
    records: Path | None
    facts: Path | None
    as_of: date
    known_at: date | None


def evaluate_village(
    paths: tuple[Path, ...], language: Language, **options: Unpack[VillageOptions]
) -> Evaluation | ExitCode:
    """Check and apply the rulesets; for mistakes, how to end after telling them.

    Raises:
        PointRulesError: something cannot be read.
    """
    files = village_files(paths)
    records = _table("records", options["records"] or files.records, language)
    facts = _table("facts", options["facts"] or files.facts, language)
    as_of, known_at = options["as_of"], options["known_at"]
    checked = check_files(files.rulesets, options["templates"])
    if checked.has_errors:
        show_problems([checked], language, err=True)
        return ending([checked])
    if not checked.editions:
        raise WrongUse(_ONLY_TEMPLATE.into(language), _USE_IT.into(language))
    first_day = min(item.edition.first_day for item in checked.editions)
    if as_of < first_day:
        raise WrongUse(
            _TOO_EARLY.into(language, day=as_of), _FIRST_DAY.into(language, day=first_day)
        )
    evaluation = evaluate(
        checked.editions, records=records, facts=facts, as_of=as_of, known_at=known_at
    )
    for path in evaluation.guessed:
        click.echo(_GUESSED.into(language, path=path), err=True)
    return evaluation


def _table(name: str, path: Path | None, language: Language) -> Path:
    if path is None:
        raise WrongUse(_NO_TABLE[name].into(language), _NAME_IT.into(language, table=name))
    return path
