"""What an entry rests on beside its record, as it crosses the border."""

from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from pointrules.ledger.ground import (
    CarriedOf,
    Expired,
    FirstListed,
    Ground,
    MonthsLeft,
    OpenDeductions,
    Settled,
)
from pointrules.ledger.past_ground import PartOf, ReadOfThePast
from pointrules.model.number import number_text
from pointrules.records.redemption import Redemption
from pointrules.wire.flag_ground_json import WireFlagGround, wire_flag_ground
from pointrules.wire.past_json import WirePartOf, WireReadOfThePast, wire_part, wire_past
from pointrules.wire.settlement_json import WireSettled, wire_settled
from pointrules.wire.wire_model import NumberText, WireLine, WireModel, WireSubject


class WireFirstListed(WireModel):
    """The base for newcomers: listed for the first time ever on `day`."""

    kind: Literal["first-listed"] = "first-listed"
    day: date


class WireMonthsLeft(WireModel):
    """A base in proportion: listed since `day`, for so many of the period's months."""

    kind: Literal["months-left"] = "months-left"
    day: date
    months: int
    of_months: int


class WireCarriedOf(WireModel):
    """A part of the last period's balance is carried."""

    kind: Literal["carried-of"] = "carried-of"
    balance: NumberText


class WireOpenDeduction(WireModel):
    """One deduction of a record of which the flag is open."""

    record_id: str
    points: NumberText


class WireOpenDeductions(WireModel):
    """Deductions are carried over a reset, since their flag is open."""

    kind: Literal["open-deductions"] = "open-deductions"
    flag: str
    deductions: tuple[WireOpenDeduction, ...]


class WireExpired(WireModel):
    """An entry that was valid up to `last_day` and is taken back: when, by what, how much."""

    kind: Literal["expired"] = "expired"
    day: date
    points: NumberText
    clause: str | None
    record_id: str | None
    last_day: date


class WireRedemption(WireModel):
    """Points exchanged for something, as the line of the log has it."""

    kind: Literal["redemption"] = "redemption"
    id: str
    at: WireLine
    occurred_on: date
    entered_on: date
    household: str | None
    person: str | None
    collective: WireSubject | None = Field(description="a group, an organisation or the village")
    points: NumberText = Field(description="above 0")
    goods: str | None


WireGround: TypeAlias = (
    WireSettled
    | WireFirstListed
    | WireMonthsLeft
    | WireCarriedOf
    | WireRedemption
    | WireOpenDeductions
    | WireExpired
    | WireReadOfThePast
    | WirePartOf
    | WireFlagGround
)


def wire_ground(ground: Ground) -> WireGround:
    """`ground` as it crosses the border."""
    match ground:
        case FirstListed(day):
            return WireFirstListed(day=day)
        case MonthsLeft(day, months, of_months):
            return WireMonthsLeft(day=day, months=months, of_months=of_months)
        case CarriedOf(balance):
            return WireCarriedOf(balance=number_text(balance))
        case Settled():
            return wire_settled(ground)
        case Redemption():
            return WireRedemption(
                id=ground.id,
                at=WireLine(file=ground.at.file, number=ground.at.number),
                occurred_on=ground.occurred_on,
                entered_on=ground.entered_on,
                household=ground.household,
                person=ground.person,
                collective=None
                if ground.collective is None
                else WireSubject(kind=ground.collective.kind, id=ground.collective.id),
                points=number_text(ground.points),
                goods=ground.goods,
            )
        case OpenDeductions(flag, deductions):
            return WireOpenDeductions(
                flag=flag,
                deductions=tuple(
                    WireOpenDeduction(record_id=record_id, points=number_text(points))
                    for record_id, points in deductions
                ),
            )
        case Expired(day, points, clause, record_id, last_day):
            return WireExpired(
                day=day,
                points=number_text(points),
                clause=clause,
                record_id=record_id,
                last_day=last_day,
            )
        case ReadOfThePast():
            return wire_past(ground)
        case PartOf():
            return wire_part(ground)
        case _:
            return wire_flag_ground(ground)
