"""The text that YAML is given, and the way back from it to the places of the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

# YAML 1.1 takes some of these for line ends; of the rest its parsers refuse some and others read
# each in its own way. Lines of a ruleset end at a line feed: here they are blanks, as in the DSL.
_BLANKS = re.compile("[\t\v\f\u0085\u2028\u2029\ufeff]")
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"


class TextEdit(Struct, frozen=True):
    """Read `replacement` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    replacement: str


class YamlText(Struct, frozen=True):
    """A text to parse, that knows segment by segment where in the file it comes from.

    `starts` are the beginnings of the segments in this text, `places` those in the file, and
    `ends` the places where they end. There are no segments where all places are the same.
    """

    text: str
    starts: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def place(self, index: int) -> int:
        """Where in the file the character at `index` stands."""
        if not self.starts:
            return index
        segment = bisect_right(self.starts, index) - 1
        return min(self.places[segment] + index - self.starts[segment], self.ends[segment])


def yaml_text(written: str) -> tuple[YamlText, tuple[int, ...]]:
    """`written` with characters that YAML refuses replaced one for one, and where these stand."""
    refused = tuple(match.start() for match in _UNPRINTABLE.finditer(written))
    text = _UNPRINTABLE.sub("\ufffd", written) if refused else written
    if not written.startswith(_BYTE_ORDER_MARK):
        return YamlText(_BLANKS.sub(" ", text)), refused
    return YamlText(_BLANKS.sub(" ", text[1:]), (0,), (1,), (len(written),)), refused


def edited(given: YamlText, edits: Iterable[TextEdit]) -> YamlText:
    """`given` with `edits` made, which rise and do not overlap; places lead to the same file."""
    pieces: list[str] = []
    segments: list[tuple[int, int, int]] = []
    length = 0
    position = 0

    def keep(start: int, end: int) -> None:
        first = bisect_right(given.starts, start)
        inner = given.starts[first : bisect_left(given.starts, end)]
        segments.extend(
            (length + here - start, given.place(here), given.place(after))
            for here, after in pairwise((start, *inner, end))
        )
        pieces.append(given.text[start:end])

    for edit in edits:
        keep(position, edit.start)
        length += edit.start - position
        segments.append((length, given.place(edit.start), given.place(edit.end)))
        pieces.append(edit.replacement)
        length += len(edit.replacement)
        position = edit.end
    keep(position, len(given.text))
    starts, places, ends = zip(*segments, strict=True)
    return YamlText("".join(pieces), starts, places, ends)
