"""What flags took, gave back or kept back, as it crosses the border."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.flag_ground import (
    FlagGround,
    LapsedWithPeriod,
    ReturnedByRepair,
    TakenByFlag,
)
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel


class WireTaken(WireModel):
    """A flag took what lay above a number."""

    kind: Literal["taken-by-flag"] = "taken-by-flag"
    flag: str
    clause: str
    record: str | None = Field(description="id of the record that opened the flag; null for points")
    measure: Measure
    found: NumberText
    to: NumberText


class WireReturned(WireModel):
    """What a flag had taken comes back, since a record withdrew it."""

    kind: Literal["returned-by-repair"] = "returned-by-repair"
    flag: str
    closed_by: str
    taken_by: str = Field(description="the flag that had taken it")
    taken: NumberText
    taken_on: date


class WireLapsed(WireModel):
    """A record withdrew the flag, but the period is over from which it had taken."""

    kind: Literal["lapsed-with-period"] = "lapsed-with-period"
    flag: str
    closed_by: str
    taken_by: str = Field(description="the flag that had taken it")
    taken: NumberText
    taken_on: date
    left: NumberText = Field(description="what the period's end has left of it")


WireFlagGround: TypeAlias = WireTaken | WireReturned | WireLapsed


def wire_flag_ground(ground: FlagGround) -> WireFlagGround:
    """`ground` as it crosses the border."""
    match ground:
        case TakenByFlag():
            return WireTaken(
                flag=ground.flag,
                clause=ground.clause,
                record=ground.record_id,
                measure=ground.measure,
                found=number_text(ground.found),
                to=number_text(ground.to),
            )
        case ReturnedByRepair():
            return WireReturned(
                flag=ground.flag,
                closed_by=ground.closed_by,
                taken_by=ground.taken_by,
                taken=number_text(ground.taken),
                taken_on=ground.taken_on,
            )
        case LapsedWithPeriod():
            return WireLapsed(
                flag=ground.flag,
                closed_by=ground.closed_by,
                taken_by=ground.taken_by,
                taken=number_text(ground.taken),
                taken_on=ground.taken_on,
                left=number_text(ground.left),
            )
        case _:
            assert_never(ground)
