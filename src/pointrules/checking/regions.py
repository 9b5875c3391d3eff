"""Which records two conditions can both hold for, exactly: every way the constants cut the values.

A condition compares attributes with constants, so it is the same for all values between two
neighbouring constants. One value for each piece, in every combination, is therefore every case
there is.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise, product
from typing import TypeAlias, assert_never

from msgspec import Struct

from pointrules.model.condition import (
    AgeCompares,
    And,
    BehaviourIs,
    ComparesDate,
    ComparesDays,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    GradeCompares,
    IsAmong,
    IsOneOf,
    IsTrue,
    MeasureCompares,
    NoneTallied,
    NoRecordOf,
    Not,
    OnRegister,
    Operand,
    Or,
    PeriodsInARow,
    RecordAttribute,
    RecordsInARow,
    SubjectAttribute,
    TallyCompares,
)
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.vocabulary import Attribute, AttributeValue, EnumeratedType, NumericType

MOST_REGIONS = 4_096
_FRESH_TEXT = "…"
_ONE_DAY = timedelta(days=1)

Variable: TypeAlias = tuple[str, str]
"""What a leaf reads: whose attribute, and its name; flags and earlier records likewise."""


class Witness(Struct, frozen=True):
    """A record, with what its subject must be, for which both conditions hold."""

    behaviour: str
    values: tuple[tuple[str, str], ...]


def common_record(first: Condition, second: Condition, behaviour: str) -> Witness | None:
    """A record of `behaviour` for which both hold; None if there is none, or it takes too long."""
    leaves = [leaf for condition in (first, second) for leaf in _leaves(condition, behaviour)]
    cuts: dict[Variable, list[_Leaf]] = {}
    for leaf in leaves:
        variable = _variable(leaf)
        if variable is not None:
            cuts.setdefault(variable, []).append(leaf)
    choices = {variable: _pieces(found) for variable, found in cuts.items()}
    size = 1
    for values in choices.values():
        size *= len(values)
        if size > MOST_REGIONS:
            return None
    for values in product(*choices.values()):
        region = dict(zip(choices, values, strict=True))
        if _holds(first, behaviour, region) and _holds(second, behaviour, region):
            return Witness(behaviour, tuple(_shown(cuts, region)))
    return None


def _shown(
    cuts: "Mapping[Variable, list[_Leaf]]", region: Mapping[Variable, AttributeValue]
) -> Iterator[tuple[str, str]]:
    """The attributes of the record, then those of its subject; the rest goes without saying."""
    for is_of_record in (True, False):
        for variable, leaves in cuts.items():
            attribute = _attribute(leaves[0])
            if attribute is not None and (variable[0] == "record") is is_of_record:
                yield attribute.name, _value_words(region[variable], attribute)


def _attribute(leaf: "_Leaf") -> Attribute | None:
    if isinstance(
        leaf,
        FlagIsOpen | NoRecordOf | ComparesDays | AgeCompares | GradeCompares | MeasureCompares,
    ):
        return None
    return None if leaf.operand is None else leaf.operand.attribute


_Leaf: TypeAlias = (
    IsOneOf
    | ComparesNumber
    | EqualsNumber
    | ComparesDate
    | ComparesDays
    | AgeCompares
    | IsTrue
    | FlagIsOpen
    | NoRecordOf
    | GradeCompares
    | MeasureCompares
)


def _decided(condition: Condition, behaviour: str) -> bool | None:
    """What the behaviour alone decides; None where it takes more."""
    match condition:
        case BehaviourIs():
            return behaviour in condition.behaviours
        case Not():
            decided = _decided(condition.item, behaviour)
            return None if decided is None else not decided
        case And() | Or():
            decides = isinstance(condition, Or)
            found = {_decided(item, behaviour) for item in condition.items}
            if decides in found:
                return decides
            return None if None in found else not decides
        case _:
            return None


def _leaves(condition: Condition, behaviour: str) -> Iterator[_Leaf]:
    """What is asked of a record of `behaviour`: not what is asked of other behaviours only."""
    if _decided(condition, behaviour) is not None:
        return
    match condition:
        case And() | Or():
            for item in condition.items:
                yield from _leaves(item, behaviour)
        case Not():
            yield from _leaves(condition.item, behaviour)
        case (
            BehaviourIs()
            | IsAmong()
            | RecordsInARow()
            | OnRegister()
            | TallyCompares()
            | NoneTallied()
            | PeriodsInARow()
        ):
            return
        case _:
            yield condition


def _variable(leaf: _Leaf) -> Variable | None:
    match leaf:
        case FlagIsOpen():
            return ("flag", leaf.flag)
        case NoRecordOf():
            return ("earlier", f"{leaf.behaviour} {leaf.period}")
        case GradeCompares():
            return ("grade", f"{leaf.grade} {leaf.at}")
        case MeasureCompares():
            return ("points", f"{leaf.account} {leaf.at} {leaf.measure}")
        case ComparesDate() if leaf.operand is None:
            return ("", "")
        case ComparesDays():
            sides = (leaf.operand, leaf.other)
            words = (("", "") if side is None else _of_operand(side) for side in sides)
            return ("days", " ".join(word for side in words for word in side))
        case AgeCompares():
            whose, name = _of_operand(leaf.operand)
            return (f"age {whose}", name)
        case _:
            return None if leaf.operand is None else _of_operand(leaf.operand)


def _of_operand(operand: Operand) -> Variable:
    match operand:
        case RecordAttribute(attribute):
            return ("record", attribute.name)
        case SubjectAttribute(kind, attribute):
            return (kind.value, attribute.name)


def _pieces(leaves: list[_Leaf]) -> tuple[AttributeValue, ...]:
    """One value for each piece into which the constants cut what the variable can be."""
    leaf = leaves[0]
    match leaf:
        case FlagIsOpen() | NoRecordOf() | IsTrue():
            return (True, False)
        case GradeCompares():
            ranks = {item.rank for item in leaves if isinstance(item, GradeCompares)}
            near = {step for rank in ranks for step in (rank - 1, rank, rank + 1)}
            top = max(near) if leaf.top is None else leaf.top
            return tuple(sorted(rank for rank in near if 0 <= rank <= top))
        case MeasureCompares():
            bounds = {item.bound for item in leaves if isinstance(item, MeasureCompares)}
            return _between(sorted(bounds))
        case ComparesDate():
            days = {item.day for item in leaves if isinstance(item, ComparesDate)}
            return tuple(sorted({near for day in days for near in _days_near(day)}))
        case ComparesDays():
            counts = {item.days for item in leaves if isinstance(item, ComparesDays)}
            return tuple(sorted({near for days in counts for near in (days - 1, days, days + 1)}))
        case AgeCompares():
            years = {item.years for item in leaves if isinstance(item, AgeCompares)}
            return tuple(sorted({near for year in years for near in (year - 1, year, year + 1)}))
        case IsOneOf(RecordAttribute(attribute) | SubjectAttribute(_, attribute)):
            return _words(leaves, attribute)
        case ComparesNumber() | EqualsNumber():
            return _numbers(leaves, leaf.operand.attribute)
        case _:
            assert_never(leaf)


def _between(bounds: list[Number]) -> tuple[Number, ...]:
    """The numbers, one between each two of them, and one at either side."""
    middles = [simplified(Fraction(low + high) / 2) for low, high in pairwise(bounds)]
    return tuple(sorted({bounds[0] - 1, *bounds, *middles, bounds[-1] + 1}))


def _days_near(day: date) -> Iterator[date]:
    yield day
    if day > date.min:
        yield day - _ONE_DAY
    if day < date.max:
        yield day + _ONE_DAY


def _words(leaves: list[_Leaf], attribute: Attribute) -> tuple[str, ...]:
    named = dict.fromkeys(
        value for leaf in leaves if isinstance(leaf, IsOneOf) for value in leaf.values
    )
    if not isinstance(attribute.type, EnumeratedType):
        return (*named, _FRESH_TEXT)
    other = next((value for value in attribute.type.values if value not in named), None)
    return tuple(named) if other is None else (*named, other)


def _numbers(leaves: list[_Leaf], attribute: Attribute) -> tuple[Number, ...]:
    constants = sorted(
        {leaf.bound for leaf in leaves if isinstance(leaf, ComparesNumber)}
        | {leaf.number for leaf in leaves if isinstance(leaf, EqualsNumber)}
    )
    found: set[Number] = {0}
    if isinstance(attribute.type, NumericType) and attribute.type.unit.counted:
        for constant in constants:
            whole = Fraction(constant).numerator // Fraction(constant).denominator
            found |= {whole - 1, whole, whole + 1}
    else:
        found.update(constants)
        found.add(constants[-1] + 1)
        found.update(
            simplified(Fraction(low + high) / 2)
            for low, high in zip([0, *constants], constants, strict=False)
        )
    return tuple(sorted(number for number in found if number >= 0))


def _holds(condition: Condition, behaviour: str, region: Mapping[Variable, AttributeValue]) -> bool:
    match condition:
        case And():
            return all(_holds(item, behaviour, region) for item in condition.items)
        case Or():
            return any(_holds(item, behaviour, region) for item in condition.items)
        case Not():
            return not _holds(condition.item, behaviour, region)
        case BehaviourIs():
            return behaviour in condition.behaviours
        case (
            IsAmong()
            | RecordsInARow()
            | OnRegister()
            | TallyCompares()
            | NoneTallied()
            | PeriodsInARow()
        ):
            return True
        case _:
            variable = _variable(condition)
            if variable is None:
                return True
            # What nobody asks of this behaviour stands beside what the behaviour decides.
            return variable not in region or _leaf_holds(condition, region[variable])


def _leaf_holds(leaf: _Leaf, value: AttributeValue) -> bool:
    match leaf:
        case FlagIsOpen() | IsTrue() | NoRecordOf():
            return value is True
        case IsOneOf():
            return value in leaf.values
        case EqualsNumber():
            return value == leaf.number
        case GradeCompares(rank=bound) | MeasureCompares(bound=bound):
            return not isinstance(value, str | date) and _compares(
                leaf.comparison, _sign(value - bound)
            )
        case ComparesNumber():
            return not isinstance(value, str | date) and _compares(
                leaf.comparison, _sign(value - leaf.bound)
            )
        case ComparesDays():
            return isinstance(value, int) and _compares(leaf.comparison, _sign(value - leaf.days))
        case AgeCompares():
            return isinstance(value, int) and _compares(leaf.comparison, _sign(value - leaf.years))
        case ComparesDate():
            return isinstance(value, date) and _compares(
                leaf.comparison, _sign(value.toordinal() - leaf.day.toordinal())
            )


def _sign(difference: Number) -> int:
    return (difference > 0) - (difference < 0)


def _compares(comparison: Comparison, sign: int) -> bool:
    match comparison:
        case Comparison.AT_LEAST:
            return sign >= 0
        case Comparison.AT_MOST:
            return sign <= 0
        case Comparison.ABOVE:
            return sign > 0
        case Comparison.BELOW:
            return sign < 0


def witness_words(witness: Witness) -> str:
    """The record in the words of a ruleset: 卫生检查 等次 优秀."""
    return " ".join((witness.behaviour, *(f"{name} {text}" for name, text in witness.values)))


def _value_words(value: AttributeValue, attribute: Attribute) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case str():
            return value
        case date():
            return value.isoformat()
        case _:
            unit = attribute.type.unit.symbol if isinstance(attribute.type, NumericType) else ""
            return f"{number_text(value)} {unit}"
