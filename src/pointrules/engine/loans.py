"""Loans quoted at a ledger's date, with every step of the arithmetic."""

from datetime import timedelta
from fractions import Fraction

from pointrules.engine.eligibility import are_met, requirements
from pointrules.engine.offer_desk import OfferDesk
from pointrules.ledger.loan_quote import LoanQuote, RateStep, RateStepKind
from pointrules.model.loan import (
    LineByPoints,
    Loan,
    LowestRate,
    RateDecidedBy,
    RateTable,
    RoundedStage,
)
from pointrules.model.number import Number, Rounding, simplified
from pointrules.model.schedule import Linear, schedule_value
from pointrules.model.subject import Subject


def rate_steps(loan: Loan, points: Number) -> tuple[RateStep, ...]:
    """From points to the rate, which the last step gives; none where others decide it."""
    if isinstance(loan.cut, RateDecidedBy):
        return ()
    if isinstance(loan.cut, RateTable):
        return (RateStep(RateStepKind.BAND, points, schedule_value(loan.cut.bands, points)),)
    steps = [RateStep(RateStepKind.STEPS, points, _steps(loan.cut, points))]
    cut = schedule_value(loan.cut, points)
    steps.append(RateStep(RateStepKind.CUT, steps[-1].after, cut))
    rounding = loan.rounding
    if rounding is not None and rounding.stage is RoundedStage.CUT:
        cut = _rounded(steps, RateStepKind.CUT_ROUNDED, cut, rounding.rounding)
    if loan.largest_cut is not None:
        before, cut = cut, min(cut, loan.largest_cut)
        steps.append(RateStep(RateStepKind.LARGEST_CUT, before, cut))
    assert loan.base_rate is not None, "a rate that is cut begins at a base"
    rate = simplified(loan.base_rate - cut)
    steps.append(RateStep(RateStepKind.RATE, cut, rate))
    if rounding is not None and rounding.stage is RoundedStage.RATE:
        rate = _rounded(steps, RateStepKind.RATE_ROUNDED, rate, rounding.rounding)
    if isinstance(loan.lowest_rate, LowestRate):
        before, rate = rate, max(rate, loan.lowest_rate.percent)
        steps.append(RateStep(RateStepKind.LOWEST_RATE, before, rate))
    if rate < 0:
        steps.append(RateStep(RateStepKind.NOT_BELOW_ZERO, rate, 0))
    return tuple(steps)


def loan_quote(desk: OfferDesk, loan: Loan, subject: Subject) -> LoanQuote:
    """A quote; one who is not eligible is told the points, but neither rate nor line."""
    points = desk.points(subject, loan.account, loan.measure)
    required = requirements(desk, loan.eligibility, subject)
    is_listed = desk.facts.is_listed(subject, desk.as_of)
    is_eligible = is_listed and are_met(required)
    steps = rate_steps(loan, points) if is_eligible else ()
    line_points: Number | None = None
    line: Number | None = None
    most: Number | None = None
    if isinstance(loan.line, LineByPoints):
        line_points = desk.points(subject, loan.line.account, loan.line.measure)
        line = schedule_value(loan.line.bands, line_points) if is_eligible else None
        if is_eligible and loan.line.most is not None:
            most = schedule_value(loan.line.most, line_points)
    return LoanQuote(
        loan=loan,
        subject=subject,
        as_of=desk.as_of,
        requirements=required,
        is_listed=is_listed,
        is_eligible=is_eligible,
        points=points,
        steps=steps,
        rate=steps[-1].after if steps else None,
        line_points=line_points,
        line=line,
        valid_until=desk.as_of + timedelta(days=loan.valid_days),
        line_most=most,
    )


def _steps(cut: Linear, points: Number) -> Number:
    """How many steps `points` are above the start; below it none."""
    above = points - cut.start
    if above <= 0:
        return 0
    steps = Fraction(above) / cut.step
    return steps.numerator // steps.denominator if cut.full_steps else simplified(steps)


def _rounded(
    steps: list[RateStep], kind: RateStepKind, before: Number, rounding: Rounding
) -> Number:
    after = rounding.of(before)
    steps.append(RateStep(kind, before, after))
    return after
