"""The ruleset of 九道沟村: three judges' scores recounted from the table without the engine."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

JUDGES = ("党员", "村民代表", "组长")
HERE = {f"九道沟-{number:02d}": ("2021-01-01", "9999") for number in range(1, 7)} | {
    "九道沟-04": ("2021-01-01", "2022-11-01"),
    "九道沟-07": ("2022-09-01", "9999"),
}
MISTAKES = {
    "2022-001": ReasonCode.NO_EDITION_IN_FORCE,
    "2022-020": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2022-035": ReasonCode.OBJECTION_UPHELD,
    "2022-040": ReasonCode.SUBJECT_NOT_LISTED,
    "2022-059": ReasonCode.VALUE_NOT_LISTED,
    "2022-082": ReasonCode.ATTRIBUTE_UNREADABLE,
}


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2022, 12, 31))


def _sheets(lines: list[dict[str, str]]) -> Mapping[tuple[str, str], list[tuple[str, Fraction]]]:
    """The sheets of each household and month that stand: who judged, and the score."""
    taken_back = {line["所指编号"] for line in lines if line["类型"] in {"作废", "更正"}}
    voided = {line["编号"] for line in lines if line["类型"] == "作废"}
    found: dict[tuple[str, str], list[tuple[str, Fraction]]] = defaultdict(list)
    seen: set[str] = set()
    for line in lines:
        number, household, day = line["编号"], line["户"], line["发生日期"]
        if line["类型"] == "兑换" or number in taken_back | voided | seen:
            continue
        seen.add(number)
        first, last = HERE.get(household, ("9999", "9999"))
        stands = line["状态"] == "通过" and line["异议"] not in {"成立", "未决"}
        readable = line["评委"] in JUDGES and line["得分"].replace(".", "").isdigit()
        if stands and readable and day >= "2022-06-01" and first <= day < last:
            found[household, day[5:7]].append((line["评委"], Fraction(line["得分"])))
    return found


def _mean(scores: list[Fraction]) -> Fraction:
    return sum(scores, Fraction(0)) / len(scores)


def _to_a_tenth(value: Fraction) -> Fraction:
    """Half up: 8.05 is 8.1."""
    return Fraction((value * 10 + Fraction(1, 2)).__floor__(), 10)


def _recounted(sheets: Mapping[tuple[str, str], list[tuple[str, Fraction]]]) -> dict[str, Fraction]:
    total: dict[str, Fraction] = {}
    for household, (_, last) in HERE.items():
        points = Fraction(0)
        low = 0
        for month in ("06", "07", "08", "09", "10", "11", "12"):
            given = sheets.get((household, month), [])
            there = f"2022-{month}-30" < last
            if there and sorted(judge for judge, _ in given) == sorted(JUDGES):
                points += min(_to_a_tenth(_mean([score for _, score in given])), Fraction(10))
            is_low = bool(given) and there and _mean([score for _, score in given]) < 6
            low = low + 1 if is_low else 0
            if low == 3:
                points, low = points - 2, 0
        for months in (("07", "08", "09"), ("10", "11", "12")):
            quarter = [score for month in months for _, score in sheets.get((household, month), [])]
            throughout = household not in {"九道沟-04", "九道沟-07"} or (
                (household, months[0]) in {("九道沟-04", "07"), ("九道沟-07", "10")}
            )
            if throughout and len(quarter) >= 9 and _mean(quarter) >= 9:
                points += 3
        total[household] = points
    return total


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_points_of_the_year_are_the_means_of_three_judges(
    village: Evaluation, lines: list[dict[str, str]]
) -> None:
    found: dict[str, Number] = defaultdict(int)
    for entry in village.ledger.entries:
        if entry.clause is not None:
            found[entry.subject.id] += entry.points
    assert dict(found) == _recounted(_sheets(lines))


def test_the_household_of_the_hand_sum_stands_at_28_6(village: Evaluation) -> None:
    household = Subject(SubjectKind.HOUSEHOLD, "九道沟-01")
    assert village.measures[household, "积分", Measure.YEAR] == Fraction("64.6")
    assert village.measures[household, "积分", Measure.BALANCE] == Fraction("28.6")


def test_months_without_three_different_judges_are_not_settled(village: Evaluation) -> None:
    settled = {
        (entry.subject.id, entry.day.month)
        for entry in village.ledger.entries
        if entry.clause is not None and entry.clause.number == "2"
    }
    # A judge absent, an objection open, a judge who scored twice.
    assert not settled & {("九道沟-02", 8), ("九道沟-04", 10), ("九道沟-02", 11)}
    assert len(settled) == 5 * 7 + 5 + 4 - 3


def test_every_line_read_has_one_of_six_outcomes(
    village: Evaluation, lines: list[dict[str, str]]
) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 5,
        Outcome.UNMATCHED: 131,
        Outcome.PENDING: 3,
        Outcome.REFUSED: 6,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 149


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
