"""The grammar as plain rules, and sentences derived from them: the shortest, or drawn ones.

Lark writes out every optional part, so that a rule here is one alternative and nothing is left
open in it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from pointrules.syntax.grammar_files import grammar_text
from pointrules.syntax.grammar_tables import GRAMMAR
from pointrules.syntax.lark_tables import load_grammar

START = "block"


class Rule(Struct, frozen=True, order=True):
    """One way to write `name`: terminals are upper case."""

    name: str
    expansion: tuple[str, ...]

    @property
    def is_spliced(self) -> bool:
        """Whether its parts join the production around it."""
        return self.name.startswith("_")


class Slot(Struct, frozen=True):
    """A terminal of a sentence, to be spelled.

    `production` is the finished one that it stands in, `nth` counts the terminals of its kind
    there, from 0.
    """

    terminal: str
    production: str
    nth: int


class Derivation(Struct, frozen=True):
    """A rule with what its parts were derived to: a terminal stays None."""

    rule: Rule
    parts: tuple["Derivation | None", ...]


def is_terminal(symbol: str) -> bool:
    """Whether a symbol is spelled, and not derived any further."""
    return symbol.isupper()


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """All rules that a block is made of, by name, the ones of the shortest sentences first."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in load_grammar(grammar_text(GRAMMAR)).rules:
        name = str(rule.origin.name)
        found[name].append(Rule(name, tuple(str(symbol.name) for symbol in rule.expansion)))
    costs = _costs(found)
    return {
        name: tuple(sorted(found[name], key=lambda item: (_cost_of(item, costs), item)))
        for name in sorted(_reached(found))
    }


def _reached(found: Mapping[str, Sequence[Rule]]) -> set[str]:
    """The names that a block can have in it: phrases have starts of their own."""
    reached = {START}
    waiting = [START]
    for name in waiting:
        inner = {symbol for rule in found[name] for symbol in rule.expansion} - reached
        new = {symbol for symbol in inner if not is_terminal(symbol)}
        reached |= new
        waiting.extend(sorted(new))
    return reached


def _costs(found: Mapping[str, Sequence[Rule]]) -> dict[str, int]:
    """How many terminals the shortest derivation of each name has."""
    costs: dict[str, int] = {}
    while True:
        before = dict(costs)
        for name, items in found.items():
            known = [
                _cost_of(item, costs)
                for item in items
                if all(is_terminal(symbol) or symbol in costs for symbol in item.expansion)
            ]
            if known:
                costs[name] = min(known)
        if costs == before:
            return costs


def _cost_of(rule: Rule, costs: Mapping[str, int]) -> int:
    return sum(1 if is_terminal(symbol) else costs[symbol] for symbol in rule.expansion)


def derive(rule: Rule, choose: Callable[[str], Rule]) -> Derivation:
    """`rule` with each of its parts derived as `choose` says."""
    return Derivation(
        rule,
        tuple(
            None if is_terminal(symbol) else derive(choose(symbol), choose)
            for symbol in rule.expansion
        ),
    )


def shortest(name: str) -> Rule:
    """The rule of the shortest sentence."""
    return rules()[name][0]


def shortest_with(rule: Rule) -> Derivation:
    """A short block that holds `rule`, everything else in it being as short as can be."""
    return _in_block(derive(rule, shortest))


def shortest_with_each_part() -> Iterator[tuple[str, Rule, Derivation]]:
    """For every production, and every rule of every part that it can have: a short block of both.

    A part of a spliced production, or of a group in brackets, is one of the production around it.
    """
    for name in rules():
        if _is_open(name):
            continue
        ways: dict[str, tuple[tuple[Rule, int], ...]] = {name: ()}
        waiting = [name]
        for outer in waiting:
            for rule in rules()[outer]:
                for place, symbol in enumerate(rule.expansion):
                    if is_terminal(symbol) or symbol in ways:
                        continue
                    ways[symbol] = (*ways[outer], (rule, place))
                    if _is_open(symbol):
                        waiting.append(symbol)
        for symbol, way in ways.items():
            for rule in rules()[symbol]:
                found = derive(rule, shortest)
                for parent, place in reversed(way):
                    found = _put_in(parent, place, found)
                yield name, rule, _in_block(found)


def _is_open(name: str) -> bool:
    return name.startswith("_") or name == "group"


def _in_block(found: Derivation) -> Derivation:
    while found.rule.name != START:
        parent, place = _parents()[found.rule.name]
        found = _put_in(parent, place, found)
    return found


def _put_in(parent: Rule, place: int, part: Derivation) -> Derivation:
    around = derive(parent, shortest)
    return Derivation(parent, (*around.parts[:place], part, *around.parts[place + 1 :]))


@cache
def _parents() -> Mapping[str, tuple[Rule, int]]:
    """For each name the rule, and the place in it, by which a block gets to it on a short way."""
    costs = _costs(rules())
    best = {START: 0}
    parents: dict[str, tuple[Rule, int]] = {}
    waiting = [START]
    while waiting:
        waiting.sort(key=lambda name: best[name])
        name = waiting.pop(0)
        for rule in rules()[name]:
            for place, symbol in enumerate(rule.expansion):
                if is_terminal(symbol):
                    continue
                cost = best[name] + _cost_of(rule, costs) - costs[symbol]
                if symbol not in best or cost < best[symbol]:
                    best[symbol] = cost
                    parents[symbol] = (rule, place)
                    waiting.append(symbol)
    return parents


def slots(derivation: Derivation) -> tuple[Slot, ...]:
    """The terminals of a derivation, in order."""
    found: list[Slot] = []
    _collect(derivation, START, defaultdict(int), found)
    return tuple(found)


def _collect(
    derivation: Derivation, production: str, counts: dict[str, int], found: list[Slot]
) -> None:
    if not derivation.rule.is_spliced:
        production, counts = derivation.rule.name, defaultdict(int)
    for symbol, part in zip(derivation.rule.expansion, derivation.parts, strict=True):
        if part is None:
            found.append(Slot(symbol, production, counts[symbol]))
            counts[symbol] += 1
        else:
            _collect(part, production, counts, found)


def rules_in(derivation: Derivation) -> frozenset[Rule]:
    """Every rule that a derivation uses."""
    used = {derivation.rule}
    for part in derivation.parts:
        if part is not None:
            used |= rules_in(part)
    return frozenset(used)
