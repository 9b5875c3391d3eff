"""Clauses that go before each other in a circle."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.clause import StackingKind


def precedence_circle(meaning: Meaning) -> Iterator[Diagnostic]:
    """Where A goes before B and B before A, a record that matches both scores under neither."""
    before: dict[str, set[str]] = {
        clause.number: {
            number
            for stacking in clause.stacking
            if stacking.kind is StackingKind.PRECEDES
            for number in stacking.clauses
        }
        for clause in meaning.scoring
    }
    reported: set[str] = set()
    for clause in meaning.scoring:
        circle = _reachable(clause.number, before)
        if clause.number not in circle or clause.number in reported:
            continue
        mutual = {number for number in circle if clause.number in _reachable(number, before)}
        reported |= mutual
        span = next(item.origin for item in clause.stacking if item.kind is StackingKind.PRECEDES)
        numbers = "、".join(sorted(mutual))
        yield diagnose("precedence-circle", span, clauses=numbers)


def _reachable(start: str, before: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ends = list(before.get(start, ()))
    while open_ends:
        number = open_ends.pop()
        if number not in found:
            found.add(number)
            open_ends.extend(before.get(number, ()))
    return found
