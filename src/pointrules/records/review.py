"""How far the review of a record has come: who approved, the notice, objections."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from pointrules.model.review import Review, ReviewStage
from pointrules.records.columns import OBJECTION_WORDS, STATUS_WORDS, Objection, Status
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.values import UnfitError, ids_in, nearby, needed_day
from pointrules.source.folding import fold


class ReviewStep(Struct, frozen=True, gc=False):
    """What one line says of a record's review; None where it says nothing.

    `objection` that is none of the words is the text of one that is open.
    """

    status: Status | None
    reviewed_on: date | None
    reviewed_by: str | None
    reviewers: tuple[str, ...]
    noticed_on: date | None
    objection: str | None


class Standing(Struct, frozen=True, gc=False):
    """How a review stands: what it still waits for, all of it, and the days that may rule.

    `approvals` are the steps that approved, one for each stage.
    """

    awaited: tuple[Reason, ...]
    approvals: tuple[ReviewStep, ...]
    reviewed_on: date | None
    counts_from: date | None


class Today(Struct, frozen=True):
    """The day on which reviews are judged.

    A review dated after `known_at` is still to come. Notices run to `known_at`, or to the day asked
    for where everything is known.
    """

    known_at: date | None
    as_of: date

    @property
    def day(self) -> date:
        """The day that notices have run to."""
        return self.as_of if self.known_at is None else self.known_at


def read_step(fields: Mapping[str, str]) -> ReviewStep:
    """What the line says of a review.

    Raises:
        UnfitError: a cell cannot be read.
    """
    word = fields.get("status")
    status: Status | None = None
    if word is not None:
        status = STATUS_WORDS.get(word) or STATUS_WORDS.get(fold(word).lower())
        if status is None:
            # No guess: the nearest word to 已审核 is 待审核, and to 没通过 it is 通过.
            raise UnfitError(ReasonCode.STATUS_UNKNOWN, value=word)
    return ReviewStep(
        status,
        needed_day(fields, "reviewed_on") if "reviewed_on" in fields else None,
        fields.get("reviewed_by"),
        ids_in(fields["reviewers"]) if "reviewers" in fields else (),
        needed_day(fields, "noticed_on") if "noticed_on" in fields else None,
        fields.get("objection"),
    )


def standing_of(
    review: Review, steps: Sequence[ReviewStep], occurred_on: date, today: Today
) -> Standing:
    """What the steps come to, the record's own first, then in the order they were entered.

    Of each matter the last word stands.

    Raises:
        UnfitError: the record was rejected, an objection was upheld, or a date is impossible.
    """
    missing: list[Reason] = []
    if review.stages:
        approvals = _approvals(review.stages, steps, occurred_on, today, missing)
        days = [step.reviewed_on for step in approvals]
        dated = [day for day in days if day is not None]
        reviewed_on = max(dated, default=None) if len(dated) == len(days) else None
    else:
        step, awaited = approval_of(steps, occurred_on, today)
        approvals, reviewed_on = (step,), step.reviewed_on
        if awaited is not None and review.asks_approval:
            missing.append(awaited)
    counts_from = None
    if review.notice_days:
        counts_from = _notice(review, steps, occurred_on, today, missing)
    if review.asks_no_objection:
        _objection(steps, missing)
    return Standing(tuple(missing), approvals, reviewed_on, counts_from)


def _approvals(
    stages: Sequence[ReviewStage],
    steps: Sequence[ReviewStep],
    occurred_on: date,
    today: Today,
    missing: list[Reason],
) -> tuple[ReviewStep, ...]:
    """The steps that approved, one for each stage; what lacks goes to `missing`."""
    approvals: list[ReviewStep] = []
    for step in steps:
        if step.status not in (None, Status.PENDING):
            check_body(stages, step)
    before: ReviewStep | None = None
    for stage in stages:
        own = [step for step in steps if _is_by(stage, step)]
        named = (("body", stage.body), ("stage", str(stage.word)))
        if not own:
            missing.append(Reason(ReasonCode.STAGE_MISSING, named))
            continue
        step, awaited = approval_of(own, occurred_on, today, stage)
        if awaited is not None:
            missing.append(Reason(ReasonCode.STAGE_MISSING, named + awaited.arguments))
            continue
        if before is not None and _is_earlier(step, before):
            days = (("day", str(step.reviewed_on)), ("value", str(before.reviewed_on)))
            missing.append(Reason(ReasonCode.STAGE_TOO_EARLY, named + days))
        approvals.append(step)
        before = step
    return tuple(approvals)


def check_body(stages: Sequence[ReviewStage], step: ReviewStep) -> None:
    """Let a step that says how a review came out be by one of the bodies that review.

    Raises:
        UnfitError: nobody is named, or another body.
    """
    if step.reviewed_by is None:
        raise UnfitError(ReasonCode.FIELD_MISSING, column="reviewed_by")
    if not any(_is_by(stage, step) for stage in stages):
        bodies = tuple(stage.body for stage in stages)
        named = "、".join(bodies)
        raise UnfitError(
            ReasonCode.REVIEWED_BY_OTHER,
            **nearby(step.reviewed_by, bodies, value=step.reviewed_by, bodies=named),
        )


def _is_by(stage: ReviewStage, step: ReviewStep) -> bool:
    by = step.reviewed_by
    return by is not None and (by == stage.body or fold(by) == fold(stage.body))


def _is_earlier(step: ReviewStep, before: ReviewStep) -> bool:
    days = (step.reviewed_on, before.reviewed_on)
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def approval_of(
    steps: Sequence[ReviewStep],
    occurred_on: date | None,
    today: Today,
    stage: ReviewStage | None = None,
) -> tuple[ReviewStep, Reason | None]:
    """The last word on it, and what is awaited where that is no approval.

    Raises:
        UnfitError: it was rejected, or reviewed before it occurred.
    """
    said = steps[0]
    for step in steps[1:]:
        if step.status is not None:
            said = step
    reviewed_on = said.reviewed_on
    if reviewed_on is not None and occurred_on is not None and reviewed_on < occurred_on:
        raise UnfitError(
            ReasonCode.REVIEWED_BEFORE_OCCURRENCE,
            day=occurred_on.isoformat(),
            value=reviewed_on.isoformat(),
        )
    if said.status is None or said.status is Status.PENDING:
        return said, Reason(ReasonCode.AWAITS_REVIEW)
    if reviewed_on is not None and today.known_at is not None and reviewed_on > today.known_at:
        return said, Reason(ReasonCode.AWAITS_REVIEW, (("day", reviewed_on.isoformat()),))
    if said.status is Status.REJECTED:
        arguments = {} if reviewed_on is None else {"day": reviewed_on.isoformat()}
        if stage is not None:
            arguments |= {"body": stage.body, "stage": str(stage.word)}
        raise UnfitError(ReasonCode.REJECTED_BY_REVIEW, **arguments)
    return said, None


def _notice(
    review: Review,
    steps: Sequence[ReviewStep],
    occurred_on: date,
    today: Today,
    missing: list[Reason],
) -> date | None:
    """The first day after the notice, which is missing while it lasts."""
    noticed_on = next((s.noticed_on for s in reversed(steps) if s.noticed_on is not None), None)
    if noticed_on is None:
        days = (("days", str(review.notice_days)),)
        missing.append(Reason(ReasonCode.NOTICE_MISSING, days))
        return None
    if noticed_on < occurred_on:
        raise UnfitError(
            ReasonCode.NOTICED_BEFORE_OCCURRENCE,
            day=occurred_on.isoformat(),
            value=noticed_on.isoformat(),
        )
    ends = review.notice_ends(noticed_on)
    if today.day < ends:
        # The day of posting is not counted, so on that day all of them are still missing.
        left = min(review.notice_days, (ends - today.day).days)
        arguments = (("days", str(left)), ("day", ends.isoformat()))
        missing.append(Reason(ReasonCode.NOTICE_NOT_OVER, arguments))
    return ends


def _objection(steps: Sequence[ReviewStep], missing: list[Reason]) -> None:
    text = next((step.objection for step in reversed(steps) if step.objection is not None), None)
    if text is None:
        return
    match OBJECTION_WORDS.get(fold(text).lower()):
        case Objection.DISMISSED:
            return
        case Objection.UPHELD:
            raise UnfitError(ReasonCode.OBJECTION_UPHELD)
        case Objection.OPEN:
            missing.append(Reason(ReasonCode.OBJECTION_OPEN))
        case None:
            missing.append(Reason(ReasonCode.OBJECTION_OPEN, (("objection", text),)))
