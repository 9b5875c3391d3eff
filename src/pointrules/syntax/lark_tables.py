"""Parse tables out of the grammar, by Lark: the only module that imports it."""

import re
from collections.abc import Iterator

from lark import Lark, Token
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from pointrules.syntax.parse_table import END, ParseTable, Production


class _NoLexer(Lexer):
    """Lark is given tables to make and no text to cut."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        raise NotImplementedError


_PHRASE = re.compile(r"^(phrase_[a-z_]+):", re.MULTILINE)


def starts_of(grammar: str) -> tuple[str, ...]:
    """What can be parsed alone: a block, and each phrase."""
    return ("block", *_PHRASE.findall(grammar))


def load_grammar(grammar: str, *, debug: bool = False) -> Lark:
    """The grammar as Lark sees it; with `debug`, Lark logs every conflict that it settles."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=_NoLexer,
        start=list(starts_of(grammar)),
        maybe_placeholders=False,
        debug=debug,
    )


def make_parse_table(grammar: str) -> ParseTable:
    """The tables of the grammar; it takes about a tenth of a second."""
    made = load_grammar(grammar).parser.parser.parser.parse_table
    productions: dict[object, Production] = {}
    rows: list[dict[str, int | Production]] = [{} for _ in made.states]
    gotos: list[dict[str, int]] = [{} for _ in made.states]
    for state, actions in made.states.items():
        for symbol, (action, argument) in actions.items():
            if action is not Shift:
                name = str(argument.origin.name)
                rows[state][symbol] = productions.setdefault(
                    argument, Production(name, len(argument.expansion), name.startswith("_"))
                )
            elif symbol.isupper() or symbol == END:
                rows[state][symbol] = argument
            else:
                gotos[state][symbol] = argument
    starts = {name: (made.start_states[name], made.end_states[name]) for name in starts_of(grammar)}
    return _renumbered(ParseTable(rows, gotos, starts))


def _renumbered(table: ParseTable) -> ParseTable:
    """The same table with its states in an order that the grammar alone decides.

    Lark numbers states in the order of sets, which is another at each start of Python.
    """
    order = {first: number for number, (first, _) in enumerate(table.starts.values())}
    for state in (waiting := list(order)):
        row = {**table.rows[state], **table.gotos[state]}
        for symbol in sorted(row):
            target = row[symbol]
            if isinstance(target, int) and target not in order:
                order[target] = len(order)
                waiting.append(target)
    return ParseTable(
        [
            {
                terminal: order[action] if isinstance(action, int) else action
                for terminal, action in sorted(table.rows[state].items())
            }
            for state in waiting
        ],
        [
            {name: order[target] for name, target in sorted(table.gotos[state].items())}
            for state in waiting
        ],
        {name: (order[first], order[last]) for name, (first, last) in table.starts.items()},
    )
