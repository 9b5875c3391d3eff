"""The lines that the page on statements explains are lines that statements have.

Numbers and quoted words may differ, and … stands for anything; the rest stands on some page of
cases as it does here.
"""

import re
from pathlib import Path

import pytest

_PART = re.compile(r"…|「[^」]*」|\d+(?:\.\d+)?|[^\d…「]")
_CELL = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)


def lines_explained(page: str) -> list[str]:
    return [line for cell in _CELL.findall(page) for line in re.findall(r"`([^`]+)`", cell)]


def as_pattern(line: str) -> str:
    parts = []
    for part in _PART.findall(line):
        if part == "…":
            parts.append(".*?")
        elif part.startswith("「"):
            parts.append("「[^」]*」")
        else:
            parts.append(r"[\d.]+" if part[0].isdigit() else re.escape(part))
    return "".join(parts)


@pytest.fixture(scope="module")
def statements(checkout: Path) -> str:
    folders = (checkout / "tests" / "conformance", checkout / "tests" / "report")
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.suffix in {".md", ".py"}]
    return "\n".join(texts)


def test_every_line_explained_is_one_that_statements_have(checkout: Path, statements: str) -> None:
    page = (checkout / "docs" / "explanations.md").read_text(encoding="utf-8")
    lines = lines_explained(page)
    assert lines
    assert [line for line in lines if not re.search(as_pattern(line), statements)] == []
