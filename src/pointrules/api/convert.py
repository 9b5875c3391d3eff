"""A ruleset's file converted; a further target is one more branch here."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from pointrules.api.rulesets import CheckedRulesets, check_files


class Target(StrEnum):
    """What a ruleset can be converted to. JSON: the checked meaning, for programs."""

    JSON = "json"


class Converted(Struct, frozen=True):
    """What came of it; `text` is None where `checked` has errors."""

    text: str | None
    checked: CheckedRulesets


def convert_file(path: Path, to: Target, templates: Sequence[Path] = ()) -> Converted:
    """The file as `to` has it.

    Raises:
        PointRulesError: the file cannot be read as text at all.
    """
    checked = check_files([path], templates)
    if checked.has_errors:
        return Converted(None, checked)
    match to:
        case Target.JSON:
            # Imported where it is used: each target has a writer of its own.
            from pointrules.api.ruleset_json import ruleset_to_json  # noqa: PLC0415

            (ruleset,) = checked.editions
            return Converted(ruleset_to_json(ruleset, checked.sources), checked)
        case _:
            assert_never(to)
