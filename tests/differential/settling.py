"""Settlements: what a subject's records come to, asked at the end of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from differential.calendars import ONE_DAY, along, days_of, ordered, whole
from differential.scoring import Scoring
from differential.world import Act, NotKnownError, Root, Step, Who
from pointrules.model.clause import SettlementClause
from pointrules.model.condition import (
    And,
    Comparison,
    Condition,
    FlagIsOpen,
    GradeCompares,
    IsTrue,
    MeasureCompares,
    NoneTallied,
    Not,
    OnRegister,
    Or,
    PeriodsInARow,
    SubjectAttribute,
    Tally,
    TallyCompares,
    TallyKind,
)
from pointrules.model.number import Number
from pointrules.model.period import Interval, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.settlement import (
    ByTally,
    SettlesByAttribute,
    SettlesEach,
    SettlesOn,
    SettlesYearly,
)
from pointrules.model.subject import SubjectKind
from pointrules.model.value import Constant
from pointrules.records.record import Record

_IN_ORDER = (None, Period.WEEK, Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR)


@dataclass(eq=False)
class Due:
    """A clause that gives something to somebody today."""

    clause: SettlementClause
    who: Who
    points: Number | None


class Settling(Scoring):
    """Clauses of one length read the state before them; then they give, in their order."""

    def start_afresh(self) -> None:
        super().start_afresh()
        self.paid: dict[tuple[Root, Who], date] = {}
        self.given: list[tuple[Root, Who, date, Number]] = []

    def settle(self, day: date) -> None:
        ruleset = self.edition_on(day)
        for length in () if ruleset is None else _IN_ORDER:
            assert ruleset is not None
            due = [
                found
                for clause in ruleset.settlement_clauses
                if length_of(clause) is length
                for who in self.settled(clause, day, ruleset)
                if (found := self.due(clause, who, day, ruleset)) is not None
            ]
            for item in due:
                self.paid[self.root_of(item.clause.number, ruleset), item.who] = day
                if item.points is not None:
                    self.give(item, item.points, day, ruleset)
                self.open_flags(item.clause, dict([item.who]), day, ruleset, None)

    def settled(self, clause: SettlementClause, day: date, ruleset: Ruleset) -> Iterator[Who]:
        """Those listed, where today is the day."""
        for who in self.everyone(clause.subject_kind):
            match clause.when:
                case SettlesEach(period):
                    is_due = days_of(period, day, ruleset).last == day
                case SettlesYearly(on):
                    is_due = (day.month, day.day) == (on.month, on.day)
                case SettlesOn(on):
                    is_due = day == on
                case SettlesByAttribute(operand):
                    is_due = self.facts.value(*who, operand.attribute.name, day) == day
            if is_due and self.is_listed(who, day):
                yield who

    def due(self, clause: SettlementClause, who: Who, day: date, ruleset: Ruleset) -> Due | None:
        names = [ruleset.account(name).subject_kind for name in clause.accounts]
        is_homeless = self.owner(SubjectKind.HOUSEHOLD, who, day) is None
        try:
            if clause.condition is not None and not self.is_so(
                clause.condition, clause, who, day, ruleset
            ):
                return None
            match clause.value:
                case None:
                    points = None
                case Constant(given):
                    points = given
                case ByTally(tally, period, schedule):
                    first = days_of(period, day, ruleset).first
                    points = along(schedule, self.tallied(tally, who, first, day)[1])
                    if not points:
                        return None
        except NotKnownError:
            return None
        if SubjectKind.HOUSEHOLD in names and is_homeless:
            return None
        return Due(clause, who, points)

    def give(self, due: Due, points: Number, day: date, ruleset: Ruleset) -> None:
        clause, who = due.clause, due.who
        person = who[1] if who[0] is SubjectKind.PERSON else None
        act = Act(f"{clause.number} {day}", clause, ruleset, None, day, day, person, {})
        amount, steps = points, tuple[Step, ...]()
        if clause.replaces:
            first = date.min
            if isinstance(clause.when, SettlesEach):
                first = days_of(clause.when.period, day, ruleset).first
            elif isinstance(clause.when, SettlesYearly):
                first = days_of(Period.YEAR, day, ruleset).first
            replaced = [self.root_of(number, ruleset) for number in clause.replaces]
            already = sum(
                (
                    given
                    for root, whose, on, given in self.given
                    if root in replaced and whose == who and on >= first
                ),
                0,
            )
            left = max(amount - already, 0) if amount > 0 else min(amount - already, 0)
            if left != amount:
                steps += (("replaced", whole(already), amount, whole(left)),)
            amount = whole(left)
        worth = amount
        kinds = {ruleset.account(name).subject_kind for name in clause.accounts}
        for kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
            whose = self.owner(kind, who, day)
            if kind not in kinds or whose is None:
                continue
            passed, steps = self.passes_clause(act, whose, worth, amount, steps, is_raise=False)
            amount = passed.given
            if whose == who:
                self.given.append((self.root_of(clause.number, ruleset), who, day, amount))
            for name in clause.accounts:
                account = ruleset.account(name)
                if account.subject_kind is kind:
                    self.post(passed, account, steps, None)

    def root_of(self, number: str, ruleset: Ruleset) -> Root:
        return self.root(ruleset, Owner(OwnerKind.CLAUSE, number))

    def owner(self, kind: SubjectKind, who: Who, day: date) -> Who | None:
        if who[0] is kind:
            return who
        if kind is SubjectKind.HOUSEHOLD and who[0] is SubjectKind.PERSON:
            home = self.facts.household_of(who[1], day)
            return None if home is None else (kind, home)
        return None

    # ---- what is asked

    def is_so(  # noqa: C901
        self, condition: Condition, clause: SettlementClause, who: Who, day: date, ruleset: Ruleset
    ) -> bool:
        match condition:
            case Not(item):
                return not self.is_so(item, clause, who, day, ruleset)
            case And(items) | Or(items):
                decides, unknown = isinstance(condition, Or), False
                for item in items:
                    try:
                        if self.is_so(item, clause, who, day, ruleset) == decides:
                            return decides
                    except NotKnownError:
                        unknown = True
                if unknown:
                    raise NotKnownError
                return not decides
            case OnRegister(throughout):
                if throughout is None:
                    return True
                first = days_of(throughout, day, ruleset).first
                on = day
                while on >= first:
                    if not self.is_listed(who, on):
                        return False
                    on -= ONE_DAY
                return True
            case TallyCompares() | NoneTallied():
                days = days_of(condition.period, day, ruleset)
                return self.comes_to(condition, who, Interval(days.first, day))[1]
            case PeriodsInARow():
                return self.in_a_row(condition, clause, who, day, ruleset)
            case FlagIsOpen(flag):
                owners = [self.owner(kind, who, day) for kind in SubjectKind]
                return any(
                    item.flag == flag and item.who in owners and item.covers(day)
                    for item in self.opened
                )
            case MeasureCompares(at=None):
                account = ruleset.account(condition.account)
                whose = self.owner(account.subject_kind, who, day)
                if whose is None:
                    raise NotKnownError
                points = self.measure(account, whose, condition.measure, day, ruleset)
                return ordered(points, condition.comparison, condition.bound)
            case GradeCompares() | MeasureCompares():
                owners = [self.owner(kind, who, day) for kind in SubjectKind]
                names = dict(item for item in owners if item is not None)
                return self.was(condition, names, None, ruleset, day)
            case IsTrue(SubjectAttribute(kind, attribute)):
                whose = self.owner(kind, who, day)
                value = None if whose is None else self.facts.value(*whose, attribute.name, day)
                if value is None:
                    raise NotKnownError
                return value is True
            case _:
                raise NotImplementedError(condition)

    def in_a_row(
        self,
        row: PeriodsInARow,
        clause: SettlementClause,
        who: Who,
        day: date,
        ruleset: Ruleset,
    ) -> bool:
        """Period by period, backwards (R34)."""
        paid = self.paid.get((self.root_of(clause.number, ruleset), who), date.min)
        days = days_of(row.period, day, ruleset)
        for place in range(row.length):
            last = days.last
            assert last is not None
            if last <= paid or self.edition_on(last) is None or not self.is_listed(who, last):
                return False
            try:
                seen, is_good = self.comes_to(row.each, who, days)
            except NotKnownError:
                if place == 0:
                    raise
                return False
            if not is_good or (not seen and isinstance(row.each, TallyCompares)):
                return False
            days = days_of(row.period, days.first - ONE_DAY, ruleset)
        return True

    def comes_to(
        self, asked: TallyCompares | NoneTallied, who: Who, days: Interval
    ) -> tuple[int, bool]:
        last = days.last
        assert last is not None
        records, found = self.tallied(asked.tally, who, days.first, last)
        if isinstance(asked, NoneTallied):
            return records, ordered(found, Comparison.AT_MOST, 0)
        return records, ordered(found, asked.comparison, asked.bound)

    def tallied(self, tally: Tally, who: Who, first: date, last: date) -> tuple[int, Number]:
        """How many records there were, and what those that match come to."""
        records = [
            record
            for record in self.acts_of(who)
            if record.behaviour == tally.behaviour
            and first <= record.rules_on <= last
            and self.happened(record)
        ]
        matching = [
            record for record in records if self.matches(tally.matching, record, self.editions[0])
        ]
        if tally.kind is TallyKind.SHARE:
            if not records:
                raise NotKnownError
            return len(records), whole(Fraction(100 * len(matching), len(records)))
        if tally.kind is TallyKind.COUNT:
            return len(records), len(matching)
        assert tally.summed is not None
        total: Number = 0
        for record in matching:
            given = record.attributes.get(tally.summed.name)
            if given is None:
                raise NotKnownError
            assert not isinstance(given, str | date)
            total += given
        return len(records), whole(total)

    def happened(self, record: Record) -> bool:
        """R26: what was refused never happened, but for what no edition ruled."""
        return self.scored.get(record.id) in {"scored", "unmatched"} or record.id in self.outside


def length_of(clause: SettlementClause) -> Period | None:
    return clause.when.period if isinstance(clause.when, SettlesEach) else None
