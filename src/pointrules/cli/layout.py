"""Text in lines and columns, where a Chinese character takes two columns."""

from collections.abc import Iterator, Sequence

from pointrules.source.display_width import display_width

PAGE_WIDTH = 80
"""Help is as wide as this on every terminal, so that it reads the same in the documentation."""

_INDENT = 2
_GAP = 2
_WIDEST_LEFT = 30
_NOT_FIRST = frozenset("，。、；：！？）》」』”…")  # may not begin a line
_NOT_LAST = frozenset("（《「『“")  # may not end one


def paragraph(text: str, *, width: int = PAGE_WIDTH) -> list[str]:
    """The text in lines no wider than `width`, unless one word alone is."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and display_width((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def two_columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Each row's left text, and its right text beside it or, where that is too long, below."""
    widths = [display_width(left) for left, _ in rows]
    column = max((width for width in widths if width <= _WIDEST_LEFT), default=0)
    margin = _INDENT + column + _GAP
    lines: list[str] = []
    for (left, right), width in zip(rows, widths, strict=True):
        first, *more = paragraph(right, width=PAGE_WIDTH - margin)
        if width > column:
            lines.append(f"{' ' * _INDENT}{left}")
            lines.append(f"{' ' * margin}{first}")
        else:
            lines.append(f"{' ' * _INDENT}{left}{' ' * (column - width + _GAP)}{first}".rstrip())
        lines += [f"{' ' * margin}{line}" for line in more]
    return lines


def _pieces(text: str) -> Iterator[str]:
    """The text cut wherever a line may end: after spaces and between Chinese characters."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or after == " " or before in _NOT_LAST:
        return False
    return before == " " or not before.isascii() or not after.isascii()
