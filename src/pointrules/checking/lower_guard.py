"""The guard of a clause: its condition, and the behaviours that it can hold for."""

from collections.abc import Sequence

from msgspec import Struct

from pointrules.checking.junctions import all_of
from pointrules.checking.lower_condition import is_too_deep, lower_condition
from pointrules.checking.lower_situation import (
    behaviour_named,
    lower_matching,
    lower_situation,
    streak_length,
)
from pointrules.checking.reach import Reach, names_behaviour, reach_of
from pointrules.checking.reading import Reading
from pointrules.checking.resolve import Scope
from pointrules.model import condition as model
from pointrules.model.vocabulary import Behaviour
from pointrules.syntax import tree


class Guarded(Struct, frozen=True):
    """A clause's condition and the behaviours it can hold for."""

    condition: model.Condition
    behaviours: tuple[Behaviour, ...]


def lower_guard(guard: tree.RecordGuard, number: str, scope: Scope) -> Guarded | None:
    """The condition of a clause; None after saying what is wrong with it."""
    conditions: Sequence[tree.Condition]
    match guard:
        case tree.SituationGuard():
            conditions = guard.conditions
        case tree.AnyGuard():
            conditions = ()
        case tree.WhenGuard():
            conditions = (guard.condition,)
        case tree.StreakGuard():
            conditions = ()
    if any(is_too_deep(item, scope) for item in conditions):
        return None
    match guard:
        case tree.SituationGuard():
            lowered, reach = _situation_guard(guard, scope)
        case tree.AnyGuard():
            lowered, reach = _any_guard(guard, scope)
        case tree.WhenGuard():
            if not names_behaviour(guard.condition):
                scope.reporter.report("condition-without-behaviour", guard.span, clause=number)
                return None
            reach = reach_of(guard.condition, scope)
            place = Reading(scope, None if reach is None else reach.true)
            lowered = lower_condition(guard.condition, place)
        case tree.StreakGuard():
            lowered, reach = _streak_guard(guard, scope)
    if lowered is None or reach is None:
        return None
    names = reach.true
    if not names:
        scope.reporter.report("condition-never-true", guard.span, clause=number)
        return None
    return Guarded(lowered, scope.behaviours_named(names))


def _situation_guard(
    guard: tree.SituationGuard, scope: Scope
) -> tuple[model.Condition | None, Reach | None]:
    first = lower_situation(guard.situation, scope)
    parts: list[tree.Condition] = [
        tree.BehaviourIs((guard.situation.behaviour,), False, guard.situation.span),  # noqa: FBT003
        *guard.conditions,
    ]
    reach = reach_of(tree.And(tuple(parts), guard.span), scope)
    place = Reading(scope, None if reach is None else reach.true)
    items = [first, *(lower_condition(item, place) for item in guard.conditions)]
    return all_of(items, guard.span), reach


def _any_guard(guard: tree.AnyGuard, scope: Scope) -> tuple[model.Condition | None, Reach | None]:
    items = [lower_situation(situation, scope) for situation in guard.situations]
    names = tuple(situation.behaviour for situation in guard.situations)
    lowered = [item for item in items if item is not None]
    if len(lowered) < len(items):
        return None, None
    reach = reach_of(tree.BehaviourIs(names, False, guard.span), scope)  # noqa: FBT003
    return (lowered[0] if len(lowered) == 1 else model.Or(tuple(lowered), guard.span)), reach


def _streak_guard(
    guard: tree.StreakGuard, scope: Scope
) -> tuple[model.Condition | None, Reach | None]:
    """连续 2 次 卫生检查 等次 差: it asks this record first, then those before it."""
    if guard.period is not None:
        scope.reporter.report("streak-of-records", guard.span)
        return None, None
    length = streak_length(guard.count, guard.span, scope)
    lowered = lower_situation(guard.situation, scope)
    behaviour = behaviour_named(guard.situation.behaviour, scope)
    if length is None or lowered is None or behaviour is None:
        return None, None
    matching = lower_matching(guard.situation.pairs, behaviour, scope)
    row = model.RecordsInARow(length, behaviour.name, matching, guard.span)
    reach = reach_of(
        tree.BehaviourIs((guard.situation.behaviour,), False, guard.span),  # noqa: FBT003
        scope,
    )
    items = lowered.items if isinstance(lowered, model.And) else (lowered,)
    return model.And((*items, row), guard.span), reach
