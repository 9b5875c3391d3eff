"""The ruleset of training hours, counted again with plain Python."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.rulesets import check_files
from pointrules.ledger.ledger import Outcome
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

NEW_YEARS_EVE = date(2024, 12, 31)
END_OF_JANUARY = date(2025, 1, 31)
PERSONS = tuple(f"学员-{number:02}" for number in range(1, 11))
CLERKS, CADRES, WATCHERS = PERSONS[:3], PERSONS[3:7], PERSONS[7:]
REFUSED = {
    "2024-015": ReasonCode.OUTSIDE_POPULATION,
    "2024-024": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2024-025": ReasonCode.FILED_TOO_LATE,
    "2024-027": ReasonCode.PERSON_UNKNOWN,
    "2024-035": ReasonCode.REJECTED_BY_REVIEW,
    "2024-042": ReasonCode.ATTRIBUTE_MISSING,
    "2024-050": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2024-060": ReasonCode.SUBJECT_NOT_LISTED,
}

_Line: TypeAlias = dict[str, str]


def _evaluated(folder: Path, as_of: date) -> Evaluation:
    checked = check_files([folder / "peixun.points"])
    assert checked.diagnostics == ()
    return evaluated(folder, checked, as_of)


@pytest.fixture(scope="module")
def year(folder: Path) -> Evaluation:
    return _evaluated(folder, NEW_YEARS_EVE)


@pytest.fixture(scope="module")
def january(folder: Path) -> Evaluation:
    return _evaluated(folder, END_OF_JANUARY)


def _balance(evaluation: Evaluation, person: str, account: str) -> Number:
    subject = Subject(SubjectKind.PERSON, person)
    return evaluation.measures[subject, account, Measure.BALANCE]


def _good_lines(folder: Path) -> Iterator[_Line]:
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    gone = {line["所指编号"] for line in lines} | REFUSED.keys()
    taken: set[str] = set()
    for line in sorted(lines, key=lambda item: (item["发生日期"], item["编号"])):
        if line["编号"] in gone | taken or line["状态"] != "审核通过":
            continue
        taken.add(line["编号"])
        if line["发生日期"] <= NEW_YEARS_EVE.isoformat():
            yield line


def _days_or_hours(text: str) -> int:
    return int(text.removesuffix("天") or 0)


def _abroad(days: int) -> int:
    return 48 if days > 15 else min(24, 6 * days)


def _compulsory(lines: Iterable[_Line]) -> int:
    hours = 0
    papers: dict[str, int] = defaultdict(int)
    for line in lines:
        match line["行为"]:
            case "脱产培训":
                hours += 6 * _days_or_hours(line["天数"])
            case "外地培训":
                hours += min(48, 6 * _days_or_hours(line["天数"]))
            case "境外培训":
                hours += _abroad(_days_or_hours(line["天数"]))
            case "专题讲座":
                hours += 3 * int(line["半天数"])
            case "高校专题班":
                hours += 24
            case "授课":
                hours += 5 * int(line["授课学时"])
            case "论文发表":
                value = {"市级": 12, "省级": 24, "国家级": 48}[line["级别"]]
                papers[line["论文"]] = max(value, papers[line["论文"]])
            case "中心组学习":
                hours += 3
            case "任职培训":
                hours += 12
            case "网络学习" if line["课程"] == "必修课":
                hours += int(line["学时数"])
            case _:
                pass
    return hours + sum(papers.values())


def _elective(lines: Iterable[_Line]) -> int:
    hours, degree = 0, 0
    for line in lines:
        match line["行为"]:
            case "学历教育":
                degree += int(line["学时数"])
            case "单位内训":
                hours += min(18, int(line["学时数"]))
            case "上年结转":
                hours += int(line["学时数"])
            case "网络学习" if line["课程"] == "选修课":
                hours += int(line["学时数"])
            case _:
                pass
    return hours + min(24, degree)


def _village_points(person: str, lines: list[_Line], hours: int) -> int:
    trainings = sum(line["行为"] == "村级培训" for line in lines)
    practical = sum(int(line["学时数"]) for line in lines if line["行为"] == "实用技术培训")
    steps = max(
        points for start, points in ((0, 0), (10, 2), (20, 5), (40, 12)) if practical >= start
    )
    points = min(3, trainings) + min(10, steps)
    # 学员-07 came in June and 学员-10 left in September: neither was there all the year.
    if person in CADRES[:3] and hours < 40:
        points -= 5
    if person in WATCHERS[:2] and hours < 24:
        points -= 3
    # The deadlines of the first two cadres were before the rules began; 学员-06 came on 15 July.
    if person == "学员-06":
        points -= 2
    return points


def test_hours_and_points_are_those_counted_by_hand(year: Evaluation, folder: Path) -> None:
    by_person: dict[str, list[_Line]] = defaultdict(list)
    for line in _good_lines(folder):
        by_person[line["人"]].append(line)
    for person in PERSONS:
        lines = by_person[person]
        compulsory, elective = _compulsory(lines), _elective(lines)
        points = 0
        if person not in CLERKS:
            points = _village_points(person, lines, compulsory + elective)
        found = [_balance(year, person, name) for name in ("必修", "选修", "总学时", "村积分")]
        assert found == [compulsory, elective, compulsory + elective, points], person


def test_three_trainings_and_more_stop_at_three(year: Evaluation, january: Evaluation) -> None:
    subject = Subject(SubjectKind.PERSON, "学员-04")
    given = [
        entry.points
        for entry in year.ledger.entries
        if entry.subject == subject and entry.clause is not None and entry.clause.number == "4.4"
    ]
    assert given == [1, 1, 1, 0, 0]
    # A new year, a new count: one training, and 2 points for ten hours.
    assert _balance(january, "学员-04", "村积分") == _balance(year, "学员-04", "村积分") + 3


def test_who_lacks_hours_is_flagged_from_the_next_day(january: Evaluation) -> None:
    flagged = {item.subject.id for item in january.ledger.flags if item.flag == "学时不足"}
    first_days = {item.first_day for item in january.ledger.flags}
    # 9 hours of compulsory courses; 46 of 56 compulsory hours; 39 of 40; 21 of 24.
    assert flagged == {"学员-02", "学员-03", "学员-05", "学员-09"}
    assert first_days == {NEW_YEARS_EVE + timedelta(days=1)}


def test_nobody_is_asked_for_a_deadline_that_is_not_theirs(year: Evaluation) -> None:
    assert year.ledger.not_settled == ()


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(year: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in year.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == REFUSED
    outcomes = Counter(item.outcome for item in year.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 71,
        Outcome.PENDING: 1,
        Outcome.REFUSED: 8,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
