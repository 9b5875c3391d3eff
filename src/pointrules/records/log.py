"""The log: which lines are records that may score, and why the others are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import COLLECTIVES, Subject
from pointrules.records.columns import KIND_WORDS, REDEMPTION_COLUMNS, LineKind
from pointrules.records.digest import canonical_text, digest_of
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log_line import LineFate, LogLine, Verdict
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record import Record, WaitingRecord
from pointrules.records.record_reader import RecordReader
from pointrules.records.redemption import Redemption, RedemptionRequest
from pointrules.records.redemption_reader import read_redemption
from pointrules.records.references import apply_references, reviewed_line, root_of
from pointrules.records.review import ReviewStep, Today, approval_of, check_body, read_step
from pointrules.records.same_id import holder_of
from pointrules.records.values import UnfitError, nearby, needed, needed_day, read_day
from pointrules.source.folding import fold


@dataclass(frozen=True, slots=True)
class SettledLine:
    """A line whose outcome is certain without any clause; its fields are as far as legible.

    `behaviour` is the canonical name where an edition knows it, else the words of the line.
    """

    at: LineNumber
    record_id: str | None
    fate: LineFate
    reason: Reason
    household: str | None
    person: str | None
    occurred_on: date | None
    behaviour: str | None
    collective: Subject | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """What a log says as of a day of knowledge: each line is in exactly one of five places.

    `records` are in order of their ruling dates, then ids; `waiting`, `redemptions` and `requests`
    in order of days, then ids; `settled` in order of lines; `later_lines` counts those entered too
    late to be read. `marks` are what a reader is to know of a record that counts. `digest` covers
    the lines read.
    """

    records: tuple[Record, ...]
    marks: Mapping[LineNumber, Reason]
    waiting: tuple[WaitingRecord, ...]
    redemptions: tuple[Redemption, ...]
    requests: tuple[RedemptionRequest, ...]
    settled: tuple[SettledLine, ...]
    later_lines: int
    digest: str


def log_from(
    lines: Iterable[RawLine],
    editions: Sequence[Ruleset],
    facts: Facts,
    known_at: date | None,
    as_of: date,
) -> Log:
    """Sort out `lines`; their order makes no difference.

    A line entered after `known_at` is passed over. Public notices have run up to `known_at`, or up
    to `as_of` where all is known.
    """
    texts: list[str] = []
    nameless: list[tuple[RawLine, Verdict]] = []
    holders: dict[str, LogLine] = {}
    shared: dict[str, list[LogLine]] = defaultdict(list)
    later_lines = 0
    for raw in lines:
        try:
            entered_on = needed_day(raw.fields, "entered_on")
            if known_at is not None and entered_on > known_at:
                later_lines += 1
                continue
            line_id = _line_id(raw)
        except UnfitError as unfit:
            nameless.append((raw, Verdict(LineFate.REFUSED, unfit.reason)))
            texts.append(canonical_text(raw))
            continue
        texts.append(canonical_text(raw))
        line = LogLine(raw, line_id, entered_on, _kind(raw.fields))
        if line_id in holders:
            shared[line_id].append(line)
        else:
            holders[line_id] = line
    losers: list[LogLine] = []
    for line_id, others in shared.items():
        rivals = [holders.pop(line_id), *others]
        holder = holder_of(rivals)
        if holder is not None:
            holders[line_id] = holder
        losers.extend(line for line in rivals if line is not holder)
    today = Today(known_at, as_of)
    reader = RecordReader(editions, facts, today)
    _read_lines(holders, reader, today)
    apply_references(holders)
    return _log(reader, [*holders.values(), *losers], nameless, later_lines, digest_of(texts))


def _line_id(raw: RawLine) -> str:
    if raw.overflow:
        raise UnfitError(ReasonCode.COLUMNS_DIFFER, value=raw.overflow[0])
    return needed(raw.fields, "id")


def _kind(fields: Mapping[str, str]) -> LineKind | Reason:
    word = fields.get("kind")
    if word is None:
        kind: LineKind | None = LineKind.RECORD
    else:
        kind = KIND_WORDS.get(word) or KIND_WORDS.get(fold(word).lower())
    if kind is None:
        arguments = nearby(word or "", tuple(KIND_WORDS), value=word or "")
        return Reason(ReasonCode.KIND_UNKNOWN, tuple(arguments.items()))
    return kind


def _read_lines(holders: Mapping[str, LogLine], reader: RecordReader, today: Today) -> None:
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


def _log(
    reader: RecordReader,
    lines: Sequence[LogLine],
    nameless: Sequence[tuple[RawLine, Verdict]],
    later_lines: int,
    digest: str,
) -> Log:
    records: list[Record] = []
    marks: dict[LineNumber, Reason] = {}
    waiting: list[WaitingRecord] = []
    redemptions: list[Redemption] = []
    requests: list[RedemptionRequest] = []
    settled = [_settled(raw, verdict, reader) for raw, verdict in nameless]
    for line in lines:
        match line.result:
            case Record():
                records.append(line.result)
                if line.mark is not None:
                    marks[line.raw.at] = line.mark
            case WaitingRecord():
                waiting.append(line.result)
            case Verdict():
                settled.append(_settled(line.raw, line.result, reader))
            case Redemption():
                redemptions.append(line.result)
            case RedemptionRequest():
                requests.append(line.result)
            case None:
                msg = f"line {line.id} was never read"
                raise AssertionError(msg)
    records.sort(key=lambda record: (record.rules_on, record.id))
    waiting.sort(key=lambda item: _place(item.record))
    redemptions.sort(key=_place)
    requests.sort(key=lambda request: _place(request.redemption))
    settled.sort(key=lambda line: line.at)
    return Log(
        tuple(records),
        marks,
        tuple(waiting),
        tuple(redemptions),
        tuple(requests),
        tuple(settled),
        later_lines,
        digest,
    )


def _place(item: Record | Redemption) -> tuple[date, str]:
    return (item.occurred_on, item.id)


def _settled(raw: RawLine, verdict: Verdict, reader: RecordReader) -> SettledLine:
    fields = raw.fields
    occurred_on = read_day(fields.get("occurred_on", ""))
    return SettledLine(
        at=raw.at,
        record_id=fields.get("id"),
        fate=verdict.fate,
        reason=verdict.reason,
        household=fields.get("household"),
        person=fields.get("person"),
        occurred_on=occurred_on,
        behaviour=reader.behaviour_named(fields.get("behaviour"), occurred_on),
        collective=next(
            (Subject(kind, fields[kind.value]) for kind in COLLECTIVES if kind.value in fields),
            None,
        ),
    )
