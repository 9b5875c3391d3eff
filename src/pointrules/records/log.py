"""The log: which lines are records that may score, and why the others are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import COLLECTIVES, Subject
from pointrules.records.columns import KIND_WORDS, LineKind
from pointrules.records.digest import canonical_text, digest_of
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log_line import LineFate, LogLine, Verdict
from pointrules.records.read_lines import read_lines
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record, WaitingRecord
from pointrules.records.record_reader import RecordReader
from pointrules.records.redemption import Redemption, RedemptionRequest
from pointrules.records.references import apply_references
from pointrules.records.review import Today
from pointrules.records.same_id import holder_of
from pointrules.records.values import UnfitError, nearby, needed, needed_day, read_day
from pointrules.source.folding import fold


class SettledLine(Struct, frozen=True):
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


class Log(Struct, frozen=True):
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
    read_lines(holders, reader, today)
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
    settled = [_settled(raw, verdict, reader, {}) for raw, verdict in nameless]
    fields_of = {line.id: line.raw.fields for line in lines}
    for line in lines:
        match line.result:
            case Record():
                records.append(line.result)
                if line.mark is not None:
                    marks[line.raw.at] = line.mark
            case WaitingRecord():
                waiting.append(line.result)
            case Verdict():
                about = _about(line, line.result.fate, fields_of)
                settled.append(_settled(line.raw, line.result, reader, about))
            case Redemption():
                redemptions.append(line.result)
            case RedemptionRequest():
                requests.append(line.result)
            case None:
                msg = f"line {line.id} was never read"
                raise AssertionError(msg)
    records.sort(key=attrgetter("rules_on", "id"))
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


def _about(
    line: LogLine, fate: LineFate, fields_of: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    """What else tells whom a line concerns: a review or a void that failed, its record's own."""
    is_about_another = line.kind in (LineKind.REVIEW, LineKind.VOID)
    if is_about_another and fate in (LineFate.REFUSED, LineFate.PENDING):
        return fields_of.get(line.raw.fields.get("refers_to", ""), {})
    return {}


def _settled(
    raw: RawLine, verdict: Verdict, reader: RecordReader, about: Mapping[str, str]
) -> SettledLine:
    fields = raw.fields
    named = about or fields
    occurred_on = read_day(fields.get("occurred_on", ""))
    return SettledLine(
        at=raw.at,
        record_id=fields.get("id"),
        fate=verdict.fate,
        reason=verdict.reason,
        household=named.get("household"),
        person=named.get("person"),
        occurred_on=occurred_on,
        behaviour=reader.behaviour_named(fields.get("behaviour"), occurred_on),
        collective=next(
            (Subject(kind, named[kind.value]) for kind in COLLECTIVES if kind.value in named),
            None,
        ),
    )
