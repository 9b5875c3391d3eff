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


class WireEndAgain(WireModel):
    """The end of a period without some points, and as it would have been with them."""

    last_day: date
    without: NumberText = Field(description="the balance at the end, without these points")
    left_without: NumberText = Field(description="what the next period began with of it")
    together: NumberText = Field(description="the balance at the end, had the points been there")
    left_together: NumberText = Field(description="what the next period would have begun with")


class WireKeptBack(WireModel):
    """Points that were let enter as 0."""

    record: str | None = Field(description="id of their record; null where a settlement gave them")


class WireLapsed(WireModel):
    """A record withdrew the flag, but the period is over from which it had taken."""

    kind: Literal["lapsed-with-period"] = "lapsed-with-period"
    flag: str
    closed_by: str
    taken_by: str = Field(description="the flag that had taken it")
    taken: NumberText
    taken_on: date
    left: NumberText = Field(description="what the period's end has left of it")
    kept: WireKeptBack | None = Field(description="null where the flag had taken the points")
    ends: tuple[WireEndAgain, ...] = Field(description="the ends of periods since, in order")


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
                kept=None if ground.kept is None else WireKeptBack(record=ground.kept.record_id),
                ends=tuple(
                    WireEndAgain(
                        last_day=end.last_day,
                        without=number_text(end.without),
                        left_without=number_text(end.left_without),
                        together=number_text(end.together),
                        left_together=number_text(end.left_together),
                    )
                    for end in ground.ends
                ),
            )
        case _:
            assert_never(ground)
