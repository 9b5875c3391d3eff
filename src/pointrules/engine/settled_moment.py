"""What the condition of a settlement clause reads: one subject at the end of the day settled.

While it answers it keeps what it found, for the entry to be explained, and why something was not
known, for the statement to say.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from pointrules.engine.flags import OpenFlags
from pointrules.engine.measured_book import MeasuredBook
from pointrules.engine.tallies import Come, Tallies
from pointrules.engine.truth import Past, PastCondition, ordered
from pointrules.ledger.ground import Measured, Observation, Tallied
from pointrules.ledger.past_ground import PastGrade
from pointrules.model.closed_day import closed_day
from pointrules.model.condition import (
    Comparison,
    GradeCompares,
    MeasureCompares,
    NoneTallied,
    OfOneMoment,
    OnRegister,
    Operand,
    PeriodsInARow,
    RecordAttribute,
    TallyCompares,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Interval, Period, period_of
from pointrules.model.ruleset import Ruleset
from pointrules.model.settlement import ByTally
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode

_ONE_DAY = timedelta(days=1)


class SettledWorld(Struct, frozen=True):
    """What every settlement of a run reads. `is_ruled` says whether an edition rules a day."""

    facts: Facts
    flags: OpenFlags
    tallies: Tallies
    measured: MeasuredBook
    past: Past
    is_ruled: Callable[[date], bool]


class SettledMoment(Struct):
    """One subject on the day settled; a row of periods begins after `paid_up_to`."""

    world: SettledWorld
    ruleset: Ruleset
    subject: Subject
    day: date
    paid_up_to: date | None
    found: list[Observation] = field(default_factory=list)
    unknown: list[Reason] = field(default_factory=list)

    @property
    def behaviour(self) -> str:
        """Settlements are not about a record."""
        msg = "a settlement's condition asks for the behaviour of a record"
        raise AssertionError(msg)

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """A dated attribute of the subject, or of the household that a person belongs to."""
        name = operand.attribute.name
        if isinstance(operand, RecordAttribute):
            msg = f"a settlement's condition reads {name} of a record"
            raise TypeError(msg)
        owner = self._of_kind(operand.kind)
        facts = self.world.facts
        value = None if owner is None else facts.value(owner.kind, owner.id, name, self.day)
        if value is None:
            arguments = (("attribute", name), ("day", self.day.isoformat()))
            self.unknown.append(Reason(ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN, arguments))
        return value

    def flag_is_open(self, flag: str) -> bool:
        """Whether the flag is open on the subject, or on a person's household."""
        owners = [self._of_kind(kind) for kind in SubjectKind]
        return any(
            self.world.flags.is_open(flag, owner.kind, owner.id, self.day)
            for owner in owners
            if owner is not None
        )

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Settlements tally what they miss."""
        msg = f"a settlement's condition asks for records of {behaviour} in {period}"
        raise AssertionError(msg)

    def grade_rank(self, grade: str) -> int | None:
        """Settlements are not judged by grades."""
        msg = f"a settlement's condition reads the grade {grade}"
        raise AssertionError(msg)

    def was(self, condition: PastCondition) -> bool | None:
        """Whether it held on a day that was over before this one."""
        assert condition.at is not None, "what is read of today is no past condition"
        on = closed_day(condition.at, self.day, self.ruleset.year_start)
        held = self.world.past.held(condition, on, self._of_kind)
        if isinstance(condition, GradeCompares) and held is not None:
            level = self.world.past.level(condition, on, self._of_kind)
            read = PastGrade(condition.grade, condition.at, on, level)
            if read not in self.found:
                self.found.append(read)
        if held is None:
            name = condition.grade if isinstance(condition, GradeCompares) else condition.account
            arguments = (("attribute", name), ("day", on.isoformat()))
            self.unknown.append(Reason(ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN, arguments))
        return held

    def is_among(self, board: str, last: int) -> bool | None:
        """Settlements are not judged by boards."""
        msg = f"a settlement's condition reads the first {last} of {board}"
        raise AssertionError(msg)

    def points(self, account: str, measure: Measure) -> Number | None:
        """A measure before any settlement of this period (R32)."""
        owner = self._of_kind(self.ruleset.account(account).subject_kind)
        if owner is None:
            self.unknown.append(without_household(self.subject, self.day))
            return None
        return self.world.measured.points(owner, account, measure, self.ruleset, self.day)

    def measured(self, asked: MeasureCompares) -> None:
        """Keep what a measure was."""
        if asked.at is None:
            points = self.points(asked.account, asked.measure)
        else:
            on = closed_day(asked.at, self.day, self.ruleset.year_start)
            points = self.world.past.points(asked, on, self._of_kind)
        if points is not None:
            self.found.append(Measured(asked, points))

    def answers(self, question: OfOneMoment) -> bool | None:
        """Whether it holds; None where a tally is not known."""
        match question:
            case OnRegister(throughout):
                return throughout is None or self._is_listed_since(self._period(throughout).first)
            case TallyCompares() | NoneTallied():
                first = self._first_of(question.period)
                tallied = self.tallied(question, first, self.day)
                if isinstance(tallied, Reason):
                    self.unknown.append(tallied)
                    return None
                self.found.append(tallied)
                return _holds(tallied, question)
            case PeriodsInARow():
                return self._is_in_a_row(question)
            case _:
                msg = f"a settlement's condition asks {type(question).__name__}"
                raise TypeError(msg)

    def by_tally(self, value: ByTally) -> Number | None:
        """The number that a schedule is asked for."""
        tallied = self.tallied(value, self._first_of(value.period), self.day)
        if isinstance(tallied, Reason):
            self.unknown.append(tallied)
            return None
        if not any(
            isinstance(item, Tallied)
            and replace(item, asked=tallied.asked) == tallied
            and item.asked.tally.behaviour == value.tally.behaviour
            for item in self.found
        ):
            self.found.append(tallied)
        return tallied.number

    def tallied(
        self, asked: TallyCompares | NoneTallied | ByTally, first: date | None, last: date
    ) -> Tallied | Reason:
        """What a tally comes to."""
        come = self.world.tallies.come_to(asked.tally, self.subject, first, last)
        if isinstance(come, Come):
            return Tallied(asked, first, last, come.records, come.matching, come.number)
        return come

    def _is_in_a_row(self, row: PeriodsInARow) -> bool | None:
        """Look back from the period settled; what was paid for once is not counted again (R34)."""
        found: list[Tallied] = []
        days = self._period(row.period)
        while len(found) < row.length:
            last = days.last or self.day
            if not self._can_count(last):
                return False
            tallied = self.tallied(row.each, days.first, last)
            if isinstance(tallied, Reason):
                if not found:  # of the period settled it is told why
                    self.unknown.append(tallied)
                    return None
                return False
            is_observed = tallied.records > 0 or isinstance(row.each, NoneTallied)
            if not is_observed or not _holds(tallied, row.each):
                return False
            found.append(tallied)
            days = period_of(row.period, days.first - _ONE_DAY, self.ruleset.year_start)
        self.found.extend(reversed(found))
        return True

    def _can_count(self, last: date) -> bool:
        """Only periods that an edition settled, of one who was listed, and not yet paid for."""
        return (
            (self.paid_up_to is None or last > self.paid_up_to)
            and self.world.is_ruled(last)
            and self.world.facts.is_listed(self.subject, last)
        )

    def _is_listed_since(self, first: date) -> bool:
        spells = self.world.facts.listed_spells(self.subject)
        return any(spell.covers(first) and spell.covers(self.day) for spell in spells)

    def _period(self, period: Period) -> Interval:
        return period_of(period, self.day, self.ruleset.year_start)

    def _first_of(self, period: Period) -> date | None:
        return None if period is Period.EVER else self._period(period).first

    def _of_kind(self, kind: SubjectKind) -> Subject | None:
        if self.subject.kind is kind:
            return self.subject
        if kind is SubjectKind.PERSON or self.subject.kind is not SubjectKind.PERSON:
            return None
        household = self.world.facts.household_of(self.subject.id, self.day)
        return None if household is None else Subject(kind, household)


def without_household(person: Subject, day: date) -> Reason:
    """The reason where a person's household is asked for and there is none."""
    arguments = (("person", person.id), ("day", day.isoformat()))
    return Reason(ReasonCode.SETTLED_WITHOUT_HOUSEHOLD, arguments)


def _holds(tallied: Tallied, asked: TallyCompares | NoneTallied) -> bool:
    match asked:
        case TallyCompares(_, _, comparison, bound):
            return ordered(tallied.number, comparison, bound)
        case NoneTallied():
            return ordered(tallied.number, Comparison.AT_MOST, 0)
        case _:
            assert_never(asked)
