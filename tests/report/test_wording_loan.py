from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.ledger.loan_quote import RateStep, RateStepKind
from pointrules.model.condition import (
    And,
    ComparesDate,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    IsOneOf,
    IsTrue,
    MeasureCompares,
    NoRecordOf,
    Not,
    Or,
    SubjectAttribute,
)
from pointrules.model.loan import LineDecidedBy, Loan, LowestRate
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import Attribute, YesNoType
from pointrules.report.wording_condition import condition_words
from pointrules.report.wording_eligibility import requirement_words
from pointrules.report.wording_loan import line_words, rate_step_words, short_loan_words
from pointrules.source.language import Language
from report.builders import (
    AT,
    LEVEL,
    NOT_BARRED,
    THREE_STARS,
    YUAN,
    loan,
    quote_of_583,
    refused_quote,
)

POOR = SubjectAttribute(
    SubjectKind.HOUSEHOLD, Attribute("低保", YesNoType(), optional=False, origin=AT)
)
RANK = SubjectAttribute(SubjectKind.HOUSEHOLD, LEVEL)
INCOME = SubjectAttribute(SubjectKind.HOUSEHOLD, YUAN)


def step(
    kind: RateStepKind,
    before: Number,
    after: Number,
    of: Loan | None = None,
    language: Language = Language.ZH,
) -> str:
    return rate_step_words(RateStep(kind, before, after), of or loan(), language)


def test_full_steps_leave_out_what_is_not_full() -> None:
    # 583 points hold five full hundreds.
    assert step(RateStepKind.STEPS, 583, 5, loan(full_steps=True)) == (
        "每满 100 分一步，不满不计：583 ÷ 100，5 步"
    )


def test_debt_of_points_gives_no_steps() -> None:
    assert step(RateStepKind.STEPS, -20, 0) == "-20 分，从 0 分起才降：0 步"


def test_rates_always_have_two_decimals() -> None:
    # 5 − 0.5 = 4.5, and 5 − 5 = 0.
    assert step(RateStepKind.RATE, Fraction(1, 2), Fraction(9, 2)) == "利率：5% − 0.5 = 4.50%"
    assert step(RateStepKind.RATE, 5, 0) == "利率：5% − 5 = 0.00%"


def test_bounds_of_the_rate_show_what_they_did() -> None:
    floored = loan(lowest=LowestRate(Fraction(385, 100)))
    # 5 − 1.5 = 3.5 is raised to 3.85.
    assert step(RateStepKind.LOWEST_RATE, Fraction(7, 2), Fraction(385, 100), floored) == (
        "最低利率 3.85%：3.50% → 3.85%"
    )
    assert step(RateStepKind.NOT_BELOW_ZERO, Fraction(-1, 5), 0) == "利率不低于 0：-0.20% → 0.00%"
    bounded = replace(loan(), largest_cut=1)
    assert step(RateStepKind.LARGEST_CUT, Fraction(3, 2), 1, bounded) == (
        "降幅最多 1 个百分点：1.5 → 1"
    )


def test_steps_in_english() -> None:
    assert [rate_step_words(item, loan(), Language.EN) for item in quote_of_583().steps] == [
        "steps of 100 points, in proportion: 583 ÷ 100 = 5.83",
        "cut: 5.83 × 0.1 = 0.583 percentage points",
        "cut rounded down to 0.01 percentage points: 0.583 → 0.58",
        "rate: 5% − 0.58 = 4.42%",
    ]


def test_line_below_all_bands_is_none() -> None:
    quote = replace(quote_of_583(), line_points=119, line=0)
    assert line_words(quote, Language.ZH) == "额度：按 积分 本期 119 分，不到第一档，没有额度"
    assert short_loan_words(quote, Language.ZH) == "4.42%，没有额度"


def test_line_that_others_set_is_said_so() -> None:
    decided = replace(loan(), line=LineDecidedBy("三水农商银行"))
    quote = replace(quote_of_583(), loan=decided, line_points=None, line=None)
    assert line_words(quote, Language.ZH) == "额度：由 三水农商银行 核定"
    assert short_loan_words(quote, Language.ZH) == "4.42%"
    silent = replace(quote, loan=loan(line=False))
    assert line_words(silent, Language.ZH) == "额度：细则没有规定"


def test_refused_loan_says_which_requirement_failed() -> None:
    assert short_loan_words(refused_quote(), Language.ZH) == "不符合：星级 不低于 三星（现为 二星）"


def test_bound_that_changed_nothing_is_told_as_such() -> None:
    floored = loan(lowest=LowestRate(Fraction(385, 100)))
    kept = Fraction(442, 100)
    assert step(RateStepKind.LOWEST_RATE, kept, kept, floored) == "最低利率 3.85%：4.42%，不变"


def test_number_that_was_found_has_its_unit() -> None:
    enough = MeasureCompares("积分", Measure.PERIOD, Comparison.AT_LEAST, 100, AT)
    assert requirement_words(Requirement(enough, Standing.NOT_MET, "97"), Language.ZH) == (
        "不符合：积分 本期 不低于 100 分（现为 97 分）"
    )


def test_requirement_that_nobody_can_judge_is_not_known() -> None:
    unknown = Requirement(IsTrue(POOR, AT), Standing.NOT_KNOWN, None)
    assert requirement_words(unknown, Language.ZH) == "无法判断：低保"
    assert requirement_words(unknown, Language.EN) == "not known: 低保"


@pytest.mark.parametrize(
    ("condition", "chinese", "english"),
    [
        (THREE_STARS, "星级 不低于 三星", "星级 at least 三星"),
        (NOT_BARRED, "没有 取消评优", "no 取消评优"),
        (Not(IsTrue(POOR, AT), AT), "非 低保", "not 低保"),
        (IsOneOf(RANK, ("市级",), AT), "级别 是 市级", "级别 is 市级"),
        (IsOneOf(RANK, ("市级", "省级"), AT), "级别 属于 市级、省级", "级别 is 市级, 省级"),
        (
            ComparesNumber(INCOME, Comparison.BELOW, 5000, AT),
            "金额 低于 5000 元",
            "金额 less than 5000 yuan",
        ),
        (EqualsNumber(INCOME, 0, AT), "金额 是 0 元", "金额 is 0 yuan"),
        (
            ComparesDate(None, Comparison.AT_MOST, date(2023, 6, 30), AT),
            "发生日期 截至 2023-06-30",
            "the date of occurrence up to 2023-06-30",
        ),
        (NoRecordOf("纠纷", Period.YEAR, AT), "本年 没有 纠纷", "no 纠纷 this year"),
        (
            MeasureCompares("积分", Measure.PERIOD, Comparison.ABOVE, 100, AT),
            "积分 本期 超过 100 分",
            "积分 this period more than 100 points",
        ),
        (
            And((Or((THREE_STARS, IsTrue(POOR, AT)), AT), NOT_BARRED), AT),
            "（星级 不低于 三星 或 低保） 且 没有 取消评优",
            "(星级 at least 三星 or 低保) and no 取消评优",
        ),
    ],
)
def test_condition_reads_as_the_ruleset_has_it(
    condition: Condition, chinese: str, english: str
) -> None:
    assert condition_words(condition, Language.ZH) == chinese
    assert condition_words(condition, Language.EN) == english
