"""The grammar's parse tables: kept as data beside it, and made anew where they are not its own.

Making them takes longer than checking a village's ruleset, so they are made once and kept. A test
holds the kept ones against what Lark makes of the grammar.
"""

import hashlib
from functools import cache

from pointrules.syntax.grammar_files import find_grammar_file, grammar_text
from pointrules.syntax.parse_table import ParseTable, table_from_json, table_to_json

GRAMMAR = "pointrules.lark"
TABLES = "pointrules.tables.json"


@cache
def parse_table() -> ParseTable:
    """The tables of the grammar as it stands."""
    kept = find_grammar_file(TABLES)
    if kept is not None:
        table = table_from_json(kept.read_text(encoding="utf-8"), _digest())
        if table is not None:
            return table
    return _made_by_lark()


def tables_text() -> str:
    """What the file of kept tables must hold."""
    return table_to_json(_made_by_lark(), _digest())


def _made_by_lark() -> ParseTable:
    # Imported here because lark takes 50 ms to import and is seldom needed.
    from pointrules.syntax.lark_tables import make_parse_table  # noqa: PLC0415

    return make_parse_table(grammar_text(GRAMMAR))


def _digest() -> str:
    return hashlib.sha256(grammar_text(GRAMMAR).encode()).hexdigest()
