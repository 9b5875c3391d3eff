"""The grammar: no hidden conflict, no word of two meanings in one place, nothing unbuilt."""

import hashlib
import logging
import re
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from lark import logger

from pointrules.model.unit import UNITS
from pointrules.source.folding import fold
from pointrules.source.language import Language
from pointrules.syntax.grammar_files import grammar_text
from pointrules.syntax.grammar_tables import GRAMMAR, TABLES, parse_table
from pointrules.syntax.lark_tables import load_grammar, make_parse_table
from pointrules.syntax.parse_table import END, ParseTable, Production, table_from_json
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.spellings import SIGNS, WRITTEN_SIGNS, spellings
from pointrules.syntax.tree_builder import BUILDERS

CUT_BY_SCANNER = {
    "NAME",
    "PARAMETER_NAME",
    "NEWNAME",
    "STRING",
    "NUMBER",
    "DATE",
    "MONTHDAY",
    "CLAUSE_NUMBER",
}


class Walker(ParserState):
    """A parser that is moved over the table without anything being built."""

    __slots__ = ()

    @classmethod
    def at(cls, table: ParseTable, states: Sequence[int]) -> "Walker":
        walker = cls(table, "walked")
        walker._states = list(states)
        return walker

    def after(self, terminal: str) -> tuple[int, ...]:
        rows, gotos = self._table.rows, self._table.gotos
        states = self._states.copy()
        while isinstance(action := rows[states[-1]][terminal], Production):
            if action.length:
                del states[-action.length :]
            states.append(gotos[states[-1]][action.name])
        return (*states, action)


def places_of_the_grammar() -> Mapping[frozenset[str], tuple[str, ...]]:
    """What can follow at every place that words can lead to, with words that lead there.

    Stacks are taken for the same place when their upper three states and what can follow are.
    """
    table = parse_table()
    places: dict[frozenset[str], tuple[str, ...]] = {}
    seen: set[tuple[tuple[int, ...], frozenset[str]]] = set()
    waiting: deque[tuple[tuple[int, ...], tuple[str, ...]]] = deque(
        ((first,), ()) for first, _ in table.starts.values()
    )
    while waiting:
        states, path = waiting.popleft()
        walker = Walker.at(table, states)
        taken = frozenset(walker.taken())
        if (states[-3:], taken) in seen:
            continue
        seen.add((states[-3:], taken))
        places.setdefault(taken, path)
        waiting.extend(
            (walker.after(terminal), (*path, terminal)) for terminal in taken if terminal != END
        )
    return places


def declared_terminals() -> set[str]:
    return {
        terminal
        for line in re.findall(r"^%declare (.*)$", grammar_text(GRAMMAR), re.MULTILINE)
        for terminal in line.split()
    }


def conflicts_logged(grammar: str) -> list[str]:
    """What Lark says of the conflicts that it settles by itself."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener()
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.DEBUG)
    try:
        load_grammar(grammar, debug=True)
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
    return [line for line in said if "conflict" in line.lower()]


def test_lark_settles_no_conflict_in_the_grammar() -> None:
    assert conflicts_logged(grammar_text(GRAMMAR)) == []


def test_a_conflict_that_lark_settles_would_be_seen() -> None:
    dangling = "block: IF block | IF block ELSE block | A\n%declare IF ELSE A"
    (line,) = conflicts_logged(dangling)
    assert line.startswith("Shift/Reduce conflict for terminal ELSE")


def numbered_by_reach(table: ParseTable) -> list[dict[str, object]]:
    """The states in the order in which they are reached: Lark numbers them anew each time."""
    order = {first: number for number, (first, _) in enumerate(table.starts.values())}
    states = list(order)
    for state in states:
        moves = {**table.rows[state], **table.gotos[state]}
        for _, target in sorted(moves.items(), key=lambda item: item[0]):
            if isinstance(target, int) and target not in order:
                order[target] = len(order)
                states.append(target)
    return [
        {
            symbol: order[target] if isinstance(target, int) else target
            for symbol, target in {**table.rows[state], **table.gotos[state]}.items()
        }
        for state in states
    ]


def test_the_kept_tables_are_those_of_the_grammar(checkout: Path) -> None:
    grammar = grammar_text(GRAMMAR)
    digest = hashlib.sha256(grammar.encode()).hexdigest()
    kept = table_from_json((checkout / "grammars" / TABLES).read_text(encoding="utf-8"), digest)
    assert kept is not None, "made from another grammar: make the tables anew"
    assert numbered_by_reach(kept) == numbered_by_reach(make_parse_table(grammar))


def test_no_place_takes_two_terminals_that_are_spelled_alike() -> None:
    terminals: dict[str, set[str]] = {sign: {terminal} for sign, terminal in SIGNS.items()}
    for spelling in spellings().all:
        terminals.setdefault(spelling.text, set()).add(spelling.terminal)
    shared = {text: names for text, names in terminals.items() if len(names) > 1}
    assert "的" in shared  # SUCH and MEMBER: the test looks at something
    clashes = [
        (text, sorted(names & taken), path)
        for taken, path in places_of_the_grammar().items()
        for text, names in shared.items()
        if len(names & taken) > 1
    ]
    assert clashes == []


def test_no_spelling_of_a_terminal_has_two_meanings() -> None:
    meanings: dict[tuple[str, str], set[str]] = {}
    for spelling in spellings().all:
        meanings.setdefault((spelling.terminal, spelling.text), set()).add(spelling.value)
    assert {key: values for key, values in meanings.items() if len(values) > 1} == {}


def test_every_terminal_can_stand_somewhere() -> None:
    reached = {terminal for taken in places_of_the_grammar() for terminal in taken} - {END}
    assert reached == declared_terminals()


def test_every_production_has_its_builder() -> None:
    productions = {
        action.name
        for row in parse_table().rows
        for action in row.values()
        if isinstance(action, Production)
    }
    built = {name for name in productions if not name.startswith("_")}
    assert set(BUILDERS) == {name for name in built if not name.startswith("$root_")}


def test_every_declared_terminal_is_spelled_a_sign_or_cut_by_the_scanner() -> None:
    spelled = set(spellings().by_terminal)
    signs = set(SIGNS.values())
    assert declared_terminals() == spelled | signs | CUT_BY_SCANNER
    assert set(WRITTEN_SIGNS) == signs
    assert not spelled & signs
    assert not spelled & CUT_BY_SCANNER


@pytest.mark.parametrize("language", list(Language))
def test_every_meaning_of_every_terminal_is_spelled_in_each_language(language: Language) -> None:
    meanings = {(spelling.terminal, spelling.value) for spelling in spellings().all}
    spelled = {
        (spelling.terminal, spelling.value)
        for spelling in spellings().all
        if spelling.language is language
    }
    assert spelled == meanings


def test_spellings_are_as_the_scanner_sees_the_text() -> None:
    # It looks them up in folded text with small Latin letters.
    assert [item.text for item in spellings().all if item.text != fold(item.text).lower()] == []


def test_every_unit_of_the_model_is_spelled() -> None:
    assert {item.value for item in spellings().by_terminal["UNIT"]} == set(UNITS)


def test_names_in_the_grammar_are_ascii() -> None:
    # Lark takes a name for a terminal if it is upper case, which no Chinese word is.
    without_comments = re.sub(r"//.*", "", grammar_text(GRAMMAR))
    assert without_comments.isascii()
