"""激励 of kind 贷款: everything about the rate is said, nothing assumed."""

from pointrules.checking.loan_draft import LoanDraft
from pointrules.checking.lower_condition import lower_offer_condition
from pointrules.checking.lower_grade import measured_account
from pointrules.checking.lower_grade_condition import is_of_subject
from pointrules.checking.lower_loan_bands import (
    beside_table,
    loose_bands,
    lower_line_bands,
    lowest_of,
    rate_bands,
)
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import (
    above_zero,
    duration,
    in_unit,
    points_in,
    whole_number,
)
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.loan import (
    CreditLine,
    LineByPoints,
    LineDecidedBy,
    Loan,
    LowestRate,
    NoLowestRate,
    RateRounding,
    RateTable,
    RoundedStage,
)
from pointrules.model.number import Number, Rounding, number_text
from pointrules.model.period import DurationUnit
from pointrules.model.schedule import Linear
from pointrules.model.unit import PERCENT, PERCENTAGE_POINT, POINT
from pointrules.source.language import Language
from pointrules.syntax import tree
from pointrules.syntax.spellings import spellings


def lower_loan(loan: tree.Loan, scope: Scope, *, is_whole: bool) -> Loan | None:
    """A loan; None after saying what is missing or wrong."""
    draft = LoanDraft(loan, scope, is_whole=is_whole)
    table = draft.only(tree.RateTable, "rate-table", None)
    measured = None if table is None else table.measured
    if table is None:
        measure = draft.only(tree.RateMeasure, "measure", "measure-missing")
        measured = None if measure is None else measure.measured
    account = None if measured is None else measured_account(measured, scope)
    eligibility = draft.only(tree.Eligibility, "eligibility", "eligibility-missing")
    condition = None
    if eligibility is not None and eligibility.condition is not None:
        kind = None if account is None else account.subject_kind
        condition = lower_offer_condition(eligibility.condition, kind, scope)
    base = draft.only(tree.BaseRate, "base-rate", "base-rate-missing")
    base_rate = None if base is None else in_unit(base.quantity, PERCENT, scope)
    cut: Linear | RateTable | None
    lowest: LowestRate | NoLowestRate | None
    rounding: RateRounding | None = None
    largest: tree.LargestCut | None = None
    largest_cut: Number | None = None
    if table is not None:
        beside_table(draft, table)
        bands = rate_bands(table, loose_bands(loan), base_rate, scope)
        cut = None if bands is None else RateTable(bands)
        lowest = None if bands is None else lowest_of(bands)
    else:
        stray = [band for band in loose_bands(loan) if band.quantity.unit == PERCENT.symbol]
        if stray and draft.is_whole:
            draft.wrong("rate-band-without-table", stray[0].span)
        cut = _cut(draft)
        rounding = _rounding(draft)
        largest = draft.only(tree.LargestCut, "largest-cut", None)
        largest_cut = None if largest is None else _percentage_points(largest.quantity, scope)
        lowest = _lowest(draft, base, base_rate)
    line = _line(draft, account)
    validity = draft.only(tree.Validity, "validity", "validity-missing")
    days = None if validity is None else whole_number(validity.days, validity.span, scope)
    if days is not None and validity is not None and days <= 0:
        scope.reporter.report("step-not-positive", validity.span, number=str(days))
        days = None
    if days is not None and validity is not None:
        valid_for = duration(days, DurationUnit.DAY, validity.span, scope)
        days = None if valid_for is None else valid_for.count
    if (
        not draft.is_sound
        or account is None
        or measured is None
        or eligibility is None
        or (eligibility.condition is not None and condition is None)
        or base_rate is None
        or cut is None
        or (largest is not None and largest_cut is None)
        or lowest is None
        or days is None
    ):
        return None
    return Loan(
        loan.name.text.strip(),
        condition,
        base_rate,
        account.name,
        measured.measure,
        cut,
        rounding,
        largest_cut,
        lowest,
        line,
        days,
        loan.name.span,
    )


def _percentage_points(quantity: tree.Quantity, scope: Scope) -> Number | None:
    """A cut of a rate; a bare % could mean a share of the rate, so it is an error."""
    if quantity.unit == PERCENT.symbol:
        number = number_text(quantity.number)
        scope.reporter.report(
            "percent-for-cut",
            quantity.span,
            found=f"{number}%",
            choices=(f"{number} 个百分点", f"{number} 基点"),
        )
        return None
    return in_unit(quantity, PERCENTAGE_POINT, scope)


def _cut(draft: LoanDraft) -> Linear | None:
    scope = draft.scope
    cut = draft.only(tree.RateCut, "cut", "cut-missing")
    start = draft.only(tree.RateStart, "start", "start-missing")
    proportion = draft.only(tree.InProportion, "proportion", None)
    if cut is None:
        return None
    step = above_zero(cut.step, POINT, scope)
    each = _percentage_points(cut.cut, scope)
    if cut.is_full and proportion is not None:
        label = Label(proportion.span, "proportion")
        scope.reporter.report("proportion-contradicts", cut.span, labels=(label,))
        draft.is_sound = False
    if not cut.is_full and proportion is None:
        words = spellings()
        choices = (
            words.written("PER_FULL", "", Language.ZH),
            words.written("IN_PROPORTION", "", Language.ZH),
        )
        draft.is_sound = False
        if draft.is_whole:
            scope.reporter.report("proportion-missing", cut.span, loan=draft.name, choices=choices)
    if start is None:
        return None
    first = points_in(start.quantity, scope)
    if first is None or step is None or each is None:
        return None
    return Linear(first, step, each, cut.is_full, None)


def _rounding(draft: LoanDraft) -> RateRounding | None:
    scope = draft.scope
    rounding = draft.only(tree.RateRounding, "rounding", None)
    if rounding is None:
        proportion = next(
            (part for part in draft.loan.parts if isinstance(part, tree.InProportion)), None
        )
        full = any(isinstance(part, tree.RateCut) and part.is_full for part in draft.loan.parts)
        if proportion is not None and not full:
            draft.is_sound = False
            if draft.is_whole:
                scope.reporter.report("rounding-of-cut-missing", proportion.span, loan=draft.name)
        return None
    if rounding.of_cut:
        step = _percentage_points(rounding.quantity, scope)
    else:
        step = in_unit(rounding.quantity, PERCENT, scope)
    if step == 0:
        scope.reporter.report(
            "precision-not-positive", rounding.quantity.span, precision=number_text(step)
        )
        step = None
    if step is None:
        draft.is_sound = False
        return None
    stage = RoundedStage.CUT if rounding.of_cut else RoundedStage.RATE
    return RateRounding(stage, Rounding(rounding.mode, step))


def _lowest(
    draft: LoanDraft, base: tree.BaseRate | None, base_rate: Number | None
) -> LowestRate | NoLowestRate | None:
    scope = draft.scope
    lowest = draft.only(tree.LowestRate, "lowest-rate", None)
    none = draft.only(tree.NoLowestRate, "lowest-rate", None)
    if lowest is not None and none is not None:
        draft.wrong("lowest-rate-contradicts", none.span, label=lowest.span)
        return None
    if none is not None:
        return NoLowestRate(none.reason.text)
    if lowest is None:
        draft.missing("lowest-rate-missing")
        return None
    percent = in_unit(lowest.quantity, PERCENT, scope)
    if percent is not None and base_rate is not None and base is not None and percent > base_rate:
        scope.reporter.report(
            "lowest-above-base",
            lowest.span,
            lowest=number_text(percent),
            base=number_text(base_rate),
            labels=(Label(base.span, "base"),),
        )
        return None
    return None if percent is None else LowestRate(percent)


# ---- 额度


def _line(draft: LoanDraft, account: Account | None) -> CreditLine | None:
    scope = draft.scope
    by_points = draft.only(tree.LineByPoints, "line", None)
    decided = draft.only(tree.LineDecided, "line", None)
    more = [band for band in loose_bands(draft.loan) if band.quantity.unit != PERCENT.symbol]
    if by_points is None and more and draft.is_whole:
        quantity = more[0].quantity
        found = f"{number_text(quantity.number)} {quantity.unit}"
        draft.wrong("row-without-table", more[0].span, found=found)
        return None
    if by_points is not None and decided is not None:
        draft.wrong(
            "loan-part-twice",
            decided.span,
            label=by_points.span,
            loan=draft.name,
            part="line",
        )
        return None
    if decided is not None:
        return LineDecidedBy(decided.decider.text)
    if by_points is None:
        return None
    line_account = measured_account(by_points.measured, scope)
    bands = lower_line_bands((by_points.band, *more), scope)
    if line_account is None or bands is None:
        draft.is_sound = False
        return None
    if account is not None and not is_of_subject(
        line_account.name, account.subject_kind, by_points.measured.account.span, scope
    ):
        draft.is_sound = False
    return LineByPoints(line_account.name, by_points.measured.measure, *bands)
