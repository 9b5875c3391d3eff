"""Where blocks begin: at head words, first on their line and followed by what the head wants.

Quoted texts and comments end on their line, so the start of a line is never inside one, and words
such as 例会 or 评议会 open nothing.
"""

import re
from collections.abc import Container, Iterator

from msgspec import Struct

from pointrules.diagnostics.suggestion import suggest
from pointrules.source.edit_distance import edit_distance
from pointrules.syntax.scanner import HAN, QUOTES, WORD_RUN
from pointrules.syntax.spellings import HeadNext, Spellings, spellings

_LINE_START = re.compile(r"(?:^|(?<=\n))[ \t]*(?=[^\s#])")
_NUMERAL = "零〇一二两三四五六七八九十百"
_NUMBER_NEXT = re.compile(
    rf"[ \t]*(?:第[{_NUMERAL}\d]+条|\([{_NUMERAL}\d]+\)|[a-z]*\d|[{_NUMERAL}]+(?![{HAN}]))"
)
_GAP_NEXT = re.compile(r"[ \t]*(?=:)|(?=\s)|$")
_BLANK = re.compile(r"[ \t]*")
_SLIPS_BEFORE_GAP = 1


class Chunk(Struct, frozen=True):
    """The text of one block, its head word from `start` to `head_end`.

    `is_misspelt` if the head word is not spelled right, and `terminal` is what was meant.
    """

    start: int
    head_end: int
    end: int
    terminal: str
    is_misspelt: bool


def cut_blocks(low: str) -> tuple[Chunk, ...]:
    """The blocks of a folded text in small letters, in order."""
    heads = list(_heads(low, spellings()))
    ends = [start for start, *_ in heads[1:]] + [len(low)] * bool(heads)
    return tuple(
        Chunk(start, head_end, end, terminal, is_misspelt)
        for (start, head_end, terminal, is_misspelt), end in zip(heads, ends, strict=True)
    )


def _heads(low: str, table: Spellings) -> Iterator[tuple[int, int, str, bool]]:
    found = {line.end(): _head_at(low, line.end(), table) for line in _LINE_START.finditer(low)}
    there = {head[1] for head in found.values() if head is not None}
    guessed = {
        terminal
        for terminal, follows in table.heads.items()
        if follows != "gap" or terminal not in there
    }
    for position, head in found.items():
        if head is not None:
            yield position, head[0], head[1], False
            continue
        near = _misspelt_head_at(low, position, table, guessed)
        if near is not None:
            if table.heads[near[1]] == "gap":
                guessed.discard(near[1])
            yield position, near[0], near[1], True


def _head_at(low: str, position: int, table: Spellings) -> tuple[int, str] | None:
    for spelling in table.by_first.get(low[position], ()):
        follows = table.heads.get(spelling.terminal)
        if follows is None:
            continue
        end = spelling.end_in(low, position)
        if end is not None and _is_followed(low, end, follows):
            return end, spelling.terminal
    return None


def _is_followed(low: str, position: int, follows: HeadNext) -> bool:
    if follows == "number":
        return _NUMBER_NEXT.match(low, position) is not None
    if follows == "clause":
        blank = _BLANK.match(low, position)
        start = position if blank is None else blank.end()
        return any(
            spelling.end_in(low, start) is not None
            for spelling in spellings().by_terminal["CLAUSE"]
        )
    if follows == "gap":
        return _GAP_NEXT.match(low, position) is not None
    blank = _BLANK.match(low, position)
    assert blank is not None, "any text begins with some or no blanks"
    return low[blank.end() : blank.end() + 1] in QUOTES


def _misspelt_head_at(
    low: str, position: int, table: Spellings, guessed: Container[str]
) -> tuple[int, str] | None:
    """A word one slip away from a head word of `guessed`, and followed by just what that wants.

    Heads that want no more than a space are guessed at once, behind an empty line, and only where
    a file has none: too many words stand before a space. 评议会 is such a word, and no slip.
    """
    run = WORD_RUN.match(low, position)
    if run is None or (position > 0 and low[position - 1] != "\n"):
        return None
    word = re.match(rf"[{HAN}a-z]+", low[position:])
    if word is None:
        return None
    end = position + word.end()
    is_apart = _is_apart(low, position)
    wanted = {
        spelling.text: spelling.terminal
        for terminal, follows in table.heads.items()
        if terminal in guessed and _is_followed(low, end, follows)
        for spelling in table.by_terminal[terminal]
        if len(spelling.text) > 1
        and (
            follows != "gap"
            or (
                is_apart
                and not word.group().startswith(spelling.text)
                and edit_distance(word.group(), spelling.text) <= _SLIPS_BEFORE_GAP
            )
        )
    }
    near = suggest(word.group(), wanted, limit=1)
    if not near or any(
        word.group() == item.text for item in table.by_first.get(word.group()[0], ())
    ):
        return None
    return end, wanted[near[0]]


def _is_apart(low: str, position: int) -> bool:
    """Whether the line at `position` is the first, or stands behind an empty one."""
    return position == 0 or not low[low.rfind("\n", 0, position - 1) + 1 : position].strip()
