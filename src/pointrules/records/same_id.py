"""Lines with one id: which holds it, and whether the others repeat it or contradict it."""

from collections.abc import Callable, Mapping

from pointrules.records.columns import KIND_WORDS, STATUS_WORDS
from pointrules.records.line import RawLine, place_text
from pointrules.records.log_line import LineFate, LogLine, Verdict
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.values import read_day
from pointrules.source.folding import fold

_DAY_COLUMNS = frozenset({"occurred_on", "reviewed_on", "noticed_on"})


def holder_of(rivals: list[LogLine]) -> LogLine | None:
    """The line that holds the id, None where nobody can say; the others are given their fate."""
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
        different = rivals[same.index(False)]
        for line, same_content in zip(rivals, same, strict=True):
            line.refuse(_other_content(line, different if same_content else first))
        return None
    for line, same_content in zip(rivals[1:], same[1:], strict=True):
        if same_content:
            place = place_text(first.raw.at, line.raw.at)
            repeated = Reason(ReasonCode.REPEATED, (("line", place),))
            line.result = Verdict(LineFate.REPEATED, repeated)
        else:
            line.refuse(_other_content(line, first))
    return first


def _other_content(line: LogLine, other: LogLine) -> Reason:
    arguments = (("value", line.id), ("line", place_text(other.raw.at, line.raw.at)))
    return Reason(ReasonCode.ID_HAS_OTHER_CONTENT, arguments)


def _content(raw: RawLine) -> Mapping[str, str]:
    """What a line says, apart from when it was entered; spellings of days and words made alike."""
    return {
        column: _CANONICAL.get(column, str)(text)
        for column, text in raw.fields.items()
        if column != "entered_on" and text
    }


def _day(text: str) -> str:
    day = read_day(text)
    return text if day is None else day.isoformat()


def _kind(text: str) -> str:
    return KIND_WORDS.get(fold(text).lower(), text)


def _status(text: str) -> str:
    return STATUS_WORDS.get(fold(text).lower(), text)


_CANONICAL: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(_DAY_COLUMNS, _day),
    "kind": _kind,
    "status": _status,
}
