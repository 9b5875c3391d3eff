"""Limits (上限): how much of a clause, category or account counts in a period."""

from enum import StrEnum

from msgspec import Struct

from pointrules.model.scan import Scan
from pointrules.source.source_file import Span


class Beyond(StrEnum):
    """What happens to an amount that does not fit: cut to the room left, or not counted at all."""

    CUT = "cut"
    REFUSE = "refuse"


class Limit(Struct, frozen=True):
    """`scan.window` is a `Period`, `scan.transfer` a `LetThrough`; `maximum` is above or equal 0.

    With `Period.RECORD` the maximum holds for each record by itself. A limit on points of
    direction NET belongs to accounts only (合计最多) and bounds the balance itself.
    """

    scan: Scan
    beyond: Beyond
    origin: Span


def is_same_rule(one: Limit, other: Limit) -> bool:
    """Whether two limits are written alike, whoever they belong to."""
    return _written(one.scan) == _written(other.scan)


def _written(scan: Scan) -> tuple[object, ...]:
    names = tuple(attribute.name for attribute in scan.key)
    return (scan.window, scan.transfer, names, scan.per)
