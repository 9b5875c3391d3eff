"""Grades (等级): bands of a measure with names."""

from msgspec import Struct

from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.roll_up import RollUp
from pointrules.source.source_file import Span


class GradeBand(Struct, frozen=True):
    """From `lower` on, itself included if `inclusive`, the grade is `level`."""

    lower: Number
    inclusive: bool
    level: str


class Grade(Struct, frozen=True):
    """Bands rise; `otherwise` (其余) is the level of whoever reaches none.

    With `roll_up` the account is the members', and the grade of whom they belong to.
    """

    name: str
    account: str
    measure: Measure
    bands: tuple[GradeBand, ...]
    otherwise: str
    origin: Span
    roll_up: RollUp | None = None

    @property
    def levels(self) -> tuple[str, ...]:
        """All levels, the lowest first."""
        return (self.otherwise, *(band.level for band in self.bands))

    def rank_at(self, points: Number) -> int:
        """The rank, counted from the lowest level, 0, of a measure of `points`."""
        rank = 0
        for index, band in enumerate(self.bands, start=1):
            if points > band.lower or (band.inclusive and points == band.lower):
                rank = index
        return rank
