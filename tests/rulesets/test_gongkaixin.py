"""The ruleset of letters and meetings, recounted from the table without the engine."""

from collections import Counter, defaultdict
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

Line = dict[str, str]
HOUSEHOLDS = tuple(f"公开信-{number:02d}" for number in range(1, 7))
REPRESENTATIVES = tuple(f"{household}-1" for household in HOUSEHOLDS[:4])
MISTAKES = {
    "2024-001": ReasonCode.NO_EDITION_IN_FORCE,
    "2024-021": ReasonCode.OUTSIDE_POPULATION,
    "2024-038": ReasonCode.VALUE_NOT_LISTED,
    "2024-045": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2024-058": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2024-103": ReasonCode.REJECTED_BY_REVIEW,
}


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2024, 12, 31))


def _standing(lines: list[Line]) -> list[Line]:
    """The lines that stand on 31 December, each number once, in the order of the days."""
    gone = {line["所指编号"] for line in lines} | set(MISTAKES)
    by_number = {line["编号"]: line for line in lines if line["类型"] != "作废"}
    standing = [
        line
        for number, line in by_number.items()
        if number not in gone
        and line["状态"] == "通过"
        and not line["异议"]
        and line["公示日期"] <= "2024-12-27"
    ]
    return sorted(standing, key=lambda line: (line["发生日期"], line["编号"]))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _of_household(name: str, standing: list[Line]) -> int:
    points = 0
    answered: set[str] = set()
    meetings: Counter[str] = Counter()
    for line in standing:
        day, behaviour = line["发生日期"], line["行为"]
        if line["户"] != name:
            continue
        if behaviour == "回信" and 0 <= _days(line["发出日"], day) <= 30:
            points += 0 if line["期次"] in answered else 2
            answered.add(line["期次"])
        if behaviour == "兑现承诺":
            points += 3 if day <= line["兑现期限"] else 1
        if behaviour == "参加院坝会":
            meetings[day[:7]] += 1
            points += 2 if meetings[day[:7]] <= 2 else 0
    return points


def _of_representative(person: str, standing: list[Line]) -> int:
    mine = [line for line in standing if line["人"] == person]
    points = 100
    attended: set[str] = set()
    weeks: Counter[tuple[int, int]] = Counter()
    late: Counter[str] = Counter()
    quarters: dict[int, list[str]] = defaultdict(list)
    leaves: Counter[bool] = Counter()
    for line in mine:
        day = date.fromisoformat(line["发生日期"])
        year, week, _ = day.isocalendar()
        if line["行为"] == "迟到" and _minutes(line["时长"]) >= 15:
            late[line["发生日期"][:7]] += 1
        if line["行为"] != "会议":
            continue
        quarters[(day.month - 1) // 3].append(line["情况"])
        leaves[day.month <= 6] += line["情况"] == "请假"
        points -= 5 if line["情况"] == "缺席" else 0
        if line["情况"] == "到会" and line["名称"] not in attended:
            attended.add(line["名称"])
            weeks[year, week] += 1
            points += 1 if weeks[year, week] <= 2 else 0
    points -= sum(min(count, 2) for count in late.values())
    points -= 2 * sum(count >= 4 for count in leaves.values())
    for found in quarters.values():
        share = Fraction(found.count("到会"), len(found))
        points += 3 if len(found) >= 3 and share >= Fraction(9, 10) else 0
    return points


def _minutes(written: str) -> int:
    number, unit = written.split(" ")
    return int(number) * (60 if unit == "小时" else 1)


def _balances(
    village: Evaluation, kind: SubjectKind, account: str, names: tuple[str, ...]
) -> dict[str, Number]:
    return {name: village.measures[Subject(kind, name), account, Measure.BALANCE] for name in names}


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_points_of_households_are_recounted(village: Evaluation, lines: list[Line]) -> None:
    standing = _standing(lines)
    found = _balances(village, SubjectKind.HOUSEHOLD, "积分", HOUSEHOLDS)
    assert found == {name: _of_household(name, standing) for name in HOUSEHOLDS}
    assert found["公开信-05"] == 10


def test_points_of_representatives_are_recounted(village: Evaluation, lines: list[Line]) -> None:
    standing = _standing(lines)
    found = _balances(village, SubjectKind.PERSON, "出勤分", REPRESENTATIVES)
    assert found == {name: _of_representative(name, standing) for name in REPRESENTATIVES}
    assert tuple(found.values()) == (121, 116, 111, 108)


def test_what_the_village_promised_is_judged_too(village: Evaluation, lines: list[Line]) -> None:
    results = Counter(line["结果"] for line in _standing(lines) if line["行为"] == "践诺")
    assert results == {"按期": 6, "逾期": 1, "未办": 1}
    found = _balances(village, SubjectKind.ORGANISATION, "践诺分", ("村委会",))
    assert found == {"村委会": 100 + 6 * 2 - 1 - 4}


def test_nothing_is_deducted_for_replies_and_promises(village: Evaluation) -> None:
    assert [
        entry.points
        for entry in village.ledger.entries
        if entry.account == "积分" and entry.points < 0
    ] == []


def test_every_line_read_has_one_of_six_outcomes(village: Evaluation, lines: list[Line]) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 87,
        Outcome.UNMATCHED: 10,
        Outcome.PENDING: 3,
        Outcome.REFUSED: 6,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 110


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
