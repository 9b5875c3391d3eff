"""The list of one sentence for each alternative of the grammar: it is whole, and is read as meant.

Other tests take the list for granted: what holds for each of its sentences holds for every
production, every meaning of a keyword, and every field of the tree.
"""

import types
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from pointrules.source.source_file import source_file
from pointrules.syntax import tree
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse_dsl import parse_ruleset
from pointrules.syntax.parse_table import Production
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.spellings import spellings
from sentences.declarations import DECLARATIONS
from sentences.derivations import rules
from sentences.every_production import Sentence, every_production, every_sentence, ruleset_of

ALL = every_sentence()
NEVER_SAID = {
    "Name.is_declared = False",  # these three are reported
    "Block.is_whole = False",
    "RulesetSyntax.is_whole = False",
    "BoardShare.mode = 'half-up'",
    "InARow.period = 'day'",
    "StreakGuard.period = 'day'",
    "NextEnd.period = 'day'",
    "NextEnd.period = 'week'",
}
"""What no word of a text without mistakes says."""

SAID_ONLY = {
    "LowersPoints.measure": {"'period'", "'balance'"},
}
WITH_RECORDS = {"Limit", "ExchangeLimit"}
"""A period of a single record is 每次, and one without end 总共 or 历年: these alone say so."""

WITH_ALL_TIME = {"Limit", "Running"}
NEVER_EMPTY = {
    "Account.parts",
    "Adds.numbers",
    "Aliases.names",
    "And.items",
    "AnyGuard.situations",
    "BehaviourIs.behaviours",
    "Behaviours.items",
    "ByTable.attributes",
    "Category.parts",
    "ClauseGroup.clauses",
    "Clears.flags",
    "CountsWhen.requirements",
    "DayOf.behaviours",
    "Deletion.numbers",
    "Edition.parts",
    "Entered.accounts",
    "Example.expectations",
    "GivenFacts.pairs",
    "GivenRelation.persons",
    "GivenTo.receivers",
    "Grade.bands",
    "Is.values",
    "Loan.parts",
    "Locked.numbers",
    "NameList.names",
    "OpenDays.days",
    "OpenWeekdays.weekdays",
    "Or.items",
    "OwnClauses.parts",
    "Parties.items",
    "PastGrade.levels",
    "Precedes.numbers",
    "Purses.purses",
    "Recuses.kin",
    "Replaces.numbers",
    "Review.parts",
    "RulesetSyntax.blocks",
    "Stages.stages",
    "SubjectAttributes.attributes",
    "ValuesType.values",
    "Vocabulary.entries",
}


def read(sentences: Sequence[Sentence]) -> ParsedRuleset:
    return parse_ruleset(source_file("sample.points", ruleset_of(sentences)))


class _Recorder(ParserState):
    """A parser that keeps in mind which productions were finished."""

    __slots__ = ("finished",)

    def __init__(self) -> None:
        super().__init__(parse_table(), "recorded")
        self.finished: set[Production] = set()

    def _reduce(self, production: Production) -> None:
        self.finished.add(production)
        super()._reduce(production)


def test_each_sentence_is_read_as_the_words_that_it_was_made_of() -> None:
    got = read(ALL)
    assert [(item.code, item.arguments) for item in got.diagnostics] == []
    for sentence, tokens in zip(ALL, got.tokens[-len(ALL) :], strict=True):
        meant = [word.meaning for word in sentence.words]
        assert [(token.terminal, token.value) for token in tokens] == meant, sentence.title


def test_each_sentence_is_read_so_when_it_stands_alone() -> None:
    for sentence in ALL[::20]:
        assert parse_ruleset(source_file("sample.points", sentence.text)).diagnostics == ()


def test_every_production_of_the_tables_is_finished_by_some_sentence() -> None:
    table = parse_table()
    all_productions = {
        action
        for row in table.rows
        for action in row.values()
        if not isinstance(action, int) and action.name in rules()
    }
    finished: set[Production] = set()
    got = read(every_production())
    for tokens in got.tokens[-len(every_production()) :]:
        recorder = _Recorder()
        for token in tokens:
            recorder.feed(token)
        recorder.finish()
        finished |= recorder.finished
    assert all_productions - finished == set()


def test_every_value_of_every_keyword_is_written_in_some_sentence() -> None:
    written = {word.meaning for sentence in ALL for word in sentence.words}
    meanings = {(item.terminal, item.value) for item in spellings().all}
    assert meanings - written == set()


def nodes_of(node: Any) -> Iterator[Any]:
    if isinstance(node, Struct):
        yield node
        for item in fields(node):
            yield from nodes_of(getattr(node, item.name))
    elif isinstance(node, tuple):
        for part in node:
            yield from nodes_of(part)


def cases(hint: Any) -> set[str]:
    """What a field of this type can hold: classes, members, nothing."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return set().union(*(cases(item) for item in get_args(hint)))
    if origin is Literal:
        return {repr(item) for item in get_args(hint)}
    if origin is tuple:
        held, *others = get_args(hint)
        return {"()"} | (cases(held) if others == [...] else set())
    if hint is bool:
        return {"True", "False"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {repr(str(item.value)) for item in hint}
    return {hint.__name__}


def case_of(value: Any, hint: Any) -> set[str]:
    """What a field holds, in the words of `cases`."""
    if isinstance(value, tuple):
        held = get_args(next(iter(_tuples(hint))))[0]
        return set().union({"()"} if not value else set(), *(case_of(item, held) for item in value))
    if isinstance(value, Enum):
        return {repr(str(value.value))}
    if isinstance(value, bool):
        return {str(value)}
    if isinstance(value, str) and "str" not in cases(hint):
        return {repr(value)}
    return {type(value).__name__}


def _tuples(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is tuple:
        yield hint
    for item in get_args(hint):
        yield from _tuples(item)


def can_be(path: str, case: str) -> bool:
    """Whether a text can make a field say so."""
    owner = path.partition(".")[0]
    if "Article" in (owner, case):
        return False  # the language has no articles: those of a regulation in Markdown are such
    match case:
        case "()":
            return path not in NEVER_EMPTY
        case "'net'":
            return False
        case "'record'":
            return owner in WITH_RECORDS
        case "'ever'":
            return owner in WITH_ALL_TIME
        case "Fraction":
            return False  # of numbers, those drawn have decimals
        case _:
            is_said = path not in SAID_ONLY or case in SAID_ONLY[path]
            return is_said and f"{path} = {case}" not in NEVER_SAID


def test_every_field_of_the_tree_is_seen_with_all_that_it_can_hold() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    hints: dict[str, Any] = {}
    for name, kind in vars(tree).items():
        if isinstance(kind, type) and kind.__module__ == tree.__name__:
            for field, hint in get_type_hints(kind).items():
                hints[f"{name}.{field}"] = hint
    for node in nodes_of(read(ALL).syntax):
        if type(node).__module__ == tree.__name__:
            for item in fields(node):
                path = f"{type(node).__name__}.{item.name}"
                seen[path] |= case_of(getattr(node, item.name), hints[path])
    missing = {
        f"{path} = {case}"
        for path, hint in hints.items()
        for case in cases(hint) - seen[path]
        if can_be(path, case)
    }
    assert missing == set()
    assert {path for path in NEVER_EMPTY if "()" in seen[path]} == set()


def test_declarations_are_read_without_a_message() -> None:
    assert parse_ruleset(source_file("sample.points", DECLARATIONS)).diagnostics == ()
