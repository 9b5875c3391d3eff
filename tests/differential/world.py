"""What the second evaluator knows while it goes on: what passed, what was entered, what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from differential.calendars import FOR_EVER, ONE_DAY, account_days, days_of, whole
from pointrules.model.account import Account
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.flag import FlagEffect, FlagEnd, HoldsGains, LowersPoints
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.log import Log
from pointrules.records.record import Record

Who: TypeAlias = tuple[SubjectKind, str]
Step: TypeAlias = tuple[object, ...]
Line: TypeAlias = tuple[date, str, str, str, str, Number, str | None, str | None, tuple[Step, ...]]
"""Day, kind of subject, subject, account, kind of entry, points, clause, record, adjustments."""
Scored: TypeAlias = ScoringClause | SettlementClause
Root: TypeAlias = tuple[Owner, int]


class NotKnownError(Exception):
    """A condition that nobody can decide."""


class RefusedError(Exception):
    """A record that is not scored."""


@dataclass(eq=False)
class Act:
    """A record, or the occasion of a settlement, on its way through the stages."""

    id: str
    clause: Scored
    ruleset: Ruleset
    record: Record | None
    rules_on: date
    occurred_on: date
    person: str | None
    attributes: Mapping[str, AttributeValue]


@dataclass(eq=False)
class Passed:
    """A candidate that went through: what it was worth, and what it got."""

    act: Act
    roots: frozenset[Root]
    who: Who
    worth: Number
    given: Number
    takes_a_time: bool
    is_raise: bool
    posted: dict[str, Number] = field(default_factory=dict)
    stands: dict[str, Number] = field(default_factory=dict)
    valid: list[date | None] = field(default_factory=list)
    may_be_replaced: bool = False
    is_replaced: bool = False


@dataclass(eq=False)
class Met:
    """A clause whose condition a counted record met."""

    roots: frozenset[Root]
    record: Record
    who: Who


@dataclass(eq=False)
class Entered:
    """A line of the book."""

    day: date
    who: Who
    account: str
    kind: str
    points: Number
    act: Act | None
    steps: tuple[Step, ...]
    rival: str | None = None

    def line(self) -> Line:
        act = self.act
        return (
            self.day,
            self.who[0].value,
            self.who[1],
            self.account,
            self.kind,
            self.points,
            None if act is None else act.clause.number,
            None if act is None or act.record is None else act.record.id,
            self.steps,
        )


@dataclass(eq=False)
class Opened:
    """A flag from day to day; `last` is None while only a record can close it."""

    who: Who
    flag: str
    first: date
    last: date | None
    clause: str
    record_id: str | None
    reached: date
    effects: tuple[FlagEffect, ...]
    end: FlagEnd
    closed_by: str | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def holds(self, account: str) -> bool:
        return any(
            isinstance(effect, HoldsGains) and account in (effect.accounts or (account,))
            for effect in self.effects
        )

    def lowers(self, account: str) -> bool:
        return any(
            isinstance(effect, LowersPoints) and account in (effect.accounts or (account,))
            for effect in self.effects
        )


class World:
    """The state of one run, and the plain questions that all parts ask."""

    def __init__(self, editions: Sequence[Ruleset], facts: Facts, log: Log, as_of: date) -> None:
        self.editions = editions
        self.facts = facts
        self.log = log
        self.records = sorted(log.records, key=lambda record: (record.rules_on, record.id))
        self.as_of = as_of
        self.refused: set[str] = set()
        self.start_afresh()

    def start_afresh(self) -> None:
        self.passed: list[Passed] = []
        self.met: list[Met] = []
        self.book: list[Entered] = []
        self.bases: set[tuple[str, Who, date]] = set()
        self.opened: list[Opened] = []
        self.judged: dict[str, list[ScoringClause] | None] = {}
        self.scored: dict[str, str] = {}
        self.outside: set[str] = set()

    # ---- editions

    def edition_on(self, day: date) -> Ruleset | None:
        begun = [item for item in self.editions if item.edition.first_day <= day]
        if not begun or (begun[-1].edition.last_day or date.max) < day:
            return None
        return begun[-1]

    def has_account(self, name: str, day: date) -> bool:
        ruleset = self.edition_on(day)
        return ruleset is not None and any(item.name == name for item in ruleset.accounts)

    def root(self, ruleset: Ruleset, owner: Owner) -> Root:
        """Who had the counters first (R25): told edition by edition, backwards."""
        at = list(self.editions).index(ruleset)
        said = [item for item in ruleset.successions if item.owner == owner]
        if said and said[0].predecessor is None:
            return (owner, at)
        if said and said[0].predecessor is not None:
            owner = Owner(owner.kind, said[0].predecessor)
        for earlier in reversed(self.editions[:at]):
            names = [Owner(OwnerKind.CLAUSE, item.number) for item in earlier.clauses]
            names += [Owner(OwnerKind.CATEGORY, item.name) for item in earlier.categories]
            if owner in names:
                return self.root(earlier, owner)
        return (owner, 0)

    def roots(self, clause: Scored, ruleset: Ruleset) -> frozenset[Root]:
        found = {self.root(ruleset, Owner(OwnerKind.CLAUSE, clause.number))}
        if clause.category is not None:
            found.add(self.root(ruleset, Owner(OwnerKind.CATEGORY, clause.category)))
        for group in ruleset.groups:
            if clause.number in group.clauses:
                found.add((Owner(OwnerKind.GROUP, group.name), 0))
        return frozenset(found)

    def is_of(self, owner: Owner, ruleset: Ruleset, roots: frozenset[Root]) -> bool:
        if owner.kind is OwnerKind.GROUP:
            return (owner, 0) in roots
        return self.root(ruleset, owner) in roots

    # ---- the book

    def balance(self, account: str, who: Who) -> Number:
        entries = (item.points for item in self.book if (item.account, item.who) == (account, who))
        return whole(sum(entries, 0))

    def holders(self, account: Account) -> set[Who]:
        return {item.who for item in self.book if item.account == account.name}

    def enter(self, day: date, who: Who, account: str, kind: str, points: Number) -> None:
        if points:
            self.book.append(Entered(day, who, account, kind, whole(points), None, ()))

    def measure(
        self, account: Account, who: Who, what: Measure, day: date, ruleset: Ruleset
    ) -> Number:
        """R30, kind by kind."""
        kinds = {"award", "settlement", "expiry", "floor", "ceiling", "veto", "base", "carry"}
        since = FOR_EVER.first
        match what:
            case Measure.BALANCE:
                kinds |= {"reset", "spending"}
            case Measure.PERIOD:
                since = account_days(account, day).first
            case Measure.LIFETIME:
                kinds -= {"base", "carry"}
            case Measure.LOSSES | Measure.YEAR_LOSSES | Measure.GAINS:
                kinds = {"award", "settlement"}
            case _:
                raise NotImplementedError(what)
        if what is Measure.YEAR_LOSSES:
            since = days_of(Period.YEAR, day, ruleset).first
        found = [
            item.points
            for item in self.book
            if (item.account, item.who) == (account.name, who)
            and item.kind in kinds
            and since <= item.day <= day
        ]
        if what in {Measure.LOSSES, Measure.YEAR_LOSSES}:
            found = [-points for points in found if points < 0]
        if what is Measure.GAINS:
            found = [points for points in found if points > 0]
        return whole(sum(found, 0))

    # ---- the register

    def everyone(self, kind: SubjectKind) -> list[Who]:
        return [(kind, name) for name in sorted(self.facts.of_kind(kind))]

    def is_listed(self, who: Who, day: date) -> bool:
        spells = self.facts.of_kind(who[0])[who[1]].spells
        return any(s.first <= day and (s.last is None or day <= s.last) for s in spells)


def yesterday(day: date) -> date:
    return day - ONE_DAY


def of_kind(kind: SubjectKind, record: Record) -> str | None:
    return record.person if kind is SubjectKind.PERSON else record.household
