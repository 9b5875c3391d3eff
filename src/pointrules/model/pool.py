"""Pools (分红): a sum of money divided by points."""

from enum import StrEnum

from msgspec import Struct

from pointrules.model.condition import Condition
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding
from pointrules.source.source_file import Span


class Remainder(StrEnum):
    """What becomes of the money that cutting shares leaves over.

    KEPT (留存), or TO_HIGHEST (归 最高者): to whoever has most points, of equals the first by id.
    """

    KEPT = "kept"
    TO_HIGHEST = "to-highest"


class Pool(Struct, frozen=True):
    """`total` yuan divided among the eligible by a measure; points below 0 count as 0.

    Shares are cut down by `rounding`, so that they and the remainder make the total exactly.
    """

    name: str
    eligibility: Condition | None
    total: Number
    account: str
    measure: Measure
    rounding: Rounding
    remainder: Remainder
    origin: Span
