"""`6月30日 前`: a bound that does not say whether the day itself is in."""

import re
from datetime import date, timedelta

from msgspec import Struct

from pointrules.syntax.tokens import Token

_BEFORE = r"\s*(?:之前|以前|前)(?!\s*\d)"
_WORD = re.compile(_BEFORE)
_DAY = re.compile(r"(?:(\d{4})[年/-])?(\d{1,2})[月/-](\d{1,2})日?" + _BEFORE)
_ANY_YEAR = 2001
"""For days of a calendar, which have none; 28 February comes before 1 March."""


class BareBefore(Struct, frozen=True):
    """Where it ends, and the last day of either reading: with the day itself, and without."""

    end: int
    day: str
    day_before: str


def bare_before_at(text: str, position: int, last: Token | None) -> BareBefore | None:
    """What stands at `position`: such a bound, or its 前 where `last` is the day."""
    if last is not None and isinstance(last.value, date):
        word = _WORD.match(text, position)
        return None if word is None else _readings(last.value, word.end(), has_year=True)
    found = _DAY.match(text, position)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        meant = date(_ANY_YEAR if year is None else int(year), int(month), int(day))
    except ValueError:
        return None
    return _readings(meant, found.end(), has_year=year is not None)


def _readings(day: date, end: int, *, has_year: bool) -> BareBefore:
    days = (day, day - timedelta(days=1))
    if has_year:
        return BareBefore(end, *(item.isoformat() for item in days))
    return BareBefore(end, *(f"…年{item.month}月{item.day}日" for item in days))
