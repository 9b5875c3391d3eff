"""The public names are few, are told to type checkers, and are really there."""

import re
from pathlib import Path

import pointrules

PUBLIC = [
    "ApplyingError",
    "CheckedRulesets",
    "Evaluation",
    "Language",
    "PointRulesError",
    "check_files",
    "check_text",
    "evaluate",
    "examples_report",
    "explain",
    "format_file",
    "ruleset_from_json",
    "ruleset_to_json",
    "run_all_examples",
    "summarize",
    "to_json",
    "village_files",
]


def test_public_names_are_these() -> None:
    assert vars(pointrules)["__all__"] == PUBLIC


def test_every_public_name_can_be_used() -> None:
    assert [name for name in PUBLIC if getattr(pointrules, name).__name__ != name] == []


def test_type_checkers_are_told_the_same_names(checkout: Path) -> None:
    stub = (checkout / "src" / "pointrules" / "__init__.pyi").read_text(encoding="utf-8")
    assert sorted(re.findall(r"(\w+) as \1\b", stub)) == PUBLIC


def test_another_name_is_missing_as_of_any_module() -> None:
    assert not hasattr(pointrules, "evaluat")
