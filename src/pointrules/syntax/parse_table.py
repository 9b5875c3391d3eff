"""The grammar's LALR tables as plain data, so that they need not be made at every start."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

END = "$END"
"""The terminal that stands for the end of the text."""


class Production(Struct, frozen=True):
    """A finished production takes `length` values off the stack and puts one back.

    What the grammar writes with a leading underscore `is_spliced`: its parts join the production
    around it.
    """

    name: str
    length: int
    is_spliced: bool


BLOCK = "block"
"""The start from which a whole block is parsed; the others are phrases of it."""

Row: TypeAlias = Mapping[str, "int | Production"]
"""What one state does on each terminal: shift to a state, or finish a production."""


class ParseTable(Struct, frozen=True):
    """The LALR tables of the grammar, as plain data; of each start its first and its last state."""

    rows: Sequence[Row]
    gotos: Sequence[Mapping[str, int]]
    starts: Mapping[str, tuple[int, int]]


def table_to_json(table: ParseTable, digest: str) -> str:
    """The table as JSON, marked with the `digest` of the grammar it was made from."""
    productions: dict[Production, int] = {}
    rows = [
        {
            terminal: action
            if isinstance(action, int)
            else -1 - productions.setdefault(action, len(productions))
            for terminal, action in sorted(row.items())
        }
        for row in table.rows
    ]
    made = {
        "grammar": digest,
        "starts": table.starts,
        "productions": [[production.name, production.length] for production in productions],
        "rows": rows,
        "gotos": [dict(sorted(row.items())) for row in table.gotos],
    }
    return json.dumps(made, separators=(",", ":")) + "\n"


def table_from_json(text: str, digest: str) -> ParseTable | None:
    """The table, if it was made from the grammar of that digest."""
    made = json.loads(text)
    if made["grammar"] != digest:
        return None
    productions = [
        Production(name, length, name.startswith("_")) for name, length in made["productions"]
    ]
    rows = [
        {
            terminal: action if action >= 0 else productions[-1 - action]
            for terminal, action in row.items()
        }
        for row in made["rows"]
    ]
    starts = {name: (first, last) for name, (first, last) in made["starts"].items()}
    return ParseTable(rows, made["gotos"], starts)
