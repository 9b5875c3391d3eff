"""What an entry rests on beside its record, as it crosses the border."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pointrules.ledger.ground import CarriedOf, FirstListed, Ground, MonthsLeft
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel


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


WireGround: TypeAlias = WireFirstListed | WireMonthsLeft | WireCarriedOf


def wire_ground(ground: Ground) -> WireGround:
    """`ground` as it crosses the border."""
    match ground:
        case FirstListed(day):
            return WireFirstListed(day=day)
        case MonthsLeft(day, months, of_months):
            return WireMonthsLeft(day=day, months=months, of_months=of_months)
        case CarriedOf(balance):
            return WireCarriedOf(balance=number_text(balance))
        case _:
            assert_never(ground)
