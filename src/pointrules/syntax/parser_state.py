"""A parser's position in the grammar: what it can take next, exactly, and what it has built."""

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.syntax.children import Node
from pointrules.syntax.parse_table import BLOCK, END, ParseTable, Production
from pointrules.syntax.tokens import Token
from pointrules.syntax.tree_builder import build


class Making(Struct, frozen=True):
    """What a node was made of: the production, what stood in it, and from where to where.

    The node's own span may leave out brackets around it.
    """

    production: str
    items: list[Node]
    start: int
    end: int


Made: TypeAlias = dict[int, Making]
"""How nodes were made, by their identity."""


class ParserState:
    """A stack of states and one of values; copies are cheap and independent."""

    __slots__ = ("_end", "_file", "_made", "_start", "_states", "_table", "_values")

    def __init__(
        self, table: ParseTable, file: str, start: str = BLOCK, made: Made | None = None
    ) -> None:
        self._table = table
        self._file = file
        self._start = start
        self._made = made
        first, self._end = table.starts[start]
        self._states: list[int] = [first]
        self._values: list[Node] = []

    def copy(self) -> "ParserState":
        """The same position, to be moved on its own."""
        twin = ParserState(self._table, self._file, self._start, self._made)
        twin._states = self._states.copy()
        twin._values = self._values.copy()
        return twin

    @property
    def depth(self) -> int:
        """How deep the stack is; nesting makes it grow."""
        return len(self._states)

    @property
    def place(self) -> tuple[int, ...]:
        """Where in the grammar this is; from one place the same texts can go on."""
        return tuple(self._states)

    def takes(self, terminal: str) -> bool:
        """Whether `terminal` really shifts here.

        The row of the table alone is too wide, since look-aheads of shared productions are merged:
        so the reductions are followed through on the states.
        """
        rows, gotos = self._table.rows, self._table.gotos
        action = rows[self._states[-1]].get(terminal)
        if action is None:
            return False
        if isinstance(action, int):
            return True
        states = self._states.copy()
        while True:
            if action.length:
                del states[-action.length :]
            states.append(gotos[states[-1]][action.name])
            if terminal == END and states[-1] == self._end:
                return True
            following = rows[states[-1]].get(terminal)
            if following is None:
                return False
            if isinstance(following, int):
                return True
            action = following

    def taken(self) -> tuple[str, ...]:
        """All terminals that really shift here."""
        row = self._table.rows[self._states[-1]]
        return tuple(terminal for terminal in row if self.takes(terminal))

    def feed(self, token: Token) -> None:
        """Take a token that `takes` allows."""
        rows = self._table.rows
        while not isinstance(action := rows[self._states[-1]][token.terminal], int):
            self._reduce(action)
        self._states.append(action)
        self._values.append(token)

    def finish(self) -> Node:
        """The node of the start, where `takes(END)` allows."""
        rows = self._table.rows
        while self._states[-1] != self._end:
            action = rows[self._states[-1]][END]
            assert not isinstance(action, int), "the end of a text is never shifted"
            self._reduce(action)
        return self._values[-1]

    def _reduce(self, production: Production) -> None:
        length = production.length
        values: list[Node] = []
        if length:
            values = self._values[-length:]
            del self._states[-length:]
            del self._values[-length:]
        # What is spliced is kept as it came, since a list grows by one at a time: putting it
        # together each time would take a long one's length squared.
        node: Node = values
        if not production.is_spliced:
            items = _flat(values)
            node = build(production.name, self._file, items)
            if self._made is not None and production.name != BLOCK:
                self._remember(production.name, node, items)
        self._states.append(self._table.gotos[self._states[-1]][production.name])
        self._values.append(node)

    def _remember(self, production: str, node: Node, items: list[Node]) -> None:
        """What a node, or each one of a list that was not there before, was made of."""
        assert self._made is not None, "only where somebody asks"
        start, end = self._start_of(items[0]), self._end_of(items[-1])
        for one in node if isinstance(node, list) else [node]:
            if all(one is not item for item in items):
                self._made[id(one)] = Making(production, items, start, end)
            elif one is node:
                self._made[id(one)] = replace(self._made[id(one)], start=start, end=end)

    def _start_of(self, item: Node) -> int:
        assert self._made is not None, "only where somebody asks"
        return item.start if isinstance(item, Token) else self._made[id(item)].start

    def _end_of(self, item: Node) -> int:
        assert self._made is not None, "only where somebody asks"
        return item.end if isinstance(item, Token) else self._made[id(item)].end


def _flat(values: list[Node]) -> list[Node]:
    """The values, with those of spliced productions among them."""
    if not any(isinstance(value, list) for value in values):
        return values
    parts: list[Node] = []
    waiting = values[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        else:
            parts.append(value)
    return parts
