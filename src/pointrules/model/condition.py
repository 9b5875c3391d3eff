"""Typed conditions over a record, its subject's dated attributes, flags, grades and measures.

A condition is true, false or not known: an attribute that nobody registered is *not known*, never
0 and never false. 且 and 或 then follow Kleene's tables (false 且 unknown is false).
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.closed_day import ClosedDay
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import Attribute
from pointrules.source.source_file import Span


class Comparison(StrEnum):
    """≥ ≤ > < as words of a rule have them; 以上 and 起 include the number, 不足 excludes it."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"


class RecordAttribute(Struct, frozen=True):
    """An attribute that the record carries."""

    attribute: Attribute


class SubjectAttribute(Struct, frozen=True):
    """A dated attribute of the record's household or person, as on the date of occurrence.

    In an offer it is read at the offer's date.
    """

    kind: SubjectKind
    attribute: Attribute


Operand: TypeAlias = RecordAttribute | SubjectAttribute


class BehaviourIs(Struct, frozen=True):
    """The record is of one of `behaviours` (canonical names)."""

    behaviours: tuple[str, ...]
    origin: Span


class IsOneOf(Struct, frozen=True):
    """An enumerated or text attribute has one of `values`."""

    operand: Operand
    values: tuple[str, ...]
    origin: Span


class ComparesNumber(Struct, frozen=True):
    """A numeric attribute compared with `bound`, which is in the attribute's own unit."""

    operand: Operand
    comparison: Comparison
    bound: Number
    origin: Span


class EqualsNumber(Struct, frozen=True):
    """A numeric attribute is exactly `number`, in the attribute's own unit."""

    operand: Operand
    number: Number
    origin: Span


class ComparesDate(Struct, frozen=True):
    """A date attribute, or the record's date of occurrence (`operand` None), against a day."""

    operand: Operand | None
    comparison: Comparison
    day: date
    origin: Span


class ComparesDays(Struct, frozen=True):
    """A date against another one, `days` later: 答复日 不晚于 发生日期 后 7 天.

    `operand` or `other` None is the record's date of occurrence. The day itself is not counted.
    """

    operand: Operand | None
    comparison: Comparison
    other: Operand | None
    days: int
    origin: Span


class AgeCompares(Struct, frozen=True):
    """The full years since a date attribute (出生日期 满 18 岁) compared with `years`.

    The anniversary itself completes the year.
    """

    operand: Operand
    comparison: Comparison
    years: int
    origin: Span


def anniversary(day: date, years: int) -> date:
    """The day that completes so many years; where the month has no such day, its last one."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=day.day - 1)


def full_years(born: date, day: date) -> int:
    """How many years are complete on `day`; below 0 before the first day."""
    years = day.year - born.year
    return years if day >= anniversary(born, years) else years - 1


class IsTrue(Struct, frozen=True):
    """A yes/no attribute is 是."""

    operand: Operand
    origin: Span


class FlagIsOpen(Struct, frozen=True):
    """A flag of the subject is open on the date of occurrence, or on the offer's date."""

    flag: str
    origin: Span


class NoRecordOf(Struct, frozen=True):
    """The subject has no approved record of `behaviour` in the period that the date falls in.

    For a record: none earlier in the order of evaluation; for an offer: none up to its date.
    """

    behaviour: str
    period: Period
    origin: Span


class GradeCompares(Struct, frozen=True):
    """A grade compared with one of its levels; `rank` counts levels from the lowest, 0.

    `top` is the rank of the highest level. A clause reads it of a closed day `at` only, an offer at
    its own date as well.
    """

    grade: str
    comparison: Comparison
    level: str
    rank: int
    origin: Span
    at: ClosedDay | None = None
    top: int | None = None


class MeasureCompares(Struct, frozen=True):
    """A measure of an account compared with a number of points.

    A clause reads it of a closed day `at` only, an offer at its own date as well.
    """

    account: str
    measure: Measure
    comparison: Comparison
    bound: Number
    origin: Span
    at: ClosedDay | None = None


class TallyKind(StrEnum):
    """次数, 合计 and 平均 of a numeric attribute, 占比: how many per cent of the records match."""

    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"


class Tally(Struct, frozen=True):
    """What a subject's records of one behaviour come to over a stretch of days.

    `matching` asks each record (None: every one matches). `summed` is None but for SUM and MEAN.
    These are in the attribute's own unit, a share is in per cent.
    """

    behaviour: str
    matching: "Condition | None"
    kind: TallyKind
    summed: Attribute | None
    origin: Span


class OnRegister(Struct, frozen=True):
    """Listed on every day of that period up to the settlement (全年在册); None: at its end."""

    throughout: Period | None
    origin: Span


class TallyCompares(Struct, frozen=True):
    """本月 志愿服务 次数 ≥ 3 次: a tally of the period that the settlement's day falls in."""

    tally: Tally
    period: Period
    comparison: Comparison
    bound: Number
    origin: Span


class NoneTallied(Struct, frozen=True):
    """本年 没有 纠纷: no record matches. `tally.kind` is COUNT; EVER: not up to the day."""

    tally: Tally
    period: Period
    origin: Span


class PeriodsInARow(Struct, frozen=True):
    """连续 3 个月 …: `each` holds for so many periods, the one settled being the last.

    The row begins anew after the clause gave something (R34).
    """

    length: int
    period: Period
    each: TallyCompares | NoneTallied
    origin: Span


class RecordsInARow(Struct, frozen=True):
    """连续 2 次 卫生检查 等次 差: with this record, a row of `length` that matches is full.

    The row begins anew after each full one; a record of `behaviour` that does not match breaks it.
    """

    length: int
    behaviour: str
    matching: "Condition | None"
    origin: Span


class IsAmong(Struct, frozen=True):
    """The subject holds a rank up to `last` on a board; in offers only."""

    board: str
    last: int
    origin: Span


class Not(Struct, frozen=True):
    """非."""

    item: "Condition"
    origin: Span


class And(Struct, frozen=True):
    """且: all hold."""

    items: "tuple[Condition, ...]"
    origin: Span


class Or(Struct, frozen=True):
    """或: at least one holds."""

    items: "tuple[Condition, ...]"
    origin: Span


Condition: TypeAlias = (
    BehaviourIs
    | IsOneOf
    | ComparesNumber
    | EqualsNumber
    | ComparesDate
    | ComparesDays
    | AgeCompares
    | IsTrue
    | FlagIsOpen
    | NoRecordOf
    | GradeCompares
    | MeasureCompares
    | IsAmong
    | OnRegister
    | TallyCompares
    | NoneTallied
    | PeriodsInARow
    | RecordsInARow
    | Not
    | And
    | Or
)


def exact_level(condition: Condition) -> GradeCompares | None:
    """The level that a grade must be (星级 是 四星): at least that, and at most that."""
    if not isinstance(condition, And) or len(condition.items) != _BOTH_ENDS:
        return None
    least, most = condition.items
    if (
        isinstance(least, GradeCompares)
        and isinstance(most, GradeCompares)
        and (least.comparison, most.comparison) == (Comparison.AT_LEAST, Comparison.AT_MOST)
        and (least.grade, least.rank, least.at) == (most.grade, most.rank, most.at)
    ):
        return least
    return None


_BOTH_ENDS = 2

OfSettlement: TypeAlias = OnRegister | TallyCompares | NoneTallied | PeriodsInARow
"""What only a settlement can ask."""

OfOneMoment: TypeAlias = OfSettlement | RecordsInARow
"""What only a settlement, or only a record, can ask."""


def leaves_of(condition: Condition) -> Iterator[Condition]:
    """What it asks, free of 且, 或 and 非."""
    match condition:
        case And(items) | Or(items):
            for item in items:
                yield from leaves_of(item)
        case Not(item):
            yield from leaves_of(item)
        case _:
            yield condition
