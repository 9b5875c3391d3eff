"""The page on drafts from tables is true: its example, and what it counts."""

import re
from pathlib import Path

import pytest

from intake.sheets import HERE, sheet
from pointrules.api.draft import draft_from_table


@pytest.fixture
def page(checkout: Path) -> str:
    return (checkout / "docs" / "from_table.md").read_text(encoding="utf-8")


def test_the_table_of_the_page_gives_its_draft(page: str, tmp_path: Path) -> None:
    found = re.search(r"```csv\n(.*?)```.*?```points\n(.*?)```", page, re.DOTALL)
    assert found
    path = tmp_path / "柏树村.csv"
    path.write_text(found[1], encoding="utf-8")
    drafted = draft_from_table(path, "柏树村")
    assert drafted.text == found[2]
    assert (len(drafted.draft.scoring), len(drafted.draft.undecided)) == (4, 3)


def test_the_page_counts_the_tables_that_were_tried(page: str) -> None:
    written = [
        (int(scoring), int(undecided))
        for scoring, undecided in re.findall(
            r"^\| .*（.*） \| (\d+) \| (\d+) \|$", page, re.MULTILINE
        )
    ]
    tried = [sheet(path.stem) for path in HERE.glob("*.txt")]
    assert sorted(written) == sorted((table.scoring, table.undecided) for table in tried)
    scoring, undecided = (sum(column) for column in zip(*written, strict=True))
    assert f"| 合计 | {scoring} | {undecided} |" in page
