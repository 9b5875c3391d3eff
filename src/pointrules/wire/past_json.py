"""What a record's condition read of the past, as it crosses the border."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.past_ground import (
    PartOf,
    PastFact,
    PastGrade,
    PastPoints,
    ReadOfThePast,
    RowOfRecords,
)
from pointrules.model.closed_day import ClosedDay
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel


class WirePastGrade(WireModel):
    """A grade on a day that was over."""

    kind: Literal["past-grade"] = "past-grade"
    grade: str
    at: ClosedDay
    day: date
    level: str | None = Field(description="null where there was none yet")


class WirePastPoints(WireModel):
    """A measure of an account on a day that was over."""

    kind: Literal["past-points"] = "past-points"
    account: str
    measure: Measure
    at: ClosedDay
    day: date
    points: NumberText | None = Field(description="null where there were none yet")


class WireRowOfRecords(WireModel):
    """The records that make a row, in order; the last is the entry's."""

    kind: Literal["row-of-records"] = "row-of-records"
    behaviour: str
    records: tuple[str, ...]


WirePastFact: TypeAlias = WirePastGrade | WirePastPoints | WireRowOfRecords


class WireReadOfThePast(WireModel):
    """Everything of the past that a record's condition read."""

    kind: Literal["read-of-the-past"] = "read-of-the-past"
    found: tuple[WirePastFact, ...]


class WirePartOf(WireModel):
    """Of a clause that names several, the part of one member of the household."""

    kind: Literal["part-of"] = "part-of"
    person: str
    read: WireReadOfThePast | None = Field(description="what the condition read of the past")


def wire_part(ground: PartOf) -> WirePartOf:
    """`ground` as it crosses the border."""
    return WirePartOf(
        person=ground.person, read=None if ground.read is None else wire_past(ground.read)
    )


def wire_past(ground: ReadOfThePast) -> WireReadOfThePast:
    """`ground` as it crosses the border."""
    return WireReadOfThePast(found=tuple(wire_past_fact(item) for item in ground.found))


def wire_past_fact(item: PastFact) -> WirePastFact:
    """One of its facts."""
    match item:
        case PastGrade(grade, at, day, level):
            return WirePastGrade(grade=grade, at=at, day=day, level=level)
        case PastPoints(account, measure, at, day, points):
            told = None if points is None else number_text(points)
            return WirePastPoints(account=account, measure=measure, at=at, day=day, points=told)
        case RowOfRecords(behaviour, records):
            return WireRowOfRecords(behaviour=behaviour, records=records)
        case _:
            assert_never(item)
