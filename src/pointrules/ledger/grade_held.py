"""Grades held: the level that a measure gives at a date."""

from msgspec import Struct

from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.rolled_up import MemberPoints
from pointrules.model.grade import Grade
from pointrules.model.number import Number
from pointrules.model.subject import Subject


class GradeHeld(Struct, frozen=True):
    """The level that a measure of `points` gives, or the one that a flag keeps it down to.

    `by_points` is the level that the points alone would give; `bound_by` the flag, if one bounds.
    `members` are those whose points were rolled up.
    """

    grade: Grade
    subject: Subject
    points: Number
    level: str
    by_points: str
    bound_by: FlagInterval | None
    members: tuple[MemberPoints, ...] = ()
