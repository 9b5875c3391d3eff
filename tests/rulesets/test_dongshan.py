"""The ruleset of 东山村: 0 to 100 points, a shop that leaves them alone, and a loan in bands.

The points are counted again from the table in plain Python, without the engine.
"""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

MISTAKES = {
    "2020-034": ReasonCode.DECIDED_OUT_OF_RANGE,
    "2020-037": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2020-045": ReasonCode.ACCOUNT_NOT_EXCHANGED,
    "2020-059": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2020-072": ReasonCode.REJECTED_BY_REVIEW,
}
ON_NOTICE = "2020-073"
HOUSEHOLDS = [f"东山-{number:02d}" for number in range(1, 11)]
CATEGORY = {
    "参加学习": ("思想进步", 6),
    "调解邻里矛盾": ("邻里和睦", 8),
    "红白事从简": ("移风易俗", 8),
    "庭院检查": ("清洁卫生", 12),
    "照料老人": ("敬老爱亲", 6),
    "义务劳动": ("热心公益", 10),
    "结对帮扶": ("扶助感恩", 6),
}


@pytest.fixture(scope="module")
def july(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2020, 7, 31))


def _balances(village: Evaluation, account: str) -> dict[str, object]:
    return {
        household: village.measures[
            Subject(SubjectKind.HOUSEHOLD, household), account, Measure.BALANCE
        ]
        for household in HOUSEHOLDS
    }


def _worth(line: dict[str, str], seen: set[tuple[str, ...]]) -> int:
    """What one line asks for, before the limit of its category."""
    match line["行为"]:
        case "庭院检查":
            once: tuple[str, ...] = (line["户"], line["发生日期"][:7])
            worth = {"优": 2, "良": 1, "中": 0, "差": -3}[line["等次"]]
        case "参加学习":
            once, worth = (line["户"], line["主题"]), 1
        case "义务劳动":
            return min(int(line["时长"]) // 2, 3)
        case "调解邻里矛盾":
            return int(line["裁量分值"])
        case behaviour:
            return {"红白事从简": 4, "照料老人": 2, "结对帮扶": 3, "赌博": -15}.get(behaviour, 0)
    if worth > 0 and once in seen:
        return 0
    if worth > 0:
        seen.add(once)
    return worth


def _counted(lines: list[dict[str, str]]) -> tuple[dict[str, int], dict[str, int]]:
    """The points that a household stands at, and those it can spend."""
    gone = {line["所指编号"] for line in lines if line["所指编号"]} | set(MISTAKES) | {ON_NOTICE}
    standing = dict.fromkeys(HOUSEHOLDS, 60)
    purse = dict.fromkeys(HOUSEHOLDS, 0)
    used: dict[tuple[str, str], int] = defaultdict(int)
    seen: set[tuple[str, ...]] = set()
    numbers: set[str] = set()
    # A correction keeps the place of its day; the sort is stable.
    for line in sorted(lines, key=lambda line: line["发生日期"]):
        number, household = line["编号"], line["户"]
        if number in gone or number in numbers or line["状态"] != "通过":
            continue
        numbers.add(number)
        if line["类型"] == "兑换":
            purse[household] -= int(line["兑换分值"])
            continue
        worth = _worth(line, seen)
        if worth > 0:
            category, most = CATEGORY[line["行为"]]
            worth = min(worth, most - used[household, category])
            used[household, category] += worth
            purse[household] += worth
        # What is taken comes off the standing alone.
        standing[household] = max(0, min(100, standing[household] + worth))
    return standing, purse


def test_points_and_purses_are_those_of_counting_by_hand(
    july: Evaluation, lines: list[dict[str, str]]
) -> None:
    standing, purse = _counted(lines)
    assert _balances(july, "公德积分") == standing
    assert _balances(july, "超市积分") == purse
    assert (standing["东山-01"], standing["东山-02"], standing["东山-04"]) == (100, 79, 99)


def test_bands_of_the_loan_are_as_reported(july: Evaluation) -> None:
    lines = {
        item.subject.id: (item.is_eligible, item.line, item.line_most)
        for item in july.offers.quotes
        if isinstance(item, LoanQuote)
    }
    assert lines["东山-01"] == (True, 250_000, 300_000)
    assert lines["东山-02"] == (False, None, None)


def test_notice_that_runs_out_on_2_august_opens_the_loan(
    folder: Path, checked: CheckedRulesets
) -> None:
    for day, points in ((1, 79), (2, 82)):
        village = evaluated(folder, checked, date(2020, 8, day))
        [quote] = [
            item
            for item in village.offers.quotes
            if isinstance(item, LoanQuote) and item.subject.id == "东山-02"
        ]
        assert (quote.line_points, quote.line) == (points, None if day == 1 else 100_000)


def test_cutting_the_hair_of_the_old_is_honoured_without_points(july: Evaluation) -> None:
    [flag] = [item for item in july.ledger.flags if item.flag == "公德荣誉"]
    assert (flag.subject.id, flag.last_day) == ("东山-05", date(2021, 5, 1))
    assert _balances(july, "公德积分")["东山-05"] == 60


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 9
    assert [result.example.title for result in results if not result.is_met] == []


def test_every_line_read_has_one_of_six_outcomes(
    july: Evaluation, lines: list[dict[str, str]]
) -> None:
    outcomes = Counter(item.outcome for item in july.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 62,
        Outcome.UNMATCHED: 1,
        Outcome.PENDING: 3,
        Outcome.REFUSED: 5,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 75


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(july: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in july.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
    assert july.ledger.refused_facts == ()
