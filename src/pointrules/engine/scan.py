"""What scans have counted so far: their states, and where each state is kept.

A state belongs to a counter, a subject, a window and the values of the counter's key. A counter is
found by what it is and whose, never by object: so it runs on from one edition to the next (R25).
"""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Protocol, TypeAlias

from msgspec import Struct, field

from pointrules.model.lineage import Lineage
from pointrules.model.number import Number, simplified, size
from pointrules.model.period import Duration, MonthDay, Period, period_of
from pointrules.model.scan import (
    Counted,
    Direction,
    HighestSoFar,
    LastOne,
    LetThrough,
    Occurrences,
    Owner,
    Per,
    RunningSum,
    Scan,
    Transfer,
    WhileValid,
    Window,
)
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import AttributeValue

StateKey: TypeAlias = tuple[Hashable, ...]


class Act(Protocol):
    """What a counter asks of a record: by what it is told apart from others."""

    @property
    def id(self) -> str:
        """Unique in the log."""
        ...

    @property
    def person(self) -> str | None:
        """Who it was, where it says so."""
        ...

    @property
    def attributes(self) -> Mapping[str, AttributeValue]:
        """What is given."""
        ...


class Counter(Struct, frozen=True):
    """One scan, ready to count in one edition.

    `slot` stands for what the counter is and whose, and is the same in every edition. `firsts`
    remembers the first day of the period each day falls in; all counters of a window share it.
    `is_plain` if nothing but subject and period keeps its states apart.
    `counts_times` and `is_net` are of a limit's transfer: times, not points; losses beside gains.
    """

    slot: int
    owner: Owner
    window: Window
    names: tuple[str, ...]
    per: Per
    transfer: Transfer
    year_start: MonthDay
    rolls: bool
    is_plain: bool
    counts_times: bool
    is_net: bool
    firsts: dict[date, date]

    def state_key(self, kind: SubjectKind, subject_id: str, day: date, act: Act) -> StateKey:
        """Where the state is kept that rules `act` on `day`."""
        first = None if self.rolls else self.firsts.get(day) or self._first(day)
        if self.is_plain:
            return (self.slot, kind, subject_id, first)
        person = act.person if self.per is Per.PERSON else None
        itself = act.id if self.window is Period.RECORD else None
        given = act.attributes
        values = [given.get(name) for name in self.names]
        return (self.slot, kind, subject_id, first, person, itself, *values)

    def _first(self, day: date) -> date | None:
        if not isinstance(self.window, Period) or self.window is Period.RECORD:
            return None
        first = period_of(self.window, day, self.year_start).first
        self.firsts[day] = first
        return first


class Counters:
    """Gives every scan its counter, and knows all counters of an owner in any edition."""

    def __init__(self) -> None:
        self._slots: dict[StateKey, int] = {}
        self._scans: dict[Lineage, dict[int, tuple[Scan, MonthDay]]] = {}
        self._firsts: dict[tuple[Window, MonthDay], dict[date, date]] = {}
        self._lineage: Mapping[Owner, Lineage] = {}

    def of_edition(self, lineage: Mapping[Owner, Lineage]) -> "Counters":
        """The same counters, as they are asked for in one edition; owners are of that edition."""
        same = Counters()
        same._slots, same._scans, same._firsts = self._slots, self._scans, self._firsts
        same._lineage = lineage
        return same

    def line(self, owner: Owner) -> Lineage:
        """Whose counters those of `owner`, of this edition, go on with."""
        return self._lineage.get(owner, (owner, 0))

    def register(self, scan: Scan, year_start: MonthDay) -> None:
        """Let `scan` have a slot; scans that count the same thing for the same owner share it."""
        line = self.line(scan.owner)
        slot = self._slots.setdefault(_identity(scan, line, year_start), len(self._slots))
        self._scans.setdefault(line, {}).setdefault(slot, (scan, year_start))

    def slot(self, scan: Scan, year_start: MonthDay) -> int:
        """The slot of a scan that was registered."""
        return self._slots[_identity(scan, self.line(scan.owner), year_start)]

    def counter(self, scan: Scan, year_start: MonthDay) -> Counter:
        """The counter of a scan that was registered."""
        return self._counter(scan, year_start, self.slot(scan, year_start))

    def _counter(self, scan: Scan, year_start: MonthDay, slot: int) -> Counter:
        names = tuple(attribute.name for attribute in scan.key)
        firsts = self._firsts.setdefault((scan.window, year_start), {})
        limit = scan.transfer if isinstance(scan.transfer, LetThrough) else None
        return Counter(
            slot=slot,
            owner=scan.owner,
            window=scan.window,
            names=names,
            per=scan.per,
            transfer=scan.transfer,
            year_start=year_start,
            rolls=not isinstance(scan.window, Period),
            is_plain=not names and scan.per is Per.SUBJECT and scan.window is not Period.RECORD,
            counts_times=limit is not None and limit.counted is Counted.TIMES,
            is_net=limit is not None and limit.direction is Direction.NET,
            firsts=firsts,
        )

    def of_owners(self, owners: Iterable[Owner]) -> tuple[Counter, ...]:
        """All counters of `owners`, whichever edition they stand in.

        What one edition counts for itself, another may count too: a limit that a new edition sets
        for the year has seen what the old one let through this year, as the new one begins it.
        A limit on single records counts nothing.
        """
        return tuple(
            self._counter(scan, year_start, slot)
            for line in dict.fromkeys(map(self.line, owners))
            for slot, (scan, year_start) in self._scans.get(line, {}).items()
            if scan.window is not Period.RECORD or not isinstance(scan.transfer, LetThrough)
        )


class Standing(Struct, frozen=True):
    """A value that a matter reached, what set it, and whether it took up a time."""

    value: Number
    record_id: str
    clause: str
    day: date
    took_a_time: bool


class Stood(Struct, frozen=True):
    """What a record was let through by account, and what it used of which counters.

    Both fill as the record passes; a later one may take it all back.
    """

    record_id: str
    let_through: dict[str, Number] = field(default_factory=dict)
    used: list[tuple[StateKey, Number]] = field(default_factory=list)


class ScanStates:
    """The states of all scans in one run; a state that nobody has touched is 0 or nothing."""

    def __init__(self) -> None:
        self.stood: dict[StateKey, Stood] = {}
        self._sums: dict[StateKey, Number] = {}
        self._valid: dict[StateKey, dict[str, tuple[date, date | None]]] = {}
        self._dated: dict[StateKey, list[tuple[date, Number]]] = {}
        self._standings: dict[tuple[StateKey, bool], list[Standing]] = {}

    def total(self, key: StateKey) -> Number:
        """What a counter has added up."""
        return self._sums.get(key, 0)

    def add(self, key: StateKey, amount: Number) -> None:
        """Add `amount` to a counter."""
        self._sums[key] = simplified(self._sums.get(key, 0) + amount)

    def counted(self, counter: Counter, key: StateKey, day: date) -> Number:
        """What a counter has added up for a record that occurred on `day`.

        A window that rolls holds the acts within its duration of this one (R17a). Where another
        date than that of occurrence rules the order, an act that ruled earlier may have occurred
        later: it is counted too if both lie within the duration of each other. Where validity is
        the window, acts count that occurred no later and are still valid on `day`.
        """
        if isinstance(counter.window, WhileValid):
            return sum(
                first <= day and (last is None or day <= last)
                for first, last in self._valid.get(key, {}).values()
            )
        if not isinstance(counter.window, Duration):
            return self._sums.get(key, 0)
        dated = self._dated.get(key)
        if dated is None:
            return 0
        first = counter.window.first_day_before(day)
        last = counter.window.last_day_from(day)
        return simplified(sum((amount for on, amount in dated if first <= on <= last), 0))

    def count(self, counter: Counter, key: StateKey, day: date, amount: Number) -> None:
        """Add `amount`, which occurred on `day`, to a counter.

        What counts while it is valid is added when its entries are made (`stay_valid`).
        """
        if isinstance(counter.window, WhileValid):
            return
        if isinstance(counter.window, Duration):
            self._dated.setdefault(key, []).append((day, amount))
        else:
            self.add(key, amount)

    def stay_valid(self, key: StateKey, record_id: str, first: date, last: date | None) -> None:
        """Let a record count from `first` to `last`; of several entries the longest says."""
        records = self._valid.setdefault(key, {})
        if record_id in records:
            before = records[record_id][1]
            last = None if before is None or last is None else max(before, last)
        records[record_id] = (first, last)

    def standing(
        self, counter: Counter, key: StateKey, day: date, *, gain: bool
    ) -> Standing | None:
        """What stands in a matter for a record on `day`; gains and deductions stand apart (R14)."""
        standings = self._standings.get((key, gain))
        if standings is None:
            return None
        if isinstance(counter.window, Duration):
            first = counter.window.first_day_before(day)
            last = counter.window.last_day_from(day)
            standings = [standing for standing in standings if first <= standing.day <= last]
        return max(standings, key=lambda standing: size(standing.value), default=None)

    def stand(self, counter: Counter, key: StateKey, standing: Standing, *, gain: bool) -> None:
        """Let `standing` stand; those that a rolling window may come back to are kept beside it."""
        if isinstance(counter.window, Duration):
            self._standings.setdefault((key, gain), []).append(standing)
        else:
            self._standings[key, gain] = [standing]


def _identity(scan: Scan, line: Lineage, year_start: MonthDay) -> StateKey:
    """What makes two scans the same counter: all but the amounts, which editions may change."""
    begins = year_start if scan.window is Period.YEAR else None
    match scan.transfer:
        case LetThrough(counted, direction, _):
            transfer: StateKey = ("let-through", counted, direction)
        case RunningSum(attribute, _):
            transfer = ("running-sum", None if attribute is None else attribute.name)
        case HighestSoFar():
            transfer = ("highest-so-far",)
        case LastOne():
            transfer = ("last-one",)
        case Occurrences():
            transfer = ("occurrences",)
    names = tuple(attribute.name for attribute in scan.key)
    return (line, scan.window, begins, scan.per, names, *transfer)
