"""What a record's condition read of days that were over, told with its entry."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.closed_day import ClosedDay
from pointrules.model.measure import Measure
from pointrules.model.number import Number


class PastGrade(Struct, frozen=True):
    """The level of a grade on `day`, which is what `at` means; None where there was none yet."""

    grade: str
    at: ClosedDay
    day: date
    level: str | None


class PastPoints(Struct, frozen=True):
    """A measure of an account on `day`, which is what `at` means; None where there was none yet."""

    account: str
    measure: Measure
    at: ClosedDay
    day: date
    points: Number | None


class RowOfRecords(Struct, frozen=True):
    """The records that make a row (连续 2 次), by their ids, in order; the last is the entry's."""

    behaviour: str
    records: tuple[str, ...]


PastFact: TypeAlias = PastGrade | PastPoints | RowOfRecords


class PartOf(Struct, frozen=True):
    """Of a clause that names several (计给 各方), this is the part of `person`.

    The entry is of the household, whose members may each have one. `read` is what the condition
    read of the past, as without it.
    """

    person: str
    read: "ReadOfThePast | None"


class ReadOfThePast(Struct, frozen=True):
    """Everything of the past that the condition read, in the order of its words."""

    found: tuple[PastFact, ...]
