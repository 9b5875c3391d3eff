"""The page on tables says what the code does."""

import re
from pathlib import Path

from pointrules.intake.table_file import read_facts
from pointrules.records.columns import FACT_COLUMNS, KIND_WORDS, RECORD_COLUMNS, STATUS_WORDS
from pointrules.records.read_facts import facts_from
from records.invented_village import ruleset


def test_the_example_of_facts_can_be_read(checkout: Path, tmp_path: Path) -> None:
    page = (checkout / "docs" / "records.md").read_text("utf-8")
    example = re.search(r"```csv\n(.*?)```", page, re.DOTALL)
    assert example is not None
    path = tmp_path / "facts.csv"
    path.write_text(example[1], "utf-8")
    _, refused = facts_from(read_facts(path).lines, [ruleset()], None)
    assert refused == ()


def test_every_column_and_fixed_word_is_on_the_page(checkout: Path) -> None:
    page = (checkout / "docs" / "records.md").read_text("utf-8")
    for column in (*RECORD_COLUMNS, *FACT_COLUMNS):
        assert f"| {column.chinese} | `{column.name}` |" in page
    for word in (*KIND_WORDS, *STATUS_WORDS):
        assert f"`{word}`" in page
