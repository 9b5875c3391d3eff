"""Conditions: what they read, in which units, and which behaviours they can hold for."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.checking.limits import MAX_CONDITION_DEPTH
from pointrules.checking.lower_value_of_attribute import value_of_other_type
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import (
    declared_here,
    enumerated_value,
    in_unit,
    merged,
    points_in,
    whole_number,
)
from pointrules.diagnostics.diagnostic import Label
from pointrules.model import condition as model
from pointrules.model.board import Board, TopRanks
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import Comparison
from pointrules.model.grade import Grade
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.review import RulingDate
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import (
    Attribute,
    Behaviour,
    DateType,
    EnumeratedType,
    NumericType,
    TextType,
    YesNoType,
)
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_YEARS = ("岁", "年")
_OLDEST = 200


class Reading(Struct, frozen=True):
    """Where a condition stands.

    `behaviours` are the names of those that the record can be of here; None where one of them
    could not be found, so that nobody can say what attributes it has. In an offer there is no
    record, and `offer_subject` is whose offer it is; it may read boards, which a board may not. In
    a settlement there is none either, and `settled` lowers what only a settlement can ask.
    """

    scope: Scope
    behaviours: frozenset[str] | None
    offer_subject: SubjectKind | None = None
    reads_boards: bool = False
    settled: "Callable[[SettledLeaf], model.Condition | None] | None" = None


SettledLeaf: TypeAlias = tree.OnRegister | tree.Tallies | tree.InARow | tree.NoneOf
"""What only a settlement can ask; of the absences those of behaviours."""


# ---- guards


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
    if any(_is_too_deep(item, scope) for item in conditions):
        return None
    match guard:
        case tree.SituationGuard():
            lowered, reach = _situation_guard(guard, scope)
        case tree.AnyGuard():
            lowered, reach = _any_guard(guard, scope)
        case tree.WhenGuard():
            if not _names_behaviour(guard.condition):
                scope.reporter.report("condition-without-behaviour", guard.span, clause=number)
                return None
            reach = _reach(guard.condition, scope)
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
    behaviours = scope.behaviours_by_name()
    return Guarded(lowered, tuple(item for name, item in behaviours.items() if name in names))


def _situation_guard(
    guard: tree.SituationGuard, scope: Scope
) -> tuple[model.Condition | None, "_Reach | None"]:
    first = _situation(guard.situation, scope)
    parts: list[tree.Condition] = [
        tree.BehaviourIs((guard.situation.behaviour,), False, guard.situation.span),  # noqa: FBT003
        *guard.conditions,
    ]
    reach = _reach(tree.And(tuple(parts), guard.span), scope)
    place = Reading(scope, None if reach is None else reach.true)
    items = [first, *(lower_condition(item, place) for item in guard.conditions)]
    return _all(items, guard.span), reach


def _any_guard(
    guard: tree.AnyGuard, scope: Scope
) -> tuple[model.Condition | None, "_Reach | None"]:
    items = [_situation(situation, scope) for situation in guard.situations]
    names = tuple(situation.behaviour for situation in guard.situations)
    lowered = [item for item in items if item is not None]
    if len(lowered) < len(items):
        return None, None
    reach = _reach(tree.BehaviourIs(names, False, guard.span), scope)  # noqa: FBT003
    return (lowered[0] if len(lowered) == 1 else model.Or(tuple(lowered), guard.span)), reach


def _streak_guard(
    guard: tree.StreakGuard, scope: Scope
) -> tuple[model.Condition | None, "_Reach | None"]:
    """连续 2 次 卫生检查 等次 差: it asks this record first, then those before it."""
    if guard.period is not None:
        scope.reporter.report("streak-of-records", guard.span)
        return None, None
    length = streak_length(guard.count, guard.span, scope)
    lowered = _situation(guard.situation, scope)
    behaviour = behaviour_named(guard.situation.behaviour, scope)
    if length is None or lowered is None or behaviour is None:
        return None, None
    matching = _matching(guard.situation.pairs, behaviour, scope)
    row = model.RecordsInARow(length, behaviour.name, matching, guard.span)
    reach = _reach(
        tree.BehaviourIs((guard.situation.behaviour,), False, guard.span),  # noqa: FBT003
        scope,
    )
    items = lowered.items if isinstance(lowered, model.And) else (lowered,)
    return model.And((*items, row), guard.span), reach


def streak_length(count: Number, span: Span, scope: Scope) -> int | None:
    """How many in a row: a whole number from 2 on."""
    length = whole_number(count, span, scope)
    if length is not None and length < SHORTEST_STREAK:
        scope.reporter.report("streak-too-short", span, found=str(length))
        return None
    return length


def _matching(
    pairs: Sequence[tree.Pair], behaviour: Behaviour, scope: Scope
) -> model.Condition | None:
    """What pairs ask of each record of `behaviour`; None where they ask nothing, or were wrong."""
    if not pairs:
        return None
    place = Reading(scope, frozenset({behaviour.name}))
    return _all([_pair(pair, place) for pair in pairs], pairs[0].span.to(pairs[-1].span))


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
    matching = _matching(pairs, behaviour, scope)
    return None if pairs and matching is None else (behaviour, matching)


SHORTEST_STREAK = 2


def _situation(situation: tree.Situation, scope: Scope) -> model.Condition | None:
    behaviour = behaviour_named(situation.behaviour, scope)
    place = Reading(scope, None if behaviour is None else frozenset({behaviour.name}))
    items: list[model.Condition | None] = [
        None
        if behaviour is None
        else model.BehaviourIs((behaviour.name,), situation.behaviour.span)
    ]
    items.extend(_pair(pair, place) for pair in situation.pairs)
    return _all(items, situation.span)


def _all(items: Iterable[model.Condition | None], span: Span) -> model.Condition | None:
    found: list[model.Condition] = []
    for item in items:
        if item is None:
            return None
        found.append(item)
    return found[0] if len(found) == 1 else model.And(tuple(found), span)


def behaviour_named(name: tree.Name, scope: Scope) -> Behaviour | None:
    """The behaviour of that name or alias."""
    key = scope.key(name, "behaviour")
    return None if key is None else scope.behaviours.get(key)


# ---- which behaviours a condition can hold for


class _Reach(Struct, frozen=True):
    """The behaviours for which a condition can be true, and those for which it can be false."""

    true: frozenset[str]
    false: frozenset[str]


def _reach(condition: tree.Condition, scope: Scope) -> _Reach | None:
    """None where a behaviour in it is not known."""
    everything = frozenset(scope.behaviours_by_name())
    match condition:
        case tree.BehaviourIs():
            names = [scope.behaviours.get(key_of(name.text)) for name in condition.behaviours]
            listed = frozenset(item.name for item in names if item is not None)
            if None in names:
                return None
            reach = _Reach(listed, everything - listed)
            return _Reach(reach.false, reach.true) if condition.is_negated else reach
        case tree.Not():
            inner = _reach(condition.item, scope)
            return None if inner is None else _Reach(inner.false, inner.true)
        case tree.And() | tree.Or():
            found = [_reach(item, scope) for item in condition.items]
            parts = [item for item in found if item is not None]
            if len(parts) < len(found):
                return None
            trues = [part.true for part in parts]
            falses = [part.false for part in parts]
            if isinstance(condition, tree.And):
                return _Reach(everything.intersection(*trues), frozenset().union(*falses))
            return _Reach(frozenset().union(*trues), everything.intersection(*falses))
        case _:
            return _Reach(everything, everything)


def _names_behaviour(condition: tree.Condition) -> bool:
    match condition:
        case tree.BehaviourIs():
            return True
        case tree.Not():
            return _names_behaviour(condition.item)
        case tree.And() | tree.Or():
            return any(_names_behaviour(item) for item in condition.items)
        case _:
            return False


def _is_too_deep(condition: tree.Condition, scope: Scope) -> bool:
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


# ---- conditions


def lower_offer_condition(
    condition: tree.Condition,
    subject: SubjectKind | None,
    scope: Scope,
    *,
    reads_boards: bool = True,
) -> model.Condition | None:
    """A condition about a subject at the date of an offer, without a record."""
    if _is_too_deep(condition, scope):
        return None
    kind = SubjectKind.HOUSEHOLD if subject is None else subject
    return lower_condition(condition, Reading(scope, frozenset(), kind, reads_boards=reads_boards))


def lower_settled_condition(condition: tree.Condition, place: Reading) -> model.Condition | None:
    """A condition about a subject when a clause is settled."""
    return None if _is_too_deep(condition, place.scope) else lower_condition(condition, place)


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
        case tree.Compares():
            return _compares(condition, place)
        case tree.Occurred():
            return _occurred(condition, place)
        case tree.NoneOf():
            return _none_of(condition, place)
        case tree.Bare():
            return _bare(condition, place)
        case tree.Measures():
            return _measures(condition, place)
        case tree.Ranked():
            return _ranked(condition, place)
        case tree.OnRegister() | tree.Tallies() | tree.InARow():
            if place.settled is not None:
                return place.settled(condition)
            place.scope.reporter.report("settlement-condition-elsewhere", condition.span)
            return None
        case tree.PastGrade():
            return _past_grade(condition, place)


def _junction(
    condition: tree.And | tree.Or,
    place: Reading,
    made: type[model.And] | type[model.Or],
    side: Callable[[_Reach], frozenset[str]],
) -> model.Condition | None:
    """In A 且 B, what B says matters only where A can be true; in A 或 B where A can be false."""
    reaches = [_reach(item, place.scope) for item in condition.items]
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
    if _is_without_record(condition.span, place):
        return None
    found = [behaviour_named(name, place.scope) for name in condition.behaviours]
    names = tuple(item.name for item in found if item is not None)
    if len(names) < len(found):
        return None
    lowered = model.BehaviourIs(names, condition.span)
    return model.Not(lowered, condition.span) if condition.is_negated else lowered


def _is_without_record(span: Span, place: Reading) -> bool:
    if place.settled is not None:
        place.scope.reporter.report("record-in-settlement", span)
        return True
    if place.offer_subject is not None:
        place.scope.reporter.report("record-in-eligibility", span)
        return True
    return False


def _is(condition: tree.Is, place: Reading) -> model.Condition | None:
    if place.scope.is_of_kind(condition.attribute, "grade"):
        lowered = _is_of_grade(condition, place)
    else:
        lowered = _is_of_attribute(condition, place)
    if lowered is None:
        return None
    return model.Not(lowered, condition.span) if condition.is_negated else lowered


def _is_of_grade(condition: tree.Is, place: Reading) -> model.Condition | None:
    items: list[model.Condition | None] = []
    for value in condition.values:
        at_least, at_most = (
            _grade_compares(condition.attribute, comparison, value, condition.span, place)
            for comparison in (Comparison.AT_LEAST, Comparison.AT_MOST)
        )
        if at_least is None or at_most is None:
            return None
        items.append(model.And((at_least, at_most), condition.span))
    return _any(items, condition.span)


def _is_of_attribute(condition: tree.Is, place: Reading) -> model.Condition | None:
    operand = operand_named(condition.attribute, place)
    if operand is None:
        return None
    words = [value for value in condition.values if not isinstance(value, tree.Quantity)]
    numbers = [value for value in condition.values if isinstance(value, tree.Quantity)]
    if words and numbers:
        value_of_other_type(condition.attribute, numbers[0], operand.attribute, place.scope)
        return None
    if numbers:
        items = [_equals(value, operand, condition, place) for value in numbers]
        return _any(items, condition.span)
    values = [_word_value(value, condition.attribute, operand, place) for value in words]
    known = tuple(value for value in values if value is not None)
    if len(known) < len(values):
        return None
    return model.IsOneOf(operand, known, condition.span)


def _any(items: Sequence[model.Condition | None], span: Span) -> model.Condition | None:
    found = tuple(item for item in items if item is not None)
    if len(found) < len(items):
        return None
    return found[0] if len(found) == 1 else model.Or(found, span)


def _word_value(
    value: tree.Name | tree.Text, name: tree.Name, operand: model.Operand, place: Reading
) -> str | None:
    match operand.attribute.type:
        case EnumeratedType(values):
            return enumerated_value(value, operand.attribute, values, place.scope)
        case TextType():
            return value.text
        case _:
            value_of_other_type(name, value, operand.attribute, place.scope)
            return None


def _equals(
    value: tree.Quantity, operand: model.Operand, origin: tree.Is | tree.Pair, place: Reading
) -> model.Condition | None:
    kind = operand.attribute.type
    if not isinstance(kind, NumericType):
        name = origin.attribute
        value_of_other_type(name, value, operand.attribute, place.scope)
        return None
    number = in_unit(value, kind.unit, place.scope)
    return None if number is None else model.EqualsNumber(operand, number, origin.span)


def _pair(pair: tree.Pair, place: Reading) -> model.Condition | None:
    operand = operand_named(pair.attribute, place)
    if operand is None:
        return None
    value, scope = pair.value, place.scope
    match value:
        case tree.Name() | tree.Text():
            word = _word_value(value, pair.attribute, operand, place)
            return None if word is None else model.IsOneOf(operand, (word,), pair.span)
        case tree.Quantity():
            return _equals(value, operand, pair, place)
        case tree.Bounded() if isinstance(operand.attribute.type, DateType):
            return _age(value.comparison, value.quantity, operand, pair.span, scope)
        case tree.Bounded():
            bound = _number_bound(value.quantity, pair.attribute, operand, scope)
            if bound is None:
                return None
            return model.ComparesNumber(operand, value.comparison, bound, pair.span)
        case tree.YesNo(is_yes) if isinstance(operand.attribute.type, YesNoType):
            holds = model.IsTrue(operand, pair.span)
            return holds if is_yes else model.Not(holds, pair.span)
        case tree.Day(day) if isinstance(operand.attribute.type, DateType):
            bounds = (Comparison.AT_LEAST, Comparison.AT_MOST)
            return model.And(
                tuple(model.ComparesDate(operand, bound, day, pair.span) for bound in bounds),
                pair.span,
            )
        case tree.YesNo() | tree.Day():
            value_of_other_type(pair.attribute, value, operand.attribute, scope)
            return None


def _age(
    comparison: Comparison,
    quantity: tree.Quantity,
    operand: model.Operand,
    span: Span,
    scope: Scope,
) -> model.Condition | None:
    """出生日期 满 18 岁: full years since a date."""
    if quantity.unit not in _YEARS:
        scope.reporter.report("unit-clash", quantity.span, found=quantity.unit, wanted="岁、年")
        return None
    years = whole_number(quantity.number, quantity.span, scope)
    if years is None:
        return None
    if not 0 <= years <= _OLDEST:
        found = f"{years} {quantity.unit}"
        scope.reporter.report("negative-number", quantity.span, number=found)
        return None
    return model.AgeCompares(operand, comparison, years, span)


def _number_bound(
    quantity: tree.Quantity, name: tree.Name, operand: model.Operand, scope: Scope
) -> Number | None:
    kind = operand.attribute.type
    if not isinstance(kind, NumericType):
        scope.reporter.report(
            "not-a-number-attribute",
            name.span,
            attribute=operand.attribute.name,
            labels=(declared_here(operand.attribute),),
        )
        return None
    return in_unit(quantity, kind.unit, scope)


def _compares(condition: tree.Compares, place: Reading) -> model.Condition | None:
    scope, bound = place.scope, condition.bound
    if scope.is_of_kind(condition.attribute, "grade"):
        return _grade_compares(
            condition.attribute, condition.comparison, bound, condition.span, place
        )
    operand = operand_named(condition.attribute, place)
    if operand is None:
        return None
    if isinstance(bound, tree.Day) and isinstance(operand.attribute.type, DateType):
        return model.ComparesDate(operand, condition.comparison, bound.day, condition.span)
    if isinstance(bound, tree.Quantity) and isinstance(operand.attribute.type, DateType):
        return _age(condition.comparison, bound, operand, condition.span, scope)
    if isinstance(bound, tree.Quantity):
        number = _number_bound(bound, condition.attribute, operand, scope)
        if number is None:
            return None
        return model.ComparesNumber(operand, condition.comparison, number, condition.span)
    value_of_other_type(condition.attribute, bound, operand.attribute, scope)
    return None


def _occurred(condition: tree.Occurred, place: Reading) -> model.Condition | None:
    if condition.kind is not RulingDate.OCCURRED:
        place.scope.reporter.report("date-of-condition", condition.span)
        return None
    if _is_without_record(condition.span, place):
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


# ---- grades and measures, in offers only


def _measures(condition: tree.Measures, place: Reading) -> model.Condition | None:
    scope = place.scope
    if place.offer_subject is None and condition.at is None:
        scope.reporter.report("grade-in-clause", condition.span)
        return None
    key = scope.key(condition.account, "account")
    account = None if key is None else scope.accounts.get(key)
    bound = points_in(condition.bounded.quantity, scope, signed=True)
    scope.reporter.uses_measure(condition.measure, condition.span)
    if account is None or bound is None:
        return None
    _uses_year(condition.at, condition.span, scope)
    if place.offer_subject is not None and not is_of_subject(
        account.name, place.offer_subject, condition.account.span, scope
    ):
        return None
    return model.MeasureCompares(
        account.name,
        condition.measure,
        condition.bounded.comparison,
        bound,
        condition.span,
        condition.at,
    )


def _uses_year(at: ClosedDay | None, span: Span, scope: Scope) -> None:
    if at is ClosedDay.YEAR:
        scope.reporter.uses_period(Period.YEAR, span)


def _past_grade(condition: tree.PastGrade, place: Reading) -> model.Condition | None:
    """星级 上年末 不低于 四星: a clause may read what is over."""
    scope = place.scope
    key = scope.key(condition.grade, "grade")
    grade = None if key is None else scope.grades.get(key)
    if grade is None:
        return None
    _uses_year(condition.at, condition.span, scope)
    kind = place.offer_subject
    if kind is not None and not is_grade_of(grade, kind, condition.grade.span, scope):
        return None
    comparisons = (
        (Comparison.AT_LEAST, Comparison.AT_MOST)
        if condition.comparison is None
        else (condition.comparison,)
    )
    items: list[model.Condition] = []
    for written in condition.levels:
        level = level_named(written, grade, scope)
        if level is None:
            return None
        rank, span = grade.levels.index(level), condition.span
        top = len(grade.levels) - 1
        parts = tuple(
            model.GradeCompares(grade.name, comparison, level, rank, span, condition.at, top)
            for comparison in comparisons
        )
        items.append(parts[0] if len(parts) == 1 else model.And(parts, span))
    found = _any(items, condition.span)
    if found is None or not condition.is_negated:
        return found
    return model.Not(found, condition.span)


def _ranked(condition: tree.Ranked, place: Reading) -> model.Condition | None:
    scope = place.scope
    if place.offer_subject is None or not place.reads_boards:
        scope.reporter.report("board-in-clause", condition.span)
        return None
    key = scope.key(condition.board, "board")
    board = None if key is None else scope.boards.get(key)
    last = whole_number(condition.rank, condition.span, scope)
    if board is None or last is None:
        return None
    if last <= 0:
        scope.reporter.report("step-not-positive", condition.span, number=str(last))
        return None
    if isinstance(board.top, TopRanks) and last > board.top.last:
        scope.reporter.report(
            "rank-beyond-board",
            condition.span,
            board=board.name,
            last=str(board.top.last),
            labels=(Label(board.origin, "board"),),
        )
        return None
    if not is_grade_of(board, place.offer_subject, condition.board.span, scope):
        return None
    return model.IsAmong(board.name, last, condition.span)


def is_grade_of(held: Grade | Board, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    """Whether the grade or board is one of subjects of the kind that the offer is for."""
    if held.roll_up is None:
        return is_of_subject(held.account, kind, span, scope)
    return _is_of_kind(held.name, held.roll_up.subject_kind, kind, span, scope)


def is_of_subject(account: str, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    """Whether the account is kept for subjects of the kind that the offer is for."""
    return _is_of_kind(account, scope.accounts[key_of(account)].subject_kind, kind, span, scope)


def _is_of_kind(name: str, found: SubjectKind, kind: SubjectKind, span: Span, scope: Scope) -> bool:
    if found is kind:
        return True
    scope.reporter.report(
        "person-points-to-household",
        span,
        account=name,
        kind=found.value,
        wanted=kind.value,
        choices=tuple(item.name for item in scope.accounts.values() if item.subject_kind is kind),
    )
    return False


def _grade_compares(
    name: tree.Name,
    comparison: Comparison,
    bound: tree.Name | tree.Text | tree.Quantity | tree.Day,
    span: Span,
    place: Reading,
) -> model.Condition | None:
    scope = place.scope
    if place.offer_subject is None or place.settled is not None:
        scope.reporter.report("grade-in-clause", span)
        return None
    grade = scope.grades.get(key_of(name.text))
    if grade is None:
        return None
    level = level_named(bound, grade, scope)
    if level is None:
        return None
    if not is_grade_of(grade, place.offer_subject, name.span, scope):
        return None
    rank = grade.levels.index(level)
    return model.GradeCompares(grade.name, comparison, level, rank, span)


def level_named(
    written: tree.Name | tree.Text | tree.Quantity | tree.Day, grade: Grade, scope: Scope
) -> str | None:
    """The level of the grade, as its block writes it."""
    if isinstance(written, tree.Name | tree.Text):
        for level in grade.levels:
            if key_of(level) == key_of(written.text):
                return level
        if isinstance(written, tree.Name) and (
            not written.is_declared or key_of(written.text) in scope.lost_names
        ):
            return None
    scope.reporter.report("not-a-level", written.span, grade=grade.name, choices=grade.levels)
    return None


# ---- attributes


def operand_named(name: tree.Name, place: Reading) -> model.Operand | None:
    """The attribute of the record, else of the household, else of the person."""
    scope = place.scope
    key = scope.key(name, "attribute", *(f"{kind}-attribute" for kind in SubjectKind))
    if key is None:
        return None
    if scope.is_of_kind(name, "attribute"):
        if _is_without_record(name.span, place):
            return None
        attribute = record_attribute(name, key, place.behaviours, scope)
        return None if attribute is None else model.RecordAttribute(attribute)
    for kind in SubjectKind:
        found = scope.attributes_of(kind).get(key)
        if found is not None:
            if place.offer_subject is SubjectKind.HOUSEHOLD and kind is SubjectKind.PERSON:
                code = "attribute-of-other-subject"
                if place.settled is not None:
                    code = "attribute-of-other-settled"
                scope.reporter.report(code, name.span, attribute=found.name)
                return None
            return model.SubjectAttribute(kind, found)
    return None


def operand_of_subject(
    name: tree.Name, kind: SubjectKind, scope: Scope
) -> model.SubjectAttribute | None:
    """An attribute of the subject, or of the household that a person belongs to."""
    operand = operand_named(name, Reading(scope, frozenset(), kind))
    return operand if isinstance(operand, model.SubjectAttribute) else None


def record_attribute(
    name: tree.Name, key: str, behaviours: Iterable[str] | None, scope: Scope
) -> Attribute | None:
    """The attribute that every one of `behaviours` has; None after naming one that has it not."""
    if behaviours is None:
        return None
    found: list[Attribute] = []
    known = scope.behaviours_by_name()
    for behaviour in sorted(behaviours, key=list(known).index):
        owned = {key_of(item.name): item for item in known[behaviour].attributes}
        if key in owned:
            found.append(owned[key])
            continue
        if key in unreadable_attributes(known[behaviour], scope):
            return None
        scope.reporter.report(
            "attribute-not-of-behaviour",
            name.span,
            attribute=name.text,
            behaviour=behaviour,
            choices=tuple(item.name for item in known[behaviour].attributes),
        )
        return None
    return merged(found) if found else None


def unreadable_attributes(behaviour: Behaviour, scope: Scope) -> frozenset[str]:
    """The keys of attributes that it declares with a type that was reported already."""
    owner = key_of(behaviour.name)
    declared = {
        key
        for key, items in scope.declarations.items()
        if any(item.kind == "attribute" and key_of(item.owner) == owner for item in items)
    }
    return frozenset(declared - {key_of(attribute.name) for attribute in behaviour.attributes})
