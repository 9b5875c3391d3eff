"""The ruleset of a city platform: residents and organisations, counted again with plain Python."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.rulesets import check_files
from pointrules.ledger.ledger import Outcome
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

END_OF_JUNE = date(2024, 6, 30)
REFUSED = {
    "030": ReasonCode.SUBJECT_NOT_LISTED,
    "037": ReasonCode.VALUE_NOT_LISTED,
    "040": ReasonCode.PARTY_UNFIT,
    "046": ReasonCode.PARTY_MISSING,
    "047": ReasonCode.COLLECTIVE_UNKNOWN,
    "070": ReasonCode.FILED_TOO_LATE,
    "086": ReasonCode.SUBJECT_NOT_LISTED,
    "119": ReasonCode.SUBJECT_NOT_LISTED,
}

_Line: TypeAlias = dict[str, str]


class _Item(NamedTuple):
    """Points each time, and the most a day, a week or a month; what is beyond is not counted."""

    points: int
    period: str
    most: int


ITEMS = {
    "平台签到": _Item(5, "day", 5),
    "参会": _Item(20, "week", 60),
    "志愿服务": _Item(50, "month", 500),
    "环境整治": _Item(20, "month", 200),
    "治安巡逻": _Item(30, "month", 300),
    "建议被采纳": _Item(100, "never", 0),
    "推荐新居民": _Item(50, "never", 0),
}
"""As in the code; posting, liking and the like are left out."""

EVENTS = {"一般": (12, 10, 45), "较难": (18, 15, 45), "专业": (24, 20, 60)}
"""For who holds it, for who comes, and the most a week."""


@pytest.fixture(scope="module")
def june(folder: Path) -> Evaluation:
    checked = check_files([folder / "huodong.points"])
    assert checked.diagnostics == ()
    return evaluated(folder, checked, END_OF_JUNE)


def _of(evaluation: Evaluation, subject_id: str, measure: Measure) -> Number:
    if subject_id.startswith("居民"):
        subject, account = Subject(SubjectKind.PERSON, subject_id), "个人积分"
    else:
        subject, account = Subject(SubjectKind.ORGANISATION, subject_id), "组织积分"
    return evaluation.measures[subject, account, measure]


def _good_lines(folder: Path) -> Iterator[tuple[date, _Line]]:
    """By the day of entry, for that is the day that rules here."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    first_entered = {line["编号"]: line["登记日期"] for line in reversed(lines)}
    gone = {line["所指编号"] for line in lines} | REFUSED.keys()
    taken: set[str] = set()
    for line in sorted(lines, key=lambda item: (item["登记日期"], item["编号"])):
        if line["编号"] in gone | taken or line["状态"] != "审核通过":
            continue
        taken.add(line["编号"])
        day = date.fromisoformat(first_entered.get(line["所指编号"], line["登记日期"]))
        if day <= END_OF_JUNE:
            yield day, line


def _window(day: date, period: str) -> object:
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day if period == "day" else (day.year, day.month)


def _counted(folder: Path) -> dict[str, int]:
    points: dict[str, int] = defaultdict(int)
    used: dict[object, int] = defaultdict(int)
    rated: dict[tuple[str, str], int] = defaultdict(int)
    ratings: dict[tuple[str, int], list[bool]] = defaultdict(list)
    absences: dict[tuple[str, int], int] = defaultdict(int)
    for day, line in _good_lines(folder):
        who, behaviour = line["人"] or line["组织"], line["行为"]
        if line["类型"] == "兑换":
            points[who] -= int(line["兑换分值"])
        elif behaviour in ITEMS:
            item = ITEMS[behaviour]
            room = (behaviour, who, _window(day, item.period))
            if item.period == "never" or used[room] + item.points <= item.most:
                used[room] += item.points
                points[who] += item.points
        elif behaviour == "办活动":
            of_holder, of_guest, most = EVENTS[line["难度"]]
            for party in line["当事人"].split(";"):
                role, *_, name = party.split(":")
                gain = of_holder if role == "组织者" else of_guest
                room = (line["难度"], name, _window(day, "week"))
                if used[room] + gain <= most:
                    used[room] += gain
                    points[name] += gain
        elif behaviour == "服务评价":
            organisation = line["当事人"].split(":")[-1]
            value = {"满意": 5, "基本满意": 2, "不满意": 0}[line["评价"]]
            points[organisation] += value - rated[organisation, line["服务单"]]
            rated[organisation, line["服务单"]] = value
            ratings[organisation, day.month].append(line["评价"] == "满意")
        elif behaviour == "组织入驻":
            points[who] += 50 * (used["入驻", who] == 0)
            used["入驻", who] += 1
        elif behaviour == "活动爽约":
            quarter = (who, (day.month - 1) // 3)
            absences[quarter] += 1
            points[who] = max(0, points[who] - {1: 0, 2: 5}.get(absences[quarter], 10))
        else:
            assert behaviour == "冒领积分"
            points[who] = max(0, points[who] - 200)
    for (organisation, _), good in ratings.items():
        if len(good) >= 4 and 10 * sum(good) >= 9 * len(good):
            points[organisation] += 20
    return points


def test_balances_are_those_counted_by_hand(june: Evaluation, folder: Path) -> None:
    counted = _counted(folder)
    subjects = [subject.id for subject in june.ledger.subjects]
    assert len(subjects) == 12 + 5
    for subject_id in subjects:
        assert _of(june, subject_id, Measure.BALANCE) == counted[subject_id], subject_id


def test_one_record_credits_who_held_it_and_who_came(june: Evaluation) -> None:
    [record_id] = {
        entry.record.id
        for entry in june.ledger.entries
        if entry.record is not None and ("活动", "旧书交换") in entry.record.attributes.items()
    }
    credited = {
        entry.subject.id: entry.points
        for entry in june.ledger.entries
        if entry.record is not None and entry.record.id == record_id
    }
    guests = dict.fromkeys(("居民-01", "居民-02", "居民-03", "居民-05"), 10)
    assert credited == {"读书会": 12, **guests}


def test_level_goes_by_all_that_was_earned(june: Evaluation) -> None:
    # Earned 660 and spent 500: silver still.
    subject = Subject(SubjectKind.PERSON, "居民-02")
    [held] = [item for item in june.offers.grades if item.subject == subject]
    assert _of(june, "居民-02", Measure.BALANCE) == 160
    assert _of(june, "居民-02", Measure.GAINS) == 660
    assert held.level == "银牌"


def test_what_happened_on_sunday_and_was_entered_on_monday_is_of_the_new_week(
    june: Evaluation,
) -> None:
    # 居民-01 had three meetings in that week, a fourth not counted, and this one counts.
    given = [
        (entry.day, entry.points)
        for entry in june.ledger.entries
        if entry.subject.id == "居民-01"
        and entry.clause is not None
        and entry.clause.number == "D5"
    ]
    assert given == [
        (date(2024, 4, 8), 20),
        (date(2024, 4, 9), 20),
        (date(2024, 4, 10), 20),
        (date(2024, 4, 12), 0),
        (date(2024, 4, 15), 20),
    ]


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(june: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in june.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == REFUSED
