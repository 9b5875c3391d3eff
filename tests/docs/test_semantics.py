"""The page on semantics: every reading stands once with its cases, and days go as in the engine."""

import re
from pathlib import Path

import pytest

from pointrules.engine.agenda import Phase

_READING = re.compile(r"^\*\*(?P<number>R\d+[a-z]?) .*?(?=^\*\*|^## )", re.MULTILINE | re.DOTALL)
_CASES = re.compile(r"\]\(\.\./tests/conformance/[^)]+\.md\)")
_LAST = 40


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "semantics.md").read_text(encoding="utf-8")


def test_every_reading_is_stated_once(page: str) -> None:
    numbers = [match["number"] for match in _READING.finditer(page)]
    assert len(numbers) == len(set(numbers))
    assert {f"R{number}" for number in range(1, _LAST + 1)} <= set(numbers)


def test_every_reading_leads_to_cases(page: str) -> None:
    without = [match["number"] for match in _READING.finditer(page) if not _CASES.search(match[0])]
    assert without == []


def test_every_number_that_the_order_names_is_a_reading(page: str) -> None:
    order, _, _ = page.partition("\n## 上限\n")
    assert order != page
    numbers = {match["number"] for match in _READING.finditer(page)}
    assert set(re.findall(r"R\d+[a-z]?", order)) <= numbers


def test_the_order_of_one_day_is_that_of_the_engine(page: str) -> None:
    rows = re.findall(r"^\| \d+ \|[^\n]*\|(?P<phases>(?: `[A-Z_]+`)+) \|$", page, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"[A-Z_]+", row)]
    assert named == [phase.name for phase in Phase]


def test_the_code_that_the_order_names_is_there(page: str, checkout: Path) -> None:
    files = re.findall(r"`((?:engine|records)/[a-z_]+\.py)`", page)
    source = checkout / "src" / "pointrules"
    assert files
    assert [file for file in files if not (source / file).is_file()] == []
