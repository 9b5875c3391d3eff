"""The text of one file, and places in it."""

from bisect import bisect_right

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of one file: code points `start` up to, not including, `end`."""

    file: str
    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        """The stretch from the start of this one to the end of `other`."""
        return Span(self.file, self.start, other.end)


class Position(Struct, frozen=True):
    """A place as people count it: line and column both begin at 1; columns are code points."""

    line: int
    column: int


class SourceFile(Struct, frozen=True):
    """A named text; lines end at a line feed, with or without a carriage return before it."""

    name: str
    text: str
    line_starts: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """Where `offset` is; an offset past the end is the place after the last character."""
        bounded = min(max(offset, 0), len(self.text))
        line = bisect_right(self.line_starts, bounded)
        return Position(line, bounded - self.line_starts[line - 1] + 1)

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Where a line, counted from 1, begins, and where its line end does."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return start, end - self.text.endswith("\r", start, end)

    def excerpt(self, span: Span) -> str:
        """The words that `span` covers."""
        return self.text[span.start : span.end]


def source_file(name: str, text: str) -> SourceFile:
    """Index `text` by lines, once, so that every message finds its place quickly."""
    starts = [0]
    starts.extend(index + 1 for index, character in enumerate(text) if character == "\n")
    return SourceFile(name, text, tuple(starts))
