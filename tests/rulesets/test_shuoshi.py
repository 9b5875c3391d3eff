"""The ruleset of 村民说事: two editions recounted from the table without the engine."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

Line = dict[str, str]
HOUSEHOLDS = tuple(f"说事-{number:02d}" for number in range(1, 7))
OFFICE = "村委会"
MATTERS = {"1.2": "2024-05-25-2", "2": "2024-06-10-1", "3.4": "2024-05-25-1"}
"""The clauses that the second edition changed or added, and the matter that each came from."""
MISTAKES = {
    "2024-001": ReasonCode.NO_EDITION_IN_FORCE,
    "2024-032": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2024-074": ReasonCode.VALUE_NOT_LISTED,
    "2024-087": ReasonCode.ATTRIBUTE_MISSING,
    "2024-097": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2024-125": ReasonCode.REJECTED_BY_REVIEW,
    "2024-134": ReasonCode.COLLECTIVE_UNKNOWN,
}


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2024, 12, 31))


def _standing(lines: list[Line]) -> list[Line]:
    """The lines that stand, each number once, in the order of the days."""
    gone = {line["所指编号"] for line in lines} | set(MISTAKES)
    by_number = {line["编号"]: line for line in lines if line["类型"] != "作废"}
    standing = [
        line for number, line in by_number.items() if number not in gone and line["状态"] == "通过"
    ]
    return sorted(standing, key=lambda line: (line["发生日期"], line["编号"]))


def _of_household(name: str, standing: list[Line]) -> int:
    points, adopted = 0, 0
    met: set[tuple[str, str]] = set()
    for line in standing:
        day, behaviour = line["发生日期"], line["行为"]
        once = (behaviour, line["说事编号"])
        if line["户"] != name or (line["说事编号"] and once in met):
            continue
        met.add(once)
        if behaviour == "采纳":
            most = 20 if day < "2024-07-01" else 25
            gained = max(min(5, most - adopted), 0)
            adopted += gained
            points += gained
        else:
            points += 1  # nobody raised or attended more than twice in a month
    return points


def _of_office(standing: list[Line]) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    held = Counter(line["发生日期"][:7] for line in standing if line["行为"] == "召开说事会")
    found["3.3"] = -3 * sum(held[f"2024-{month:02d}"] < 2 for month in range(1, 13))
    for line in standing:
        match line["行为"]:
            case "答复":
                asked = date.fromisoformat(line["说事日"])
                took = (date.fromisoformat(line["发生日期"]) - asked).days
                found["3.1" if took <= 7 else "3.2"] += 1 if took <= 7 else -2
            case "群里回应":
                number, unit = line["用时"].split(" ")
                found["3.4"] += int(number) * (60 if unit == "小时" else 1) <= 30
            case "评事":
                found["4"] += 2 * (line["结果"] == "满意")
                found["4.1"] -= 2 * (line["结果"] == "不满意")
            case _:
                pass
    return found


def test_rulesets_are_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_the_amendment_names_the_matters_it_came_from(
    checked: CheckedRulesets, lines: list[Line]
) -> None:
    _, second = checked.editions
    texts = {clause.number: clause.text or "" for clause in second.clauses}
    named = {number: matter for number, matter in MATTERS.items() if matter in texts[number]}
    assert named == MATTERS
    assert all(matter in "".join(second.edition.basis) for matter in MATTERS.values())
    adopted = {
        line["说事编号"]
        for line in lines
        if line["行为"] == "采纳" and line["状态"] == "通过" and line["发生日期"] < "2024-07-01"
    }
    assert adopted >= set(MATTERS.values())


def test_no_clause_takes_points_from_those_who_raise_matters(village: Evaluation) -> None:
    assert [
        entry.points
        for entry in village.ledger.entries
        if entry.account == "说事积分" and entry.points < 0
    ] == []


def test_points_of_households_are_recounted(village: Evaluation, lines: list[Line]) -> None:
    standing = _standing(lines)
    found = {
        name: village.measures[Subject(SubjectKind.HOUSEHOLD, name), "说事积分", Measure.BALANCE]
        for name in HOUSEHOLDS
    }
    assert found == {name: _of_household(name, standing) for name in HOUSEHOLDS}
    assert found["说事-01"] == 41


def test_points_of_the_office_are_recounted(village: Evaluation, lines: list[Line]) -> None:
    found: dict[str, int] = defaultdict(int)
    for entry in village.ledger.entries:
        if entry.account == "办事积分" and entry.clause is not None:
            found[entry.clause.number] += int(entry.points)
    hand_sum = {"3.1": 20, "3.2": -6, "3.3": -9, "3.4": 4, "4": 12, "4.1": -4}
    assert dict(found) == dict(_of_office(_standing(lines))) == hand_sum


def test_what_was_gained_in_the_first_edition_counts_in_the_second(village: Evaluation) -> None:
    gained = [
        (entry.day, entry.points)
        for entry in village.ledger.entries
        if entry.subject.id == "说事-01" and entry.clause is not None and entry.clause.number == "2"
    ]
    assert [points for day, points in gained if day < date(2024, 7, 1)] == [5, 5, 5, 5, 0]
    assert [points for day, points in gained if day >= date(2024, 7, 1)] == [5, 0]


def test_every_line_read_has_one_of_six_outcomes(village: Evaluation, lines: list[Line]) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 118,
        Outcome.UNMATCHED: 23,
        Outcome.PENDING: 1,
        Outcome.REFUSED: 7,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 153


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
