"""Calendar periods that limits and accounts run over, and durations that roll from a date.

Dates follow the Civil Code's way of counting (articles 201 to 204): the first day is not counted,
a duration ends on the corresponding day, or on the last day of a month that has none.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct


class Period(StrEnum):
    """What a limit or a running sum starts afresh with; `RECORD` is each record by itself."""

    RECORD = "record"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    EVER = "ever"


class MonthDay(Struct, frozen=True):
    """A day of every year; never 29 February, since three years in four have none."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """The day in that year."""
        return date(year, self.month, self.day)


NEW_YEAR = MonthDay(1, 1)
MONTHS_OF_YEAR = 12


class Interval(Struct, frozen=True):
    """The days from `first` to `last`, both included; `last` is None where there is no end."""

    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether `day` lies inside."""
        return self.first <= day and (self.last is None or day <= self.last)


def year_of(day: date, year_start: MonthDay) -> Interval:
    """The year, begun on `year_start`, that `day` falls in."""
    begins_in = day.year if day >= year_start.in_year(day.year) else day.year - 1
    first = year_start.in_year(begins_in)
    return Interval(first, year_start.in_year(begins_in + 1) - timedelta(days=1))


def period_of(period: Period, day: date, year_start: MonthDay) -> Interval:
    """The period that `day` falls in.

    Months, quarters and half-years are calendar ones, weeks begin on Monday, and years begin on
    `year_start`, the ruleset's 年度. `RECORD` has no days of its own and must not be asked for.
    """
    match period:
        case Period.DAY:
            return Interval(day, day)
        case Period.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Interval(monday, monday + timedelta(days=6))
        case Period.MONTH:
            return _months_of(day, 1)
        case Period.QUARTER:
            return _months_of(day, 3)
        case Period.HALF_YEAR:
            return _months_of(day, 6)
        case Period.YEAR:
            return year_of(day, year_start)
        case Period.EVER:
            return Interval(date.min, None)
        case Period.RECORD:
            msg = "a single record is no stretch of days"
            raise AssertionError(msg)


def _months_of(day: date, length: int) -> Interval:
    first_month = (day.month - 1) // length * length + 1
    last_month = first_month + length - 1
    last_day = monthrange(day.year, last_month)[1]
    return Interval(date(day.year, first_month, 1), date(day.year, last_month, last_day))


class DurationUnit(StrEnum):
    """What a duration is counted in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Duration(Struct, frozen=True):
    """A length of time that rolls from a date: 一年, 6 个月, 30 天."""

    count: int
    unit: DurationUnit

    def last_day_from(self, day: date) -> date:
        """The last day of this duration begun on `day`: the corresponding day, included."""
        return self._moved(day, self.count)

    def first_day_before(self, day: date) -> date:
        """The earliest day from which `day` is still inside: the anniversary itself is.

        A year from 28 February ends on the next one, so 29 February looks back to 1 March.
        """
        first = self._moved(day, -self.count)
        if self.last_day_from(first) < day:  # the month has no corresponding day
            first += timedelta(days=1)
        return first

    def _moved(self, day: date, count: int) -> date:
        if self.unit is DurationUnit.DAY:
            return day + timedelta(days=count)
        months = count if self.unit is DurationUnit.MONTH else MONTHS_OF_YEAR * count
        index = day.year * MONTHS_OF_YEAR + day.month - 1 + months
        year, month = index // MONTHS_OF_YEAR, index % MONTHS_OF_YEAR + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
