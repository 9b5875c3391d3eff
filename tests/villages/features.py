"""What a generated village may have; each has a few of them, so that it can be read."""

from enum import StrEnum
from typing import TypeAlias


class Feature(StrEnum):
    """A group of constructs that are drawn together."""

    SCANS = "scans"
    PERIODS = "periods"
    VALIDITY = "validity"
    FLAGS = "flags"
    SETTLEMENTS = "settlements"
    WHO = "who"
    REVIEW = "review"
    SPENDING = "spending"
    EDITIONS = "editions"
    DISCRETION = "discretion"
    OFFERS = "offers"
    COLLECTIVES = "collectives"


Mix: TypeAlias = frozenset[Feature]
