"""激励 of kind 贷款: everything about the rate is said, nothing assumed."""

from msgspec import Struct

from pointrules.checking.loan_draft import LoanDraft
from pointrules.checking.lower_condition import lower_offer_condition
from pointrules.checking.lower_grade import measured_account
from pointrules.checking.lower_grade_condition import is_of_subject
from pointrules.checking.lower_loan_bands import (
    beside_decided,
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
    RateDecidedBy,
    RateRounding,
    RateTable,
    RoundedStage,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, number_text
from pointrules.model.period import DurationUnit
from pointrules.model.schedule import Linear
from pointrules.model.unit import PERCENT, PERCENTAGE_POINT, POINT
from pointrules.source.language import Language
from pointrules.syntax import tree
from pointrules.syntax.spellings import spellings


class _Rate(Struct, frozen=True):
    """All that a loan says of its rate; `is_sound` unless something of it was wrong."""

    cut: Linear | RateTable | RateDecidedBy | None
    rounding: RateRounding | None = None
    largest_cut: Number | None = None
    lowest: LowestRate | NoLowestRate | None = None
    is_sound: bool = True


def lower_loan(loan: tree.Loan, scope: Scope, *, is_whole: bool) -> Loan | None:
    """A loan; None after saying what is missing or wrong."""
    draft = LoanDraft(loan, scope, is_whole=is_whole)
    table = draft.only(tree.RateTable, "rate-table", None)
    decided = draft.only(tree.RateDecided, "rate-decided", None)
    account, measure = _read_from(draft, table, decided)
    eligibility = draft.only(tree.Eligibility, "eligibility", "eligibility-missing")
    condition = None
    if eligibility is not None and eligibility.condition is not None:
        kind = None if account is None else account.subject_kind
        condition = lower_offer_condition(eligibility.condition, kind, scope)
    base = draft.only(tree.BaseRate, "base-rate", None if decided else "base-rate-missing")
    base_rate = None if base is None else in_unit(base.quantity, PERCENT, scope)
    if decided is not None:
        beside_decided(draft, decided)
        rate = _Rate(RateDecidedBy(decided.decider.text))
    elif table is not None:
        beside_table(draft, table)
        bands = rate_bands(table, loose_bands(loan), base_rate, scope)
        rate = _Rate(None) if bands is None else _Rate(RateTable(bands), lowest=lowest_of(bands))
    else:
        rate = _falling(draft, base, base_rate)
    line = _line(draft, account)
    days = _days(draft)
    if (
        not draft.is_sound
        or account is None
        or measure is None
        or eligibility is None
        or (eligibility.condition is not None and condition is None)
        or (base_rate is None and decided is None)
        or rate.cut is None
        or not rate.is_sound
        or days is None
    ):
        return None
    return Loan(
        loan.name.text.strip(),
        condition,
        base_rate,
        account.name,
        measure,
        rate.cut,
        rate.rounding,
        rate.largest_cut,
        rate.lowest,
        line,
        days,
        loan.name.span,
    )


def _read_from(
    draft: LoanDraft, table: tree.RateTable | None, decided: tree.RateDecided | None
) -> tuple[Account | None, Measure | None]:
    """The account and the measure that the rate is read from.

    Where others decide the rate, the account only says whom the loan is for: what the line is read
    from will do, or the only account there is.
    """
    if table is not None:
        return measured_account(table.measured, draft.scope), table.measured.measure
    line = next((part for part in draft.loan.parts if isinstance(part, tree.LineByPoints)), None)
    accounts = draft.scope.accounts
    is_clear = decided is not None and (line is not None or len(accounts) == 1)
    found = draft.only(tree.RateMeasure, "measure", None if is_clear else "measure-missing")
    measured = found or (line if is_clear else None)
    if measured is not None:
        return measured_account(measured.measured, draft.scope), measured.measured.measure
    if is_clear:
        return next(iter(accounts.values())), Measure.BALANCE
    return None, None


def _falling(draft: LoanDraft, base: tree.BaseRate | None, base_rate: Number | None) -> _Rate:
    """A rate that falls from its base as points rise."""
    stray = [band for band in loose_bands(draft.loan) if band.quantity.unit == PERCENT.symbol]
    if stray and draft.is_whole:
        draft.wrong("rate-band-without-table", stray[0].span)
    cut, rounding = _cut(draft), _rounding(draft)
    largest = draft.only(tree.LargestCut, "largest-cut", None)
    largest_cut = None if largest is None else _percentage_points(largest.quantity, draft.scope)
    lowest = _lowest(draft, base, base_rate)
    is_sound = lowest is not None and (largest is None) == (largest_cut is None)
    return _Rate(cut, rounding, largest_cut, lowest, is_sound)


def _days(draft: LoanDraft) -> int | None:
    """For how many days a quote holds."""
    validity = draft.only(tree.Validity, "validity", "validity-missing")
    if validity is None:
        return None
    days = whole_number(validity.days, validity.span, draft.scope)
    if days is None:
        return None
    if days <= 0:
        draft.scope.reporter.report("step-not-positive", validity.span, number=str(days))
        return None
    valid_for = duration(days, DurationUnit.DAY, validity.span, draft.scope)
    return None if valid_for is None else valid_for.count


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
