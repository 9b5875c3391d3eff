"""Conditions on attributes: what a value is, at least or at most, and ages."""

from pointrules.checking.junctions import any_of
from pointrules.checking.lower_grade_condition import lower_grade_compares
from pointrules.checking.lower_value_of_attribute import value_of_other_type
from pointrules.checking.operands import operand_named
from pointrules.checking.reading import Reading, is_without_record
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import declared_here, enumerated_value, in_unit, whole_number
from pointrules.model import condition as model
from pointrules.model.condition import Comparison
from pointrules.model.number import Number
from pointrules.model.review import RulingDate
from pointrules.model.vocabulary import DateType, EnumeratedType, NumericType, TextType, YesNoType
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_YEARS = ("岁", "年")
_DAYS = "天"


_OLDEST = 200


def lower_is(condition: tree.Is, place: Reading) -> model.Condition | None:
    """等次 是 优秀、良好: an attribute that has one of the values."""
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
        return any_of(items, condition.span)
    values = [_word_value(value, condition.attribute, operand, place) for value in words]
    known = tuple(value for value in values if value is not None)
    if len(known) < len(values):
        return None
    return model.IsOneOf(operand, known, condition.span)


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


def lower_pair(pair: tree.Pair, place: Reading) -> model.Condition | None:
    """What a pair behind a behaviour, or a fact of a subject, asks of its attribute."""
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


def lower_compares(
    condition: tree.Compares | tree.ComparesDays, place: Reading
) -> model.Condition | None:
    """人数 不少于 3 人, 出生日期 满 18 岁, 星级 不低于 三星, 答复日 不晚于 发生日期 后 7 天."""
    if isinstance(condition, tree.ComparesDays):
        return _compares_days(condition, place)
    scope, bound = place.scope, condition.bound
    if scope.is_of_kind(condition.attribute, "grade"):
        return lower_grade_compares(
            condition.attribute, condition.comparison, bound, condition.span, place
        )
    operand = operand_named(condition.attribute, place)
    if operand is None:
        return None
    if isinstance(bound, tree.Day) and isinstance(operand.attribute.type, DateType):
        return model.ComparesDate(operand, condition.comparison, bound.day, condition.span)
    if isinstance(bound, tree.Name) and isinstance(operand.attribute.type, DateType):
        return _days_apart(operand, condition.comparison, bound, None, condition.span, place)
    if isinstance(bound, tree.Quantity) and isinstance(operand.attribute.type, DateType):
        return _age(condition.comparison, bound, operand, condition.span, scope)
    if isinstance(bound, tree.Quantity):
        number = _number_bound(bound, condition.attribute, operand, scope)
        if number is None:
            return None
        return model.ComparesNumber(operand, condition.comparison, number, condition.span)
    value_of_other_type(condition.attribute, bound, operand.attribute, scope)
    return None


def _compares_days(condition: tree.ComparesDays, place: Reading) -> model.Condition | None:
    """答复日 不晚于 发生日期 后 7 天: a date against another one."""
    operand: model.Operand | None = None
    if isinstance(condition.left, tree.Name):
        operand = _date_named(condition.left, place)
        if operand is None:
            return None
    elif not _is_occurrence(condition.left, condition.span, place):
        return None
    after, comparison = condition.after, condition.comparison
    return _days_apart(operand, comparison, condition.other, after, condition.span, place)


def _is_occurrence(kind: RulingDate, span: Span, place: Reading) -> bool:
    if kind is not RulingDate.OCCURRED:
        place.scope.reporter.report("date-of-condition", span)
        return False
    return not is_without_record(span, place)


def _days_apart(  # noqa: PLR0913, PLR0917
    operand: model.Operand | None,
    comparison: Comparison,
    named: tree.Name | RulingDate,
    after: tree.DaysAfter | None,
    span: Span,
    place: Reading,
) -> model.Condition | None:
    scope = place.scope
    other: model.Operand | None = None
    if isinstance(named, tree.Name):
        other = _date_named(named, place)
        if other is None:
            return None
    elif not _is_occurrence(named, span, place):
        return None
    days: int | None = 0
    if after is not None:
        if after.quantity.unit != _DAYS:
            found = after.quantity.unit
            scope.reporter.report("unit-clash", after.quantity.span, found=found, wanted=_DAYS)
            return None
        days = whole_number(after.quantity.number, after.quantity.span, scope)
    if days is None:
        return None
    return model.ComparesDays(operand, comparison, other, days, span)


def _date_named(name: tree.Name, place: Reading) -> model.Operand | None:
    operand = operand_named(name, place)
    if operand is None or isinstance(operand.attribute.type, DateType):
        return operand
    place.scope.reporter.report(
        "not-a-date-attribute",
        name.span,
        attribute=operand.attribute.name,
        labels=(declared_here(operand.attribute),),
    )
    return None
