"""The ruleset of 清单制: what each post had to do, recounted from the table without the engine."""

from collections import Counter
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
POSTS = {
    "清单-1": {"组长": range(1, 13)},
    "清单-2": {"组长": range(1, 13)},
    "清单-3": {"网格员": range(1, 13)},
    "清单-4": {"网格员": range(1, 7)},
    "清单-5": {"网格员": range(7, 13)},
    "清单-6": {"文书": range(1, 13)},
}
"""The months of 2024 that each of them held a post."""
REPORTS = {
    "清单-1": "2024-11-30",
    "清单-2": "2024-11-30",
    "清单-3": "2024-11-30",
    "清单-4": "2024-06-30",
    "清单-5": "2024-12-20",
    "清单-6": "2024-11-30",
}
MISTAKES = {
    "2024-001": ReasonCode.NO_EDITION_IN_FORCE,
    "2024-021": ReasonCode.OUTSIDE_POPULATION,
    "2024-037": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2024-056": ReasonCode.REJECTED_BY_REVIEW,
    "2024-059": ReasonCode.PERSON_UNKNOWN,
    "2024-083": ReasonCode.OBJECTION_UPHELD,
    "2024-093": ReasonCode.ATTRIBUTE_MISSING,
}


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2024, 12, 31))


def _standing(lines: list[Line]) -> list[Line]:
    """The lines that stand, each number once; what was replaced or voided does not."""
    gone = {line["所指编号"] for line in lines}
    by_number = {line["编号"]: line for line in lines if line["类型"] != "作废"}
    return [
        line
        for number, line in by_number.items()
        if number not in gone
        and line["状态"] == "通过"
        and not line["异议"]
        and line["发生日期"] >= "2024-01-01"
    ]


def _points(person: str, lines: list[Line]) -> int:
    mine = [line for line in lines if line["人"] == person]

    def days_of(behaviour: str) -> list[str]:
        return [line["发生日期"] for line in mine if line["行为"] == behaviour]

    ((post, months),) = POSTS[person].items()
    losses = 0
    visits = Counter(int(day[5:7]) for day in days_of("走访"))
    if post == "网格员":
        losses += min(sum(2 for month in months if visits[month] < 3), 12)
    if post == "组长":
        halves = {day[5:7] <= "06" for day in days_of("小组户主会")}
        losses += 5 * (2 - len(halves))
    if post == "文书":
        quarters = {(int(day[5:7]) - 1) // 3 for day in days_of("账目公开")}
        losses += 4 * (4 - len(quarters))
    if (
        post != "文书"
        and 6 in months
        and not [day for day in days_of("汛前排查") if day[5:] <= "06-15"]
    ):
        losses += 5
    if not [day for day in days_of("述职") if day <= REPORTS[person]]:
        losses += 5
    tasks = [line for line in mine if line["行为"] == "交办事项" and "2024" in line["期限"]]
    in_time = sum(1 for line in tasks if "" < line["办结日"] <= line["期限"])
    losses += min(sum(1 for line in tasks if line["办结日"] > line["期限"]), 10)
    bonus = 20 if not losses and len(months) == 12 else 0
    return 100 - losses + min(2 * in_time, 10) + bonus


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_points_are_those_of_the_list_counted_item_by_item(
    village: Evaluation, lines: list[Line]
) -> None:
    standing = _standing(lines)
    found = {
        person: village.measures[Subject(SubjectKind.PERSON, person), "履职积分", Measure.BALANCE]
        for person in POSTS
    }
    assert found == {person: _points(person, standing) for person in POSTS}


def test_points_are_those_of_the_hand_sum(village: Evaluation) -> None:
    totals = (126, 86, 106, 93, 95, 103)
    found = [
        village.measures[Subject(SubjectKind.PERSON, person), "履职积分", Measure.BALANCE]
        for person in POSTS
    ]
    assert tuple(found) == totals


def test_every_line_read_has_one_of_six_outcomes(village: Evaluation, lines: list[Line]) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 16,
        Outcome.UNMATCHED: 82,
        Outcome.PENDING: 2,
        Outcome.REFUSED: 7,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 111


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
