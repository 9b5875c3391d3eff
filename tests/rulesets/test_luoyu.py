"""The ruleset of 罗峪村: all 29 items of its table, two accounts, the reset of 10 January."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets, check_files
from pointrules.ledger.ledger import Outcome
from pointrules.model.clause import ManualClause, ScoringClause
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Constant
from pointrules.records.reason import ReasonCode

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

MISTAKES = {
    "2023-0009": ReasonCode.NO_EDITION_IN_FORCE,
    "2023-0063": ReasonCode.PERSON_UNKNOWN,
    "2023-0138": ReasonCode.ATTRIBUTE_MISSING,
    "2023-0190": ReasonCode.SUBJECT_NOT_LISTED,
    "2023-0257": ReasonCode.PERSON_MISSING,
    "2023-0266": ReasonCode.VALUE_NOT_LISTED,
    "2023-0276": ReasonCode.BEHAVIOUR_UNKNOWN,
    "2023-0322": ReasonCode.ID_HAS_OTHER_CONTENT,
    "2023-0426": ReasonCode.PERSON_OF_OTHER_HOUSEHOLD,
    "2023-0434": ReasonCode.ALREADY_VOIDED,
}


@pytest.fixture(scope="module")
def folder(checkout: Path) -> Path:
    return checkout / "rulesets" / "luoyu"


@pytest.fixture(scope="module")
def checked(folder: Path) -> CheckedRulesets:
    return check_files([folder / "luoyu.points"])


def _evaluated(folder: Path, checked: CheckedRulesets, as_of: date) -> Evaluation:
    return evaluate(
        checked.editions,
        records=folder / "records.csv",
        facts=folder / "facts.csv",
        as_of=as_of,
    )


@pytest.fixture(scope="module")
def new_years_eve(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return _evaluated(folder, checked, date(2023, 12, 31))


@pytest.fixture(scope="module")
def end_of_january(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return _evaluated(folder, checked, date(2024, 1, 31))


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
    assert len(results) == 8
    assert [result.example.title for result in results if not result.is_met] == []


def test_numbered_items_have_the_points_and_category_of_the_table(
    checked: CheckedRulesets,
) -> None:
    [ruleset] = checked.editions
    found = []
    for clause in ruleset.clauses:
        if isinstance(clause, ScoringClause):
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


def test_custom_item_boards_and_exchange_are_left_to_people_with_a_reason(
    checked: CheckedRulesets,
) -> None:
    [ruleset] = checked.editions
    left = [clause for clause in ruleset.clauses if isinstance(clause, ManualClause)]
    assert [clause.number for clause in left] == ["E29", "F1", "F2"]
    assert all(clause.reason for clause in left)


def test_every_line_read_has_one_of_six_outcomes(new_years_eve: Evaluation, folder: Path) -> None:
    lines = (folder / "records.csv").read_text(encoding="utf-8").splitlines()[1:]
    outcomes = Counter(item.outcome for item in new_years_eve.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 468,
        Outcome.PENDING: 5,
        Outcome.REFUSED: 13,
        Outcome.VOIDED: 8,
        Outcome.REPEATED: 3,
    }
    assert outcomes.total() == len(lines) == 497


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
