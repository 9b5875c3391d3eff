"""A second evaluator, slow and plain: every counter is added up anew from what went before.

It shares the model with the engine and no code: nothing here remembers a sum.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from pointrules.ledger.ledger import Ledger
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.clause import BestOf, ScoringClause, StackingKind
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesDate,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    IsOneOf,
    IsTrue,
    NoRecordOf,
    Not,
    Operand,
    Or,
    RecordAttribute,
)
from pointrules.model.flag import UntilPeriodEnd
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number, RoundingMode, size
from pointrules.model.period import Duration, DurationUnit, Interval, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import (
    Counted,
    Direction,
    LetThrough,
    Owner,
    OwnerKind,
    RunningSum,
    Scan,
    WhileValid,
    Window,
)
from pointrules.model.schedule import Banded, Bracket, Linear, Schedule
from pointrules.model.subject import SubjectKind
from pointrules.model.value import (
    ByAccount,
    ByRole,
    ByRunningSum,
    Constant,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
)
from pointrules.model.vocabulary import Attribute, AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.log import Log
from pointrules.records.record import Record

Who: TypeAlias = tuple[SubjectKind, str]
Line: TypeAlias = tuple[
    date, str, str, str, str, Number, str | None, str | None, tuple[tuple[object, ...], ...]
]
"""Day, kind of subject, subject, account, kind of entry, points, clause, record, adjustments."""

_ONE_DAY = timedelta(days=1)
_LENGTHS = list(Period)
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6}


class NotKnownError(Exception):
    """A condition that nobody can decide."""


class RefusedError(Exception):
    """A record that is not scored."""


@dataclass
class Passed:
    """A candidate that went through: what it was worth, and what it got."""

    clause: ScoringClause
    record: Record
    who: Who
    worth: Number
    given: Number
    takes_a_time: bool
    is_raise: bool
    posted: dict[str, Number] = field(default_factory=dict)


@dataclass
class Met:
    """A clause whose condition a counted record met."""

    clause: ScoringClause
    record: Record
    who: Who


@dataclass
class Opened:
    """A flag from day to day."""

    who: Who
    flag: str
    first: date
    last: date


class Plain:
    """One run over one log."""

    def __init__(self, editions: Sequence[Ruleset], facts: Facts, log: Log, as_of: date) -> None:
        self.editions = editions
        self.facts = facts
        self.records = sorted(log.records, key=lambda record: (record.rules_on, record.id))
        self.as_of = as_of
        self.refused: set[str] = set()
        self.start_afresh()

    def start_afresh(self) -> None:
        self.passed: list[Passed] = []
        self.met: list[Met] = []
        self.lines: list[Line] = []
        self.bases: set[tuple[str, Who, date]] = set()
        self.opened: list[Opened] = []
        self.judged: dict[str, list[ScoringClause] | None] = {}
        self.scored: dict[str, str] = {}

    def run(self) -> None:
        """Everything, again without those that had opened a flag and turn out unfit."""
        while True:
            self.start_afresh()
            self.open_flags()
            self.live()
            unfit = {
                record_id
                for record_id, clauses in self.judged.items()
                if clauses is not None and self.scored[record_id] == "refused"
            }
            if not unfit:
                return
            self.refused |= unfit

    def live(self) -> None:
        days = [record.occurred_on for record in self.records]
        day = min([*(ruleset.edition.first_day for ruleset in self.editions), *days])
        waiting = list(self.records)
        while day <= self.as_of:
            self.close_periods(day - _ONE_DAY)
            self.give_bases(day)
            while waiting and waiting[0].rules_on <= day:
                self.score(waiting.pop(0))
            self.raise_to_floors(day)
            day += _ONE_DAY
        for record in waiting:
            self.score(record)
        self.lines = [line for line in self.lines if line[0] <= self.as_of]

    # ---- editions and calendars

    def edition_on(self, day: date) -> Ruleset | None:
        begun = [item for item in self.editions if item.edition.first_day <= day]
        if not begun or (begun[-1].edition.last_day or date.max) < day:
            return None
        return begun[-1]

    # ---- periods of accounts

    def balance(self, account: str, who: Who) -> Number:
        return sum(
            (line[5] for line in self.lines if line[3] == account and line[1:3] == named(who)), 0
        )

    def holders(self, account: Account) -> set[Who]:
        return {(account.subject_kind, line[2]) for line in self.lines if line[3] == account.name}

    def enter(self, day: date, who: Who, account: str, kind: str, points: Number) -> None:
        if points:
            self.lines.append((day, *named(who), account, kind, whole(points), None, None, ()))

    def close_periods(self, last: date) -> None:
        """What the day after the last day of a period brings."""
        ruleset = self.edition_on(last)
        if ruleset is None:
            return
        ending = [item for item in ruleset.accounts if account_days(item, last).last == last]
        carried: list[tuple[Account, Who, Number]] = []
        for account in ending:
            for who in sorted(self.holders(account)):
                balance = self.balance(account.name, who)
                self.enter(last + _ONE_DAY, who, account.name, "reset", -balance)
                keeps = account.period_end is PeriodEnd.CARRY
                if keeps or (account.period_end is PeriodEnd.RESET_POSITIVE and balance < 0):
                    carried.append((account, who, balance))
        for account, who, balance in carried:
            self.enter(last + _ONE_DAY, who, account.name, "carry", balance)

    def raise_to_floors(self, day: date) -> None:
        ruleset = self.edition_on(day)
        for account in () if ruleset is None else ruleset.accounts:
            floor = account.closing_floor
            if floor is None or account_days(account, day).last != day:
                continue
            listed = {who for who in self.everyone(account) if self.is_listed(who, day)}
            for who in sorted(self.holders(account) | listed):
                balance = self.balance(account.name, who)
                if balance < floor.below:
                    self.enter(day, who, account.name, "floor", floor.to - balance)

    def give_bases(self, day: date) -> None:
        """On the first day of those since all is ready that finds the subject listed."""
        ruleset = self.edition_on(day)
        yesterday = day - _ONE_DAY
        for account in () if ruleset is None else ruleset.accounts:
            days = account_days(account, day)
            was_ready = days.first < day and self.has_account(account.name, yesterday)
            for who in sorted(self.everyone(account)):
                if not self.is_listed(who, day) or (was_ready and self.is_listed(who, yesterday)):
                    continue
                earlier = yesterday
                while earlier >= days.first and self.has_account(account.name, earlier):
                    if self.is_listed(who, earlier):
                        break
                    earlier -= _ONE_DAY
                else:
                    if not any(
                        name == account.name and whose == who and on >= days.first
                        for name, whose, on in self.bases
                    ):
                        self.bases.add((account.name, who, day))
                        self.enter(day, who, account.name, "base", account.base)

    def has_account(self, name: str, day: date) -> bool:
        ruleset = self.edition_on(day)
        return ruleset is not None and any(item.name == name for item in ruleset.accounts)

    def everyone(self, account: Account) -> set[Who]:
        kind = account.subject_kind
        return {(kind, name) for name in self.facts.of_kind(kind)}

    def is_listed(self, who: Who, day: date) -> bool:
        spells = self.facts.of_kind(who[0])[who[1]].spells
        return any(s.first <= day and (s.last is None or day <= s.last) for s in spells)

    # ---- judging

    def open_flags(self) -> None:
        for record in sorted(self.records, key=lambda item: (item.occurred_on, item.id)):
            ruleset = self.edition_on(record.occurred_on)
            if ruleset is None or not any(
                clause.flags and record.behaviour in clause.behaviours
                for clause in ruleset.scoring_clauses
            ):
                continue
            try:
                clauses = self.judge(record, ruleset)
            except RefusedError:
                self.judged[record.id] = None
                continue
            self.judged[record.id] = clauses
            for clause in clauses:
                for opens in clause.flags:
                    name = of_kind(opens.subject_kind, record)
                    first = record.occurred_on
                    if isinstance(opens.end, UntilPeriodEnd):
                        last = days_of(opens.end.period, first, ruleset).last or date.max
                    elif isinstance(opens.end, Duration):
                        last = moved(first, opens.end, 1)
                    else:
                        assert isinstance(opens.end, date), "no flag here waits for a record"
                        last = opens.end
                    if name is not None and first <= last:
                        self.opened.append(
                            Opened((opens.subject_kind, name), opens.flag, first, last)
                        )

    def judge(self, record: Record, ruleset: Ruleset) -> list[ScoringClause]:
        if record.id in self.refused:
            raise RefusedError("too fine")
        matching: list[ScoringClause] = []
        for clause in ruleset.scoring_clauses:
            if record.behaviour in clause.behaviours:
                try:
                    if self.holds(clause.condition, record, clause, ruleset):
                        matching.append(clause)
                except NotKnownError:
                    raise RefusedError("unknown") from None
        for clause in matching:
            kinds = {ruleset.account(name).subject_kind for name in clause.accounts}
            kinds |= {opens.subject_kind for opens in clause.flags}
            if any(of_kind(kind, record) is None for kind in kinds):
                raise RefusedError("subject")
        asked = [clause for clause in matching if isinstance(clause.value, Discretion)]
        for clause in asked:
            value = clause.value
            assert isinstance(value, Discretion)
            if not precedes(matching, clause):
                if record.decided is None or record.decided_by is None:
                    raise RefusedError("pending")
                if record.decided_by != value.decider or not (
                    value.lowest <= record.decided <= value.highest
                ):
                    raise RefusedError("decision")
        if record.decided is not None and not asked:
            raise RefusedError("decision unasked")
        return matching

    def holds(  # noqa: C901
        self, condition: Condition, record: Record, clause: ScoringClause, ruleset: Ruleset
    ) -> bool:
        """Kleene's tables, by exceptions: not known is raised unless the rest decides."""
        match condition:
            case BehaviourIs(behaviours):
                return record.behaviour in behaviours
            case Not(item):
                return not self.holds(item, record, clause, ruleset)
            case And(items) | Or(items):
                decides = isinstance(condition, Or)
                unknown = False
                for item in items:
                    try:
                        if self.holds(item, record, clause, ruleset) == decides:
                            return decides
                    except NotKnownError:
                        unknown = True
                if unknown:
                    raise NotKnownError
                return not decides
            case FlagIsOpen(flag):
                return any(
                    item.flag == flag
                    and item.first <= record.occurred_on <= item.last
                    and of_kind(item.who[0], record) == item.who[1]
                    for item in self.opened
                )
            case NoRecordOf(behaviour, period):
                kind = first_kind(clause, ruleset)
                days = days_of(period, record.occurred_on, ruleset)
                return not any(
                    (other.rules_on, other.id) < (record.rules_on, record.id)
                    and other.behaviour == behaviour
                    and of_kind(kind, other) == of_kind(kind, record)
                    and of_kind(kind, record) is not None
                    and days.covers(other.occurred_on)
                    for other in self.records
                )
            case ComparesDate(operand, comparison, bound):
                found: object = record.occurred_on
                if operand is not None:
                    found = self.read(operand, record)
                assert isinstance(found, date)
                return ordered(found.toordinal(), comparison, bound.toordinal())
            case IsOneOf(operand, values):
                return self.read(operand, record) in values
            case IsTrue(operand):
                return self.read(operand, record) is True
            case EqualsNumber(operand, number):
                return self.read(operand, record) == number
            case ComparesNumber(operand, comparison, number):
                given = self.read(operand, record)
                assert isinstance(given, (int, Fraction))
                return ordered(given, comparison, number)
            case _:
                raise AssertionError(condition)

    def read(self, operand: Operand, record: Record) -> AttributeValue:
        name = operand.attribute.name
        if isinstance(operand, RecordAttribute):
            found = record.attributes.get(name)
        else:
            subject = of_kind(operand.kind, record)
            if subject is None:
                raise NotKnownError
            found = self.facts.value(operand.kind, subject, name, record.occurred_on)
        if found is None:
            raise NotKnownError
        return found

    # ---- scoring

    def score(self, record: Record) -> None:
        try:
            self.scored[record.id] = "refused"
            self.scored[record.id] = self.outcome(record)
        except RefusedError as refusal:
            if refusal.args == ("pending",):
                self.scored[record.id] = "pending"

    def outcome(self, record: Record) -> str:
        ruleset = self.edition_on(record.occurred_on)
        if ruleset is None:
            return "refused"
        if record.id in self.judged:
            judged = self.judged[record.id]
            matching = self.judge(record, ruleset) if judged is None else judged
        else:
            matching = self.judge(record, ruleset)
        if not matching:
            return "unmatched"
        asked: list[tuple[ScoringClause, Number, tuple[tuple[object, ...], ...]]] = []
        for clause in matching:
            if any(key.name not in record.attributes for key in keys_of(clause, ruleset)):
                raise RefusedError("key")
            if clause.value is None:
                continue
            worth = before = self.worth(clause, record, ruleset)
            steps: tuple[tuple[object, ...], ...] = ()
            if clause.escalation is not None:
                ordinal = 1 + len(self.earlier(clause.escalation.scan, record, clause, ruleset))
                reached = [s.factor for s in clause.escalation.steps if s.ordinal <= ordinal]
                worth *= reached[-1] if reached else 1
                if reached and reached[-1] != 1:
                    steps += (("escalation", ordinal, before, whole(worth)),)
            if precedes(matching, clause):
                steps += (("preceded", 0, whole(worth), 0),)
                worth = 0
            for name in clause.accounts:
                if (Fraction(worth) / ruleset.account(name).precision).denominator != 1:
                    raise RefusedError("too fine")
            asked.append((clause, worth, steps))
        # All that met the condition counts from here on.
        self.met += [
            Met(clause, record, self.first_who(clause, record, ruleset)) for clause in matching
        ]
        compared = sorted(
            (item for item in asked if bests(item[0], ruleset)), key=lambda item: -size(item[1])
        )
        for item in asked:
            clause, worth, steps = compared.pop(0) if bests(item[0], ruleset) else item
            kinds = {ruleset.account(name).subject_kind for name in clause.accounts}
            amount = worth
            for kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
                if kind in kinds:
                    who = (kind, of_kind(kind, record) or "")
                    amount, steps = self.let_through(
                        clause, record, ruleset, who, worth, amount, steps
                    )
        return "scored"

    def first_who(self, clause: ScoringClause, record: Record, ruleset: Ruleset) -> Who:
        kind = first_kind(clause, ruleset)
        return (kind, of_kind(kind, record) or "")

    def earlier(
        self, scan: Scan, record: Record, clause: ScoringClause, ruleset: Ruleset
    ) -> list[Record]:
        who = self.first_who(clause, record, ruleset)
        return [
            item.record
            for item in self.met
            if item.clause.number == clause.number
            and item.who == who
            and same_matter(scan, item.record, record)
            and within(scan.window, item.record.occurred_on, record.occurred_on, ruleset)
        ]

    def worth(self, clause: ScoringClause, record: Record, ruleset: Ruleset) -> Number:
        match clause.value:
            case Constant(points):
                return points
            case PerQuantity(attribute, schedule):
                return along(schedule, number(record, attribute.name))
            case Lookup(attributes, rows, otherwise):
                given = tuple(record.attributes.get(item.name) for item in attributes)
                if None in given:
                    raise RefusedError("attribute")
                found = [row.points for row in rows if row.values == given]
                cell = found[0] if found else otherwise
                assert cell is not None
                return cell
            case ByRunningSum(scan):
                transfer = scan.transfer
                assert isinstance(transfer, RunningSum)
                name = None if transfer.attribute is None else transfer.attribute.name
                added = 1 if name is None else number(record, name)
                before: Number = 0
                for other in self.earlier(scan, record, clause, ruleset):
                    if name is None or name in other.attributes:
                        before += 1 if name is None else number(other, name)
                schedule = transfer.schedule
                return along(schedule, before + added) - along(schedule, before)
            case ByRole() | ByAccount():
                raise NotImplementedError
            case Discretion():
                return 0 if record.decided is None else record.decided
            case Ladder() | None:
                raise AssertionError(clause)

    def let_through(  # noqa: PLR0913, PLR0917
        self,
        clause: ScoringClause,
        record: Record,
        ruleset: Ruleset,
        who: Who,
        worth: Number,
        amount: Number,
        steps: tuple[tuple[object, ...], ...],
    ) -> tuple[Number, tuple[tuple[object, ...], ...]]:
        """What a candidate is given for `who`, entered in all accounts of that kind."""
        is_raise = False
        for best in bests(clause, ruleset):
            # In a window that rolls, what lost is no rival once the one it lost to is gone.
            stood: list[Passed] = []
            for item in self.passed:
                if (
                    item.worth * amount > 0
                    and item.who == who
                    and is_of(best.scan.owner, item.clause, None)
                    and same_matter(best.scan, item.record, record)
                ):
                    then = in_window(stood, best.scan.window, item.record, ruleset)
                    if all(size(other.worth) < size(item.worth) for other in then):
                        stood.append(item)
            rivals = in_window(stood, best.scan.window, record, ruleset)
            if amount and rivals:
                top = max(rivals, key=lambda item: size(item.worth))
                kept = min(max(size(worth) - size(top.worth), 0), size(amount))
                is_raise = is_raise or top.takes_a_time
                if kept != size(amount):
                    after = whole(kept if amount > 0 else -kept)
                    steps += (("best-of", top.worth, whole(amount), after),)
                    amount = after
        category = () if clause.category is None else ruleset.category(clause.category).limits
        amount, steps = self.limited(
            (*clause.limits, *category), record, ruleset, who, amount, steps, is_raise=is_raise
        )
        took = is_raise or amount != 0
        passed = Passed(clause, record, who, worth, amount, took, is_raise)
        self.passed.append(passed)
        for name in clause.accounts:
            account = ruleset.account(name)
            if account.subject_kind is not who[0]:
                continue
            posted, here = self.limited(
                account.limits, record, ruleset, who, amount, steps, is_raise=is_raise
            )
            floor, balance = account.running_floor, self.balance(name, who)
            if floor is not None and posted < 0 and balance + posted < floor:
                after = whole(-max(balance - floor, 0))
                if after != posted:
                    here += (("floor", balance, posted, after),)
                posted = after
            passed.posted[name] = posted
            self.lines.append(
                (
                    record.rules_on,
                    *named(who),
                    name,
                    "award",
                    posted,
                    clause.number,
                    record.id,
                    here,
                )
            )
        return amount, steps

    def limited(  # noqa: PLR0913, PLR0917
        self,
        limits: Iterable[Limit],
        record: Record,
        ruleset: Ruleset,
        who: Who,
        amount: Number,
        steps: tuple[tuple[object, ...], ...],
        *,
        is_raise: bool,
    ) -> tuple[Number, tuple[tuple[object, ...], ...]]:
        """The least room of all limits; of those that reject, the first to be asked."""
        if not amount:
            return amount, steps
        tight: list[tuple[bool, Number, int, int, Number]] = []
        for place, limit in enumerate(limits):
            transfer, window = limit.scan.transfer, limit.scan.window
            assert isinstance(transfer, LetThrough)
            assert isinstance(window, Period)
            is_net = transfer.direction is Direction.NET
            if amount < 0 and is_net:
                continue
            if not is_net and (transfer.direction is Direction.GAIN) != (amount > 0):
                continue
            is_times = transfer.counted is Counted.TIMES
            if is_times and is_raise:
                continue
            if is_net:
                used = self.balance(limit.scan.owner.name, who)
            else:
                used = self.used(limit, record, ruleset, who, gains=amount > 0)
            room = transfer.maximum - used
            if room > 0 if is_times else size(amount) <= room:
                continue
            room = 0 if is_times else max(room, 0)
            accepts = limit.beyond is not Beyond.REFUSE
            tight.append((accepts, room, _LENGTHS.index(window), place, used))
        if not tight:
            return amount, steps
        accepts, room, _, _, used = min(tight)
        kept = room if accepts else 0
        after = whole(kept if amount > 0 else -kept)
        return after, (*steps, ("limit", used, whole(amount), after))

    def used(
        self, limit: Limit, record: Record, ruleset: Ruleset, who: Who, *, gains: bool
    ) -> Number:
        """What earlier candidates were given of the same limit, in the same period."""
        scan, transfer = limit.scan, limit.scan.transfer
        assert isinstance(transfer, LetThrough)
        if scan.window is Period.RECORD:
            return 0
        total: Number = 0
        for item in self.passed:
            owner = scan.owner
            account = owner.name if owner.kind is OwnerKind.ACCOUNT else None
            if item.who != who or not is_of(owner, item.clause, account):
                continue
            got = item.given if account is None else item.posted.get(account, 0)
            if got == 0 or (got > 0) != gains or not same_matter(scan, item.record, record):
                continue
            if not within(scan.window, item.record.rules_on, record.rules_on, ruleset):
                continue
            if transfer.counted is Counted.TIMES:
                total += 0 if item.is_raise else 1
            else:
                total += size(got)
        return whole(total)


# ---- small truths


def named(who: Who) -> tuple[str, str]:
    return (who[0].value, who[1])


def of_kind(kind: SubjectKind, record: Record) -> str | None:
    return record.person if kind is SubjectKind.PERSON else record.household


def first_kind(clause: ScoringClause, ruleset: Ruleset) -> SubjectKind:
    kinds = {ruleset.account(name).subject_kind for name in clause.accounts}
    if SubjectKind.PERSON in kinds:
        return SubjectKind.PERSON
    return SubjectKind.HOUSEHOLD if kinds or not clause.flags else clause.flags[0].subject_kind


def precedes(matching: Iterable[ScoringClause], clause: ScoringClause) -> bool:
    return any(
        stacking.kind is StackingKind.PRECEDES and clause.number in stacking.clauses
        for other in matching
        for stacking in other.stacking
    )


def bests(clause: ScoringClause, ruleset: Ruleset) -> list[BestOf]:
    category = None if clause.category is None else ruleset.category(clause.category).best_of
    return [item for item in (clause.best_of, category) if item is not None]


def keys_of(clause: ScoringClause, ruleset: Ruleset) -> Iterator[Attribute]:
    scans = [limit.scan for limit in clause.limits]
    scans += [item.scan for item in bests(clause, ruleset)]
    if clause.category is not None:
        scans += [limit.scan for limit in ruleset.category(clause.category).limits]
    if clause.escalation is not None:
        scans.append(clause.escalation.scan)
    if isinstance(clause.value, ByRunningSum):
        scans.append(clause.value.scan)
    for scan in scans:
        yield from scan.key


def is_of(owner: Owner, clause: ScoringClause, account: str | None) -> bool:
    match owner.kind:
        case OwnerKind.CLAUSE:
            return clause.number == owner.name
        case OwnerKind.CATEGORY:
            return clause.category == owner.name
        case OwnerKind.ACCOUNT:
            return account == owner.name
        case OwnerKind.GROUP | OwnerKind.BEHAVIOUR:
            raise NotImplementedError(owner)


def same_matter(scan: Scan, one: Record, other: Record) -> bool:
    return all(one.attributes.get(key.name) == other.attributes.get(key.name) for key in scan.key)


def within(window: Window, earlier: date, day: date, ruleset: Ruleset) -> bool:
    """Whether what happened at `earlier` is in the window of `day`."""
    if isinstance(window, Period):
        return days_of(window, day, ruleset).covers(earlier)
    if isinstance(window, WhileValid):
        raise NotImplementedError(window)
    first, last = min(earlier, day), max(earlier, day)
    return last <= moved(first, window, 1)


def in_window(
    items: Iterable[Passed], window: Window, record: Record, ruleset: Ruleset
) -> list[Passed]:
    day = record.occurred_on
    return [item for item in items if within(window, item.record.occurred_on, day, ruleset)]


def days_of(period: Period, day: date, ruleset: Ruleset) -> Interval:
    match period:
        case Period.EVER:
            return Interval(date.min, None)
        case Period.DAY:
            return Interval(day, day)
        case Period.WEEK:
            first = day
            while first.isoweekday() != 1:
                first -= _ONE_DAY
            return Interval(first, first + timedelta(days=6))
        case Period.YEAR:
            return year_days(day, ruleset.year_start.month, ruleset.year_start.day)
        case _:
            length = _MONTHS[period]
            first = day.replace(day=1)
            while (first.month - 1) % length:
                first = (first - _ONE_DAY).replace(day=1)
            last = first
            for _ in range(length):
                last = (last + timedelta(days=32)).replace(day=1)
            return Interval(first, last - _ONE_DAY)


def year_days(day: date, month: int, on: int) -> Interval:
    first = date(day.year, month, on)
    if first > day:
        first = date(day.year - 1, month, on)
    return Interval(first, date(first.year + 1, month, on) - _ONE_DAY)


def account_days(account: Account, day: date) -> Interval:
    start = account.period_start
    if start is None:
        return Interval(date.min, None)
    return year_days(day, start.month, start.day)


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


def number(record: Record, name: str) -> Number:
    found = record.attributes.get(name)
    if found is None:
        raise RefusedError("attribute")
    assert isinstance(found, (int, Fraction))
    return found


def whole(value: Number) -> Number:
    exact = Fraction(value)
    return int(exact) if exact == int(exact) else exact


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
    rounding = schedule.rounding
    if rounding is None:
        return whole(total)
    parts = size(total) / rounding.step
    cut = int(parts)
    if (rounding.mode is RoundingMode.UP and parts > cut) or (
        rounding.mode is RoundingMode.HALF_UP and 2 * (parts - cut) >= 1
    ):
        cut += 1
    rounded = cut * rounding.step
    return whole(-rounded if total < 0 else rounded)


def told(ledger: Ledger) -> list[Line]:
    """A ledger's entries as this evaluator writes its own."""
    return [
        (
            entry.day,
            entry.subject.kind.value,
            entry.subject.id,
            entry.account,
            entry.kind.value,
            entry.points,
            None if entry.clause is None else entry.clause.number,
            None if entry.record is None else entry.record.id,
            tuple(
                (_CAUSES[type(step.cause).__name__], step.used, step.before, step.after)
                for step in entry.adjustments
            ),
        )
        for entry in ledger.entries
    ]


_CAUSES = {
    "Limit": "limit",
    "Escalation": "escalation",
    "BestOf": "best-of",
    "PrecededBy": "preceded",
    "StoppedAtFloor": "floor",
}
