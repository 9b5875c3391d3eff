"""Periods of accounts: what the last day of one and the first day of the next bring.

On the last day, after its records, a closing floor. On the next day, before its records, first all
resets, then what is carried, then bases: all accounts close before any opens (R17, R32).
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct, field

from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.book import Book
from pointrules.engine.flags import OpenFlags
from pointrules.engine.population import first_day_in, is_for
from pointrules.engine.rules import EditionRules
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.ground import CarriedOf, FirstListed, Ground, MonthsLeft, OpenDeductions
from pointrules.ledger.measures import account_period
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.account_period import NewcomerBase, ProRata
from pointrules.model.number import Number, simplified
from pointrules.model.period import Interval
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts

_ONE_DAY = timedelta(days=1)


class _Turn(Struct, frozen=True):
    """A day on which an account's period ends or has ended, under the edition that settles it.

    `carried` takes what a reset leaves for the account's carry of the same day.
    """

    account: Account
    edition: str
    day: date
    facts: Facts
    book: Book
    flags: OpenFlags
    carried: dict[Subject, Number] = field(default_factory=dict)
    still_open: dict[Subject, OpenDeductions] = field(default_factory=dict)

    def close(self) -> None:
        """Raise and lower to floor and ceiling: of all listed, and all with entries (R36)."""
        account = self.account
        floor, ceiling = account.closing_floor, account.closing_ceiling
        if floor is None and ceiling is None:
            return
        subjects = self.book.holders(account)
        subjects.update(
            subject
            for subject in self.facts.subjects()
            if subject.kind is account.subject_kind
            and self.facts.is_listed(subject, self.day)
            and is_for(account, subject, self.day, self.facts)
        )
        for subject in sorted(subjects):
            balance = self.book.balance(account.name, subject.id)
            if floor is not None and balance < floor.below:
                self.enter(subject, EntryKind.FLOOR, simplified(floor.to - balance))
            elif ceiling is not None and balance > ceiling.above:
                self.enter(subject, EntryKind.CEILING, simplified(ceiling.to - balance))

    def reset(self) -> None:
        """Take back all that there is."""
        account = self.account
        for subject in sorted(self.book.holders(account)):
            balance = self.book.balance(account.name, subject.id)
            self.enter(subject, EntryKind.RESET, -balance)
            keeps_debts = account.period_end is PeriodEnd.RESET_POSITIVE
            if account.period_end is PeriodEnd.CARRY or (keeps_debts and balance < 0):
                self.carried[subject] = balance
        if account.open_flag is not None:
            self._keep_open_deductions(account.open_flag)

    def _keep_open_deductions(self, flag: str) -> None:
        """What records took whose flag is open stays taken, where not all debts are carried."""
        found: dict[Subject, list[tuple[str, Number]]] = {}
        openers: dict[Subject, frozenset[str]] = {}
        for entry in self.book.entries:
            record, subject = entry.record, entry.subject
            if record is None or entry.points >= 0 or entry.account != self.account.name:
                continue
            if subject not in openers:
                openers[subject] = self.flags.openers(flag, subject, self.day)
            if record.id in openers[subject] and subject not in self.carried:
                found.setdefault(subject, []).append((record.id, entry.points))
        for subject, deductions in found.items():
            self.still_open[subject] = OpenDeductions(flag, tuple(deductions))

    def carry(self) -> None:
        """Bring back what is carried: all, or the part that the account says."""
        rule = self.account.carry
        for subject, balance in self.carried.items():
            if rule is None:
                self.enter(subject, EntryKind.CARRY, balance)
            else:
                carried = rule.of(balance)
                ground = None if carried == balance else CarriedOf(balance)
                self.enter(subject, EntryKind.CARRY, carried, ground)
        for subject, kept in sorted(self.still_open.items(), key=lambda item: item[0]):
            points = simplified(sum((points for _, points in kept.deductions), 0))
            self.enter(subject, EntryKind.CARRY, points, kept)

    def enter(
        self, subject: Subject, kind: EntryKind, points: Number, ground: Ground | None = None
    ) -> None:
        """Enter `points`, if any."""
        if points:
            name, edition = self.account.name, self.edition
            self.book.enter(
                Entry(subject, name, self.day, kind, points, edition, None, None, None, (), ground)
            )


def add_account_periods(  # noqa: PLR0913, PLR0917
    agenda: Agenda,
    editions: Sequence[EditionRules],
    facts: Facts,
    as_of: date,
    book: Book,
    flags: OpenFlags,
) -> None:
    """Put on the agenda what the periods of all accounts bring up to `as_of`."""
    for rules in editions:
        for place, account in enumerate(rules.ruleset.accounts):
            for period in _periods(account, rules, as_of):
                # The edition of a period's last day settles it, also on the day after (R25).
                last, edition = period.last, rules.ruleset.edition.version
                if last is None or last > as_of or not _in_force(rules, last):
                    continue
                end = _Turn(account, edition, last, facts, book, flags)
                agenda.add(last, Phase.FLOOR, place, "", end.close)
                if last < as_of:
                    beginning = _Turn(account, edition, last + _ONE_DAY, facts, book, flags)
                    agenda.add(beginning.day, Phase.RESET, place, "", beginning.reset)
                    agenda.add(beginning.day, Phase.CARRY, place, "", beginning.carry)
    for base in _bases(editions, facts, as_of):
        turn = _Turn(base.account, base.edition, base.day, facts, book, flags)
        happens = partial(turn.enter, base.subject, EntryKind.BASE, base.points, base.ground)
        agenda.add(base.day, Phase.BASE, base.place, base.subject.id, happens)


class _Base(Struct, frozen=True):
    """A base that is due."""

    day: date
    place: int
    subject: Subject
    account: Account
    edition: str
    points: Number
    ground: Ground | None


def _bases(editions: Sequence[EditionRules], facts: Facts, as_of: date) -> Iterator[_Base]:
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
                    if account.population is None:
                        day = _first_listed(spells, earliest)
                    else:
                        within = Interval(earliest, period.last)
                        day = first_day_in(account, subject, within, facts)
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
                    points, ground = _base(account, period, spells, day)
                    yield _Base(day, place, subject, account, edition, points, ground)


def _base(
    account: Account, period: Interval, spells: Sequence[Interval], day: date
) -> tuple[Number, Ground | None]:
    """The base that enters on `day`, less for who was listed only after the period had begun.

    How long somebody was listed goes by the register alone, not by the day the edition came in.
    """
    match account.newcomers:
        case NewcomerBase(points) if spells[0].first > period.first:
            return points, FirstListed(spells[0].first)
        case ProRata() as pro_rata:
            since = max(spell.first for spell in spells if spell.first <= day)
            of_months = account.period_months
            months = pro_rata.months_left(period.first, of_months, since)
            if months != of_months:
                points = pro_rata.of(account.base, months, of_months)
                return points, MonthsLeft(since, months, of_months)
        case _:
            pass
    return account.base, None


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
