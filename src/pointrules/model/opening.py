"""When an exchange is open (开放)."""

from datetime import date, timedelta
from typing import TypeAlias, assert_never

from msgspec import Struct

from pointrules.model.period import MonthDay, Period, period_of

_LOOKED_AHEAD = 800
"""Two years and more: whatever comes again comes within them."""


class AlwaysOpen(Struct, frozen=True):
    """随时 开放."""


class OpenDays(Struct, frozen=True):
    """每月 5 日、25 日: days of every month; a month that has no such day has none."""

    days: tuple[int, ...]


class OpenWeekdays(Struct, frozen=True):
    """每周五: Monday is 0."""

    weekdays: tuple[int, ...]


class OpenEdge(Struct, frozen=True):
    """每季度 最后 3 天, 每月 前 5 天."""

    period: Period
    days: int
    at_end: bool


class OpenSeason(Struct, frozen=True):
    """每年 1月10日 到 1月20日, both included; one that begins after it ends runs over New Year."""

    first: MonthDay
    last: MonthDay


class OpenSpan(Struct, frozen=True):
    """2024-01-10 到 2024-01-20, both included."""

    first: date
    last: date


Opening: TypeAlias = AlwaysOpen | OpenDays | OpenWeekdays | OpenEdge | OpenSeason | OpenSpan


def is_open(opening: Opening, day: date, year_start: MonthDay) -> bool:
    """Whether `day` is one of its days; `year_start` begins the ruleset's year."""
    match opening:
        case AlwaysOpen():
            return True
        case OpenDays(days):
            return day.day in days
        case OpenWeekdays(weekdays):
            return day.weekday() in weekdays
        case OpenEdge(period, days, at_end):
            within = period_of(period, day, year_start)
            assert within.last is not None, "a period that returns has an end"
            passed = within.last - day if at_end else day - within.first
            return passed < timedelta(days=days)
        case OpenSeason(first, last):
            now, begins, ends = (day.month, day.day), _key(first), _key(last)
            if begins <= ends:
                return begins <= now <= ends
            return now >= begins or now <= ends
        case OpenSpan(first_day, last_day):
            return first_day <= day <= last_day
        case _:
            assert_never(opening)


def next_open(openings: tuple[Opening, ...], day: date, year_start: MonthDay) -> date | None:
    """The first day from `day` on, itself included, that is open; None where none comes."""
    found = [
        max(day, opening.first)
        for opening in openings
        if isinstance(opening, OpenSpan) and opening.last >= day
    ]
    recurring = [opening for opening in openings if not isinstance(opening, OpenSpan)]
    for ahead in range(_LOOKED_AHEAD if recurring else 0):
        tried = day + timedelta(days=ahead)
        if any(is_open(opening, tried, year_start) for opening in recurring):
            found.append(tried)
            break
    return min(found, default=None)


def _key(day: MonthDay) -> tuple[int, int]:
    return (day.month, day.day)
