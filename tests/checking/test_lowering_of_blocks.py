"""What accounts, grades, loans, examples and the edition itself mean."""

from datetime import date
from fractions import Fraction

from checking.village import ACCOUNT, meant, village
from pointrules.model.account import PeriodEnd
from pointrules.model.account_period import ClosingFloor
from pointrules.model.condition import And, Comparison, GradeCompares, MeasureCompares
from pointrules.model.edition import Enactment, Filing
from pointrules.model.example import (
    ExpectsClause,
    ExpectsFlag,
    ExpectsGrade,
    ExpectsLimit,
    ExpectsPoints,
    ExpectsRate,
)
from pointrules.model.grade import GradeBand
from pointrules.model.loan import (
    LineByPoints,
    LineDecidedBy,
    Loan,
    LowestRate,
    NoLowestRate,
    RateRounding,
    RoundedStage,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Rounding, RoundingMode
from pointrules.model.period import NEW_YEAR, MonthDay, Period
from pointrules.model.review import RulingDate
from pointrules.model.scan import Counted, Direction, LetThrough
from pointrules.model.schedule import Band, Banded, Linear
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.vocabulary import EnumeratedType, NumericType

GRADE = "等级「星级」按 积分 本期：超过 160 分 五星；120 分以上 三星；其余 一星\n"


def loan(text: str) -> Loan:
    (found,) = meant(village(f"{GRADE}激励「村民积分贷」贷款 {text}")).incentives
    assert isinstance(found, Loan)
    return found


def test_the_edition_says_how_it_was_enacted() -> None:
    edition = """细则「试验村积分细则」
  版本 2023.10，自 2023-06-01 起施行，至 2024-05-31 止
  依据「村规民约」，依据「乡里的办法」
  通过「村民会议」2023-05-20，应到 320 人，实到 260 人，赞成 251 人；备案「镇政府」2023-05-25
"""
    found = meant(village(edition=edition)).edition
    assert (found.title, found.version) == ("试验村积分细则", "2023.10")
    assert (found.first_day, found.last_day) == (date(2023, 6, 1), date(2024, 5, 31))
    assert found.basis == ("村规民约", "乡里的办法")
    assert found.enactment == Enactment("村民会议", date(2023, 5, 20), 320, 260, 251)
    assert found.filing == Filing("镇政府", date(2023, 5, 25))


def test_the_year_begins_when_the_ruleset_says() -> None:
    assert meant(village(year="年度 自 7月1日 起")).year_start == MonthDay(7, 1)
    assert meant(village(year="")).year_start == NEW_YEAR


def test_the_review_names_the_ruling_date() -> None:
    review = "评议：按 审核日期 归期；审核通过的，计分。"
    assert meant(village(review=review)).review.ruling_date is RulingDate.REVIEWED


def test_an_account_with_every_part() -> None:
    accounts = (
        "账户「积分」按人：1月10日 起算，基础 10.5 分，精确到 0.5 分，扣完为止，"
        "期末 低于 0 分 按 0 分计，期末 正分清零，每年最多加 60 分，合计最多 100 分"
    )
    (found,) = meant(village(accounts=accounts)).accounts
    assert found.subject_kind is SubjectKind.PERSON
    assert found.period_start == MonthDay(1, 10)
    assert found.period_end is PeriodEnd.RESET_POSITIVE
    assert (found.base, found.precision) == (Fraction(21, 2), Fraction(1, 2))
    assert found.running_floor == 0
    assert found.closing_floor == ClosingFloor(0, 0)
    gains, net = found.limits
    assert gains.scan.transfer == LetThrough(Counted.POINTS, Direction.GAIN, 60)
    assert net.scan.transfer == LetThrough(Counted.POINTS, Direction.NET, 100)


def test_an_account_kept_for_good_has_no_period() -> None:
    (found,) = meant(village(accounts="账户「荣誉」按户：长期累积")).accounts
    assert (found.period_start, found.period_end) == (None, PeriodEnd.KEEP)
    assert (found.base, found.precision, found.running_floor) == (0, 1, None)


def test_a_vocabulary_with_units_of_its_own() -> None:
    vocabulary = """词表 单位 筐
  行为 送菜（数量：筐；等次：好、差，可不填），又称 送蔬菜，又称 给菜
  角色 书记"""
    found = meant(village(vocabulary=vocabulary)).vocabulary
    (behaviour,) = found.behaviours
    assert behaviour.aliases == ("送蔬菜", "给菜")
    amount, quality = behaviour.attributes
    assert isinstance(amount.type, NumericType)
    assert (amount.type.unit.symbol, amount.type.unit.counted) == ("筐", True)
    assert amount.type.unit.dimension not in {unit.dimension for unit in UNITS.values()}
    assert quality.type == EnumeratedType(("好", "差"))
    assert (amount.optional, quality.optional) == (False, True)
    assert found.roles == ("书记",)


def test_grades_written_falling_are_kept_rising() -> None:
    (found,) = meant(village(GRADE)).grades
    assert found.bands == (
        GradeBand(120, inclusive=True, level="三星"),
        GradeBand(160, inclusive=False, level="五星"),
    )
    assert found.levels == ("一星", "三星", "五星")
    assert found.measure is Measure.PERIOD


def test_a_loan_in_proportion_with_the_cut_rounded() -> None:
    found = loan(
        "资格 不限 基准利率 5%；按 积分 历年累计，从 0 分起，每 100 分 降 0.1 个百分点，按比例，"
        "降幅舍去到 0.01 个百分点；最低利率 3.85%；额度 由「银行」核定；报价 30 天内有效"
    )
    assert (found.eligibility, found.base_rate, found.account) == (None, 5, "积分")
    assert found.measure is Measure.LIFETIME
    assert found.cut == Linear(0, 100, Fraction(1, 10), full_steps=False, rounding=None)
    rounding = Rounding(RoundingMode.DOWN, Fraction(1, 100))
    assert found.rounding == RateRounding(RoundedStage.CUT, rounding)
    assert found.lowest_rate == LowestRate(Fraction(77, 20))
    assert (found.line, found.valid_days) == (LineDecidedBy("银行"), 30)


def test_a_loan_in_full_steps_of_basis_points_with_a_line_by_points() -> None:
    found = loan(
        "资格：星级 不低于 三星 且 积分 余额 ≥ 50 分；基准利率 4.5%；按 积分 余额；从 100 分起；"
        "每满 50 分 降 5 基点；降幅最多 1 个百分点；不设下限，因为「未说明」；报价 7 天内有效；"
        "额度 按 积分 本期：120 分起 10 万元，160 分起 20 万元"
    )
    assert found.cut == Linear(100, 50, Fraction(1, 20), full_steps=True, rounding=None)
    assert (found.rounding, found.largest_cut) == (None, 1)
    assert found.lowest_rate == NoLowestRate("未说明")
    bands = (Band(120, inclusive=True, value=100_000), Band(160, inclusive=True, value=200_000))
    assert found.line == LineByPoints("积分", Measure.PERIOD, Banded(bands, 0))
    assert isinstance(found.eligibility, And)
    grade, points = found.eligibility.items
    assert isinstance(grade, GradeCompares)
    assert (grade.comparison, grade.level, grade.rank) == (Comparison.AT_LEAST, "三星", 1)
    assert isinstance(points, MeasureCompares)
    assert (points.measure, points.bound) == (Measure.BALANCE, 50)


def test_an_example_with_all_that_it_can_say() -> None:
    rules = """条款 1 捐款 的，每次 加 5 分，每月最多加 12 分
条款 2 邻里互助 的，由 评议会 酌情 加 1 到 5 分，不设上限，并 取消评优 1 年
例「试」
  假如「甲家」低保 是
  并且「甲家」的「甲一」党员 否
  并且「甲家」积分 余额 -20 分
  并且「甲家」2023-07-03 捐款 金额 0.5 万元
  当「甲家」的「甲一」2023-07-20 邻里互助 由 评议会 酌情 加 3 分
  那么 加 3 分，依据 2，因为 每月最多加 12 分；取消评优
"""
    (found,) = meant(village(rules)).examples
    household, person = found.facts
    assert household.subject == Subject(SubjectKind.HOUSEHOLD, "甲家")
    assert (household.attribute, household.value) == ("低保", True)
    assert person.subject == Subject(SubjectKind.PERSON, "甲一")
    assert (person.attribute, person.value) == ("党员", False)
    assert (found.measures[0].account, found.measures[0].points) == ("积分", -20)
    given, asked = found.records
    assert (given.attributes, given.is_asked_about) == ((("金额", 5000),), False)
    assert (asked.person, asked.decided, asked.decided_by) == ("甲一", 3, "评议会")
    assert asked.is_asked_about
    points, clause, limit, flag = found.expectations
    assert isinstance(points, ExpectsPoints)
    assert (points.account, points.points) == (None, 3)
    assert isinstance(clause, ExpectsClause)
    assert isinstance(limit, ExpectsLimit)
    assert limit.limit.scan.window is Period.MONTH
    assert isinstance(flag, ExpectsFlag)


def test_an_example_of_a_grade_and_of_a_loan() -> None:
    rules = (
        GRADE + "激励「村民积分贷」贷款 资格 不限；基准利率 5%；按 积分 历年累计，从 0 分起，"
        "每满 100 分 降 0.1 个百分点；最低利率 3.85%；报价 30 天内有效\n"
        "例「试」假如「甲家」积分 历年累计 583 分 那么 村民积分贷 利率 4.5%；星级 一星"
    )
    (found,) = meant(village(rules)).examples
    rate, grade = found.expectations
    assert isinstance(rate, ExpectsRate)
    assert (rate.loan, rate.percent) == ("村民积分贷", Fraction(9, 2))
    assert isinstance(grade, ExpectsGrade)
    assert (grade.grade, grade.level) == ("星级", "一星")


def test_the_digest_is_handed_on() -> None:
    assert meant(village(accounts=ACCOUNT)).digest == "digest"
