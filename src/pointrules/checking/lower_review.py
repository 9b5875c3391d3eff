"""评议: what a record must have been through to count, and which of its dates rules."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import above_zero, duration, unit_of, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.period import Duration, DurationUnit
from pointrules.model.review import (
    FilingDeadline,
    Kin,
    Recusal,
    Review,
    ReviewStage,
    RulingDate,
)
from pointrules.model.unit import UNITS
from pointrules.source.source_file import Span
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
    counts = _only(_of(review.parts, tree.CountsWhen), "approval", scope)
    ruling = _only(_of(review.parts, tree.RulingDateIs), "ruling-date", scope)
    filing = _only(_of(review.parts, tree.FilingDeadline), "filing-deadline", scope)
    if is_whole and ruling is None:
        scope.reporter.report("ruling-date-missing", review.span)
    if is_whole and counts is None:
        scope.reporter.report("approval-missing", review.span)
    deadline = None if filing is None else _filing_deadline(filing, scope)
    recuses = _only(_of(review.parts, tree.Recuses), "recusal", scope)
    recusal = None if recuses is None else _recusal(recuses, scope)
    if counts is None:
        return None
    if recuses is not None and not _is_approved(counts):
        scope.reporter.report("recusal-without-review", recuses.span)
        return None
    approved = _only(
        [item for item in counts.requirements if isinstance(item, tree.Approved | tree.Stages)],
        "approval",
        scope,
    )
    stages = _stages(approved, scope) if isinstance(approved, tree.Stages) else ()
    notice = _only(_of(counts.requirements, tree.Notice), "notice", scope)
    no_objection = _only(_of(counts.requirements, tree.NoObjection), "no-objection", scope)
    notice_days = 0 if notice is None else _days(notice.length, scope)
    if (
        ruling is None
        or notice_days is None
        or stages is None
        or (filing is not None and deadline is None)
        or (recuses is not None and recusal is None)
    ):
        return None
    asked = {RulingDate.REVIEWED: approved is not None, RulingDate.NOTICED: notice is not None}
    if not asked.get(ruling.kind, True):
        scope.reporter.report("ruling-date-unasked", ruling.span, kind=f"date-{ruling.kind}")
        return None
    return Review(
        approved is not None,
        stages,
        notice_days,
        no_objection is not None,
        deadline,
        recusal,
        ruling.kind,
        review.span,
    )


def _of(parts: Iterable[tree.ReviewPart | tree.Requirement], kind: type[_T]) -> list[_T]:
    return [part for part in parts if isinstance(part, kind)]


def _only(found: Sequence[_T], word: str, scope: Scope) -> _T | None:
    for again in found[1:]:
        label = Label(found[0].span, "first")
        scope.reporter.report("part-twice", again.span, part=word, labels=(label,))
    return found[0] if found else None


def _is_approved(counts: tree.CountsWhen) -> bool:
    return any(isinstance(item, tree.Approved | tree.Stages) for item in counts.requirements)


def _stages(written: tree.Stages, scope: Scope) -> tuple[ReviewStage, ...] | None:
    """The bodies in their order; None after saying what is wrong with one of them."""
    stages: list[ReviewStage] = []
    places: dict[str, tree.Stage] = {}
    for stage in written.stages:
        body = _body(stage.body, scope)
        if body is None:
            continue
        first = places.setdefault(key_of(body), stage)
        if first is stage:
            stages.append(ReviewStage(body, stage.word))
        else:
            label = Label(first.span, "first")
            scope.reporter.report("stage-twice", stage.span, body=body, labels=(label,))
    return tuple(stages) if len(stages) == len(written.stages) else None


def _body(body: tree.Name | tree.Text, scope: Scope) -> str | None:
    if isinstance(body, tree.Text):
        return body.text
    key = scope.key(body, "decider")
    return None if key is None else scope.deciders.get(key)


def _recusal(written: tree.Recuses, scope: Scope) -> Recusal | None:
    places: dict[Kin, Span] = {}
    is_sound = True
    for kin, span in written.kin:
        first = places.setdefault(kin, span)
        if first is not span:
            label = Label(first, "first")
            scope.reporter.report("part-twice", span, part=f"kin-{kin}", labels=(label,))
            is_sound = False
    return Recusal(tuple(places), written.refuses) if is_sound else None


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
