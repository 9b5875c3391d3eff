"""Clauses that look at points instead of records: a level that is reached opens a flag."""

from msgspec import Struct

from pointrules.model.condition import Comparison
from pointrules.model.flag import OpensFlag
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.source.source_file import Span


class TriggerClause(Struct, frozen=True):
    """When a measure reaches `bound`, flags are opened (积分 本年累计扣分 达到 10 分 的，…).

    It is asked at the end of each day on which entries moved the measure towards the bound; what
    it opens begins on the next day, so that the result of a day never feeds back into itself.
    """

    number: str
    text: str | None
    category: str | None
    account: str
    measure: Measure
    comparison: Comparison
    bound: Number
    flags: tuple[OpensFlag, ...]
    origin: Span
