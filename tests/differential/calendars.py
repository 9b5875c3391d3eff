"""Days and numbers of the second evaluator: periods found by walking, schedules piece by piece."""

from datetime import date, timedelta
from fractions import Fraction

from pointrules.model.account import Account
from pointrules.model.condition import Comparison
from pointrules.model.number import Number, Rounding, RoundingMode, size
from pointrules.model.period import Duration, DurationUnit, Interval, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.schedule import Banded, Bracket, Linear, Schedule

ONE_DAY = timedelta(days=1)
FOR_EVER = Interval(date.min, None)
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6}


def days_of(period: Period, day: date, ruleset: Ruleset) -> Interval:
    match period:
        case Period.EVER:
            return FOR_EVER
        case Period.DAY:
            return Interval(day, day)
        case Period.WEEK:
            first = day
            while first.isoweekday() != 1:
                first -= ONE_DAY
            return Interval(first, first + timedelta(days=6))
        case Period.YEAR:
            return year_days(day, ruleset.year_start.month, ruleset.year_start.day)
        case _:
            length = _MONTHS[period]
            first = day.replace(day=1)
            while (first.month - 1) % length:
                first = (first - ONE_DAY).replace(day=1)
            last = first
            for _ in range(length):
                last = (last + timedelta(days=32)).replace(day=1)
            return Interval(first, last - ONE_DAY)


def year_days(day: date, month: int, on: int) -> Interval:
    first = date(day.year, month, on)
    if first > day:
        first = date(day.year - 1, month, on)
    return Interval(first, date(first.year + 1, month, on) - ONE_DAY)


def account_days(account: Account, day: date) -> Interval:
    start = account.period_start
    if start is None:
        return FOR_EVER
    first = year_days(day, start.month, start.day).first
    while True:
        following = moved(first, Duration(account.period_months, DurationUnit.MONTH), 1)
        if day < following:
            return Interval(first, following - ONE_DAY)
        first = following


def moved(day: date, duration: Duration, sign: int) -> date:
    """The corresponding day, or the last of a month that has none."""
    if duration.unit is DurationUnit.DAY:
        return day + timedelta(days=sign * duration.count)
    months = duration.count * (12 if duration.unit is DurationUnit.YEAR else 1)
    index = day.year * 12 + day.month - 1 + sign * months
    for on in range(day.day, 0, -1):
        try:
            return date(index // 12, index % 12 + 1, on)
        except ValueError:
            continue
    raise AssertionError(day)


def ordered(left: Number, comparison: Comparison, right: Number) -> bool:
    return {
        Comparison.AT_LEAST: left >= right,
        Comparison.AT_MOST: left <= right,
        Comparison.ABOVE: left > right,
        Comparison.BELOW: left < right,
    }[comparison]


def whole(value: Number) -> Number:
    exact = Fraction(value)
    return int(exact) if exact == int(exact) else exact


def rounded(value: Number, rounding: Rounding | None) -> Number:
    if rounding is None:
        return whole(value)
    parts = Fraction(size(value)) / rounding.step
    cut = int(parts)
    if (rounding.mode is RoundingMode.UP and parts > cut) or (
        rounding.mode is RoundingMode.HALF_UP and 2 * (parts - cut) >= 1
    ):
        cut += 1
    return whole(-cut * rounding.step if value < 0 else cut * rounding.step)


def along(schedule: Schedule, at: Number) -> Number:
    """The schedule, piece by piece."""
    if isinstance(schedule, Banded):
        reached = [
            band.value
            for band in schedule.bands
            if at > band.lower or (at == band.lower and band.inclusive)
        ]
        return reached[-1] if reached else schedule.below
    pieces: list[Linear | Bracket] = (
        [schedule] if isinstance(schedule, Linear) else list(schedule.brackets)
    )
    total = Fraction(0)
    for place, piece in enumerate(pieces):
        top = at if place + 1 == len(pieces) else min(at, pieces[place + 1].start)
        inside = Fraction(max(top - piece.start, 0))
        steps = inside / piece.step
        total += piece.per_step * (int(steps) if piece.full_steps else steps)
    return rounded(total, schedule.rounding)
