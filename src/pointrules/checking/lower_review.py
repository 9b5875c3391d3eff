"""评议: what a record must have been through to count, and which of its dates rules."""

from typing import TypeVar

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import above_zero, duration, unit_of, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.period import Duration, DurationUnit
from pointrules.model.review import FilingDeadline, Review, RulingDate
from pointrules.model.unit import UNITS
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.ReviewPart | tree.Requirement)
_DAYS = UNITS["天"]
_UNITS_OF_TIME = {
    "天": DurationUnit.DAY,
    "个月": DurationUnit.MONTH,
    "年": DurationUnit.YEAR,
}


def lower_review(review: tree.Review, scope: Scope, *, is_whole: bool) -> Review | None:
    """Which records count and which date rules: both must be said, the rest may be."""
    counts = _only(review.parts, tree.CountsWhen, "approval", scope)
    ruling = _only(review.parts, tree.RulingDateIs, "ruling-date", scope)
    filing = _only(review.parts, tree.FilingDeadline, "filing-deadline", scope)
    if is_whole and ruling is None:
        scope.reporter.report("ruling-date-missing", review.span)
    if is_whole and counts is None:
        scope.reporter.report("approval-missing", review.span)
    deadline = None if filing is None else _filing_deadline(filing, scope)
    if counts is None:
        return None
    approved = _only(counts.requirements, tree.Approved, "approval", scope)
    notice = _only(counts.requirements, tree.Notice, "notice", scope)
    no_objection = _only(counts.requirements, tree.NoObjection, "no-objection", scope)
    notice_days = 0 if notice is None else _days(notice.length, scope)
    if ruling is None or notice_days is None or (filing is not None and deadline is None):
        return None
    asked = {RulingDate.REVIEWED: approved is not None, RulingDate.NOTICED: notice is not None}
    if not asked.get(ruling.kind, True):
        scope.reporter.report("ruling-date-unasked", ruling.span, kind=f"date-{ruling.kind}")
        return None
    return Review(
        approved is not None,
        notice_days,
        no_objection is not None,
        deadline,
        ruling.kind,
        review.span,
    )


def _only(
    parts: tuple[tree.ReviewPart | tree.Requirement, ...], kind: type[_T], word: str, scope: Scope
) -> _T | None:
    found = [part for part in parts if isinstance(part, kind)]
    for again in found[1:]:
        label = Label(found[0].span, "first")
        scope.reporter.report("part-twice", again.span, part=word, labels=(label,))
    return found[0] if found else None


def _days(length: tree.Quantity, scope: Scope) -> int | None:
    number = above_zero(length, _DAYS, scope)
    whole = None if number is None else whole_number(number, length.span, scope)
    lasts = None if whole is None else duration(whole, DurationUnit.DAY, length.span, scope)
    return None if lasts is None else lasts.count


def _filing_deadline(filing: tree.FilingDeadline, scope: Scope) -> FilingDeadline | None:
    lasts = _time(filing.length, scope)
    return None if lasts is None else FilingDeadline(lasts, filing.gains_only)


def _time(length: tree.Quantity, scope: Scope) -> Duration | None:
    unit = unit_of(length.unit, length.span, scope)
    if unit is None:
        return None
    if unit.symbol not in _UNITS_OF_TIME:
        scope.reporter.report("unit-clash", length.span, found=unit.symbol, wanted=_DAYS.symbol)
        return None
    number = above_zero(length, unit, scope)
    whole = None if number is None else whole_number(number, length.span, scope)
    if whole is None:
        return None
    return duration(whole, _UNITS_OF_TIME[unit.symbol], length.span, scope)
