"""Quantities in the unit that is wanted, points in the precision that accounts have."""

from collections.abc import Iterable
from fractions import Fraction

from pointrules.checking.limits import LONGEST_DURATION_IN_YEARS
from pointrules.checking.resolve import Scope, key_of
from pointrules.diagnostics.diagnostic import Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.account import Account
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.period import Duration, DurationUnit
from pointrules.model.scan import Direction
from pointrules.model.unit import POINT, Unit
from pointrules.model.vocabulary import Attribute, EnumeratedType, NumericType
from pointrules.records.values import FIRST_YEAR, LAST_YEAR
from pointrules.source.source_file import Span
from pointrules.syntax import tree

MOST_CHOICES = 6
"""So many names a message offers where none is near."""

_SHORTEST_DAYS = {DurationUnit.DAY: 1, DurationUnit.MONTH: 28, DurationUnit.YEAR: 365}
_UNIT_WORDS = {DurationUnit.DAY: "天", DurationUnit.MONTH: "个月", DurationUnit.YEAR: "年"}


def declared_here(attribute: Attribute) -> Label:
    """Points at the attribute's declaration."""
    return Label(attribute.origin, "declared")


def unit_of(symbol: str, span: Span, scope: Scope) -> Unit | None:
    """The unit written as `symbol`; '' is one that was reported already."""
    unit = scope.units.get(symbol) or scope.units.get(key_of(symbol))
    if unit is None and symbol:
        choices = suggest(symbol, scope.units)
        scope.reporter.report("unknown-unit", span, found=symbol, choices=choices)
    return unit


def in_unit(
    quantity: tree.Quantity, wanted: Unit, scope: Scope, *, signed: bool = False
) -> Number | None:
    """The quantity as a number of `wanted`; None after saying why it cannot be one."""
    found = unit_of(quantity.unit, quantity.span, scope)
    if found is None:
        return None
    if found.dimension != wanted.dimension:
        scope.reporter.report("unit-clash", quantity.span, found=found.symbol, wanted=wanted.symbol)
        return None
    if quantity.number < 0 and not signed:
        scope.reporter.report("negative-number", quantity.span, number=number_text(quantity.number))
        return None
    return simplified(Fraction(quantity.number) * found.factor / wanted.factor)


def above_zero(quantity: tree.Quantity, wanted: Unit, scope: Scope) -> Number | None:
    """The same, where 0 has no meaning: every 0 hours, to a multiple of 0."""
    number = in_unit(quantity, wanted, scope)
    if number == 0:
        scope.reporter.report("step-not-positive", quantity.span, number=f"0 {quantity.unit}")
        return None
    return number


def whole_number(number: Number, span: Span, scope: Scope) -> int | None:
    """A number that counts something."""
    if isinstance(number, int):
        return number
    scope.reporter.report("not-a-whole-number", span, found=number_text(number))
    return None


def duration(count: int, unit: DurationUnit, span: Span, scope: Scope) -> Duration | None:
    """So much time; None after saying that no calendar goes on for so long."""
    if (
        count * _SHORTEST_DAYS[unit]
        <= LONGEST_DURATION_IN_YEARS * _SHORTEST_DAYS[DurationUnit.YEAR]
    ):
        return Duration(count, unit)
    _too_far_in_time(f"{count} {_UNIT_WORDS[unit]}", span, scope)
    return None


def day_within_reach(day: tree.Day, scope: Scope) -> bool:
    """Whether records can be worked out on `day`; says so where they cannot."""
    if FIRST_YEAR <= day.day.year <= LAST_YEAR:
        return True
    _too_far_in_time(day.day.isoformat(), day.span, scope)
    return False


def _too_far_in_time(found: str, span: Span, scope: Scope) -> None:
    """Say that the calendar does not reach there."""
    scope.reporter.report(
        "too-far-in-time",
        span,
        found=found,
        years=str(LONGEST_DURATION_IN_YEARS),
        first=str(FIRST_YEAR),
        last=str(LAST_YEAR),
    )


def points_in(quantity: tree.Quantity, scope: Scope, *, signed: bool = False) -> Number | None:
    """A quantity that must be points."""
    return in_unit(quantity, POINT, scope, signed=signed)


def directed(points: Number, direction: Direction) -> Number:
    """Points with their sign: deductions are negative."""
    return -points if direction is Direction.LOSS else points


def is_multiple(number: Number, step: Number) -> bool:
    """Whether `number` is a whole number of steps."""
    return (Fraction(number) / step).denominator == 1


def fits_precision(points: Number, accounts: Iterable[Account], span: Span, scope: Scope) -> bool:
    """Whether every account can hold so fine an amount; says of the first that it cannot."""
    for account in accounts:
        if not is_multiple(points, account.precision):
            scope.reporter.report(
                "finer-than-precision",
                span,
                points=number_text(-points if points < 0 else points),
                account=account.name,
                precision=number_text(account.precision),
                labels=(Label(account.origin, "account"),),
            )
            return False
    return True


def unit_of_attribute(attribute: Attribute, name: tree.Name, scope: Scope) -> Unit | None:
    """The unit of an attribute that must be a number."""
    if isinstance(attribute.type, NumericType):
        return attribute.type.unit
    scope.reporter.report(
        "not-a-number-attribute",
        name.span,
        attribute=attribute.name,
        labels=(declared_here(attribute),),
    )
    return None


def enumerated_value(
    written: tree.Name | tree.Text, attribute: Attribute, values: tuple[str, ...], scope: Scope
) -> str | None:
    """One of the attribute's values, as the vocabulary writes it."""
    if isinstance(written, tree.Name) and not written.is_declared:
        return None
    key = key_of(written.text)
    for value in values:
        if key_of(value) == key:
            return value
    if isinstance(written, tree.Name) and key in scope.lost_names:
        return None
    scope.reporter.report(
        "value-not-of-attribute",
        written.span,
        value=written.text,
        attribute=attribute.name,
        choices=suggest(written.text, values) or values[:MOST_CHOICES],
        labels=(declared_here(attribute),),
    )
    return None


def merged(attributes: list[Attribute]) -> Attribute:
    """The attribute that several behaviours share; their lists of values are put together."""
    first = attributes[0]
    if all(item.type == first.type and item.optional == first.optional for item in attributes):
        return first
    optional = any(item.optional for item in attributes)
    if isinstance(first.type, EnumeratedType):
        values = dict.fromkeys(
            value
            for item in attributes
            if isinstance(item.type, EnumeratedType)
            for value in item.type.values
        )
        return Attribute(first.name, EnumeratedType(tuple(values)), optional, first.origin)
    return Attribute(first.name, first.type, optional, first.origin)
