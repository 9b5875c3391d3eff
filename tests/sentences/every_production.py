"""Short blocks: one for each alternative of the grammar, in each place of it, with each meaning."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from msgspec import Struct

from pointrules.syntax.spellings import spellings
from sentences.declarations import DECLARATIONS
from sentences.derivations import (
    Derivation,
    Rule,
    rules,
    shortest_with,
    shortest_with_each_part,
    slots,
)
from sentences.spelled import Word, plain_word


class Sentence(Struct, frozen=True):
    """A block, and what it is there for; its names are those of `DECLARATIONS`."""

    title: str
    words: tuple[Word, ...]

    @property
    def block(self) -> str:
        """The text of the block, without a line end."""
        return " ".join(word.text for word in self.words)

    @property
    def text(self) -> str:
        """A whole ruleset that holds the block as its last one."""
        return ruleset_of([self])


def ruleset_of(sentences: Sequence[Sentence]) -> str:
    """A ruleset of the declarations and these blocks."""
    return DECLARATIONS + "".join(f"\n{sentence.block}\n" for sentence in sentences)


@cache
def every_production() -> tuple[Sentence, ...]:
    """A shortest sentence for every alternative of the grammar, each optional part with and
    without."""
    return tuple(
        Sentence(_title(rule), _plain(shortest_with(rule)))
        for items in rules().values()
        for rule in items
    )


@cache
def every_part() -> tuple[Sentence, ...]:
    """A shortest sentence for every alternative of every part of every production."""
    return tuple(
        Sentence(f"{name} with {_title(rule)}", _plain(derivation))
        for name, rule, derivation in shortest_with_each_part()
    )


@cache
def every_meaning() -> tuple[Sentence, ...]:
    """A shortest sentence for every value of every keyword and unit, in every production of it."""
    return tuple(_meanings())


@cache
def every_sentence() -> tuple[Sentence, ...]:
    """All of these, each block once: about two thousand."""
    found: dict[str, Sentence] = {}
    for sentence in (*every_production(), *every_part(), *every_meaning()):
        found.setdefault(sentence.block, sentence)
    return tuple(found.values())


def _meanings() -> Iterator[Sentence]:
    for name, items in rules().items():
        # One word means the same in all rules of a production in which it stands behind the same.
        behind: dict[tuple[str, str], Rule] = {}
        for rule in items:
            for before, terminal in pairwise(("", *rule.expansion)):
                if len(_values(terminal)) > 1:
                    behind.setdefault((before, terminal), rule)
        for (_, terminal), rule in behind.items():
            found = slots(shortest_with(rule))
            for value in _values(terminal):
                words = tuple(
                    plain_word(slot, value if slot.terminal == terminal else None) for slot in found
                )
                yield Sentence(f"{name}: {terminal} {value}", words)


def _values(terminal: str) -> list[str]:
    known = spellings().by_terminal.get(terminal, ())
    return [value for value, _ in groupby(spelling.value for spelling in known)]


def _plain(derivation: Derivation) -> tuple[Word, ...]:
    return tuple(plain_word(slot) for slot in slots(derivation))


def _title(rule: Rule) -> str:
    return f"{rule.name}: {' '.join(rule.expansion)}"
