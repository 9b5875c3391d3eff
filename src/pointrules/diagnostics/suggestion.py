"""Did you mean: names that are near a misspelt one.

Chinese names are short, so one wrong character is much: the bound goes with the length, a name that
holds the other counts as near, and without a common character nothing does.
"""

from collections.abc import Iterable
from fractions import Fraction

from pointrules.source.edit_distance import edit_distance

_SHORT = 3  # up to this many characters, one slip and no more
_CONTAINED_FROM = 2  # a single character is contained in too many names

_NEAREST_WORTH_KNOWING = Fraction(1, 2)


def suggest(word: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names nearest to `word`, the nearest first; `word` itself is never among them."""
    wanted = word.casefold()
    characters = set(wanted)
    found: list[tuple[int, int, int, str]] = []
    for index, name in enumerate(dict.fromkeys(names)):
        if name == word or characters.isdisjoint(name.casefold()):
            continue
        candidate = name.casefold()
        common = _common_at_most(characters, candidate)
        longest = max(len(wanted), len(candidate))
        bound = 1 if longest <= _SHORT else longest * 2 // 5
        contained = min(len(wanted), len(candidate)) >= _CONTAINED_FROM and (
            wanted in candidate or candidate in wanted
        )
        if longest - common > bound and not contained:
            continue  # each character that is not common costs at least one edit
        distance = edit_distance(wanted, candidate)
        if distance <= bound or contained:
            found.append((distance, -common, index, name))
    return tuple(name for *_, name in sorted(found)[:limit])


def nearness(word: str, names: Iterable[str]) -> Fraction:
    """Edits to the closest name, relative to the longer of the two: 0 is equal, 1 is nothing near.

    Whatever is farther than a half counts as 1.
    """
    wanted = word.casefold()
    characters = set(wanted)
    best = Fraction(1)
    bound = _NEAREST_WORTH_KNOWING
    for name in names:
        candidate = name.casefold()
        if characters.isdisjoint(candidate):
            continue
        longest = max(len(wanted), len(candidate))
        if _exceeds(longest - _common_at_most(characters, candidate), longest, bound):
            continue
        distance = edit_distance(wanted, candidate)
        if not _exceeds(distance, longest, bound):
            best = bound = Fraction(distance, longest)
            if not distance:
                break
    return best


def _common_at_most(characters: set[str], name: str) -> int:
    return sum(character in characters for character in name)


def _exceeds(edits: int, length: int, bound: Fraction) -> bool:
    return edits * bound.denominator > bound.numerator * length
