"""Where in the file the characters of a text stand that is read otherwise than it is written.

Most texts stand in their file as they are read. A quoted scalar of YAML with escapes does not: it
is read in the place where it is written, closed up, and each of its characters remembers its own.
"""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pointrules.source.source_file import Span
from pointrules.syntax.tokens import Token


class ClosedUp(Struct, frozen=True):
    """Characters from `start` on; `offsets` are where each is written, and where the last ends."""

    start: int
    offsets: tuple[int, ...]


class Places:
    """The stretches of one text that are closed up; everything else stands as it is read."""

    __slots__ = ("_starts", "_stretches")

    def __init__(self, stretches: Sequence[ClosedUp]) -> None:
        self._stretches = sorted(stretches, key=lambda item: item.start)
        self._starts = [item.start for item in self._stretches]

    def span(self, file: str, start: int, end: int) -> Span:
        """Where the text from `start` to `end` is written."""
        return Span(file, self._at(start), self._at(end))

    def token(self, token: Token) -> Token:
        """The token at the place where it is written."""
        if not self._starts:
            return token
        return replace(token, start=self._at(token.start), end=self._at(token.end))

    def _at(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        found = self._stretches[index]
        inside = position - found.start
        return found.offsets[inside] if inside < len(found.offsets) else position


AS_WRITTEN = Places(())
"""Of a text that is read just as it is written."""
