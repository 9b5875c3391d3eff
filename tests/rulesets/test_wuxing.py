"""The ruleset of five-star villages: what a town gives its villages, counted again by hand."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.rulesets import check_files
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.pool_share import PoolShare
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

NEW_YEARS_EVE = date(2024, 12, 31)
END_OF_FEBRUARY = date(2025, 2, 28)
VILLAGES = ("丁村", "丙村", "乙村", "己村", "戊村", "甲村")
STARS = ("党建", "富裕", "美丽", "和谐", "文明")
FULL = 100
ENOUGH = 80
_Lines: TypeAlias = list[tuple[date, dict[str, str]]]
NOTICE = timedelta(days=6)
"""The day of posting and five full days."""


def _evaluated(folder: Path, as_of: date) -> Evaluation:
    checked = check_files([folder / "wuxing.points"])
    assert checked.diagnostics == ()
    return evaluated(folder, checked, as_of)


@pytest.fixture(scope="module")
def town(folder: Path) -> Evaluation:
    return _evaluated(folder, NEW_YEARS_EVE)


@pytest.fixture(scope="module")
def next_spring(folder: Path) -> Evaluation:
    return _evaluated(folder, END_OF_FEBRUARY)


def _points(town: Evaluation, village: str, account: str) -> object:
    return town.measures[Subject(SubjectKind.VILLAGE, village), account, Measure.BALANCE]


def _good_lines(folder: Path) -> Iterator[tuple[date, dict[str, str]]]:
    """Approved lines whose notice is over on new year's eve, voided and replaced ones left out."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    gone = {line["所指编号"] for line in lines if line["所指编号"]}
    taken: set[str] = set()
    for line in sorted(lines, key=lambda item: (item["发生日期"], item["编号"])):
        if line["类型"] == "作废" or line["编号"] in gone or line["编号"] in taken:
            continue
        if line["状态"] != "审核通过" or line["异议"] or line["村"] not in VILLAGES:
            continue
        day = date.fromisoformat(line["发生日期"])
        if line["等次"] == "优秀":
            continue
        is_late = date.fromisoformat(line["登记日期"]) > day + timedelta(days=30)
        if is_late or date.fromisoformat(line["公示日期"]) + NOTICE > NEW_YEARS_EVE:
            continue
        if line["村"] == "己村" and day < date(2024, 3, 1):
            continue
        taken.add(line["编号"])
        yield day, line


def _party(lines: _Lines, first_month: int) -> int:
    told = {day.month for day, line in lines if line["行为"] == "村务公开"}
    met = {(day.month - 1) // 3 for day, line in lines if line["行为"] == "村民代表会议"}
    silent, losses = 0, 0
    for month in range(first_month, 13):
        silent = 0 if month in told else silent + 1
        if silent == 2:
            losses += 10
            silent = 0
    return min(FULL, 6 * len(told) + 8 * len(met)) - losses


def _wealth(lines: _Lines, kind: str) -> int:
    steps = ((20, 40), (50, 70), (100, 90))
    if kind == "山区村":
        steps = ((10, 40), (25, 70), (50, 90))
    income = Fraction(0)
    for _, line in lines:
        if line["行为"] == "集体收入核定":
            income += Fraction(line["金额"].removesuffix("万元"))
    projects = sum(line["行为"] == "产业项目建成" for _, line in lines)
    reached = [points for start, points in steps if income >= start]
    return min(FULL, max(reached, default=0) + min(20, 10 * projects))


def _beauty(lines: _Lines) -> int:
    checks: dict[int, int] = {}
    bad_in_a_row, losses, points = 0, 0, 0
    halves: dict[int, list[bool]] = defaultdict(list)
    for day, line in lines:
        if line["行为"] == "环境检查":
            checks[day.month] = {"优": 9, "良": 7, "中": 4, "差": 0}[line["等次"]]
            bad_in_a_row = bad_in_a_row + 1 if line["等次"] == "差" else 0
            if bad_in_a_row == 2:
                losses += 10
                bad_in_a_row = 0
        if line["行为"] == "垃圾分类抽查":
            halves[(day.month - 1) // 6].append(line["结果"] == "合格")
    for half in halves.values():
        points += 5 if 10 * sum(half) >= 9 * len(half) else 0
    return min(FULL, sum(checks.values()) + points) - losses


def _harmony(lines: _Lines, *, is_whole_year: bool) -> int:
    by_month = Counter(day.month for day, line in lines if line["行为"] == "纠纷调解")
    settled = min(40, sum(min(8, 4 * times) for times in by_month.values()))
    accidents = sum(line["行为"] == "安全事故" for _, line in lines)
    quiet = 60 if is_whole_year and not accidents else 0
    return min(FULL, settled + quiet) - 20 * accidents


def _culture(lines: _Lines) -> int:
    shows = Counter((day.month - 1) // 3 for day, line in lines if line["行为"] == "文体活动")
    helpers = [int(line["人数"]) for _, line in lines if line["行为"] == "志愿服务"]
    honours: dict[str, int] = defaultdict(int)
    for _, line in lines:
        if line["行为"] == "表彰":
            value = {"省级": 30, "市级": 20, "县级": 10}[line["级别"]]
            honours[line["事项"]] = max(value, honours[line["事项"]])
    of_shows = sum(10 * min(2, times) for times in shows.values())
    of_helpers = min(30, sum(min(5, persons // 10) for persons in helpers))
    return min(FULL, of_shows + of_helpers + sum(honours.values()))


def _counted(folder: Path) -> dict[tuple[str, str], int]:
    """Points of 2024 by village and kind of star, as a clerk with paper would count them."""
    with (folder / "facts.csv").open(encoding="utf-8", newline="") as file:
        types = {line["主体"]: line["值"] for line in csv.DictReader(file)}
    found: dict[tuple[str, str], int] = {}
    for village in VILLAGES:
        lines = [item for item in _good_lines(folder) if item[1]["村"] == village]
        is_new = village == "己村"
        found[village, "党建"] = _party(lines, 3 if is_new else 1)
        found[village, "富裕"] = _wealth(lines, types[village])
        found[village, "美丽"] = _beauty(lines)
        found[village, "和谐"] = _harmony(lines, is_whole_year=not is_new)
        found[village, "文明"] = _culture(lines)
    return found


def test_points_and_stars_are_those_counted_by_hand(town: Evaluation, folder: Path) -> None:
    counted = _counted(folder)
    for village in VILLAGES:
        points = [counted[village, star] for star in STARS]
        assert [_points(town, village, f"{star}分") for star in STARS] == points, village
        assert _points(town, village, "总分") == sum(points)
        assert _points(town, village, "星数") == sum(item >= ENOUGH for item in points)


def test_the_village_counted_in_the_source_page(town: Evaluation) -> None:
    assert [_points(town, "丁村", f"{star}分") for star in STARS] == [30, 0, 14, 76, 10]


def _level(town: Evaluation, village: str) -> str:
    subject = Subject(SubjectKind.VILLAGE, village)
    [held] = [item for item in town.offers.grades if item.subject == subject]
    return held.level


def test_an_accident_bounds_the_grade_until_it_is_put_right(
    town: Evaluation, next_spring: Evaluation
) -> None:
    assert _points(town, "丙村", "星数") == 4
    assert _level(town, "丙村") == "三星级"
    assert _level(next_spring, "丙村") == "四星级"


def test_a_star_taken_off_lowers_the_grade(town: Evaluation, next_spring: Evaluation) -> None:
    assert _level(town, "乙村") == "五星级"
    assert _level(next_spring, "乙村") == "四星级"
    # 丁村 went back too, but had no star to lose.
    assert _points(next_spring, "丁村", "星数") == 0


def test_last_years_five_stars_start_the_year_with_ten_points(next_spring: Evaluation) -> None:
    # 10 from clause 7.1, 6 of 村务公开, 9 and 4 of the inspection.
    assert _points(next_spring, "甲村", "总分") == 10 + 6 + 9
    assert _points(next_spring, "乙村", "总分") == 10 + 6 + 4


def test_the_pool_is_shared_by_points_of_the_starred(town: Evaluation) -> None:
    points = {"甲村": 480, "乙村": 456, "丙村": 343, "戊村": 322}
    shares = {
        quote.subject.id: quote.yuan
        for quote in town.offers.quotes
        if isinstance(quote, PoolShare) and quote.is_eligible
    }
    total = sum(points.values())
    assert shares == {village: 300_000 * own // total for village, own in points.items()}


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(town: Evaluation) -> None:
    refused = [
        item.reason.code
        for item in town.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    ]
    assert Counter(refused) == Counter(
        [
            ReasonCode.SUBJECT_NOT_LISTED,
            ReasonCode.COLLECTIVE_UNKNOWN,
            ReasonCode.FILED_TOO_LATE,
            ReasonCode.OBJECTION_UPHELD,
            ReasonCode.VALUE_NOT_LISTED,
            ReasonCode.REJECTED_BY_REVIEW,
        ]
    )
