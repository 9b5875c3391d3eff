"""Values without parts, read from a ruleset's JSON."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from pointrules.model.number import Number, parse_number, simplified
from pointrules.wire.ruleset_form import LARGEST_INTEGER, Plain, number_json
from pointrules.wire.ruleset_json_error import MisfitError

LONGEST_NUMBER = 200
"""Characters of a number that is written as text: no rule has one near it."""


_FRACTION = re.compile(r"-?[0-9]+/[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _text(data: Any) -> str:
    if type(data) is not str:
        raise MisfitError("ruleset-json-not-text")
    return data


def _truth(data: Any) -> bool:
    if type(data) is not bool:
        raise MisfitError("ruleset-json-not-true-or-false")
    return data


def _integer(data: Any) -> int:
    if type(data) is not int or abs(data) > LARGEST_INTEGER:
        raise MisfitError("ruleset-json-not-whole")
    return data


def _number(data: Any) -> Number:
    if type(data) is int and abs(data) <= LARGEST_INTEGER:
        return data
    number = _number_of_text(data) if type(data) is str and len(data) <= LONGEST_NUMBER else None
    # One number has one form, so that one ruleset has one content digest.
    if number is None or number_json(number) != data:
        raise MisfitError("ruleset-json-not-a-number")
    return number


def _number_of_text(text: str) -> Number | None:
    try:
        if _FRACTION.fullmatch(text):
            return simplified(Fraction(text))
        return parse_number(text)
    except (ValueError, ZeroDivisionError):
        return None


def _day(data: Any) -> date:
    try:
        if type(data) is str and _DAY.fullmatch(data):
            return date.fromisoformat(data)
    except ValueError:
        pass
    raise MisfitError("ruleset-json-not-a-day")


PLAIN_VALUES: Mapping[Plain, Callable[[Any], Any]] = {
    Plain.TEXT: _text,
    Plain.TRUTH: _truth,
    Plain.WHOLE: _integer,
    Plain.NUMBER: _number,
    Plain.DAY: _day,
}
"""A reader for each, but for places, which need the sources."""
