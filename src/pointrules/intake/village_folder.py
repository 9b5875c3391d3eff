"""The files of one village in a folder: its rulesets, its records, its facts, by their names."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from msgspec import Struct

from pointrules.intake.ruleset_file import RulesetFileError, read_ruleset_file
from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language
from pointrules.syntax.notation import Notation, notation_of

RULESET_ENDING = ".points"
_TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")


class FolderError(PointRulesError):
    """A folder that does not hold what a village's folder must."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = MappingProxyType(
        {
            "folder-without-ruleset": {
                Language.ZH: Wording(
                    "文件夹“{folder}”里没有细则",
                    "把细则存成以 .points 结尾的文件，或者带 ```points 围栏的 .md 文件，放在这里",
                ),
                Language.EN: Wording(
                    "The folder “{folder}” holds no ruleset",
                    "Put one there: a file that ends in .points, or .md with fences ```points",
                ),
            },
            "tables-of-several-folders": {
                Language.ZH: Wording(
                    "几个文件夹各有一张表：{files}", "一次算一个村，或用 --{table} 指明"
                ),
                Language.EN: Wording(
                    "Several folders hold a table of their own: {files}",
                    "Score one village at a time, or say which with --{table}",
                ),
            },
            "folder-table-twice": {
                Language.ZH: Wording(
                    "文件夹“{folder}”里有几个“{table}”表：{files}",
                    "只留一个，或者用 --{table} 指明用哪一个",
                ),
                Language.EN: Wording(
                    "The folder “{folder}” holds several tables of {table}: {files}",
                    "Keep one, or say which with --{table}",
                ),
            },
        }
    )


class VillageFolder(Struct, frozen=True):
    """The editions' files in order of their names; tables that are not there are None."""

    rulesets: tuple[Path, ...]
    records: Path | None
    facts: Path | None


def village_folder(folder: Path) -> VillageFolder:
    """What the folder holds.

    Raises:
        FolderError: it holds no ruleset, or two tables of one kind.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file())
    rulesets = tuple(path for path in files if is_ruleset(path))
    if not rulesets:
        raise FolderError("folder-without-ruleset", folder=str(folder))
    return VillageFolder(rulesets, _table(folder, files, "records"), _table(folder, files, "facts"))


def is_ruleset(path: Path) -> bool:
    """Whether a file of a folder is a ruleset; one in Markdown only if it holds fenced rules.

    Other Markdown is what people keep beside a ruleset: where it is from, how to use it.
    """
    if not path.is_file():
        return False
    match notation_of(path.name):
        case Notation.POINTS:
            return path.suffix.lower() == RULESET_ENDING
        case Notation.YAML:
            return False
        case Notation.MARKDOWN:
            from pointrules.syntax.parse_markdown import holds_rules  # noqa: PLC0415 (most have none)

            try:
                return holds_rules(read_ruleset_file(path).source.text)
            except RulesetFileError:
                return False


def _table(folder: Path, files: list[Path], name: str) -> Path | None:
    found = [path for path in files if path.stem == name and path.suffix.lower() in _TABLE_ENDINGS]
    if len(found) > 1:
        names = "、".join(path.name for path in found)
        raise FolderError("folder-table-twice", folder=str(folder), table=name, files=names)
    return found[0] if found else None
