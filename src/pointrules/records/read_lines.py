"""What each line of the log says: records, voids, steps of reviews, redemptions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from pointrules.records.columns import REDEMPTION_COLUMNS, LineKind
from pointrules.records.log_line import LineFate, LogLine, Verdict
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record import WaitingRecord
from pointrules.records.record_reader import RecordReader
from pointrules.records.redemption_reader import read_redemption
from pointrules.records.references import reviewed_line, root_of
from pointrules.records.review import ReviewStep, Today, approval_of, check_body, read_step
from pointrules.records.values import UnfitError, needed, needed_day


def read_lines(holders: Mapping[str, LogLine], reader: RecordReader, today: Today) -> None:
    """Say of every line what it is, records last, since other lines are about their review."""
    records: list[LogLine] = []
    reviews: list[LogLine] = []
    for line in holders.values():
        if isinstance(line.kind, Reason):
            line.refuse(line.kind)
        elif line.kind is LineKind.VOID:
            _read_void(line, today)
        elif line.kind is LineKind.REVIEW:
            reviews.append(line)
        else:
            records.append(line)
    steps = _steps(reviews, holders, reader)
    for line in records:
        if line.kind is LineKind.REDEEM:
            _read_redemption(line, steps.get(line.id, ()), reader, today)
        else:
            _read_record(line, steps.get(line.id, ()), holders, reader)


def _read_void(line: LogLine, today: Today) -> None:
    """A void without a status is in effect once it is entered."""
    fields = line.raw.fields
    try:
        refers_to = needed(fields, "refers_to")
        awaited = None
        if "status" in fields or "reviewed_on" in fields:
            _, awaited = approval_of((read_step(fields),), None, today)
    except UnfitError as unfit:
        line.refuse(unfit.reason)
        return
    if awaited is None:
        reason = Reason(ReasonCode.VOIDS, (("refers_to", refers_to),))
        line.result = Verdict(LineFate.VOIDED, reason)
    else:
        line.result = Verdict(LineFate.PENDING, awaited)


def _steps(
    reviews: list[LogLine], holders: Mapping[str, LogLine], reader: RecordReader
) -> Mapping[str, Sequence[ReviewStep]]:
    """The steps of reviews by the id of their record, in order of entering, then id."""
    steps: dict[str, list[ReviewStep]] = defaultdict(list)
    reviews.sort(key=lambda line: (line.entered_on, line.id))
    for line in reviews:
        fields = line.raw.fields
        try:
            refers_to = needed(fields, "refers_to")
            step = _read_review(line)
        except UnfitError as unfit:
            line.refuse(unfit.reason)
            continue
        arguments = (("refers_to", refers_to),)
        record = reviewed_line(line, holders)
        if isinstance(record, ReasonCode):
            line.refuse(Reason(record, arguments))
            continue
        review = reader.review_of(record.raw)
        if review is not None and review.stages and step.status is not None:
            try:
                check_body(review.stages, step)
            except UnfitError as unfit:
                line.refuse(unfit.reason)
                continue
        steps[record.id].append(step)
        line.result = Verdict(LineFate.SCORED, Reason(ReasonCode.REVIEWS, arguments))
    return steps


def _read_review(line: LogLine) -> ReviewStep:
    fields = line.raw.fields
    step = read_step(fields)
    if step.status is not None:
        reviewed_on = needed_day(fields, "reviewed_on")
        if line.entered_on < reviewed_on:
            raise UnfitError(
                ReasonCode.ENTERED_BEFORE_REVIEW,
                day=reviewed_on.isoformat(),
                value=line.entered_on.isoformat(),
            )
    elif step.noticed_on is None and step.objection is None:
        raise UnfitError(ReasonCode.FIELD_MISSING, column="status")
    return step


def _read_redemption(
    line: LogLine, steps: Sequence[ReviewStep], reader: RecordReader, today: Today
) -> None:
    try:
        line.result = read_redemption(line.raw, line.id, line.entered_on, steps, reader, today)
    except UnfitError as unfit:
        line.refuse(unfit.reason)


def _read_record(
    line: LogLine,
    steps: Sequence[ReviewStep],
    holders: Mapping[str, LogLine],
    reader: RecordReader,
) -> None:
    try:
        first_entered_on = _first_entered_on(line, holders)
        record, awaited, mark = reader.read(
            line.raw, line.id, line.entered_on, first_entered_on, steps
        )
    except UnfitError as unfit:
        line.refuse(unfit.reason)
        return
    if awaited:
        first, *more = awaited
        reason = Reason(first.code, first.arguments, tuple(more))
        line.result = WaitingRecord(record, reason)
    else:
        line.result = record
        line.mark = mark


def _first_entered_on(line: LogLine, holders: Mapping[str, LogLine]) -> date:
    """When the record was first entered: a replacement takes the place of what it replaces."""
    fields = line.raw.fields
    # Most likely a void or a replacement, or a redemption, whose kind was forgotten.
    if not REDEMPTION_COLUMNS.isdisjoint(fields):
        raise _not_empty(min(REDEMPTION_COLUMNS.intersection(fields)), fields)
    if line.kind is LineKind.RECORD:
        if "refers_to" in fields:
            raise _not_empty("refers_to", fields)
        return line.entered_on
    root = root_of(needed(fields, "refers_to"), holders)
    if isinstance(root, ReasonCode):
        return line.entered_on
    if root.kind is LineKind.REDEEM:
        raise UnfitError(ReasonCode.REDEMPTION_NOT_REPLACED, refers_to=fields["refers_to"])
    return root.entered_on


def _not_empty(column: str, fields: Mapping[str, str]) -> UnfitError:
    return UnfitError(
        ReasonCode.FIELD_UNREADABLE, column=column, value=fields[column], expected=Expected.EMPTY
    )
