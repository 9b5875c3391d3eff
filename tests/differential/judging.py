"""Which clauses a record meets: conditions read record by record, day by day."""

from collections.abc import Iterable, Iterator
from datetime import date

from differential.calendars import ONE_DAY, days_of, ordered
from differential.flags import Flags, subjects_of
from differential.world import NotKnownError, RefusedError, Who, of_kind
from pointrules.model.clause import BestOf, ScoringClause, StackingKind
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesDate,
    ComparesNumber,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    GradeCompares,
    IsOneOf,
    IsTrue,
    MeasureCompares,
    NoRecordOf,
    Not,
    Operand,
    Or,
    RecordAttribute,
    RecordsInARow,
)
from pointrules.model.flag import UntilRecordOf
from pointrules.model.period import Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Per, Scan
from pointrules.model.subject import SubjectKind
from pointrules.model.value import ByRunningSum, Discretion, Ladder
from pointrules.model.vocabulary import Attribute, AttributeValue
from pointrules.records.record import Record


class Judging(Flags):
    """Conditions, and the records that open and close flags."""

    def judge_flags(self, day: date) -> None:
        """Ahead of the day: first those that can close, then the others, by id."""
        ruleset = self.edition_on(day)
        closers, openers = set[str](), set[str]()
        for each in self.editions:
            for clause in each.scoring_clauses:
                closers |= set(clause.behaviours) if clause.clears else set()
                openers |= set(clause.behaviours) if clause.flags else set()
            opening = [clause.flags for clause in each.scoring_clauses]
            opening += [clause.flags for clause in each.trigger_clauses]
            opening += [clause.flags for clause in each.settlement_clauses]
            for flags in opening:
                for opens in flags:
                    if isinstance(opens.end, UntilRecordOf):
                        closers |= set(opens.end.behaviours)
        found = [
            record
            for record in self.records
            if record.occurred_on == day and record.behaviour in closers | openers
        ]
        for record in sorted(found, key=lambda item: (item.behaviour not in closers, item.id)):
            if ruleset is None:
                continue
            try:
                clauses = self.judge(record, ruleset)
            except RefusedError:
                self.judged[record.id] = None
                continue
            self.judged[record.id] = clauses
            for who in subjects_of(record):
                if record.behaviour in closers and self.close_flags(
                    "behaviour", who, record.behaviour, record
                ):
                    self.closed_something.add(record.id)
            for clause in clauses:
                for clears in clause.clears:
                    name = of_kind(clears.subject_kind, record)
                    if name is not None:
                        self.close_flags("clears", (clears.subject_kind, name), clears.flag, record)
            for clause in clauses:
                named: dict[SubjectKind, str | None] = dict(subjects_of(record))
                self.open_flags(clause, named, day, ruleset, record)

    def start_afresh(self) -> None:
        super().start_afresh()
        self.closed_something: set[str] = set()

    def judge(self, record: Record, ruleset: Ruleset) -> list[ScoringClause]:
        if record.id in self.refused:
            raise RefusedError("after all")
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
            kinds |= {clears.subject_kind for clears in clause.clears}
            if any(scan.per is Per.PERSON for scan in scans_of(clause, ruleset)):
                kinds.add(SubjectKind.PERSON)
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
                    and item.covers(record.occurred_on)
                    and of_kind(item.who[0], record) == item.who[1]
                    for item in self.opened
                )
            case NoRecordOf(behaviour, period):
                kind = first_kind(clause, ruleset)
                return not any(
                    (other.rules_on, other.id) < (record.rules_on, record.id)
                    and other.behaviour == behaviour
                    and days_of(period, record.occurred_on, ruleset).covers(other.occurred_on)
                    for other in self.acts_of((kind, of_kind(kind, record)))
                )
            case RecordsInARow():
                kind = first_kind(clause, ruleset)
                return self.makes_full(condition, record, (kind, of_kind(kind, record)), ruleset)
            case GradeCompares() | MeasureCompares():
                return self.was(condition, dict(subjects_of(record)), record, ruleset)
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
                assert not isinstance(given, str | date)
                return ordered(given, comparison, number)
            case _:
                raise NotImplementedError(condition)

    def acts_of(self, who: tuple[SubjectKind, str | None]) -> list[Record]:
        kind, name = who
        if name is None:
            return []
        return [record for record in self.records if of_kind(kind, record) == name]

    def makes_full(
        self,
        row: RecordsInARow,
        record: Record,
        who: tuple[SubjectKind, str | None],
        ruleset: Ruleset,
    ) -> bool:
        length = 0
        for other in self.acts_of(who):
            if other.behaviour != row.behaviour or self.edition_on(other.occurred_on) is None:
                continue
            length = length + 1 if self.matches(row.matching, other, ruleset) else 0
            if length == row.length:
                if other is record:
                    return True
                length = 0
            if other is record:
                return False
        return False

    def matches(self, matching: Condition | None, record: Record, ruleset: Ruleset) -> bool:
        """What is asked of a record's own attributes; not known is no."""
        if matching is None:
            return True
        try:
            return self.holds(matching, record, ruleset.scoring_clauses[0], ruleset)
        except NotKnownError:
            return False

    def was(
        self,
        condition: GradeCompares | MeasureCompares,
        who: dict[SubjectKind, str],
        record: Record | None,
        ruleset: Ruleset,
        today: date | None = None,
    ) -> bool:
        """A grade, or points, at the end of a day that is over."""
        day = today if record is None else record.occurred_on
        assert day is not None
        assert condition.at is not None
        period = Period.DAY if condition.at is ClosedDay.EVE else Period(condition.at.value)
        on = days_of(period, day, ruleset).first - ONE_DAY
        if record is not None and on >= record.rules_on:
            raise NotKnownError
        if all(on < item.edition.first_day for item in self.editions):
            return False
        then = self.edition_on(on)
        if then is None:
            raise NotKnownError
        if isinstance(condition, MeasureCompares):
            name, what = condition.account, condition.measure
        else:
            grade = next(item for item in then.grades if item.name == condition.grade)
            name, what = grade.account, grade.measure
        account = next((item for item in then.accounts if item.name == name), None)
        subject = None if account is None else who.get(account.subject_kind)
        if account is None or subject is None:
            raise NotKnownError
        points = self.measure(account, (account.subject_kind, subject), what, on, then)
        if isinstance(condition, MeasureCompares):
            return ordered(points, condition.comparison, condition.bound)
        reached = [
            rank
            for rank, band in enumerate(grade.bands, start=1)
            if points > band.lower or (band.inclusive and points == band.lower)
        ]
        rank = max(reached, default=0)
        return ordered(rank, condition.comparison, grade.levels.index(condition.level))

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


def first_kind(clause: ScoringClause, ruleset: Ruleset) -> SubjectKind:
    kinds = {ruleset.account(name).subject_kind for name in clause.accounts}
    if SubjectKind.PERSON in kinds:
        return SubjectKind.PERSON
    flagged = [opens.subject_kind for opens in clause.flags]
    flagged += [clears.subject_kind for clears in clause.clears]
    return SubjectKind.HOUSEHOLD if kinds or not flagged else flagged[0]


def first_who(clause: ScoringClause, record: Record, ruleset: Ruleset) -> Who:
    kind = first_kind(clause, ruleset)
    return (kind, of_kind(kind, record) or "")


def precedes(matching: Iterable[ScoringClause], clause: ScoringClause) -> bool:
    return any(
        stacking.kind is StackingKind.PRECEDES and clause.number in stacking.clauses
        for other in matching
        for stacking in other.stacking
    )


def bests(clause: ScoringClause, ruleset: Ruleset) -> list[BestOf]:
    groups = [group.best_of for group in ruleset.groups if clause.number in group.clauses]
    category = None if clause.category is None else ruleset.category(clause.category).best_of
    return [item for item in (clause.best_of, *groups, category) if item is not None]


def scans_of(clause: ScoringClause, ruleset: Ruleset) -> Iterator[Scan]:
    """All that count for it, but for those of accounts that have keys of their own."""
    yield from (limit.scan for limit in clause.limits)
    yield from (item.scan for item in bests(clause, ruleset))
    if clause.category is not None:
        yield from (limit.scan for limit in ruleset.category(clause.category).limits)
    if clause.escalation is not None:
        yield clause.escalation.scan
    if clause.last_counts is not None:
        yield clause.last_counts.scan
    if isinstance(clause.value, ByRunningSum | Ladder):
        yield clause.value.scan
    for name in clause.accounts:
        yield from (limit.scan for limit in ruleset.account(name).limits)


def keys_of(clause: ScoringClause, ruleset: Ruleset) -> Iterator[Attribute]:
    for scan in scans_of(clause, ruleset):
        yield from scan.key
