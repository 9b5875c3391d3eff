"""Every mechanism of real schemes has its page and its cases, or a word on what to do instead."""

import re
from pathlib import Path

import pytest

_ROW = re.compile(
    r"^\| (?P<group>\S+) \| (?P<name>[^|]+) \| (?P<pages>[^|]+) \| (?P<cases>[^|]*)\|$"
)
_LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def page(checkout: Path) -> Path:
    return checkout / "docs" / "language" / "boundaries.md"


def rows(page: Path) -> list[re.Match[str]]:
    lines = page.read_text(encoding="utf-8").splitlines()
    found = [row for row in map(_ROW.match, lines) if row is not None and row["group"] != "类"]
    assert found, "the table of mechanisms was not found"
    return found


def test_every_mechanism_names_pages_that_are_there(page: Path) -> None:
    lost = [
        (row["name"], link)
        for row in rows(page)
        for link in _LINK.findall(row["pages"] + row["cases"])
        if not link.startswith("#") and not (page.parent / link).is_file()
    ]
    assert lost == []


def test_every_mechanism_has_cases_or_a_word_on_what_to_do_instead(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^### (.+)$", text, re.MULTILINE)
    anchors = {"#" + re.sub(r"[，、。：]", "", heading) for heading in headings}
    without = []
    for row in rows(page):
        pages, cases = _LINK.findall(row["pages"]), _LINK.findall(row["cases"])
        is_left_out = any(link in anchors for link in pages)
        if not pages or not (cases or is_left_out):
            without.append(row["name"])
    assert without == []


def test_no_mechanism_stands_twice(page: Path) -> None:
    names = [row["name"] for row in rows(page)]
    assert len(names) == len(set(names))
