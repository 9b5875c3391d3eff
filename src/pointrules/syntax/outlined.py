"""A ruleset parted into blocks, keys and values, whatever notation it comes from or goes to."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from pointrules.source.language import Language
from pointrules.syntax.outline import Key, Outline
from pointrules.syntax.tokens import Token


class OutlinedValue(Struct, frozen=True):
    """What one value says: a phrase in canonical words, or the words of a text.

    `tokens` are its words without those that its key stands for. `before` are remarks on lines of
    their own, `after` is one at the end of its line.
    """

    text: str
    tokens: tuple[Token, ...]
    start: int
    end: int
    before: tuple[str, ...] = ()
    after: str | None = None


class OutlinedEntry(Struct, frozen=True):
    """A key and its values."""

    key: Key
    values: tuple[OutlinedValue, ...]


class OutlinedBlock(Struct, frozen=True):
    """One block: `title` is what stands behind its head, None where nothing does."""

    outline: Outline
    language: Language
    head: OutlinedValue
    title: OutlinedValue | None
    entries: tuple[OutlinedEntry, ...]


class OutlinedRuleset(Struct, frozen=True):
    """All blocks in order, and the remarks behind the last one."""

    blocks: tuple[OutlinedBlock, ...]
    last: tuple[str, ...] = ()


class Remark(Struct, frozen=True):
    """A comment; `is_alone` if nothing stands before it on its line."""

    text: str
    start: int
    is_alone: bool


def with_remarks(blocks: Sequence[OutlinedBlock], remarks: Sequence[Remark]) -> OutlinedRuleset:
    """Each remark beside the value it stands at: above the next one, or behind the one before.

    A remark in the midst of a phrase stands above or behind the whole phrase.
    """
    places = sorted(
        (value.start, value.end, number)
        for number, value in enumerate(value for block in blocks for value in values_of(block))
    )
    starts = [start for start, _, _ in places]
    ends = list(accumulate((end for _, end, _ in places), max))
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    last: list[str] = []
    for remark in sorted(remarks, key=lambda item: item.start):
        earlier = bisect_right(starts, remark.start) - 1
        if not remark.is_alone and earlier >= 0 and places[earlier][2] not in behind:
            behind[places[earlier][2]] = remark.text
            continue
        following = bisect_right(ends, remark.start)
        if following == len(places):
            last.append(remark.text)
        else:
            above.setdefault(places[following][2], []).append(remark.text)
    numbers = iter(range(len(places)))

    def told(value: OutlinedValue) -> OutlinedValue:
        number = next(numbers)
        if number not in above and number not in behind:
            return value
        return replace(value, before=tuple(above.get(number, ())), after=behind.get(number))

    return OutlinedRuleset(
        tuple(
            replace(
                block,
                head=told(block.head),
                title=None if block.title is None else told(block.title),
                entries=tuple(
                    replace(entry, values=tuple(map(told, entry.values))) for entry in block.entries
                ),
            )
            for block in blocks
        ),
        tuple(last),
    )


def values_of(block: OutlinedBlock) -> list[OutlinedValue]:
    """Head, title and all values of a block, in this order."""
    found = [block.head]
    if block.title is not None:
        found.append(block.title)
    return found + [value for entry in block.entries for value in entry.values]
