"""The log: which lines are records that may score, and why the others are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pointrules.model.ruleset import Ruleset
from pointrules.records.columns import KIND_WORDS, LineKind
from pointrules.records.digest import canonical_text, digest_of
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine, place_text
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.record_reader import RecordReader
from pointrules.records.values import UnfitError, nearby, needed, read_day
from pointrules.source.folding import fold


class LineFate(StrEnum):
    """What became of a line that does not come before the clauses."""

    PENDING = "pending"
    REFUSED = "refused"
    VOIDED = "voided"
    REPEATED = "repeated"


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


@dataclass(frozen=True, slots=True)
class Log:
    """What a log says as of a day of knowledge: each line is in exactly one of three places.

    `records` are in order of their ruling dates, then ids; `settled` in order of lines;
    `later_lines` counts those entered too late to be read. `digest` covers the lines read.
    """

    records: tuple[Record, ...]
    settled: tuple[SettledLine, ...]
    later_lines: int
    digest: str


@dataclass(slots=True)
class _Line:
    """A line that was read, with what is to become of it: a record, or a fate with its reason.

    An effective void has the fate VOIDED from the start.
    """

    raw: RawLine
    id: str
    entered_on: date
    kind: LineKind | None
    result: "Record | _Verdict"


@dataclass(frozen=True, slots=True)
class _Verdict:
    fate: LineFate
    reason: Reason


def log_from(
    lines: Iterable[RawLine], editions: Sequence[Ruleset], facts: Facts, known_at: date | None
) -> Log:
    """Sort out `lines`; their order makes no difference."""
    reader = RecordReader(editions, facts, known_at)
    texts: list[str] = []
    nameless: list[tuple[RawLine, _Verdict]] = []
    holders: dict[str, _Line] = {}
    shared: dict[str, list[_Line]] = defaultdict(list)
    later_lines = 0
    for raw in lines:
        try:
            entered_on = _entered_on(raw)
            if known_at is not None and entered_on > known_at:
                later_lines += 1
                continue
            line_id = _line_id(raw)
        except UnfitError as unfit:
            nameless.append((raw, _Verdict(LineFate.REFUSED, unfit.reason)))
            texts.append(canonical_text(raw))
            continue
        texts.append(canonical_text(raw))
        line = _read_line(raw, line_id, entered_on, reader)
        if line_id in holders:
            shared[line_id].append(line)
        else:
            holders[line_id] = line
    losers: list[_Line] = []
    for line_id, others in shared.items():
        losers.extend(_settle_id([holders[line_id], *others], holders))
    _apply_references(holders, reader)
    return _log(reader, [*holders.values(), *losers], nameless, later_lines, digest_of(texts))


def _entered_on(raw: RawLine) -> date:
    text = needed(raw.fields, "entered_on")
    day = read_day(text)
    if day is None:
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE, column="entered_on", value=text, expected=Expected.DAY
        )
    return day


def _line_id(raw: RawLine) -> str:
    if raw.overflow:
        raise UnfitError(ReasonCode.COLUMNS_DIFFER, value=raw.overflow[0])
    return needed(raw.fields, "id")


def _kind(fields: Mapping[str, str]) -> LineKind:
    word = fields.get("kind")
    if word is None:
        kind: LineKind | None = LineKind.RECORD
    else:
        kind = KIND_WORDS.get(word) or KIND_WORDS.get(fold(word).lower())
    if kind is None:
        raise UnfitError(
            ReasonCode.KIND_UNKNOWN, **nearby(word or "", tuple(KIND_WORDS), value=word or "")
        )
    return kind


def _check_reference(fields: Mapping[str, str], kind: LineKind) -> None:
    if kind is not LineKind.RECORD:
        needed(fields, "refers_to")
    elif "refers_to" in fields:
        # Most likely a void or a replacement whose kind was forgotten.
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE,
            column="refers_to",
            value=fields["refers_to"],
            expected=Expected.EMPTY,
        )


def _read_line(raw: RawLine, line_id: str, entered_on: date, reader: RecordReader) -> _Line:
    fields = raw.fields
    kind: LineKind | None = None
    result: Record | _Verdict
    try:
        kind = _kind(fields)
        _check_reference(fields, kind)
        if kind is LineKind.VOID:
            awaited = reader.awaited_by_void(fields)
            reason = Reason(ReasonCode.VOIDS, (("refers_to", fields["refers_to"]),))
            result = _Verdict(LineFate.VOIDED, reason)
        else:
            result, awaited = reader.read(raw, line_id, entered_on)
        if awaited is not None:
            result = _Verdict(LineFate.PENDING, awaited)
    except UnfitError as unfit:
        result = _Verdict(LineFate.REFUSED, unfit.reason)
    return _Line(raw, line_id, entered_on, kind, result)


def _settle_id(rivals: list[_Line], holders: dict[str, _Line]) -> list[_Line]:
    """Which of the lines with one id holds it; the others are given their fate and returned."""
    rivals.sort(key=lambda line: (line.entered_on, line.raw.at))
    first = rivals[0]
    content = _content(first.raw)
    same = [_content(line.raw) == content for line in rivals]
    is_disputed = any(
        not same_content and line.entered_on == first.entered_on
        for line, same_content in zip(rivals, same, strict=True)
    )
    if is_disputed:
        # Nobody can say which of one day's contradicting lines came first.
        del holders[first.id]
        different = rivals[same.index(False)]
        for line, same_content in zip(rivals, same, strict=True):
            line.result = _other_content(line, different if same_content else first)
        return rivals
    holders[first.id] = first
    for line, same_content in zip(rivals[1:], same[1:], strict=True):
        if same_content:
            place = place_text(first.raw.at, line.raw.at)
            line.result = _Verdict(
                LineFate.REPEATED, Reason(ReasonCode.REPEATED, (("line", place),))
            )
        else:
            line.result = _other_content(line, first)
    return rivals[1:]


def _other_content(line: _Line, other: _Line) -> _Verdict:
    arguments = (("value", line.id), ("line", place_text(other.raw.at, line.raw.at)))
    return _Verdict(LineFate.REFUSED, Reason(ReasonCode.ID_HAS_OTHER_CONTENT, arguments))


def _content(raw: RawLine) -> Mapping[str, str]:
    """What a line says, apart from when it was entered; spellings of days and words made alike."""
    return {
        column: RecordReader.canonical_cell(column, text)
        for column, text in raw.fields.items()
        if column != "entered_on" and text
    }


def _apply_references(holders: Mapping[str, _Line], reader: RecordReader) -> None:
    """Let voids and replacements act, in order of entering, then id."""
    acting = [line for line in holders.values() if line.kind in (LineKind.VOID, LineKind.REPLACE)]
    acting.sort(key=lambda line: (line.entered_on, line.id))
    voids: dict[str, _Line] = {}
    versions: dict[str, list[_Line]] = defaultdict(list)
    for line in acting:
        if _fate(line) is LineFate.REFUSED:
            continue
        refers_to = line.raw.fields["refers_to"]
        root = _root(refers_to, holders)
        if isinstance(root, ReasonCode):
            line.result = _Verdict(LineFate.REFUSED, Reason(root, (("refers_to", refers_to),)))
        elif root.id in voids:
            place = place_text(voids[root.id].raw.at, line.raw.at)
            arguments = (("refers_to", refers_to), ("line", place))
            line.result = _Verdict(LineFate.REFUSED, Reason(ReasonCode.ALREADY_VOIDED, arguments))
        elif line.kind is LineKind.REPLACE:
            versions[root.id].append(line)
        elif _fate(line) is LineFate.VOIDED:
            voids[root.id] = line
    for root_id in voids.keys() | versions.keys():
        _rule_out(holders[root_id], versions[root_id], voids.get(root_id), reader)


def _fate(line: _Line) -> LineFate | None:
    return line.result.fate if isinstance(line.result, _Verdict) else None


def _root(line_id: str, holders: Mapping[str, _Line]) -> _Line | ReasonCode:
    """The record that a void or a replacement is about, through any replacements of it."""
    passed: set[str] = set()
    while line_id not in passed:
        passed.add(line_id)
        line = holders.get(line_id)
        if line is None:
            return ReasonCode.REFERENCE_UNKNOWN
        if line.kind is LineKind.RECORD:
            return line
        if line.kind is not LineKind.REPLACE or "refers_to" not in line.raw.fields:
            return ReasonCode.REFERENCE_NOT_A_RECORD
        line_id = line.raw.fields["refers_to"]
    return ReasonCode.REFERENCE_NOT_A_RECORD


def _rule_out(root: _Line, versions: list[_Line], void: _Line | None, reader: RecordReader) -> None:
    """Of a record and its replacements, let the last effective one stand, or none after a void."""
    if void is not None:
        for line in (root, *versions):
            line.result = _voided_by(void, line, ReasonCode.VOIDED)
        return
    effective = [index for index, line in enumerate(versions) if isinstance(line.result, Record)]
    if not effective:
        # A replacement that is still under review, or was not approved, replaces nothing.
        return
    last = versions[effective[-1]]
    for line in (root, *versions[: effective[-1]]):
        line.result = _voided_by(last, line, ReasonCode.REPLACED)
    if isinstance(last.result, Record):
        # It takes the first one's place: the id, and the date of entering where that one rules.
        rules_on = reader.rules_on_entering(last.result, root.entered_on)
        last.result = replace(last.result, id=root.id, rules_on=rules_on)


def _voided_by(line: _Line, voided: _Line, code: ReasonCode) -> _Verdict:
    arguments = (("line", place_text(line.raw.at, voided.raw.at)), ("record", line.id))
    return _Verdict(LineFate.VOIDED, Reason(code, arguments))


def _log(
    reader: RecordReader,
    lines: Sequence[_Line],
    nameless: Sequence[tuple[RawLine, _Verdict]],
    later_lines: int,
    digest: str,
) -> Log:
    records: list[Record] = []
    settled = [_settled(raw, verdict, reader) for raw, verdict in nameless]
    for line in lines:
        if isinstance(line.result, _Verdict):
            settled.append(_settled(line.raw, line.result, reader))
        else:
            records.append(line.result)
    records.sort(key=lambda record: (record.rules_on, record.id))
    settled.sort(key=lambda line: line.at)
    return Log(tuple(records), tuple(settled), later_lines, digest)


def _settled(raw: RawLine, verdict: _Verdict, reader: RecordReader) -> SettledLine:
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
    )
