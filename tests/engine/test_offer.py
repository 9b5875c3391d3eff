from fractions import Fraction

import pytest
from msgspec.structs import replace

from engine.building import (
    NOWHERE,
    POINTS,
    ZHANG,
    account,
    attribute,
    clause,
    day,
    ledger_of,
    listed,
    record,
    ruleset,
)
from engine.lending import STARS, loan
from pointrules.engine.grades import grades_held
from pointrules.engine.loans import rate_steps
from pointrules.engine.offers import offer_desk, quotes
from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.ledger.loan_quote import LoanQuote, RateStep, RateStepKind
from pointrules.model.condition import (
    And,
    Comparison,
    Condition,
    FlagIsOpen,
    GradeCompares,
    IsTrue,
    NoRecordOf,
    Not,
    SubjectAttribute,
)
from pointrules.model.flag import OpensFlag, UntilPeriodEnd
from pointrules.model.loan import LineByPoints, Loan, RateRounding, RoundedStage
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import Interval, Period
from pointrules.model.schedule import Band, Banded
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import YesNoType

AT_LEAST_THREE = GradeCompares("星级", Comparison.AT_LEAST, "三星", 1, NOWHERE)
NOT_BARRED = Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE)
WHOLE = And((AT_LEAST_THREE, NOT_BARRED), NOWHERE)


def rate(terms: Loan, points: Number) -> Number:
    return rate_steps(terms, points)[-1].after


def test_proportional_rate_of_583_points_step_by_step() -> None:
    assert rate_steps(loan(), 583) == (
        RateStep(RateStepKind.STEPS, 583, Fraction(583, 100)),
        RateStep(RateStepKind.CUT, Fraction(583, 100), Fraction(583, 1000)),
        RateStep(RateStepKind.CUT_ROUNDED, Fraction(583, 1000), Fraction(58, 100)),
        RateStep(RateStepKind.RATE, Fraction(58, 100), Fraction(442, 100)),
    )


def test_full_steps_of_583_points() -> None:
    assert rate(loan(full_steps=True), 583) == Fraction(450, 100)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (483, Fraction(452, 100)),
        (600, Fraction(440, 100)),
        (0, 5),
        (-20, 5),
        (5000, 0),
        (6000, 0),
    ],
)
def test_rate_without_a_floor(points: Number, expected: Number) -> None:
    assert rate(loan(), points) == expected


def test_rate_stops_at_its_floor() -> None:
    assert rate(loan(floor=Fraction(385, 100)), 5000) == Fraction(385, 100)
    assert rate(loan(floor=Fraction(385, 100)), 583) == Fraction(442, 100)


def test_rate_itself_can_be_rounded_and_the_cut_bounded() -> None:
    terms = replace(
        loan(),
        rounding=RateRounding(RoundedStage.RATE, Rounding(RoundingMode.UP, Fraction(1, 10))),
        largest_cut=Fraction(1, 2),
    )
    assert rate(terms, 483) == Fraction(46, 10)  # 5 − 0.483 = 4.517
    assert rate(terms, 583) == Fraction(45, 10)  # 0.583 bounded by 0.5


def quote(
    points: int, eligibility: Condition | None = None, *, is_punished: bool = False
) -> LoanQuote:
    line = LineByPoints(
        POINTS,
        Measure.BALANCE,
        Banded(
            (Band(120, inclusive=True, value=100000), Band(160, inclusive=True, value=200000)), 0
        ),
    )
    barred = OpensFlag("取消评优", UntilPeriodEnd(Period.YEAR), SubjectKind.HOUSEHOLD, NOWHERE)
    rules = ruleset(
        clause("1", "善举", points),
        clause("9", "行政处罚", None, flags=(barred,)),
        accounts=(account(),),
        grades=(STARS,),
        incentives=(replace(loan(), eligibility=eligibility, line=line),),
    )
    records = [record("r1", "2023-05-01", "善举")]
    if is_punished:
        records.append(record("r2", "2023-06-01", "行政处罚"))
    ledger = ledger_of(rules, *records, as_of="2023-12-31")
    desk = offer_desk(ledger, listed(), records)
    assert desk is not None
    (quoted,) = quotes(desk, ZHANG)
    assert isinstance(quoted, LoanQuote)
    return quoted


def test_eligible_household_is_quoted_rate_and_line() -> None:
    quoted = quote(160, WHOLE)
    assert quoted.is_eligible
    assert quoted.requirements == (
        Requirement(AT_LEAST_THREE, Standing.MET, "四星"),
        Requirement(NOT_BARRED, Standing.MET, None),
    )
    assert quoted.rate == Fraction(484, 100)
    assert quoted.line == 200000
    assert quoted.valid_until == day("2024-01-30")


def test_household_below_the_grade_is_told_so_and_quoted_nothing() -> None:
    quoted = quote(120, WHOLE)
    assert quoted.requirements[0] == Requirement(AT_LEAST_THREE, Standing.NOT_MET, "二星")
    assert (quoted.is_eligible, quoted.rate, quoted.line, quoted.steps) == (False, None, None, ())
    assert quoted.points == 120


def test_open_flag_bars_from_the_loan() -> None:
    quoted = quote(160, WHOLE, is_punished=True)
    assert quoted.requirements[1].standing is Standing.NOT_MET
    assert not quoted.is_eligible


def test_attribute_that_nobody_registered_is_not_known() -> None:
    low_income = SubjectAttribute(SubjectKind.HOUSEHOLD, attribute("低保", YesNoType()))
    quoted = quote(160, IsTrue(low_income, NOWHERE))
    assert quoted.requirements[0].standing is Standing.NOT_KNOWN
    assert not quoted.is_eligible


@pytest.mark.parametrize(("points", "level"), [(120, "二星"), (121, "三星"), (141, "四星")])
def test_grade_excludes_the_number_it_must_exceed(points: int, level: str) -> None:
    rules = ruleset(clause("1", "善举", points), grades=(STARS,))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"))
    desk = offer_desk(ledger, listed(), ())
    assert desk is not None
    (held,) = grades_held(desk, ZHANG)
    assert (held.points, held.level) == (points, level)


def test_household_that_moved_out_is_not_quoted() -> None:
    # It keeps its points and its grade; a loan is for those on the register at the date.
    gone = listed(spells={ZHANG: (Interval(day("2023-01-01"), day("2023-06-30")),)})
    rules = ruleset(
        clause("1", "善举", 583), accounts=(account(),), grades=(STARS,), incentives=(loan(),)
    )
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"), facts=gone, as_of="2023-12-31")
    desk = offer_desk(ledger, gone, ())
    assert desk is not None
    (quote,) = quotes(desk, ZHANG)
    assert isinstance(quote, LoanQuote)
    assert (quote.is_listed, quote.is_eligible, quote.rate) == (False, False, None)
    assert quote.points == 583
    assert [held.points for held in grades_held(desk, ZHANG)] == [583]


def test_absence_asked_at_a_date_does_not_see_what_comes_after_it() -> None:
    # On 30 June nobody knows of September; on 30 September it bars from the loan.
    quiet = NoRecordOf("行政处罚", Period.YEAR, NOWHERE)
    rules = ruleset(
        clause("1", "善举", 583),
        clause("9", "行政处罚", 0),
        incentives=(replace(loan(), eligibility=quiet),),
    )
    records = (record("r1", "2023-05-01", "善举"), record("r2", "2023-09-01", "行政处罚"))

    def standing(as_of: str) -> Standing:
        desk = offer_desk(ledger_of(rules, *records, as_of=as_of), listed(), records)
        assert desk is not None
        (quoted,) = quotes(desk, ZHANG)
        assert isinstance(quoted, LoanQuote)
        return quoted.requirements[0].standing

    assert standing("2023-06-30") is Standing.MET
    assert standing("2023-08-31") is Standing.MET
    assert standing("2023-09-01") is Standing.NOT_MET
