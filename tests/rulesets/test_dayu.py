"""The ruleset of 水南村: an hour of help is a coin, and a coin an hour of somebody's help.

The coins are counted again from the table in plain Python, without the engine.
"""

import csv
import re
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.model.clause import ManualClause
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

MISTAKES = {
    "2021-010": ReasonCode.PERSON_UNKNOWN,
    "2021-011": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2021-018": ReasonCode.PERSON_OF_OTHER_HOUSEHOLD,
    "2021-019": ReasonCode.PERSON_MISSING,
    "2021-024": ReasonCode.PERSON_MISSING,
    "2021-038": ReasonCode.BEHAVIOUR_UNKNOWN,
    "2021-043": ReasonCode.REJECTED_BY_REVIEW,
}
PEOPLE = [f"水南-{household:02d}-{member}" for household in range(1, 9) for member in (1, 2)]


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2021, 9, 30))


@pytest.fixture(scope="module")
def standing(folder: Path) -> dict[str, dict[str, str]]:
    """The lines that count, by their number."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as table:
        lines = list(csv.DictReader(table))
    gone = {line["所指编号"] for line in lines if line["所指编号"]} | set(MISTAKES)
    kept: dict[str, dict[str, str]] = {}
    for line in lines:
        if line["编号"] not in gone and line["状态"] == "通过":
            kept.setdefault(line["编号"], line)
    return kept


def _hours(line: dict[str, str]) -> int:
    number, _, unit = line["时长"].partition(" ")
    return int(Fraction(number) / (60 if unit == "分钟" else 1))


def _coins(village: Evaluation, measure: Measure) -> dict[str, object]:
    return {
        person: village.measures[Subject(SubjectKind.PERSON, person), "时间币", measure]
        for person in PEOPLE
    }


def test_coins_are_those_of_counting_the_hours(
    village: Evaluation, standing: dict[str, dict[str, str]]
) -> None:
    earned, spent = dict.fromkeys(PEOPLE, 0), dict.fromkeys(PEOPLE, 0)
    for line in standing.values():
        if line["类型"] == "兑换":
            spent[line["人"]] += int(line["兑换分值"])
        else:
            earned[line["人"]] += _hours(line)
    assert _coins(village, Measure.LIFETIME) == earned
    assert _coins(village, Measure.BALANCE) == {
        person: earned[person] - spent[person] for person in PEOPLE
    }
    assert (earned["水南-02-1"], spent["水南-02-1"]) == (9, 4)


def test_every_coin_spent_names_an_hour_of_help_by_somebody_else(
    standing: dict[str, dict[str, str]],
) -> None:
    spent = [line for line in standing.values() if line["类型"] == "兑换"]
    assert len(spent) == 10
    for line in spent:
        found = re.fullmatch(r"帮忙 (\d+) 小时（(\S+)）", line["兑换物品"])
        assert found is not None
        help_given = standing[found[2]]
        assert int(found[1]) == int(line["兑换分值"]) == _hours(help_given)
        assert help_given["人"] != line["人"]


def test_nobody_spent_what_was_not_there(village: Evaluation) -> None:
    balances: dict[str, object] = {}
    for entry in village.ledger.entries:
        before = balances.get(entry.subject.id, 0)
        assert isinstance(before, int)
        balances[entry.subject.id] = before + entry.points
        assert before + entry.points >= 0


def test_coins_go_along_to_another_household(village: Evaluation) -> None:
    households = [
        entry.record.household
        for entry in village.ledger.entries
        if entry.record is not None and entry.record.person == "水南-06-2"
    ]
    assert households == ["水南-05", "水南-05"]


def test_exchange_between_neighbours_and_conversion_are_left_to_people(
    checked: CheckedRulesets,
) -> None:
    [ruleset] = checked.editions
    left = [clause for clause in ruleset.clauses if isinstance(clause, ManualClause)]
    assert [clause.number for clause in left] == ["2", "3"]
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 5
    assert [result.example.title for result in results if not result.is_met] == []


def test_every_line_read_has_one_of_six_outcomes(village: Evaluation) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 39,
        Outcome.PENDING: 2,
        Outcome.REFUSED: 7,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == 52


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
    assert village.ledger.refused_facts == ()
