"""Units of quantities: which ones exist, and which convert into each other."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct

from pointrules.model.number import Number


class Unit(Struct, frozen=True):
    """A unit; units of one `dimension` convert by `factor`, others never mix.

    `factor` is how many of the dimension's first unit one of this unit is: 万元 has 10000 (元).
    What is `counted` comes in whole numbers only: people, times, bags.
    """

    symbol: str
    english: str
    dimension: str
    factor: Number = 1
    counted: bool = False


POINT = Unit("分", "points", "points")
TIME = Unit("次", "times", "times", counted=True)
PERCENT = Unit("%", "%", "share")
PERCENTAGE_POINT = Unit("个百分点", "percentage points", "rate cut")
BASIS_POINT = Unit("基点", "basis points", "rate cut", Fraction(1, 100))
YUAN = Unit("元", "yuan", "money")

UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        unit.symbol: unit
        for unit in (
            POINT,
            TIME,
            PERCENT,
            PERCENTAGE_POINT,
            BASIS_POINT,
            YUAN,
            Unit("万元", "ten thousand yuan", "money", 10000),
            Unit("小时", "hours", "working time"),
            Unit("分钟", "minutes", "working time", Fraction(1, 60)),
            Unit("天", "days", "days", counted=True),
            Unit("个月", "months", "months", counted=True),
            Unit("年", "years", "years", counted=True),
            Unit("岁", "years of age", "age", counted=True),
            Unit("人", "people", "people", counted=True),
            Unit("户", "households", "households", counted=True),
            Unit("个", "pieces", "pieces", counted=True),
            Unit("件", "items", "items", counted=True),
            Unit("处", "places", "places", counted=True),
            Unit("棵", "trees", "trees", counted=True),
            Unit("袋", "bags", "bags", counted=True),
            Unit("瓶", "bottles", "bottles", counted=True),
            Unit("公斤", "kilograms", "mass"),
            Unit("斤", "jin", "mass", Fraction(1, 2)),
            Unit("亩", "mu", "land"),
            Unit("平方米", "square metres", "area"),
            Unit("米", "metres", "length"),
            Unit("公里", "kilometres", "length", 1000),
        )
    }
)
"""The units that every ruleset knows; a vocabulary may declare more things to count (单位)."""
