"""The index of the documents leads to every page."""

from pathlib import Path


def test_the_index_leads_to_every_page_on_the_language(checkout: Path) -> None:
    index = (checkout / "docs" / "index.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (checkout / "docs" / "language").glob("*.md"))
    assert [name for name in pages if f"](language/{name})" not in index] == []


def test_the_index_leads_to_every_other_page(checkout: Path) -> None:
    index = (checkout / "docs" / "index.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (checkout / "docs").glob("*.md"))
    assert [name for name in pages if name != "index.md" and f"]({name}" not in index] == []
