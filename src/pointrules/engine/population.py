"""限: whom an account is for, by what the facts say on a day."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from pointrules.engine.truth import PastCondition, truth, unknown_operand
from pointrules.model.account import Account
from pointrules.model.condition import (
    AgeCompares,
    And,
    Condition,
    IsOneOf,
    IsTrue,
    Not,
    OfOneMoment,
    Operand,
    Or,
    RecordAttribute,
    anniversary,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Interval, Period
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts

_ONE_DAY = timedelta(days=1)


def is_for(account: Account, subject: Subject, day: date, facts: Facts) -> bool | None:
    """Whether the account is for `subject` on `day`; None where a fact is missing."""
    if account.population is None:
        return True
    return truth(account.population, SubjectMoment(subject, day, facts))


def missing_fact(account: Account, subject: Subject, day: date, facts: Facts) -> str:
    """The attribute for want of which nobody knows."""
    assert account.population is not None, "only a population asks for facts"
    operand = unknown_operand(account.population, SubjectMoment(subject, day, facts))
    return "" if operand is None else operand.attribute.name


def excluding_fact(
    account: Account, subject: Subject, day: date, facts: Facts
) -> tuple[tuple[str, str], ...]:
    """The attribute and the value that keep `subject` out; none where they are several."""
    assert account.population is not None, "only a population keeps anybody out"
    moment = SubjectMoment(subject, day, facts)
    condition = account.population
    while isinstance(condition, And):
        condition = next(item for item in condition.items if truth(item, moment) is False)
    if isinstance(condition, Not):
        condition = condition.item
    if not isinstance(condition, IsOneOf | IsTrue | AgeCompares):
        return ()
    value = moment.value_of(condition.operand)
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return (("attribute", condition.operand.attribute.name), ("value", str(value)))


def first_day_in(account: Account, subject: Subject, within: Interval, facts: Facts) -> date | None:
    """The first day of `within` on which the subject is listed and the account is for it."""
    for day in sorted({within.first, *_changes(account, subject, facts)}):
        is_listed = within.covers(day) and facts.is_listed(subject, day)
        if is_listed and is_for(account, subject, day, facts):
            return day
    return None


def _changes(account: Account, subject: Subject, facts: Facts) -> Iterator[date]:
    """The days on which what the facts say of the subject or its households may change."""
    yield from (spell.first for spell in facts.listed_spells(subject))
    owners = [subject]
    if subject.kind is SubjectKind.PERSON:
        own = facts.persons.get(subject.id)
        timelines = () if own is None else tuple(own.timelines.values())
        households = {
            value
            for timeline in timelines
            for _, value in timeline.pieces
            if isinstance(value, str) and value in facts.households
        }
        owners.extend(Subject(SubjectKind.HOUSEHOLD, item) for item in sorted(households))
    ages = tuple(_ages(account.population)) if account.population is not None else ()
    for owner in owners:
        known = facts.of_kind(owner.kind).get(owner.id)
        for timeline in () if known is None else known.timelines.values():
            for interval, value in timeline.pieces:
                yield interval.first
                if interval.last is not None and interval.last < date.max:
                    yield interval.last + _ONE_DAY
                if isinstance(value, date):
                    for years in ages:
                        yield anniversary(value, years)
                        yield anniversary(value, years + 1)


def _ages(condition: Condition) -> Iterator[int]:
    match condition:
        case AgeCompares():
            yield condition.years
        case And(items) | Or(items):
            for item in items:
                yield from _ages(item)
        case Not(item):
            yield from _ages(item)
        case _:
            pass


class SubjectMoment(Struct, frozen=True):
    """What the condition of a population reads: the facts of a subject on a day, and no more."""

    subject: Subject
    day: date
    facts: Facts

    @property
    def behaviour(self) -> str:
        """A population is not about a record."""
        msg = "a population asks for the behaviour of a record"
        raise AssertionError(msg)

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """A dated attribute of the subject, or of a person's household."""
        if isinstance(operand, RecordAttribute):
            msg = f"a population reads {operand.attribute.name} of a record"
            raise TypeError(msg)
        subject_id: str | None = self.subject.id
        if operand.kind is not self.subject.kind:
            if operand.kind is not SubjectKind.HOUSEHOLD:
                return None
            if self.subject.kind is not SubjectKind.PERSON:
                return None
            subject_id = self.facts.household_of(self.subject.id, self.day)
        if subject_id is None:
            return None
        return self.facts.value(operand.kind, subject_id, operand.attribute.name, self.day)

    def flag_is_open(self, flag: str) -> bool:
        """A population goes by facts alone."""
        msg = f"a population reads the flag {flag}"
        raise AssertionError(msg)

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Likewise."""
        msg = f"a population asks for {behaviour} in a {period}"
        raise AssertionError(msg)

    def grade_rank(self, grade: str) -> int | None:
        """Likewise."""
        msg = f"a population reads the grade {grade}"
        raise AssertionError(msg)

    def points(self, account: str, measure: Measure) -> Number | None:
        """Likewise."""
        msg = f"a population reads {measure} of {account}"
        raise AssertionError(msg)

    def answers(self, question: OfOneMoment) -> bool | None:
        """A population is neither settled nor about a record."""
        msg = f"a population asks {type(question).__name__}"
        raise AssertionError(msg)

    def was(self, condition: PastCondition) -> bool | None:
        """Likewise."""
        msg = f"a population reads what was at {condition.at}"
        raise AssertionError(msg)

    def is_among(self, board: str, last: int) -> bool | None:
        """Likewise."""
        msg = f"a population reads the first {last} of {board}"
        raise AssertionError(msg)
