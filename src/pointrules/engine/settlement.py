"""Periods of accounts: what the last day of one and the first day of the next bring.

On the last day, after its records, a closing floor. On the next day, before its records, first all
resets, then what is carried, then bases: all accounts close before any opens (R17, R32).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from pointrules.engine.posting import Book
from pointrules.engine.rules import EditionRules
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.measures import account_period
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.number import Number, simplified
from pointrules.model.period import Interval
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts

_ONE_DAY = timedelta(days=1)


class Phase(IntEnum):
    """The order of what happens on one day."""

    RESET = 0
    CARRY = 1
    BASE = 2
    RECORDS = 3
    FLOOR = 4


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a day brings an account: all its subjects, or for a base one of them.

    Events sort by day, phase, place of the account in its ruleset, and subject.
    """

    day: date
    phase: Phase
    place: int
    subject: Subject | None
    account: Account
    edition: str

    @property
    def order(self) -> tuple[date, Phase, int, str]:
        """What events are sorted by."""
        subject_id = "" if self.subject is None else self.subject.id
        return (self.day, self.phase, self.place, subject_id)


class Settlements:
    """Lets the events of a run happen, in their order."""

    def __init__(
        self, editions: Sequence[EditionRules], facts: Facts, as_of: date, book: Book
    ) -> None:
        self._facts = facts
        self._book = book
        events = [*_period_ends(editions, as_of), *_bases(editions, facts, as_of)]
        self._events = sorted(events, key=lambda event: event.order)
        self._next = 0
        self._carried: dict[tuple[str, Subject], Number] = {}

    def settle_before_records_of(self, day: date) -> None:
        """Let all happen that comes before the records of `day`."""
        while self._next < len(self._events):
            event = self._events[self._next]
            if event.day > day or (event.day == day and event.phase > Phase.RECORDS):
                return
            self._next += 1
            self._happen(event)

    def settle_all(self) -> None:
        """Let all that is left happen."""
        self.settle_before_records_of(date.max)

    def _happen(self, event: Event) -> None:
        account = event.account
        if event.subject is not None:
            self._enter(event, event.subject, EntryKind.BASE, account.base)
            return
        for subject in self._subjects(event):
            balance = self._book.balance(account.name, subject.id)
            match event.phase:
                case Phase.FLOOR:
                    floor = account.closing_floor
                    if floor is not None and balance < floor.below:
                        self._enter(event, subject, EntryKind.FLOOR, simplified(floor.to - balance))
                case Phase.RESET:
                    self._enter(event, subject, EntryKind.RESET, -balance)
                    keeps_debts = account.period_end is PeriodEnd.RESET_POSITIVE
                    if account.period_end is PeriodEnd.CARRY or (keeps_debts and balance < 0):
                        self._carried[account.name, subject] = balance
                case Phase.CARRY:
                    carried = self._carried.pop((account.name, subject), 0)
                    self._enter(event, subject, EntryKind.CARRY, carried)
                case _:
                    msg = f"{event.phase!r} is of one subject, or of records"
                    raise AssertionError(msg)

    def _subjects(self, event: Event) -> list[Subject]:
        """Those with entries in the account, and those listed on the period's last day (R36)."""
        account = event.account
        holders = self._book.holders(account)
        if event.phase is Phase.FLOOR:
            holders.update(
                subject
                for subject in self._facts.subjects()
                if subject.kind is account.subject_kind
                and self._facts.is_listed(subject, event.day)
            )
        return sorted(holders)

    def _enter(self, event: Event, subject: Subject, kind: EntryKind, points: Number) -> None:
        if points:
            name, edition = event.account.name, event.edition
            entry = Entry(subject, name, event.day, kind, points, edition, None, None, None, ())
            self._book.enter(entry)


def _period_ends(editions: Sequence[EditionRules], as_of: date) -> Iterator[Event]:
    """The edition of a period's last day settles it, also on the day after (R25)."""
    for rules in editions:
        for place, account in enumerate(rules.ruleset.accounts):
            for period in _periods(account, rules, as_of):
                last, edition = period.last, rules.ruleset.edition.version
                if last is None or not _in_force(rules, last) or last > as_of:
                    continue
                yield Event(last, Phase.FLOOR, place, None, account, edition)
                next_day = last + _ONE_DAY
                if next_day <= as_of:
                    yield Event(next_day, Phase.RESET, place, None, account, edition)
                    yield Event(next_day, Phase.CARRY, place, None, account, edition)


def _bases(editions: Sequence[EditionRules], facts: Facts, as_of: date) -> Iterator[Event]:
    """Once a period, on the first day of it that finds edition, account and register ready (R36).

    That is the latest of the period's first day, the first day listed, and the first day of the
    editions that have the account without a break.
    """
    listed = [(subject, facts.listed_spells(subject)) for subject in facts.subjects()]
    since: dict[str, date] = {}
    given: dict[tuple[str, Subject], date] = {}
    before: EditionRules | None = None
    for rules in editions:
        is_unbroken = before is not None and before.last_day == rules.first_day - _ONE_DAY
        names = {account.name for account in rules.ruleset.accounts}
        since = {
            name: since.get(name, rules.first_day) if is_unbroken else rules.first_day
            for name in names
        }
        before = rules
        for place, account in enumerate(rules.ruleset.accounts):
            for period in _periods(account, rules, as_of):
                earliest = max(period.first, since[account.name])
                for subject, spells in listed:
                    if subject.kind is not account.subject_kind:
                        continue
                    day = _first_listed(spells, earliest)
                    last_base = given.get((account.name, subject), date.min)
                    if (
                        day is None
                        or day > as_of
                        or not (period.covers(day) and _in_force(rules, day))
                        or last_base >= max(period.first, date.min + _ONE_DAY)
                    ):
                        continue
                    given[account.name, subject] = day
                    edition = rules.ruleset.edition.version
                    yield Event(day, Phase.BASE, place, subject, account, edition)


def _periods(account: Account, rules: EditionRules, as_of: date) -> Iterator[Interval]:
    """The account's periods that begin by `as_of` and touch the days its edition is in force."""
    last_day = as_of if rules.last_day is None else min(as_of, rules.last_day)
    if last_day < rules.first_day:
        return
    period = account_period(account, rules.first_day)
    yield period
    while period.last is not None and period.last < last_day:
        period = account_period(account, period.last + _ONE_DAY)
        yield period


def _in_force(rules: EditionRules, day: date) -> bool:
    return Interval(rules.first_day, rules.last_day).covers(day)


def _first_listed(spells: Sequence[Interval], earliest: date) -> date | None:
    for spell in spells:
        if spell.last is None or spell.last >= earliest:
            return max(spell.first, earliest)
    return None
