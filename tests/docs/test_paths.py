"""The paths that the pages for developers name lead somewhere."""

import re
from pathlib import Path

import pytest

_QUOTED = re.compile(r"(?<!`)`([^`\s]+)`(?!`)")
_FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
_ENDINGS = (".py", ".md", ".toml", ".lark", ".json", ".points", ".csv")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def paths_in(page: str) -> list[str]:
    """What stands in backticks in the prose and has a slash or a file's ending."""
    quoted = _QUOTED.findall(_FENCE.sub("", page))
    return [text for text in quoted if "/" in text or text.endswith(_ENDINGS)]


@pytest.mark.parametrize("name", ["docs/architecture.md", "docs/contributing.md"])
def test_every_path_in_backticks_exists(name: str, checkout: Path) -> None:
    named = paths_in((checkout / name).read_text(encoding="utf-8"))
    assert named
    roots = (checkout, checkout / "src" / "pointrules")
    assert [path for path in named if not any((root / path).exists() for root in roots)] == []


def pages() -> list[str]:
    checkout = Path(__file__).resolve().parents[2]
    return [
        "README.md",
        *(f"docs/{path.name}" for path in sorted((checkout / "docs").glob("*.md"))),
    ]


@pytest.mark.parametrize("name", pages())
def test_every_link_to_another_page_leads_somewhere(name: str, checkout: Path) -> None:
    page = checkout / name
    links = _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    within = [link for link in links if "://" not in link]
    assert [link for link in within if not (page.parent / link).exists()] == []


def test_only_paths_are_taken_for_paths() -> None:
    page = "`model/limit.py` and `Fraction` and `--check`\n```text\n`no/path`\n```\n`README.md`"
    assert paths_in(page) == ["model/limit.py", "README.md"]
