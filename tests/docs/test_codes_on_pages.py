"""The tables of mistakes on the language's pages name codes that `check` has."""

import re
from pathlib import Path

from pointrules.diagnostics.catalogue import codes

_ROW = re.compile(r"^\| (`[a-z-]+`[^|]*) \|", re.MULTILINE)


def test_every_mistake_on_a_page_has_a_code(checkout: Path) -> None:
    lost = [
        (page.name, code)
        for page in sorted((checkout / "docs" / "language").glob("*.md"))
        for row in _ROW.findall(page.read_text(encoding="utf-8"))
        for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", row)
        if page.name != "keywords.md" and code not in codes()
    ]
    assert lost == []
