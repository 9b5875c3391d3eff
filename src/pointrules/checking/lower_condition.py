"""Conditions: what they ask, joined and negated, where they stand."""

from collections.abc import Callable

from msgspec.structs import replace

from pointrules.checking.limits import MAX_CONDITION_DEPTH
from pointrules.checking.lower_comparison import lower_compares, lower_is
from pointrules.checking.lower_grade_condition import (
    lower_is_grade,
    lower_measures,
    lower_past_grade,
    lower_ranked,
)
from pointrules.checking.lower_situation import behaviour_named
from pointrules.checking.operands import operand_named
from pointrules.checking.reach import Reach, reach_of
from pointrules.checking.reading import Reading, is_without_record
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import declared_here
from pointrules.model import condition as model
from pointrules.model.review import RulingDate
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import YesNoType
from pointrules.syntax import tree


def lower_offer_condition(
    condition: tree.Condition,
    subject: SubjectKind | None,
    scope: Scope,
    *,
    reads_boards: bool = True,
) -> model.Condition | None:
    """A condition about a subject at the date of an offer, without a record."""
    if is_too_deep(condition, scope):
        return None
    kind = SubjectKind.HOUSEHOLD if subject is None else subject
    return lower_condition(condition, Reading(scope, frozenset(), kind, reads_boards=reads_boards))


def lower_settled_condition(condition: tree.Condition, place: Reading) -> model.Condition | None:
    """A condition about a subject when a clause is settled."""
    return None if is_too_deep(condition, place.scope) else lower_condition(condition, place)


def lower_condition(condition: tree.Condition, place: Reading) -> model.Condition | None:
    """A condition; None after saying what is wrong with it."""
    match condition:
        case tree.And():
            return _junction(condition, place, model.And, lambda reach: reach.true)
        case tree.Or():
            return _junction(condition, place, model.Or, lambda reach: reach.false)
        case tree.Not():
            item = lower_condition(condition.item, place)
            return None if item is None else model.Not(item, condition.span)
        case tree.BehaviourIs():
            return _behaviour_is(condition, place)
        case tree.Is():
            return _is(condition, place)
        case tree.Compares() | tree.ComparesDays():
            return lower_compares(condition, place)
        case tree.Occurred():
            return _occurred(condition, place)
        case tree.NoneOf():
            return _none_of(condition, place)
        case tree.Bare():
            return _bare(condition, place)
        case tree.Measures():
            return lower_measures(condition, place)
        case tree.Ranked():
            return lower_ranked(condition, place)
        case tree.OnRegister() | tree.Tallies() | tree.InARow():
            if place.settled is not None:
                return place.settled(condition)
            place.scope.reporter.report("settlement-condition-elsewhere", condition.span)
            return None
        case tree.PastGrade():
            return lower_past_grade(condition, place)


def _junction(
    condition: tree.And | tree.Or,
    place: Reading,
    made: type[model.And] | type[model.Or],
    side: Callable[[Reach], frozenset[str]],
) -> model.Condition | None:
    """In A 且 B, what B says matters only where A can be true; in A 或 B where A can be false."""
    reaches = [reach_of(item, place.scope) for item in condition.items]
    items: list[model.Condition] = []
    is_sound = True
    for index, item in enumerate(condition.items):
        allowed = place.behaviours
        for other, reach in enumerate(reaches):
            if other != index and allowed is not None:
                allowed = None if reach is None else allowed & side(reach)
        lowered = lower_condition(item, replace(place, behaviours=allowed))
        if lowered is None:
            is_sound = False
        else:
            items.append(lowered)
    return made(tuple(items), condition.span) if is_sound else None


def _behaviour_is(condition: tree.BehaviourIs, place: Reading) -> model.Condition | None:
    if is_without_record(condition.span, place):
        return None
    found = [behaviour_named(name, place.scope) for name in condition.behaviours]
    names = tuple(item.name for item in found if item is not None)
    if len(names) < len(found):
        return None
    lowered = model.BehaviourIs(names, condition.span)
    return model.Not(lowered, condition.span) if condition.is_negated else lowered


def _is(condition: tree.Is, place: Reading) -> model.Condition | None:
    if place.scope.is_of_kind(condition.attribute, "grade"):
        lowered = lower_is_grade(condition, place)
    else:
        lowered = lower_is(condition, place)
    if lowered is None:
        return None
    return model.Not(lowered, condition.span) if condition.is_negated else lowered


def _occurred(condition: tree.Occurred, place: Reading) -> model.Condition | None:
    if condition.kind is not RulingDate.OCCURRED:
        place.scope.reporter.report("date-of-condition", condition.span)
        return None
    if is_without_record(condition.span, place):
        return None
    return model.ComparesDate(None, condition.comparison, condition.day.day, condition.span)


def _none_of(condition: tree.NoneOf, place: Reading) -> model.Condition | None:
    scope, name = place.scope, condition.name
    key = scope.key(name, "flag", "behaviour")
    if key is None:
        return None
    if key in scope.flags and not scope.is_of_kind(name, "behaviour"):
        if condition.period is not None or condition.pairs:
            scope.reporter.report("period-of-flag", condition.span, flag=name.text)
            return None
        return model.Not(model.FlagIsOpen(scope.flags[key], condition.span), condition.span)
    if place.settled is not None:
        return place.settled(condition)
    behaviour = scope.behaviours.get(key)
    if behaviour is None:
        return None
    if condition.pairs:
        scope.reporter.report("settlement-condition-elsewhere", condition.span)
        return None
    if condition.period is None:
        scope.reporter.report("none-without-period", condition.span, behaviour=behaviour.name)
        return None
    scope.reporter.uses_period(condition.period, condition.span)
    return model.NoRecordOf(behaviour.name, condition.period, condition.span)


def _bare(condition: tree.Bare, place: Reading) -> model.Condition | None:
    scope, name = place.scope, condition.name
    if scope.is_of_kind(name, "flag"):
        flag = scope.flags.get(key_of(name.text))
        return None if flag is None else model.FlagIsOpen(flag, condition.span)
    operand = operand_named(name, place)
    if operand is None:
        return None
    if not isinstance(operand.attribute.type, YesNoType):
        scope.reporter.report(
            "not-a-yes-no-attribute",
            name.span,
            attribute=operand.attribute.name,
            labels=(declared_here(operand.attribute),),
        )
        return None
    return model.IsTrue(operand, condition.span)


def is_too_deep(condition: tree.Condition, scope: Scope) -> bool:
    """Whether it has more levels than anybody can read, which is then said."""
    level: list[tree.Condition] = [condition]
    for _ in range(MAX_CONDITION_DEPTH):
        below: list[tree.Condition] = []
        for item in level:
            match item:
                case tree.Not():
                    below.append(item.item)
                case tree.And() | tree.Or():
                    below.extend(item.items)
                case _:
                    pass
        if not below:
            return False
        level = below
    scope.reporter.report("too-deep", condition.span, limit=str(MAX_CONDITION_DEPTH))
    return True
