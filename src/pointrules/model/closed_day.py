"""Days that are over (上年末, 前一日), of which conditions may read grades and points."""

from datetime import date, timedelta
from enum import StrEnum

from pointrules.model.period import MonthDay, Period, period_of


class ClosedDay(StrEnum):
    """The day before (前一日), or the last day of the month, quarter, … before that of the day.

    All of them are before the day itself, so that what a day brings never feeds back into it.
    """

    EVE = "eve"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


def closed_day(at: ClosedDay, day: date, year_start: MonthDay) -> date:
    """The day meant on `day`; the year is the ruleset's."""
    period = Period.DAY if at is ClosedDay.EVE else Period(at.value)
    return period_of(period, day, year_start).first - timedelta(days=1)
