"""The ruleset of 罗峪村: all 29 items of its table, two accounts, the reset of 10 January."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.model.clause import ManualClause, ScoringClause, UnscoredClause
from pointrules.model.exchange import Exchange
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Constant, Discretion
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

ITEMS = (
    ("E01", "党日活动签到", 5, "党建引领"),
    ("E02", "组织生活", 10, "党建引领"),
    ("E03", "志愿服务", 15, "党建引领"),
    ("E04", "参加体育活动", 10, "体育特色"),
    ("E05", "组织体育活动", 20, "体育特色"),
    ("E06", "指导体育练习", 15, "体育特色"),
    ("E07", "环境清扫", 5, "生态保护"),
    ("E08", "植树造林", 10, "生态保护"),
    ("E09", "庭院示范户", 15, "生态保护"),
    ("E10", "村级活动", 5, "公共参与"),
    ("E11", "公共劳动", 8, "公共参与"),
    ("E12", "邻里帮扶", 10, "互帮互助"),
    ("E13", "关爱老人", 10, "互帮互助"),
    ("E14", "配合调解", 10, "纠纷调解"),
    ("E15", "见义勇为", 50, "特殊贡献"),
    ("E16", "参与建设项目", 5, "特殊贡献"),
    ("E17", "赌博", -20, "扣分项目"),
    ("E18", "传播邪教", -30, "扣分项目"),
    ("E19", "乱占耕地", -30, "扣分项目"),
    ("E20", "乱堆垃圾经教育不改", -10, "扣分项目"),
    ("E21", "优秀学生", 10, "教育积分"),
    ("E22", "优秀学生", 20, "教育积分"),
    ("E23", "考上本科", 30, "教育积分"),
    ("E24", "考上专科", 20, "教育积分"),
    ("E25", "应征入伍", 30, "军旅积分"),
    ("E26", "三等功", 50, "军旅积分"),
    ("E27", "二等功及以上", 100, "军旅积分"),
    ("E28", "光荣退伍", 10, "军旅积分"),
)
"""The table as published; the 29th item, CUSTOM, has no number there and no fixed points."""

GOODS = {"洗衣液": 20, "香皂套装": 25, "挂面": 30, "茶苗五株": 50, "运动水壶": 60, "运动背包": 120}

MISTAKES = {
    "2023-0009": ReasonCode.NO_EDITION_IN_FORCE,
    "2023-0063": ReasonCode.PERSON_UNKNOWN,
    "2023-0138": ReasonCode.ATTRIBUTE_MISSING,
    "2023-0190": ReasonCode.SUBJECT_NOT_LISTED,
    "2023-0257": ReasonCode.PERSON_MISSING,
    "2023-0266": ReasonCode.VALUE_NOT_LISTED,
    "2023-0322": ReasonCode.ID_HAS_OTHER_CONTENT,
    "2023-0426": ReasonCode.PERSON_OF_OTHER_HOUSEHOLD,
    "2023-0434": ReasonCode.ALREADY_VOIDED,
    "2023-5003": ReasonCode.DECIDED_OUT_OF_RANGE,
    "2023-6005": ReasonCode.ACCOUNT_NOT_EXCHANGED,
}


@pytest.fixture(scope="module")
def new_years_eve(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2023, 12, 31))


@pytest.fixture(scope="module")
def end_of_january(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2024, 1, 31))


def _balances(village: Evaluation, person: str) -> tuple[Number, Number]:
    subject = Subject(SubjectKind.PERSON, person)
    return (
        village.measures[subject, "兑换积分", Measure.BALANCE],
        village.measures[subject, "荣誉积分", Measure.BALANCE],
    )


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 13
    assert [result.example.title for result in results if not result.is_met] == []


def test_numbered_items_have_the_points_and_category_of_the_table(
    checked: CheckedRulesets,
) -> None:
    [ruleset] = checked.editions
    found = []
    for clause in ruleset.clauses:
        if isinstance(clause, ScoringClause) and clause.number != "E29":
            assert isinstance(clause.value, Constant)
            [behaviour] = clause.behaviours
            found.append((clause.number, behaviour, clause.value.points, clause.category))
    assert tuple(found) == ITEMS


def test_every_item_enters_both_accounts_without_limit(checked: CheckedRulesets) -> None:
    [ruleset] = checked.editions
    for clause in ruleset.clauses:
        if isinstance(clause, ScoringClause):
            assert clause.accounts == ("兑换积分", "荣誉积分")
            assert clause.unlimited
            assert clause.limits == ()


def test_custom_item_takes_or_gives_up_to_a_hundred(checked: CheckedRulesets) -> None:
    [ruleset] = checked.editions
    [custom] = [clause for clause in ruleset.clauses if clause.number == "E29"]
    assert isinstance(custom, ScoringClause)
    assert isinstance(custom.value, Discretion)
    assert (custom.value.lowest, custom.value.highest) == (-100, 100)


def test_what_is_left_to_people_or_unscored_says_why(checked: CheckedRulesets) -> None:
    [ruleset] = checked.editions
    left = [
        clause for clause in ruleset.clauses if isinstance(clause, ManualClause | UnscoredClause)
    ]
    assert [clause.number for clause in left] == ["F1", "F2"]
    assert all(clause.reason for clause in left)


def test_goods_have_the_prices_of_the_source(checked: CheckedRulesets) -> None:
    [ruleset] = checked.editions
    [exchange] = [item for item in ruleset.incentives if isinstance(item, Exchange)]
    assert {good.name: good.points for good in exchange.goods} == GOODS


def test_every_line_read_has_one_of_six_outcomes(new_years_eve: Evaluation, folder: Path) -> None:
    lines = (folder / "records.csv").read_text(encoding="utf-8").splitlines()[1:]
    outcomes = Counter(item.outcome for item in new_years_eve.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 476,
        Outcome.PENDING: 8,
        Outcome.REFUSED: 14,
        Outcome.VOIDED: 10,
        Outcome.REPEATED: 3,
    }
    assert outcomes.total() == len(lines) == 511


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(
    new_years_eve: Evaluation,
) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in new_years_eve.ledger.outcomes
        if item.outcome is Outcome.REFUSED
        and item.reason is not None
        and item.reason.code is not ReasonCode.REJECTED_BY_REVIEW
    }
    assert refused == MISTAKES
    assert new_years_eve.ledger.refused_facts == ()


def test_negative_balance_survives_10_january(
    new_years_eve: Evaluation, end_of_january: Evaluation
) -> None:
    # 15 + 10 − 30 in 2023, then 15 on 12 January.
    assert _balances(new_years_eve, "罗峪5-04-1") == (-5, -5)
    assert _balances(end_of_january, "罗峪5-04-1") == (10, 10)


def test_positive_balance_is_reset_on_10_january_and_honour_is_kept(
    new_years_eve: Evaluation, end_of_january: Evaluation
) -> None:
    assert _balances(new_years_eve, "罗峪1-02-1") == (40, 40)
    assert _balances(end_of_january, "罗峪1-02-1") == (5, 45)


def test_second_check_in_at_one_event_gives_nothing(new_years_eve: Evaluation) -> None:
    again = [entry for entry in new_years_eve.ledger.entries if entry.adjustments]
    assert {entry.clause.number for entry in again if entry.clause is not None} == {"E01", "E04"}
    assert [entry.points for entry in again] == [0] * 6


def test_person_takes_points_along_to_another_household(new_years_eve: Evaluation) -> None:
    households = [
        entry.record.household
        for entry in new_years_eve.ledger.entries
        if entry.record is not None
        and entry.record.person == "罗峪2-04-3"
        and entry.account == "荣誉积分"
    ]
    assert set(households) == {"罗峪2-04", "罗峪5-01"}


def test_spending_leaves_the_honour_account_and_its_boards_alone(
    new_years_eve: Evaluation,
) -> None:
    # 150 points of which 120 went for a rucksack, 168 of which 20 for soap, 125 of which 50.
    assert _balances(new_years_eve, "罗峪2-01-2") == (30, 155)
    assert _balances(new_years_eve, "罗峪6-05-1") == (148, 173)
    assert _balances(new_years_eve, "罗峪5-06-2") == (75, 130)
    # A voided redemption gives the points back.
    assert _balances(new_years_eve, "罗峪2-05-2") == (108, 108)
    [board] = [item for item in new_years_eve.offers.boards if item.board.name == "总榜"]
    [everyone] = board.groups
    first_two = [place.subject.id for place in everyone.places][:2]
    assert first_two == ["罗峪6-05-1", "罗峪2-01-2"]


def test_spending_before_the_reset_leaves_less_to_reset(end_of_january: Evaluation) -> None:
    entries = [
        entry.points
        for entry in end_of_january.ledger.entries
        if entry.subject.id == "罗峪5-04-2"
        and entry.account == "兑换积分"
        and entry.day >= date(2024, 1, 1)
    ]
    # 48 + 5 of 6 January − 20 spent on the 8th, all gone on the 10th.
    assert entries == [5, -20, -33]


def test_balances_are_those_counted_from_the_table_by_hand(
    folder: Path, new_years_eve: Evaluation, end_of_january: Evaluation
) -> None:
    for as_of, village in (
        (date(2023, 12, 31), new_years_eve),
        (date(2024, 1, 31), end_of_january),
    ):
        counted = _counted(folder, as_of)
        for subject in village.ledger.subjects:
            if subject.kind is SubjectKind.PERSON:
                assert _balances(village, subject.id) == counted[subject.id], subject.id


def _counted(folder: Path, as_of: date) -> dict[str, tuple[int, int]]:
    """Both balances of each person: a reset of what is above 0 on each 10 January."""
    to_exchange: dict[str, int] = defaultdict(int)
    honour: dict[str, int] = defaultdict(int)
    resets = [date(2023, 1, 10), date(2024, 1, 10), date.max]
    for day, person, points, is_spent in _steps(folder):
        if day > as_of:
            break
        while day >= resets[0]:
            _reset(to_exchange)
            resets.pop(0)
        to_exchange[person] += points
        honour[person] += 0 if is_spent else points
    if as_of >= resets[0]:
        _reset(to_exchange)
    counted = {person: (to_exchange[person], honour[person]) for person in honour}
    return defaultdict(lambda: (0, 0), counted)


def _reset(balances: dict[str, int]) -> None:
    for person, points in balances.items():
        balances[person] = min(0, points)


def _steps(folder: Path) -> Iterator[tuple[date, str, int, bool]]:
    """Day, person, points and whether they are spent, by day; spending after what is earned."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    points_of = {behaviour: points for _, behaviour, points, _ in ITEMS}
    gone = {line["所指编号"] for line in lines if line["类型"] in ("作废", "更正")}
    gone |= MISTAKES.keys() - {"2023-0322"}
    seen: set[object] = set()
    steps = []
    for line in lines:
        is_new = line["编号"] not in seen
        seen.add(line["编号"])
        if line["状态"] != "审核通过" or line["编号"] in gone or not is_new:
            continue
        day, person = date.fromisoformat(line["发生日期"]), line["人"]
        if line["类型"] == "兑换":
            steps.append((day, 1, person, -int(line["兑换分值"])))
            continue
        if line["裁量人"]:
            steps.append((day, 0, person, int(line["裁量分值"])))
        if line["行为"] == "自定义积分事项":
            continue
        check_in = (person, line["行为"], line["活动"])
        if line["活动"] and check_in in seen:
            continue
        seen.add(check_in)
        points = {"校级": 10, "区级": 20}.get(line["级别"]) or points_of[line["行为"]]
        steps.append((day, 0, person, points))
    for day, is_spent, person, points in sorted(steps):
        yield day, person, points, bool(is_spent)
