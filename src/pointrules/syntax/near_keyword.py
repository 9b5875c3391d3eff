"""Of the keywords that fit where an unknown word stands, the nearest to it."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from pointrules.source.edit_distance import edit_distance
from pointrules.syntax.scanner import Scanner
from pointrules.syntax.spellings import Spelling, spellings

_SHORTEST_GUESSED = 2  # one character is near to too many


class NearKeyword(Struct, frozen=True):
    """A keyword, how far from it the word is whose first `length` characters it stands for.

    `alike` are all keywords that are just as near, itself the first.
    """

    spelling: Spelling
    distance: Fraction
    length: int
    alike: tuple[str, ...]


def near_keyword(
    scanner: Scanner, position: int, end: int, text_end: int, terminals: Iterable[str]
) -> NearKeyword | None:
    """The keyword, of `terminals`, nearest to what stands at `position`.

    The unknown word ends at `end`, and the text in which it stands at `text_end`.
    """
    best: tuple[Spelling, Fraction, int] | None = None
    alike: list[str] = []
    for terminal in terminals:
        for spelling in spellings().by_terminal.get(terminal, ()):
            size = len(spelling.text)
            if size < _SHORTEST_GUESSED:
                continue
            for length in (size, size + 1, size - 1):
                if position + length > min(text_end, max(end, position + size)):
                    continue
                if scanner.cuts_word(position + length):
                    continue
                distance = _distance(scanner.low[position : position + length], spelling.text)
                if distance is None:
                    continue
                if best is None or distance < best[1]:
                    best = (spelling, distance, length)
                    alike = []
                if distance == best[1]:
                    alike.append(spelling.text)
    return None if best is None else NearKeyword(*best, tuple(dict.fromkeys(alike)))


def _distance(word: str, keyword: str) -> Fraction | None:
    """Edits from one to the other, relative to the longer; None where they are too many."""
    if not set(word) & set(keyword):
        return None
    longest = max(len(word), len(keyword))
    edits = edit_distance(word, keyword)
    if 2 * edits > longest or edits > max(1, len(keyword) // 3):
        return None
    return Fraction(edits, longest)
