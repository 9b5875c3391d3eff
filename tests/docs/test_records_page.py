"""The page on tables tells of every reason why a line does not count."""

from pathlib import Path

from pointrules.records.reason import ReasonCode


def test_every_reason_is_on_the_page(checkout: Path) -> None:
    page = (checkout / "docs" / "records.md").read_text(encoding="utf-8")
    assert [code.value for code in ReasonCode if f"`{code.value}`" not in page] == []
