"""The named sums over an account's entries (余额 本期 历年累计 累计加分 本月 本季 本年)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from pointrules.ledger.entry import Entry, EntryKind
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.measure import Measure
from pointrules.model.number import Number, simplified
from pointrules.model.period import (
    MONTHS_OF_YEAR,
    Duration,
    DurationUnit,
    Interval,
    MonthDay,
    Period,
    period_of,
    year_of,
)
from pointrules.model.subject import Subject

Accounts: TypeAlias = Mapping[tuple[Subject, str], Sequence[Entry]]
"""The entries of each subject in each account, by its name, in order."""

_EARNED = frozenset(EntryKind) - {
    EntryKind.BASE,
    EntryKind.CARRY,
    EntryKind.RESET,
    EntryKind.SPENDING,
}
"""What is earned: all but base, carry, reset and spending (R30)."""

_OUTSIDE_PERIOD = frozenset({EntryKind.RESET, EntryKind.SPENDING})
"""A reset is dated on the first day, but belongs to the period that it ends; spending to none."""

_GAINED = frozenset({EntryKind.AWARD, EntryKind.SETTLEMENT})

_OF_LOSSES = frozenset({Measure.LOSSES, Measure.MONTH_LOSSES, Measure.YEAR_LOSSES})
"""Measures that tell how much was taken, as a number that is not below 0."""


def by_account(entries: Iterable[Entry]) -> Accounts:
    """Sort `entries` out, once, where many are to be measured."""
    sorted_out: dict[tuple[Subject, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        sorted_out[entry.subject, entry.account].append(entry)
    return {key: tuple(of_account) for key, of_account in sorted_out.items()}


def account_period(account: Account, day: date) -> Interval:
    """The account's period that `day` falls in (本期); one kept for good has a single one."""
    if account.period_start is None or account.period_end is PeriodEnd.KEEP:
        return Interval(date.min, None)
    year = year_of(day, account.period_start)
    months = account.period_months
    if months == MONTHS_OF_YEAR:
        return year
    first = year.first
    begun = (day.year - first.year) * MONTHS_OF_YEAR + day.month - first.month
    passed = (begun - (day.day < first.day)) // months * months
    next_first = Duration(passed + months, DurationUnit.MONTH).last_day_from(first)
    return Interval(
        Duration(passed, DurationUnit.MONTH).last_day_from(first), next_first - timedelta(days=1)
    )


def measure(  # noqa: PLR0913
    entries: Iterable[Entry],
    subject: Subject,
    account: Account,
    what: Measure,
    *,
    as_of: date,
    year_start: MonthDay,
) -> Number:
    """The sum of those of `entries` that `what` names, up to `as_of`, that day included.

    `year_start` begins the ruleset's year (年度), which YEAR follows; PERIOD follows the account's.
    """
    counts = _counted(account, what, as_of, year_start)
    sign = -1 if what in _OF_LOSSES else 1
    total = sum(
        (
            sign * entry.points
            for entry in entries
            if entry.day <= as_of
            and entry.account == account.name
            and entry.subject == subject
            and counts(entry)
        ),
        Fraction(0),
    )
    return simplified(total)


def _counted(
    account: Account, what: Measure, as_of: date, year_start: MonthDay
) -> Callable[[Entry], bool]:
    match what:
        case Measure.BALANCE:
            return lambda _: True
        case Measure.PERIOD:
            first = account_period(account, as_of).first
            return lambda entry: entry.day >= first and entry.kind not in _OUTSIDE_PERIOD
        case Measure.LIFETIME:
            return lambda entry: entry.kind in _EARNED
        case Measure.GAINS:
            return lambda entry: entry.kind in _GAINED and entry.points > 0
        case Measure.MONTH:
            return _earned_since(period_of(Period.MONTH, as_of, year_start).first)
        case Measure.QUARTER:
            return _earned_since(period_of(Period.QUARTER, as_of, year_start).first)
        case Measure.YEAR:
            return _earned_since(period_of(Period.YEAR, as_of, year_start).first)
        case Measure.LOSSES:
            return _lost_since(date.min)
        case Measure.MONTH_LOSSES:
            return _lost_since(period_of(Period.MONTH, as_of, year_start).first)
        case Measure.YEAR_LOSSES:
            return _lost_since(period_of(Period.YEAR, as_of, year_start).first)


def _earned_since(first: date) -> Callable[[Entry], bool]:
    return lambda entry: entry.day >= first and entry.kind in _EARNED


def _lost_since(first: date) -> Callable[[Entry], bool]:
    return lambda entry: entry.day >= first and entry.kind in _GAINED and entry.points < 0
