"""Days and numbers that no village means end in words, never in a traceback."""

from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import ApplyingError, evaluate, explain, summarize, to_json
from pointrules.api.rulesets import check_files
from pointrules.ledger.ledger import Outcome

GARBAGE = (
    "=1+1",
    "@SUM(A1)",
    "１２",
    "１，２００",
    "1e400",
    "9" * 400,
    "1/3",
    "NaN",
    "٣",
    "½",
    "0001-01-01",
    "9999-12-31",
    "2023-02-29",
    "\u200b",
    "\u202e右",
    "a\tb",
    "\x1b[31m",
    "志愿服務",
    "{value}",
    "-0",
    "作废",
    "友谊－０１",
)


@pytest.fixture(scope="module")
def folder(checkout: Path) -> Path:
    return checkout / "rulesets" / "youyi"


@pytest.mark.parametrize("day", [date(2200, 1, 1), date.max])
def test_a_day_beyond_the_calendar_is_refused_in_words(folder: Path, day: date) -> None:
    editions = check_files([folder / "youyi.points"]).editions
    with pytest.raises(ApplyingError, match="算不到"):
        evaluate(editions, records=(), facts=(), as_of=day)


@pytest.mark.parametrize("day", [date.min, date(2022, 12, 31), date(2199, 12, 31)])
def test_other_days_are_worked_out(folder: Path, day: date) -> None:
    editions = check_files([folder / "youyi.points"]).editions
    result = evaluate(
        editions, records=folder / "records.csv", facts=folder / "facts.csv", as_of=day
    )
    assert len(result.ledger.outcomes) == len(_lines(folder)) - 1


def test_garbage_in_any_cell_gives_each_line_one_outcome(folder: Path, tmp_path: Path) -> None:
    editions = check_files([folder / "youyi.points"]).editions
    head, *rows = _lines(folder)
    width = len(head.split(","))
    changed = []
    for number, row in enumerate(rows[: width * len(GARBAGE)]):
        cells = row.split(",")
        cells[number % width] = '"' + GARBAGE[number // width] + '"'
        changed.append(",".join(cells))
    records = tmp_path / "records.csv"
    records.write_text("\n".join([head, *changed]), encoding="utf-8")
    result = evaluate(
        editions, records=records, facts=folder / "facts.csv", as_of=date(2023, 12, 31)
    )
    outcomes = result.ledger.outcomes
    assert [line.at.number for line in outcomes] == list(range(2, len(changed) + 2))
    assert {line.outcome for line in outcomes} <= set(Outcome)
    assert summarize(result)
    assert to_json(result)
    assert explain(result, result.subject("友谊-01"))


def _lines(folder: Path) -> list[str]:
    return (folder / "records.csv").read_text(encoding="utf-8").splitlines()
