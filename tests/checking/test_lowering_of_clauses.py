"""What clauses mean: the text on one side, the model on the other."""

from datetime import date
from fractions import Fraction

from checking.village import ACCOUNT, meant, village
from pointrules.model.account import Category
from pointrules.model.clause import ManualClause, ScoringClause, StackingKind, UnscoredClause
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesDate,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    IsOneOf,
    IsTrue,
    NoRecordOf,
    Not,
    Or,
    RecordAttribute,
    SubjectAttribute,
)
from pointrules.model.flag import UntilPeriodEnd
from pointrules.model.limit import Beyond
from pointrules.model.number import Rounding, RoundingMode
from pointrules.model.period import Duration, DurationUnit, Period
from pointrules.model.scan import (
    Counted,
    Direction,
    HighestSoFar,
    LetThrough,
    Occurrences,
    Owner,
    OwnerKind,
    RunningSum,
)
from pointrules.model.schedule import Band, Banded, Bracket, Linear, Progressive
from pointrules.model.subject import SubjectKind
from pointrules.model.value import (
    ByRunningSum,
    Constant,
    Discretion,
    Lookup,
    LookupRow,
    PerQuantity,
    Reached,
    Value,
)

BOTH = ACCOUNT + "账户「个人分」按人：长期累积，精确到 0.1 分\n"


def clause(text: str, *, accounts: str = ACCOUNT) -> ScoringClause:
    (found,) = meant(village(f"条款 1 {text}", accounts=accounts)).scoring_clauses
    return found


def value(text: str, *, accounts: str = ACCOUNT) -> Value:
    found = clause(text, accounts=accounts).value
    assert found is not None
    return found


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    assert isinstance(condition, And)
    return condition.items


# ---- conditions


def test_an_ordinary_clause_is_its_behaviour_and_its_pairs() -> None:
    found = clause("志愿服务 时长 2 小时以上 且 低保 的，每次 扣 1 分")
    assert found.behaviours == ("志愿服务",)
    situation, poor = parts_of(found.condition)
    behaviour, hours = parts_of(situation)
    assert isinstance(behaviour, BehaviourIs)
    assert isinstance(hours, ComparesNumber)
    assert isinstance(hours.operand, RecordAttribute)
    assert (hours.comparison, hours.bound) == (Comparison.AT_LEAST, 2)
    assert isinstance(poor, IsTrue)
    assert isinstance(poor.operand, SubjectAttribute)
    assert poor.operand.kind is SubjectKind.HOUSEHOLD


def test_a_quantity_without_a_comparison_is_exact_and_in_the_unit_of_the_attribute() -> None:
    _, hours = parts_of(clause("志愿服务 时长 90 分钟 的，每次 扣 1 分").condition)
    assert isinstance(hours, EqualsNumber)
    assert hours.number == Fraction(3, 2)


def test_ten_thousand_yuan_are_yuan() -> None:
    _, money = parts_of(clause("捐款 金额 1.5 万元以上 的，每次 扣 1 分").condition)
    assert isinstance(money, ComparesNumber)
    assert money.bound == 15000


def test_an_alias_means_its_behaviour() -> None:
    assert clause("乱扔垃圾 的，每次 扣 1 分").behaviours == ("乱倒垃圾",)


def test_any_of_several_behaviours() -> None:
    found = clause("有下列情形之一的：邻里互助、志愿服务 时长 1 小时以上，每次 扣 1 分")
    assert found.behaviours == ("志愿服务", "邻里互助")
    assert isinstance(found.condition, Or)


def test_a_composed_condition_holds_for_the_behaviours_that_it_can_hold_for() -> None:
    found = clause("当 （行为 是 捐款 且 金额 ≥ 5 元） 或 （行为 是 体检 且 合格） 时 每次 扣 1 分")
    assert found.behaviours == ("捐款", "体检")


def test_all_behaviours_but_one() -> None:
    found = clause("当 行为 不是 捐款 时 每次 扣 1 分")
    assert "捐款" not in found.behaviours
    assert len(found.behaviours) == 8


def test_none_of_is_no_open_flag_or_no_earlier_record() -> None:
    found = clause("当 行为 是 捐款 且 没有 取消评优 且 本年 没有 乱扔垃圾 时 每次 扣 1 分")
    _, flag, record = parts_of(found.condition)
    assert isinstance(flag, Not)
    assert isinstance(flag.item, FlagIsOpen)
    assert isinstance(record, NoRecordOf)
    assert (record.behaviour, record.period) == ("乱倒垃圾", Period.YEAR)


def test_dates_words_and_their_contraries() -> None:
    found = clause(
        "当 行为 是 体检 且 发生日期 ≥ 2023-07-01 且 日期甲 < 2023-06-01 "
        "且 片区 不是 一组 且 非 合格 时 每次 扣 1 分"
    )
    _, occurred, day, area, failed = parts_of(found.condition)
    assert isinstance(occurred, ComparesDate)
    assert (occurred.operand, occurred.day) == (None, date(2023, 7, 1))
    assert isinstance(day, ComparesDate)
    assert day.comparison is Comparison.BELOW
    assert isinstance(area, Not)
    assert isinstance(area.item, IsOneOf)
    assert area.item.values == ("一组",)
    assert isinstance(failed, Not)


# ---- values


def test_deductions_are_negative() -> None:
    found = clause("捐款 的，每次 扣 5 分")
    assert isinstance(found.value, Constant)
    assert (found.value.points, found.direction) == (-5, Direction.LOSS)


def test_a_parameter_gives_its_points_and_its_name() -> None:
    ruleset = meant(village("参数「单次」：5 分\n条款 1 捐款 的，每次 扣 单次"))
    (found,) = ruleset.scoring_clauses
    assert isinstance(found.value, Constant)
    assert (found.value.points, found.value.parameter) == (-5, "单次")


def test_full_units_need_no_rounding() -> None:
    found = value("志愿服务 的，每满 30 分钟 扣 2 分")
    assert isinstance(found, PerQuantity)
    assert found.attribute.name == "时长"
    assert found.schedule == Linear(0, Fraction(1, 2), -2, full_steps=True, rounding=None)


def test_proportional_points_are_rounded_as_the_clause_says() -> None:
    found = value("志愿服务 的，每 2 小时 扣 1 分，四舍五入到 1 分")
    assert isinstance(found, PerQuantity)
    rounding = Rounding(RoundingMode.HALF_UP, 1)
    assert found.schedule == Linear(0, 2, -1, full_steps=False, rounding=rounding)


def test_what_is_counted_in_whole_numbers_needs_no_rounding() -> None:
    found = value("拾捡 的，每 1 袋 扣 2 分")
    assert isinstance(found, PerQuantity)
    assert found.schedule == Linear(0, 1, -2, full_steps=False, rounding=None)


def test_a_table_by_one_attribute() -> None:
    found = value("卫生检查 的，按 等次 加：优秀 5 分，良好 2 分，其余 不加分；不设上限")
    assert isinstance(found, Lookup)
    assert found.rows == (LookupRow(("优秀",), 5), LookupRow(("良好",), 2))
    assert found.otherwise == 0


def test_a_table_by_two_attributes_in_rows_of_either_form() -> None:
    rows = (
        LookupRow(("县级", "第一"), -4),
        LookupRow(("县级", "第二"), -3),
        LookupRow(("乡级", "第一"), -2),
        LookupRow(("乡级", "第二"), -1),
    )
    for text in (
        "县级：第一 4 分，第二 3 分；乡级：第一 2 分，第二 1 分",
        "县级 第一 4 分，县级 第二 3 分，乡级 第一 2 分，乡级 第二 1 分",
    ):
        found = value(f"表彰 的，按 级别、名次 扣：{text}")
        assert isinstance(found, Lookup)
        assert found.rows == rows
        assert found.otherwise is None


def test_bands_written_falling_are_kept_rising() -> None:
    found = value("捐款 的，按 金额 分档 扣：100 元以上 3 分，超过 10 元 1 分")
    assert isinstance(found, PerQuantity)
    bands = (Band(10, inclusive=False, value=-1), Band(100, inclusive=True, value=-3))
    assert found.schedule == Banded(bands, 0)


def test_steps_on_a_running_sum_only_the_highest_reached() -> None:
    found = value("志愿服务 的，按 本年累计 时长 达到 加：10 小时起 2 分，20 小时起 5 分；取最高档")
    assert isinstance(found, ByRunningSum)
    assert found.reached is Reached.HIGHEST
    assert found.scan.owner == Owner(OwnerKind.CLAUSE, "1")
    assert found.scan.window is Period.YEAR
    bands = (Band(10, inclusive=True, value=2), Band(20, inclusive=True, value=5))
    assert isinstance(found.scan.transfer, RunningSum)
    assert found.scan.transfer.schedule == Banded(bands, 0)


def test_steps_on_a_running_sum_each_of_them() -> None:
    found = value(
        "捐款 的，按 历年累计 次数 达到 加：10 次起 2 分，20 次起 5 分；各档累加；不设上限"
    )
    assert isinstance(found, ByRunningSum)
    assert found.reached is Reached.EACH
    assert found.scan.window is Period.EVER
    # both steps: 2, then 2 + 5
    bands = (Band(10, inclusive=True, value=2), Band(20, inclusive=True, value=7))
    assert isinstance(found.scan.transfer, RunningSum)
    assert found.scan.transfer.attribute is None
    assert found.scan.transfer.schedule == Banded(bands, 0)


def test_progressive_brackets_of_a_running_sum() -> None:
    found = value(
        "捐款 的，按 本年累计 金额 累进 扣：0 元起 每满 100 元 1 分，1000 元起 每满 400 元 1 分"
    )
    assert isinstance(found, ByRunningSum)
    assert found.reached is None
    brackets = (Bracket(0, 100, -1, full_steps=True), Bracket(1000, 400, -1, full_steps=True))
    assert isinstance(found.scan.transfer, RunningSum)
    assert found.scan.transfer.schedule == Progressive(brackets, None)


def test_discretion_keeps_its_range_and_turns_it_for_deductions() -> None:
    found = value("邻里互助 的，由 评议会 酌情 扣 1 到 5 分")
    assert isinstance(found, Discretion)
    assert (found.decider, found.lowest, found.highest) == ("评议会", -5, -1)


# ---- limits and what else follows


def test_limits_of_points_and_of_times() -> None:
    found = clause("捐款 的，每次 加 5 分，每月最多 12 分（超出不计），每年最多 3 次").limits
    month, year = found
    assert month.scan.window is Period.MONTH
    assert month.scan.transfer == LetThrough(Counted.POINTS, Direction.GAIN, 12)
    assert month.beyond is Beyond.REFUSE
    assert year.scan.transfer == LetThrough(Counted.TIMES, Direction.GAIN, 3)
    assert year.beyond is Beyond.CUT


def test_beyond_belongs_to_the_limit_right_before_it() -> None:
    found = clause("捐款 的，每次 加 5 分，每月最多加 12 分，每年最多加 30 分，超出不计").limits
    assert [limit.beyond for limit in found] == [Beyond.CUT, Beyond.REFUSE]


def test_repeats_weigh_more_in_a_window_that_rolls() -> None:
    found = clause("捐款 的，每次 扣 5 分；一年内 第 2 次起 加倍，第 3 次起 按 3 倍").escalation
    assert found is not None
    assert found.scan.window == Duration(1, DurationUnit.YEAR)
    assert found.scan.transfer == Occurrences()
    assert [(step.ordinal, step.factor) for step in found.steps] == [(2, 2), (3, 3)]


def test_best_of_one_matter() -> None:
    found = clause("表彰 的，每次 加 5 分；同一 事项 取最高；不设上限")
    assert found.unlimited
    assert found.best_of is not None
    assert found.best_of.scan.window is Period.EVER
    assert [attribute.name for attribute in found.best_of.scan.key] == ["事项"]
    assert found.best_of.scan.transfer == HighestSoFar()


def test_a_flag_beside_the_points_ends_with_the_year() -> None:
    found = clause("行政处罚 的，每次 扣 5 分；并 取消评优，至 本年末")
    (flag,) = found.flags
    assert (flag.flag, flag.end) == ("取消评优", UntilPeriodEnd(Period.YEAR))
    assert flag.subject_kind is SubjectKind.HOUSEHOLD


def test_a_clause_of_a_flag_alone_gives_no_points() -> None:
    found = clause("行政处罚 的，取消评优 6 个月")
    assert (found.value, found.direction, found.accounts) == (None, Direction.NET, ())
    assert found.flags[0].end == Duration(6, DurationUnit.MONTH)


def test_a_flag_until_a_day() -> None:
    assert clause("行政处罚 的，取消评优，至 2024-06-30").flags[0].end == date(2024, 6, 30)


def test_a_flag_for_accounts_of_both_kinds_is_opened_on_both() -> None:
    found = clause("行政处罚 的，每次 扣 5 分，记入 积分、个人分；并 取消评优 1 年", accounts=BOTH)
    kinds = [flag.subject_kind for flag in found.flags]
    assert kinds == [SubjectKind.HOUSEHOLD, SubjectKind.PERSON]


def test_accounts_stand_in_the_order_of_the_ruleset() -> None:
    found = clause("捐款 的，每次 扣 5 分，记入 个人分、积分", accounts=BOTH)
    assert found.accounts == ("积分", "个人分")


def test_a_finer_account_holds_finer_points() -> None:
    found = value("捐款 的，每次 扣 0.5 分，记入 个人分", accounts=BOTH)
    assert isinstance(found, Constant)
    assert found.points == Fraction(-1, 2)


def test_stacking_names_the_other_clauses() -> None:
    rules = "条款 3.1 捐款 的，每次 扣 1 分\n条款 3.10 捐款 的，每次 扣 2 分，与 3.1 可叠加"
    ten = meant(village(rules)).scoring_clauses[1]
    assert ten.number == "3.10"
    assert [(item.kind, item.clauses) for item in ten.stacking] == [(StackingKind.ADDS, ("3.1",))]


def test_clauses_without_points_are_kept_with_their_reasons() -> None:
    rules = """条款 1 「移风易俗」 不计分，因为「由红白理事会登记」
条款 2 人工评议"""
    first, second = meant(village(rules)).clauses
    assert isinstance(first, UnscoredClause)
    assert (first.text, first.reason) == ("移风易俗", "由红白理事会登记")
    assert isinstance(second, ManualClause)
    assert second.reason is None


def test_a_category_gives_accounts_limits_and_best_of_to_its_clauses() -> None:
    rules = """类别「奖励」：记入 个人分；每年最多加 9 分；本年内 同一 事项 取最高
条款 1 归入 奖励 表彰 的，每次 加 5 分"""
    ruleset = meant(village(rules, accounts=BOTH))
    (found,) = ruleset.scoring_clauses
    assert (found.category, found.accounts, found.limits) == ("奖励", ("个人分",), ())
    category: Category = ruleset.category("奖励")
    assert category.limits[0].scan.owner == Owner(OwnerKind.CATEGORY, "奖励")
    assert category.best_of is not None
    assert category.best_of.scan.window is Period.YEAR
    assert category.best_of.scan.owner == Owner(OwnerKind.CATEGORY, "奖励")


def test_the_limits_of_all_accounts_bound_an_award_too() -> None:
    accounts = "账户「积分」按户：1月1日 起算，期末清零，每年最多加 60 分\n"
    assert clause("捐款 的，每次 加 5 分", accounts=accounts).limits == ()
