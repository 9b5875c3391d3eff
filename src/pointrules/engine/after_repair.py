"""What a repair gives back when ends of periods have passed since: what they would have left.

Each end is worked out again with the points that were missing: what the account would have begun
the next period with, less what it did begin with. Several amounts share one end, so each is worth
what it adds to those before it. A maximum of a carry is then never passed by their sum.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from pointrules.engine.rules import EditionRules, rules_on
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.flag_ground import EndAgain
from pointrules.ledger.ground import OpenDeductions
from pointrules.ledger.measures import account_period
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.number import Number, simplified

_ONE_DAY = timedelta(days=1)


class Missing(Struct, eq=False):
    """Points that were missing from `day` on, until `back_on` if they have come back by now.

    `record_id` is the record that gave or took them, None of a settlement and of what a flag took.
    """

    day: date
    points: Number
    record_id: str | None = None
    back_on: date | None = None


class Worth(Struct, frozen=True):
    """What is left of missing points, and each end that they were missing at."""

    points: Number
    ends: tuple[EndAgain, ...]


def worths(  # noqa: PLR0913, PLR0917
    missing: Sequence[Missing],
    account_name: str,
    editions: Sequence[EditionRules],
    entries: Sequence[Entry],
    day: date,
    openers: Callable[[str, date], frozenset[str]],
) -> list[Worth]:
    """What each of `missing` is on `day`; `entries` are those of the account, in order.

    `openers` tells of which records a flag was open on a day: a reset may except deductions.
    """
    found = [Worth(item.points, ()) for item in missing]
    first = min((item.day for item in missing), default=day)
    for last, account in _ends(account_name, editions, first, day):
        before, closed = _balances(entries, last)
        begins, flag = last + _ONE_DAY, account.open_flag
        still_open = frozenset[str]() if flag is None else openers(flag, begins)
        kept_open = _kept_open(entries, begins)
        left = _carried(account, closed, kept_open)
        for place, item in enumerate(missing):
            if item.day > last or (item.back_on is not None and item.back_on <= last):
                continue
            worth = found[place]
            after = simplified(before + worth.points)
            if item.points < 0 and item.record_id in still_open:
                kept_open = simplified(kept_open + worth.points)
            now = _carried(account, _closed(account, after), kept_open)
            end = EndAgain(last, before, left, after, now)
            found[place] = Worth(simplified(now - left), (*worth.ends, end))
            before, left = after, now
    return found


def _ends(
    name: str, editions: Sequence[EditionRules], first: date, before: date
) -> Iterator[tuple[date, Account]]:
    """The last days of the account's periods from `first` on that lie before `before`."""
    day = first
    while day < before:
        rules = rules_on(editions, day)
        if rules is None:
            later = [item.first_day for item in editions if item.first_day > day]
            if not later:
                return
            day = min(later)
            continue
        account = next((item for item in rules.ruleset.accounts if item.name == name), None)
        last = None if account is None else account_period(account, day).last
        if account is None or last is None or (rules.last_day and last > rules.last_day):
            if rules.last_day is None:
                return
            day = rules.last_day + _ONE_DAY
            continue
        if last >= before:
            return
        yield last, account
        day = last + _ONE_DAY


def _balances(entries: Sequence[Entry], last: date) -> tuple[Number, Number]:
    """The balance on a period's last day without its floor and ceiling, and with them."""
    closed = sum((entry.points for entry in entries if entry.day <= last), 0)
    bounded = sum(
        (
            entry.points
            for entry in entries
            if entry.day == last and entry.kind in {EntryKind.FLOOR, EntryKind.CEILING}
        ),
        0,
    )
    return simplified(closed - bounded), simplified(closed)


def _closed(account: Account, balance: Number) -> Number:
    floor, ceiling = account.closing_floor, account.closing_ceiling
    if floor is not None and balance < floor.below:
        return floor.to
    if ceiling is not None and balance > ceiling.above:
        return ceiling.to
    return balance


def _kept_open(entries: Sequence[Entry], begins: date) -> Number:
    """Deductions that the period beginning then took over, since their flag was open."""
    kept = (
        entry.points
        for entry in entries
        if entry.day == begins and isinstance(entry.ground, OpenDeductions)
    )
    return simplified(sum(kept, 0))


def _carried(account: Account, balance: Number, kept_open: Number) -> Number:
    """What the next period begins with."""
    match account.period_end:
        case PeriodEnd.RESET:
            return kept_open
        case PeriodEnd.RESET_POSITIVE:
            return balance if balance < 0 else kept_open
        case PeriodEnd.CARRY if account.carry is not None:
            return account.carry.of(balance)
        case _:
            return balance
