"""What a key's value can be when it is made of the grammar's own words, for editors to offer."""

from collections.abc import Iterator

from msgspec import Struct

from pointrules.source.language import Language
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.outline import Key, Outline, Word
from pointrules.syntax.parse_table import END
from pointrules.syntax.parser_state import Made, ParserState
from pointrules.syntax.spellings import spellings
from pointrules.syntax.tokens import Token

_MOST_WORDS = 3
"""Of longer ones there are too many to choose from, and too few that anyone means."""

_ANY_SCALAR = ("STRING", "NAME", "NEWNAME", "CLAUSE_NUMBER")
"""What may look like a number or a truth value to a program that reads YAML: 3.10, 2023, yes."""


class KeyValues(Struct, frozen=True):
    """The values made of words alone, and whether a value may look like a number."""

    words: tuple[tuple[Word, ...], ...]
    is_any_scalar: bool

    def written(self, language: Language) -> tuple[str, ...]:
        """The values in that language."""
        table = spellings()
        return tuple(
            " ".join(table.written(*word, language) for word in words) for words in self.words
        )


def values_of(key: Key, outline: Outline) -> KeyValues:
    """Walk the parser from where the value begins; of two ways to say the same the first counts.

    What has a key of its own in the block is not among the values of 另外.
    """
    elsewhere = {name for other in outline.keys if other is not key for name in other.holds}
    if not key.phrase:
        return KeyValues((), is_any_scalar=True)
    made: Made = {}
    start = ParserState(parse_table(), "", key.phrase, made)
    for word in key.lead:
        start.feed(_token(word))
    scalars = [
        after for terminal in _ANY_SCALAR if (after := _after(start, (terminal, ""))) is not None
    ]
    found: list[tuple[Word, ...]] = []
    meant: list[object] = []
    for words, state in _finished(start, key):
        parts = state.finish()
        assert isinstance(parts, tuple), "a phrase is its parts"
        names = [made[id(part)].production for part in parts if id(part) in made]
        is_own = all(name in key.holds if key.holds else name not in elsewhere for name in names)
        if is_own and not (names and parts in meant):
            found.append(words)
            meant.append(parts)
    return KeyValues(tuple(found), any(_ended(state, key) is not None for state in scalars))


def _finished(start: ParserState, key: Key) -> Iterator[tuple[tuple[Word, ...], ParserState]]:
    """Rows of words that are a whole phrase, shortest first; none goes on where it could end."""
    table = spellings().by_terminal
    waiting: list[tuple[tuple[Word, ...], ParserState]] = [((), start)]
    while waiting:
        words, state = waiting.pop(0)
        ended = _ended(state, key) if words else None
        if ended is not None:
            yield words, ended
            continue
        if len(words) == _MOST_WORDS:
            continue
        taken = set(state.taken())
        for terminal, written in table.items():
            if terminal not in taken:
                continue
            for value in dict.fromkeys(spelling.value for spelling in written):
                after = _after(state, (terminal, value))
                if after is not None and (terminal, value) not in words:
                    waiting.append(((*words, (terminal, value)), after))


def _ended(state: ParserState, key: Key) -> ParserState | None:
    """Behind the words that the key adds, where a text may end."""
    ended = state.copy()
    for word in key.trail:
        if ended.takes(word[0]):
            ended.feed(_token(word))
    return ended if ended.takes(END) else None


def _after(state: ParserState, word: Word) -> ParserState | None:
    if not state.takes(word[0]):
        return None
    after = state.copy()
    after.feed(_token(word))
    return after


def _token(word: Word) -> Token:
    return Token(word[0], word[1], 0, 0)
