"""What grades, boards and incentives are read from at a ledger's date."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from pointrules.engine.grade_bound import grade_at
from pointrules.engine.population import is_for
from pointrules.engine.record_moment import History
from pointrules.engine.truth import PastCondition, ordered
from pointrules.ledger.board_ranking import BoardRanking
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.measures import Accounts, measure
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.ledger.rolled_up import MemberPoints, rolled_up
from pointrules.model.beneficiary import Relation
from pointrules.model.board import Board
from pointrules.model.closed_day import ClosedDay, closed_day
from pointrules.model.condition import (
    GradeCompares,
    MeasureCompares,
    OfOneMoment,
    Operand,
    RecordAttribute,
)
from pointrules.model.grade import Grade
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period, period_of
from pointrules.model.roll_up import RollUpKind
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.roster import Roster

Given = Mapping[tuple[Subject, str, Measure], Number]
"""Measures taken as stated, by subject, account and measure: examples state them."""


class Reading(Struct, frozen=True):
    """The number that a grade or board goes by, None where it is not known, and the members'."""

    points: Number | None
    members: tuple[MemberPoints, ...]


class OfferDesk(Struct, frozen=True):
    """Everything that grades and loans are read from, at the ledger's date.

    `ruleset` is the edition of that date. `given` overrides what the entries say. `rankings` are
    the boards, by name, once they have been ranked; `divisions` and `shares` are of the pools.
    """

    editions: tuple[Ruleset, ...]
    as_of: date
    subjects: tuple[Subject, ...]
    flags: tuple[FlagInterval, ...]
    ruleset: Ruleset
    facts: Facts
    history: History
    accounts: Accounts
    given: Given = field(default_factory=dict)
    rankings: Mapping[str, BoardRanking] = field(default_factory=dict)
    roster: Roster | None = None
    divisions: tuple[PoolDivision, ...] = ()
    shares: Mapping[tuple[str, Subject], PoolShare] = field(default_factory=dict)

    def points(self, subject: Subject, account_name: str, what: Measure) -> Number:
        """A measure of a subject."""
        stated = self.given.get((subject, account_name, what))
        if stated is not None:
            return stated
        account = self.ruleset.account(account_name)
        entries = self.accounts.get((subject, account_name), ())
        year_start = self.ruleset.year_start
        as_of = self.as_of
        return measure(entries, subject, account, what, as_of=as_of, year_start=year_start)

    def on(self, day: date) -> "OfferDesk | None":
        """The same on an earlier day, under the edition of that day; None where none was."""
        ruleset = edition_on(self.editions, day)
        if ruleset is None:
            return None
        return replace(self, as_of=day, ruleset=ruleset, given={}, rankings={}, divisions=())

    def read(self, subject: Subject, what: Grade | Board) -> Reading:
        """What a grade or a board goes by: the subject's own measure, or its members'."""
        if what.roll_up is None:
            return Reading(self.points(subject, what.account, what.measure), ())
        stated = self.given.get((subject, what.account, what.measure))
        if stated is not None:
            return Reading(stated, ())
        members = tuple(
            MemberPoints(member, self.points(member, what.account, what.measure))
            for member in self._members(subject, what)
            if self.is_for(member, what.account)
        )
        return Reading(rolled_up(members, what.roll_up), members)

    def is_for(self, subject: Subject, account_name: str) -> bool:
        """Whether the account is for the subject (限) at the date; not where that is not known."""
        return self.belongs(subject, account_name) is True

    def belongs(self, subject: Subject, account_name: str) -> bool | None:
        """The same; None where it is not known."""
        account = self.ruleset.account(account_name)
        if account.subject_kind is not subject.kind:
            return True
        return is_for(account, subject, self.as_of, self.facts)

    def kind_of(self, what: Grade | Board) -> SubjectKind:
        """Whose grade or board it is."""
        if what.roll_up is not None:
            return what.roll_up.subject_kind
        return self.ruleset.account(what.account).subject_kind

    def _members(self, subject: Subject, what: Grade | Board) -> tuple[Subject, ...]:
        """The listed members of the day, of the account's kind; or the head."""
        assert what.roll_up is not None, "only a roll-up asks for members"
        facts, day = self.facts, self.as_of
        if what.roll_up.kind is RollUpKind.HEAD:
            heads = facts.related(subject.kind, subject.id, Relation.HEAD, day)
            found = (Subject(SubjectKind.PERSON, head) for head in heads)
            return tuple(head for head in found if facts.is_listed(head, day))
        roster = self.roster or Roster(facts)
        kind = self.ruleset.account(what.account).subject_kind
        if subject.kind is SubjectKind.HOUSEHOLD:
            return _subjects(kind, roster.persons_of(subject.id, day))
        households = roster.households_of(subject, day)
        if kind is SubjectKind.HOUSEHOLD:
            return _subjects(kind, households)
        return tuple(
            member
            for household in households
            for member in _subjects(kind, roster.persons_of(household, day))
        )


def _subjects(kind: SubjectKind, ids: Iterable[str]) -> tuple[Subject, ...]:
    return tuple(Subject(kind, subject_id) for subject_id in ids)


class OfferMoment(Struct, frozen=True):
    """What the conditions of an offer read: a subject at the ledger's date."""

    desk: OfferDesk
    subject: Subject

    @property
    def day(self) -> date:
        """The date of the offer."""
        return self.desk.as_of

    @property
    def behaviour(self) -> str:
        """Offers are not about a record."""
        msg = "an offer's condition asks for the behaviour of a record"
        raise AssertionError(msg)

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """A dated attribute of the subject, or of the household that a person belongs to."""
        if isinstance(operand, RecordAttribute):
            msg = f"an offer's condition reads {operand.attribute.name} of a record"
            raise TypeError(msg)
        subject = self._of_kind(operand.kind)
        if subject is None:
            return None
        return self.desk.facts.value(subject.kind, subject.id, operand.attribute.name, self.day)

    @property
    def flagged(self) -> tuple[Subject, ...]:
        """Those whose flags count: the subject, and a person's household."""
        found = (self._of_kind(kind) for kind in SubjectKind)
        return tuple(subject for subject in found if subject is not None)

    def flag_is_open(self, flag: str) -> bool:
        """Whether the flag is open on the subject, or on a person's household."""
        subjects = self.flagged
        return any(
            interval.flag == flag and interval.subject in subjects and interval.covers(self.day)
            for interval in self.desk.flags
        )

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Whether there is a record of it in the period up to the offer's date."""
        days = period_of(period, self.day, self.desk.ruleset.year_start)
        who = (self.subject.kind, self.subject.id)
        return self.desk.history.has(who, behaviour, days, up_to=self.day)

    def grade_rank(self, grade: str) -> int | None:
        """The rank of the grade that the subject holds; None for whom its account is not."""
        held = next(item for item in self.desk.ruleset.grades if item.name == grade)
        subject = self._of_kind(self.desk.kind_of(held))
        if subject is not None and not self.desk.is_for(subject, held.account):
            return None
        points = None if subject is None else self.desk.read(subject, held).points
        if points is None:
            return None
        on = (self.flagged, self.day)
        level = grade_at(held, self.subject, points, self.desk.flags, on).level
        return held.levels.index(level)

    def points(self, account: str, measure: Measure) -> Number | None:
        """A measure of the subject, or of a person's household; of a member it is not known."""
        subject = self._of_kind(self.desk.ruleset.account(account).subject_kind)
        return None if subject is None else self.desk.points(subject, account, measure)

    def was(self, condition: PastCondition) -> bool | None:
        """Whether it held on its closed day."""
        assert condition.at is not None, "what is read of today is no past condition"
        past = self.desk.on(self._closed_day(condition.at))
        return None if past is None else held_on(past, self._of_kind, condition)

    def found_then(self, condition: PastCondition) -> tuple[date, Number | str | None]:
        """The closed day, and the points or the level held on it; None if they are not known."""
        assert condition.at is not None, "what is read of today is no past condition"
        day = self._closed_day(condition.at)
        past = self.desk.on(day)
        if past is None:
            return day, None
        if isinstance(condition, GradeCompares):
            return day, level_on(past, self._of_kind, condition)
        return day, points_on(past, self._of_kind, condition)

    def _closed_day(self, at: ClosedDay) -> date:
        return closed_day(at, self.day, self.desk.ruleset.year_start)

    def is_among(self, board: str, last: int) -> bool | None:
        """Whether a rank up to `last` is held; of one who cannot be ranked it is not known."""
        ranking = self.desk.rankings[board]
        subject = self._of_kind(ranking.subject_kind)
        if subject is None or subject in ranking.unplaced:
            return None
        found = ranking.place_of(subject)
        return found is not None and found[1].is_on_board and found[1].rank <= last

    def rank(self, board: str) -> int | None:
        """The rank held on the board or below it; None where there is none."""
        ranking = self.desk.rankings[board]
        subject = self._of_kind(ranking.subject_kind)
        found = None if subject is None else ranking.place_of(subject)
        return None if found is None else found[1].rank

    def answers(self, question: OfOneMoment) -> bool | None:
        """Offers are neither settled nor about a record."""
        msg = f"an offer's condition asks {type(question).__name__}"
        raise AssertionError(msg)

    def _of_kind(self, kind: SubjectKind) -> Subject | None:
        if self.subject.kind is kind:
            return self.subject
        facts, day = self.desk.facts, self.day
        if kind in COLLECTIVES:
            return self._collective(kind)
        if kind is SubjectKind.PERSON or self.subject.kind is not SubjectKind.PERSON:
            return None
        household = facts.household_of(self.subject.id, day)
        return None if household is None else Subject(kind, household)

    def _collective(self, kind: SubjectKind) -> Subject | None:
        """The group, organisation or village of the subject, or of a person's household."""
        household = self._of_kind(SubjectKind.HOUSEHOLD)
        facts, day, relation = self.desk.facts, self.day, Relation(kind.value)
        for subject in (household, self.subject):
            if subject is not None:
                related = facts.related(subject.kind, subject.id, relation, day)
                if related:
                    return Subject(kind, related[0])
        return None


def held_on(
    past: OfferDesk, subject_of: Callable[[SubjectKind], Subject | None], condition: PastCondition
) -> bool | None:
    """Whether the condition held at the desk's date; None where it is not known.

    An edition without the grade, or without that level of it, leaves it unknown.
    """
    if isinstance(condition, GradeCompares):
        grade = next((item for item in past.ruleset.grades if item.name == condition.grade), None)
        if grade is None or condition.level not in grade.levels:
            return None
        subject = subject_of(past.kind_of(grade))
        if subject is not None and past.belongs(subject, grade.account) is False:
            return False  # nobody outside the account holds a grade
        rank = None if subject is None else OfferMoment(past, subject).grade_rank(grade.name)
        if rank is None:
            return None
        return ordered(rank, condition.comparison, grade.levels.index(condition.level))
    points = points_on(past, subject_of, condition)
    return None if points is None else ordered(points, condition.comparison, condition.bound)


def level_on(
    past: OfferDesk, subject_of: Callable[[SubjectKind], Subject | None], condition: GradeCompares
) -> str | None:
    """The level held at the desk's date; None where there is no such grade, or none is known."""
    grade = next((item for item in past.ruleset.grades if item.name == condition.grade), None)
    subject = None if grade is None else subject_of(past.kind_of(grade))
    if grade is None or subject is None:
        return None
    rank = OfferMoment(past, subject).grade_rank(grade.name)
    return None if rank is None else grade.levels[rank]


def points_on(
    past: OfferDesk, subject_of: Callable[[SubjectKind], Subject | None], condition: MeasureCompares
) -> Number | None:
    """The measure at the desk's date; None where there is no such account, or nobody to have it."""
    account = next((a for a in past.ruleset.accounts if a.name == condition.account), None)
    subject = None if account is None else subject_of(account.subject_kind)
    if account is None or subject is None:
        return None
    return past.points(subject, account.name, condition.measure)
