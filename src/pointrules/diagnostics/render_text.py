"""Diagnostics as text for a terminal: the line, the place in it, what to do."""

from collections.abc import Mapping

from msgspec import Struct

from pointrules.diagnostics.catalogue import help_text, label_text, message, severity_word
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from pointrules.diagnostics.fix_words import fix_words
from pointrules.source.display_width import display_width, visible
from pointrules.source.language import Language
from pointrules.source.source_file import Position, SourceFile, Span

LONGEST_EXCERPT = 100
"""Of longer lines only this many columns around the place are shown."""

_COLUMNS_BEFORE = 40  # of a long line, before the place
_LOOKED_AT = 1000  # of a line of any length, no more characters before and after the place
_CUT = "…"


class _Place(Struct, frozen=True):
    """A stretch of one line with what is said about it.

    Of the line `text` is what is near the place, which is `first` up to `last` in it.
    """

    file: str
    position: Position
    first: int
    last: int
    text: str
    is_begun: bool
    is_ended: bool
    marker: str
    sentence: str


def render(
    diagnostic: Diagnostic,
    sources: Mapping[str, SourceFile],
    language: Language,
    *,
    ambiguous_width: int = 1,
) -> str:
    """The message with the lines it is about, without a line end after the last line.

    `ambiguous_width` is the width of characters such as “ and … in the terminal. A place in a file
    that is not among `sources` is named without its line.
    """
    word = severity_word(diagnostic.severity, language)
    sentence = message(diagnostic, language)
    colon = "：" if language is Language.ZH else ": "
    lines = [f"{word}[{diagnostic.code}]{colon}{sentence}"]
    primary = _place(diagnostic.span, sources, "^", "")
    places = [primary] if primary else []
    for label in diagnostic.labels:
        place = _place(label.span, sources, "-", label_text(diagnostic, label, language))
        if place:
            places.append(place)
    gutter = max((len(str(place.position.line)) for place in places), default=0)
    if primary is None:
        lines.append(f"{' ' * gutter}--> {visible(diagnostic.span.file)}")
    lines.extend(_excerpts(places, gutter, ambiguous_width))
    lines.extend(f"{' ' * gutter} = {note}" for note in _notes(diagnostic, sources, language))
    return "\n".join(lines)


def summary_line(errors: int, warnings: int, language: Language) -> str:
    """How many errors and warnings there were."""
    if language is Language.ZH:
        counts = [f"{errors} 个错误"] * bool(errors) + [f"{warnings} 个警告"] * bool(warnings)
        return "，".join(counts) or "没有发现问题"
    counts = [_counted(errors, "error")] * bool(errors)
    counts += [_counted(warnings, "warning")] * bool(warnings)
    return ", ".join(counts) or "no problems found"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _place(
    span: Span, sources: Mapping[str, SourceFile], marker: str, sentence: str
) -> _Place | None:
    source = sources.get(span.file)
    if source is None:
        return None
    start = source.position(span.start)
    end = source.position(span.end)
    line_start, line_end = source.line_bounds(start.line)
    first = min(line_start + start.column - 1, line_end)
    last = line_start + end.column - 1 if end.line == start.line else line_end
    left = max(line_start, first - _LOOKED_AT)
    right = min(line_end, first + _LOOKED_AT)
    return _Place(
        span.file,
        start,
        first - left,
        max(first, min(last, right)) - left,
        source.text[left:right],
        left == line_start,
        right == line_end,
        marker,
        sentence,
    )


def _excerpts(places: list[_Place], gutter: int, ambiguous_width: int) -> list[str]:
    """The lines of the places in order, with a heading wherever the file changes."""
    lines: list[str] = []
    shown: tuple[str, int] | None = None
    margin = " " * gutter
    for place in places:
        position = place.position
        excerpt, offset, width = _window(place, ambiguous_width)
        if shown is None or shown[0] != place.file:
            arrow = "-->" if shown is None else ":::"
            where = f"{visible(place.file)}:{position.line}:{position.column}"
            lines.append(f"{margin}{arrow} {where}")
        # A second place on the line just shown needs no copy of it, unless it was windowed.
        is_same_line = shown == (place.file, position.line)
        if not is_same_line or len(place.text) > len(excerpt):
            lines.append(f"{margin} |")
            lines.append(f"{position.line:>{gutter}} | {excerpt}".rstrip())
        mark = f"{margin} | {' ' * offset}{place.marker * width}"
        lines.append(f"{mark} {place.sentence}" if place.sentence else mark)
        shown = (place.file, position.line)
    return lines


def _window(place: _Place, ambiguous_width: int) -> tuple[str, int, int]:
    """The part of the line to show, the columns before the place, the columns of the place."""

    def columns(text: str) -> int:
        return display_width(text, ambiguous=ambiguous_width)

    pieces = [visible(character) for character in place.text]
    first, last = place.first, place.last
    left, right = 0, len(pieces)
    is_whole = place.is_begun and place.is_ended
    if not is_whole or columns("".join(pieces)) > LONGEST_EXCERPT:
        left = first
        before = 0
        while left > 0 and before + columns(pieces[left - 1]) <= _COLUMNS_BEFORE:
            left -= 1
            before += columns(pieces[left])
        right = left
        total = 0
        while right < len(pieces) and total + columns(pieces[right]) <= LONGEST_EXCERPT:
            total += columns(pieces[right])
            right += 1
    head = _CUT if left > 0 or not place.is_begun else ""
    tail = _CUT if right < len(pieces) or not place.is_ended else ""
    offset = columns(head + "".join(pieces[left:first]))
    width = max(1, columns("".join(pieces[first : min(last, right)])))
    return head + "".join(pieces[left:right]) + tail, offset, width


def _notes(
    diagnostic: Diagnostic, sources: Mapping[str, SourceFile], language: Language
) -> list[str]:
    in_chinese = language is Language.ZH
    notes = []
    advice = help_text(diagnostic, language)
    if advice:
        notes.append(f"帮助：{advice}" if in_chinese else f"help: {advice}")
    if diagnostic.fix:
        notes.append(_fix_note(diagnostic.fix, sources, language, in_chinese=in_chinese))
    return notes


def _fix_note(
    fix: Fix, sources: Mapping[str, SourceFile], language: Language, *, in_chinese: bool
) -> str:
    is_safe = fix.applicability is Applicability.SAFE
    if in_chinese:
        lead = "可自动修改：" if is_safe else "可以"
    else:
        lead = "can be fixed: " if is_safe else "you may "
    return lead + fix_words(fix, sources, language)
