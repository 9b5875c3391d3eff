"""Parse tables out of the grammar, by Lark: the only module that imports it."""

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


def load_grammar(grammar: str, *, debug: bool = False) -> Lark:
    """The grammar as Lark sees it; with `debug`, Lark logs every conflict that it settles."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=_NoLexer,
        start="block",
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
    return ParseTable(rows, gotos, made.start_states["block"], made.end_states["block"])
