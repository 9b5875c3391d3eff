"""What stands inside a finished production of the grammar, for the builders of the tree."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar, cast

from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.scan import Direction
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.tokens import Token

Node: TypeAlias = Any
"""A node of the tree. Which one, the production's name says; the grammar vouches for the rest."""

T = TypeVar("T")


class Children:
    """What stands inside one production: tokens and finished nodes, in order."""

    __slots__ = ("file", "items")

    def __init__(self, file: str, items: Sequence[Token | Node]) -> None:
        self.file = file
        self.items = items

    @property
    def span(self) -> Span:
        """From the first to the last of them."""
        return Span(self.file, _start(self.items[0]), _end(self.items[-1]))

    def has(self, *terminals: str) -> bool:
        """Whether one of these terminals is among them."""
        return any(isinstance(item, Token) and item.terminal in terminals for item in self.items)

    def token(self, *terminals: str) -> Token:
        """The first token of these terminals."""
        found = self.optional_token(*terminals)
        assert found is not None, f"a production without its {terminals}"
        return found

    def optional_token(self, *terminals: str) -> Token | None:
        """The first token of these terminals, if there is one."""
        for item in self.items:
            if isinstance(item, Token) and item.terminal in terminals:
                return item
        return None

    def all(self, *kinds: type[T]) -> tuple[T, ...]:
        """The nodes of these classes."""
        return tuple(item for item in self.items if isinstance(item, kinds))

    def one(self, *kinds: type[T]) -> T:
        """The first node of these classes."""
        found = self.optional(*kinds)
        assert found is not None, f"a production without its {kinds}"
        return found

    def optional(self, *kinds: type[T]) -> T | None:
        """The first node of these classes, if there is one."""
        for item in self.items:
            if isinstance(item, kinds):
                return item
        return None

    def names(self) -> tuple[tree.Name, ...]:
        """The declared names used here."""
        return tuple(
            self.name_of(item)
            for item in self.items
            if isinstance(item, Token) and item.terminal == "NAME"
        )

    def name_of(self, token: Token) -> tree.Name:
        """A name token as a node."""
        return tree.Name(str(token.value), self.span_of(token), not token.is_mended)

    def span_of(self, token: Token) -> Span:
        """The place of one token."""
        return Span(self.file, token.start, token.end)

    def day(self) -> tree.Day:
        """The date in here."""
        token = self.token("DATE")
        return tree.Day(cast("date", token.value), self.span_of(token))

    def number(self) -> Number:
        """The number in here."""
        return cast("Number", self.token("NUMBER").value)

    def clause_numbers(self) -> tuple[tree.ClauseNumber, ...]:
        """The clause numbers in here."""
        return tuple(
            tree.ClauseNumber(str(item.value), self.span_of(item))
            for item in self.items
            if isinstance(item, Token) and item.terminal == "CLAUSE_NUMBER"
        )

    def direction(self) -> Direction:
        """加 or 扣."""
        return Direction.GAIN if self.has("ADD") else Direction.LOSS

    def measured(self) -> tree.Measured:
        """按 积分 本期: the name and the measure behind 按."""
        by = list(self.items).index(self.token("BY"))
        rolled = self.optional(tree.Rolled)
        after = by + 1 if rolled is None else by + 2
        account, measure = cast("tuple[Token, Token]", tuple(self.items[after : after + 2]))
        span = Span(self.file, _start(self.items[by]), measure.end)
        return tree.Measured(
            self.name_of(account),
            Measure(str(measure.value)),
            rolled,
            self.optional(tree.Rounding),
            span,
        )

    def nodes(self) -> tuple[Node, ...]:
        """Everything that is no token."""
        return tuple(item for item in self.items if not isinstance(item, Token))


Builders: TypeAlias = Mapping[str, Callable[[Children], Node]]
"""The maker of the node of each of some productions, by the production's name."""


def _start(item: Token | Node) -> int:
    return cast("int", item.start if isinstance(item, Token) else item.span.start)


def _end(item: Token | Node) -> int:
    return cast("int", item.end if isinstance(item, Token) else item.span.end)
