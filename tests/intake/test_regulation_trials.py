"""The tables of real schemes as sheets: each row becomes what a reader makes of it by hand."""

import re
from pathlib import Path

import pytest

from intake.sheets import HERE, Sheet, sheet, write
from pointrules.api.draft import DraftedRuleset, draft_from_table
from pointrules.api.rulesets import check_text

NAMES = sorted(path.stem for path in HERE.glob("*.txt"))
_FOR_AN_AUTHOR = {"limit-missing", "clause-to-be-settled"}
_CLAUSE = re.compile(r"^条款 (\S+) (.*)\n(?:  「.*?」的，(.*))?$", re.MULTILINE)
_KINDS = {"标题": "title", "表头": "head", "小标题": "section"}


@pytest.fixture(params=NAMES)
def table(request: pytest.FixtureRequest) -> Sheet:
    return sheet(request.param)


@pytest.fixture
def drafted(table: Sheet, tmp_path: Path) -> DraftedRuleset:
    return draft_from_table(write(table, tmp_path), table.name)


def row_of(place: str) -> int:
    found = re.search(r"第 (\d+) 行", place)
    assert found, place
    return int(found[1])


def became(drafted: DraftedRuleset, row: int) -> list[str]:
    """What the row became, in the words of the tables."""
    written = {number: said for number, _, said in _CLAUSE.findall(drafted.text)}
    found = []
    for clause in drafted.draft.clauses:
        if row_of(clause.place) == row:
            reasons = f"待定 {'；'.join(clause.reasons)}"
            found.append(written[clause.number] if clause.scored is not None else reasons)
    others = drafted.draft.tables[0].others
    return found + [str(other.kind) for other in others if row_of(other.place) == row]


def test_each_row_becomes_what_it_says(table: Sheet, drafted: DraftedRuleset) -> None:
    wrong = []
    for number, row in enumerate(table.rows, start=1):
        got = became(drafted, number)
        wanted = [_KINDS.get(word, word) for word in row.expected if word != "空行"]
        if wanted == ["head"]:
            wanted, got = [], [kind for kind in got if kind not in ("head", "repeated head")]
        fits = len(got) == len(wanted) and all(
            want == have if not want.startswith("待定") else want.removeprefix("待定 ") in have
            for want, have in zip(wanted, got, strict=False)
        )
        if not fits:
            wrong.append((number, row.cells, wanted, got))
    assert wrong == []


def test_the_numbers_of_clauses_are_those_of_the_page(
    table: Sheet, drafted: DraftedRuleset
) -> None:
    draft = drafted.draft
    assert (len(draft.scoring), len(draft.undecided)) == (table.scoring, table.undecided)


def test_check_only_asks_what_someone_has_to_decide(drafted: DraftedRuleset) -> None:
    codes = {item.code for item in check_text(drafted.text).diagnostics}
    assert codes <= _FOR_AN_AUTHOR


def test_every_word_of_the_table_is_in_the_draft(table: Sheet, drafted: DraftedRuleset) -> None:
    text = re.sub(r"[\s「」]", "", drafted.text)
    cells = [cell for row in table.rows for cell in row.cells if cell not in ("^", "<", "")]
    assert [cell for cell in cells if re.sub(r"\s", "", cell) not in text] == []
