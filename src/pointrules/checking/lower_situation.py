"""A behaviour with what its attributes must be (卫生检查 等次 优秀), once or in a row."""

from collections.abc import Sequence

from pointrules.checking.junctions import all_of
from pointrules.checking.lower_comparison import lower_pair
from pointrules.checking.reading import Reading
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import whole_number
from pointrules.model import condition as model
from pointrules.model.number import Number
from pointrules.model.vocabulary import Behaviour
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_SHORTEST_STREAK = 2


def streak_length(count: Number, span: Span, scope: Scope) -> int | None:
    """How many in a row: a whole number from 2 on."""
    length = whole_number(count, span, scope)
    if length is not None and length < _SHORTEST_STREAK:
        scope.reporter.report("streak-too-short", span, found=str(length))
        return None
    return length


def lower_matching(
    pairs: Sequence[tree.Pair], behaviour: Behaviour, scope: Scope
) -> model.Condition | None:
    """What pairs ask of each record of `behaviour`; None where they ask nothing, or were wrong."""
    if not pairs:
        return None
    place = Reading(scope, frozenset({behaviour.name}))
    return all_of([lower_pair(pair, place) for pair in pairs], pairs[0].span.to(pairs[-1].span))


def lower_tallied(
    behaviour_name: tree.Name, pairs: Sequence[tree.Pair], scope: Scope
) -> tuple[Behaviour, model.Condition | None] | None:
    """The behaviour of a tally, and what its records must match; None after saying what is wrong.

    A tally asks attributes of records only: those of the subject are asked by the settlement.
    """
    behaviour = behaviour_named(behaviour_name, scope)
    if behaviour is None:
        return None
    for pair in pairs:
        if scope.key(pair.attribute, "attribute") is None:
            return None
    matching = lower_matching(pairs, behaviour, scope)
    return None if pairs and matching is None else (behaviour, matching)


def lower_situation(situation: tree.Situation, scope: Scope) -> model.Condition | None:
    """A behaviour, and what is asked of its attributes."""
    behaviour = behaviour_named(situation.behaviour, scope)
    place = Reading(scope, None if behaviour is None else frozenset({behaviour.name}))
    items: list[model.Condition | None] = [
        None
        if behaviour is None
        else model.BehaviourIs((behaviour.name,), situation.behaviour.span)
    ]
    items.extend(lower_pair(pair, place) for pair in situation.pairs)
    return all_of(items, situation.span)


def behaviour_named(name: tree.Name, scope: Scope) -> Behaviour | None:
    """The behaviour of that name or alias."""
    key = scope.key(name, "behaviour")
    return None if key is None else scope.behaviours.get(key)
