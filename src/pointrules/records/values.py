"""From the text of a cell to a typed value, exactly; what cannot be read says what was expected."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias, assert_never

from pointrules.model.number import Number, parse_number, simplified
from pointrules.model.unit import POINT, UNITS, Unit
from pointrules.model.vocabulary import (
    Attribute,
    AttributeValue,
    DateType,
    EnumeratedType,
    NumericType,
    TextType,
    YesNoType,
)
from pointrules.records.columns import YES_NO_WORDS
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.source.edit_distance import nearest_name
from pointrules.source.folding import fold

FIRST_YEAR = 1800
LAST_YEAR = 2199
"""Days outside these years are slips of the pen; inside them the calendar cannot overflow."""
LONGEST_NUMBER = 30
"""A number with more characters is no number a village writes."""

# A misspelt word comes again and again in one log.
_nearest = lru_cache(maxsize=1_000)(nearest_name)

ValueReader: TypeAlias = Callable[[str], AttributeValue]

_DAY = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"|([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"
    r"|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"
)
_SEVERAL = re.compile(r"[、;；,，]")
_QUANTITY = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?) *(.*)", re.DOTALL)
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)? *(.*)", re.DOTALL)


class UnfitError(Exception):
    """A cell or line that cannot be used; it stays inside this package, the reason goes on."""

    def __init__(self, code: ReasonCode, **arguments: str) -> None:
        super().__init__(code)
        self.reason = Reason(code, tuple(arguments.items()))


def needed(fields: Mapping[str, str], column: str) -> str:
    """The cell in `column`.

    Raises:
        UnfitError: it is empty.
    """
    text = fields.get(column)
    if not text:
        raise UnfitError(ReasonCode.FIELD_MISSING, column=column)
    return text


def needed_day(fields: Mapping[str, str], column: str) -> date:
    """The day in `column`.

    Raises:
        UnfitError: it is empty or no day.
    """
    text = needed(fields, column)
    day = read_day(text)
    if day is None:
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE, column=column, value=text, expected=Expected.DAY
        )
    return day


def occurrence(fields: Mapping[str, str], entered_on: date) -> date:
    """The date of occurrence of a line that was entered on `entered_on`.

    Raises:
        UnfitError: it is empty or no day, or the line was entered before it.
    """
    occurred_on = needed_day(fields, "occurred_on")
    if entered_on < occurred_on:
        raise UnfitError(
            ReasonCode.ENTERED_BEFORE_OCCURRENCE,
            day=occurred_on.isoformat(),
            value=entered_on.isoformat(),
        )
    return occurred_on


@lru_cache(maxsize=20_000)
def read_day(text: str) -> date | None:
    """The day written 2023-07-03, 2023/7/3 or 2023年7月3日; None for anything else."""
    match = _DAY.fullmatch(fold(text))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def value_reader(attribute: Attribute) -> ValueReader:
    """What reads cells of `attribute`; it raises `UnfitError` for a cell that does not fit."""
    match attribute.type:
        case EnumeratedType(values):
            return _enumerated_reader(attribute.name, values)
        case NumericType(unit):
            return _quantity_reader(attribute.name, unit)
        case TextType():
            return _read_text
        case DateType():
            return _day_reader(attribute.name)
        case YesNoType():
            return _yes_no_reader(attribute.name)
    assert_never(attribute.type)


@lru_cache(maxsize=20_000)
def ids_in(cell: str) -> tuple[str, ...]:
    """The ids in a cell that may hold several, each once: 王五、赵六."""
    parts = (part.strip() for part in _SEVERAL.split(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def read_points(text: str, column: str) -> Number:
    """The points in `column`: signed, with or without 分.

    Raises:
        UnfitError: `text` is no number of points.
    """
    folded = fold(text).replace("−", "-").removeprefix("+")
    match = _QUANTITY.fullmatch(folded)
    suffixes = ("", POINT.symbol, POINT.english)
    if match is None or len(match[1]) > LONGEST_NUMBER or match[2] not in suffixes:
        expected = Expected.NUMBER_WITHOUT_COMMA if _THOUSANDS.match(folded) else Expected.NUMBER
        raise UnfitError(ReasonCode.FIELD_UNREADABLE, column=column, value=text, expected=expected)
    return parse_number(match[1])


def _read_text(text: str) -> AttributeValue:
    return text


def _enumerated_reader(name: str, values: tuple[str, ...]) -> ValueReader:
    known = {fold(value): value for value in values} | {value: value for value in values}

    def read(text: str) -> AttributeValue:
        value = known.get(text)
        if value is None:
            value = known.get(fold(text))
        if value is None:
            raise UnfitError(
                ReasonCode.VALUE_NOT_LISTED,
                **nearby(text, values, attribute=name, value=text),
            )
        return value

    return read


def _day_reader(name: str) -> ValueReader:
    def read(text: str) -> AttributeValue:
        day = read_day(text)
        if day is None:
            raise _unreadable(name, text, Expected.DAY)
        return day

    return read


def _yes_no_reader(name: str) -> ValueReader:
    def read(text: str) -> AttributeValue:
        answer = YES_NO_WORDS.get(fold(text).lower())
        if answer is None:
            raise _unreadable(name, text, Expected.YES_NO)
        return answer

    return read


def _quantity_reader(name: str, unit: Unit) -> ValueReader:
    factors = _factors_to(unit)

    @lru_cache(maxsize=5_000)
    def read(text: str) -> AttributeValue:
        folded = fold(text).replace("−", "-")
        match = _QUANTITY.fullmatch(folded)
        if match is None or len(match[1]) > LONGEST_NUMBER:
            expected = (
                Expected.NUMBER_WITHOUT_COMMA if _THOUSANDS.fullmatch(folded) else Expected.NUMBER
            )
            raise _unreadable(name, text, expected, unit)
        factor = factors.get(match[2].lower())
        if factor is None:
            expected = Expected.NUMBER
            if match[2].startswith(",") and _THOUSANDS.fullmatch(folded):
                expected = Expected.NUMBER_WITHOUT_COMMA
            elif match[2][:1].isalpha():
                expected = Expected.OTHER_UNIT
            raise _unreadable(name, text, expected, unit)
        number = simplified(Fraction(parse_number(match[1]) * factor))
        if number < 0:
            raise _unreadable(name, text, Expected.NOT_NEGATIVE, unit)
        if unit.counted and number.denominator != 1:
            raise _unreadable(name, text, Expected.WHOLE_NUMBER, unit)
        return number

    return read


def _factors_to(unit: Unit) -> Mapping[str, Number]:
    """By how much a number before each unit's spelling is multiplied to be in `unit`."""
    factors: dict[str, Number] = {"": 1}
    for other in (*UNITS.values(), unit):
        if other.dimension == unit.dimension:
            factor = simplified(Fraction(other.factor) / Fraction(unit.factor))
            factors[fold(other.symbol).lower()] = factor
            factors[other.english.lower()] = factor
    return factors


def _unreadable(name: str, text: str, expected: Expected, unit: Unit | None = None) -> UnfitError:
    arguments = {"attribute": name, "value": text, "expected": str(expected)}
    if unit is not None:
        arguments["unit"] = unit.symbol
    return UnfitError(ReasonCode.ATTRIBUTE_UNREADABLE, **arguments)


def nearby(word: str, names: tuple[str, ...], **arguments: str) -> dict[str, str]:
    """`arguments`, with `nearest` added where one of `names` is near `word`."""
    nearest = _nearest(word, names)
    return arguments if nearest is None else {**arguments, "nearest": nearest}
