"""Whether a condition holds: true, false, or None where it is not known (Kleene's tables)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol, TypeAlias, assert_never

from pointrules.model.condition import (
    AgeCompares,
    And,
    BehaviourIs,
    ComparesDate,
    ComparesDays,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    FlagIsOpen,
    GradeCompares,
    IsAmong,
    IsOneOf,
    IsTrue,
    MeasureCompares,
    NoneTallied,
    NoRecordOf,
    Not,
    OfOneMoment,
    OnRegister,
    Operand,
    Or,
    PeriodsInARow,
    RecordsInARow,
    TallyCompares,
    full_years,
    leaves_of,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue

PastCondition: TypeAlias = GradeCompares | MeasureCompares
"""One that can be read of a closed day."""


class Moment(Protocol):
    """What conditions read: a record on its date of occurrence, or a subject on an offer's date."""

    @property
    def day(self) -> date:
        """The date of occurrence, or of the offer."""
        ...

    @property
    def behaviour(self) -> str:
        """The behaviour of the record."""
        ...

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """The attribute, or None where it is not known."""
        ...

    def flag_is_open(self, flag: str) -> bool:
        """Whether the flag is open on the day."""
        ...

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Whether there is an earlier record of `behaviour` in the period of the day."""
        ...

    def grade_rank(self, grade: str) -> int | None:
        """The rank of the grade held, or None where it is not known."""
        ...

    def points(self, account: str, measure: Measure) -> Number | None:
        """The measure, or None where it is not known."""
        ...

    def was(self, condition: PastCondition) -> bool | None:
        """Whether it held on its closed day, or None where it is not known."""
        ...

    def is_among(self, board: str, last: int) -> bool | None:
        """Whether a rank up to `last` is held on the board, or None where it is not known."""
        ...

    def answers(self, question: OfOneMoment) -> bool | None:
        """Whether it holds, which only some moments can be asked."""
        ...


class Past(Protocol):
    """Grades and points of days that are over."""

    def held(
        self,
        condition: PastCondition,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> bool | None:
        """Whether the condition held on `day`; None where it is not known."""
        ...

    def points(
        self,
        condition: MeasureCompares,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> Number | None:
        """What the measure was on `day`; None where it is not known."""
        ...

    def level(
        self,
        condition: GradeCompares,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> str | None:
        """The level of the grade on `day`; None where it is not known."""
        ...


def truth(condition: Condition, moment: Moment) -> bool | None:
    """Whether `condition` holds; None is not known."""
    match condition:
        case BehaviourIs():
            return moment.behaviour in condition.behaviours
        case ComparesNumber():
            value = moment.value_of(condition.operand)
            return None if value is None else _compares(value, condition)
        case IsOneOf():
            value = moment.value_of(condition.operand)
            return None if value is None else value in condition.values
        case And():
            return _all_hold(condition.items, moment)
        case Or():
            return _one_holds(condition.items, moment)
        case Not():
            return _negated(truth(condition.item, moment))
        case IsTrue() | EqualsNumber():
            value = moment.value_of(condition.operand)
            wanted = condition.number if isinstance(condition, EqualsNumber) else True
            return None if value is None else value == wanted
        case ComparesDate() | ComparesDays() | AgeCompares():
            return _of_dates(condition, moment)
        case FlagIsOpen():
            return moment.flag_is_open(condition.flag)
        case NoRecordOf():
            return not moment.has_record_of(condition.behaviour, condition.period)
        case GradeCompares() | MeasureCompares():
            return _of_points(condition, moment)
        case IsAmong(board, last):
            return moment.is_among(board, last)
        case OnRegister() | TallyCompares() | NoneTallied() | PeriodsInARow() | RecordsInARow():
            return moment.answers(condition)
        case _:
            assert_never(condition)


def _of_dates(condition: ComparesDate | ComparesDays | AgeCompares, moment: Moment) -> bool | None:
    operand = condition.operand
    day = moment.day if operand is None else moment.value_of(operand)
    if day is None:
        return None
    match condition:
        case ComparesDate():
            return _compares_date(day, condition)
        case AgeCompares():
            return _compares_age(day, moment.day, condition)
        case ComparesDays(other=other):
            than = moment.day if other is None else moment.value_of(other)
            return None if than is None else _compares_days(day, than, condition)
        case _:
            assert_never(condition)


def _of_points(condition: PastCondition, moment: Moment) -> bool | None:
    """A grade or a measure, of the moment or of a day that is over."""
    if condition.at is not None:
        return moment.was(condition)
    if isinstance(condition, GradeCompares):
        rank = moment.grade_rank(condition.grade)
        return None if rank is None else ordered(rank, condition.comparison, condition.rank)
    points = moment.points(condition.account, condition.measure)
    return None if points is None else ordered(points, condition.comparison, condition.bound)


def unknown_operand(condition: Condition, moment: Moment) -> Operand | None:
    """The first attribute for want of which `condition` is not known."""
    for leaf in leaves_of(condition):
        if isinstance(
            leaf, IsOneOf | ComparesNumber | EqualsNumber | ComparesDate | AgeCompares | IsTrue
        ):
            operand = leaf.operand
            if operand is not None and moment.value_of(operand) is None:
                return operand
        if isinstance(leaf, ComparesDays):
            for asked in (leaf.operand, leaf.other):
                if asked is not None and moment.value_of(asked) is None:
                    return asked
    return None


def past_conditions(condition: Condition) -> Iterator[PastCondition]:
    """The parts of `condition` that are read of a closed day."""
    for leaf in leaves_of(condition):
        if isinstance(leaf, GradeCompares | MeasureCompares) and leaf.at is not None:
            yield leaf


def read_of_past(condition: Condition) -> Iterator[PastCondition | RecordsInARow]:
    """The parts of `condition` of which a villager cannot see what they read."""
    for leaf in leaves_of(condition):
        if isinstance(leaf, RecordsInARow) or (
            isinstance(leaf, GradeCompares | MeasureCompares) and leaf.at is not None
        ):
            yield leaf


def as_number(value: AttributeValue) -> Number:
    """The number that a numeric attribute carries."""
    if isinstance(value, (str, date)):
        msg = f"a numeric attribute carries {value!r}"
        raise TypeError(msg)
    return value


def ordered(left: Number, comparison: Comparison, right: Number) -> bool:
    """Whether `left` stands to `right` as the comparison says."""
    match comparison:
        case Comparison.AT_LEAST:
            return left >= right
        case Comparison.AT_MOST:
            return left <= right
        case Comparison.ABOVE:
            return left > right
        case Comparison.BELOW:
            return left < right


def _all_hold(items: tuple[Condition, ...], moment: Moment) -> bool | None:
    """False where one is false, else not known where one is not known, else true."""
    result: bool | None = True
    for item in items:
        holds = truth(item, moment)
        if holds is False:
            return False
        if holds is None:
            result = None
    return result


def _one_holds(items: tuple[Condition, ...], moment: Moment) -> bool | None:
    """True where one is true, else not known where one is not known, else false."""
    result: bool | None = False
    for item in items:
        holds = truth(item, moment)
        if holds:
            return True
        if holds is None:
            result = None
    return result


def _negated(holds: bool | None) -> bool | None:  # noqa: FBT001
    return None if holds is None else not holds


def _compares(value: AttributeValue, condition: ComparesNumber) -> bool:
    return ordered(as_number(value), condition.comparison, condition.bound)


def _compares_date(day: AttributeValue, condition: ComparesDate) -> bool:
    if not isinstance(day, date):
        msg = f"a date attribute carries {day!r}"
        raise TypeError(msg)
    return ordered(day.toordinal(), condition.comparison, condition.day.toordinal())


def _compares_days(day: AttributeValue, than: AttributeValue, condition: ComparesDays) -> bool:
    if not isinstance(day, date) or not isinstance(than, date):
        msg = f"date attributes carry {day!r} and {than!r}"
        raise TypeError(msg)
    return ordered((day - than).days, condition.comparison, condition.days)


def _compares_age(born: AttributeValue, day: date, condition: AgeCompares) -> bool:
    if not isinstance(born, date):
        msg = f"a date attribute carries {born!r}"
        raise TypeError(msg)
    return ordered(full_years(born, day), condition.comparison, condition.years)
