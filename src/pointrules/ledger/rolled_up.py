"""A measure of members, read at a date for whom they belong to, with its arithmetic."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from pointrules.model.number import Number, simplified
from pointrules.model.roll_up import RollUp
from pointrules.model.subject import Subject


class MemberPoints(Struct, frozen=True):
    """What one member has."""

    member: Subject
    points: Number


def rolled_up(members: Sequence[MemberPoints], roll_up: RollUp) -> Number | None:
    """The mean, rounded as the ruleset says; of nobody it is not known, never 0 (R35)."""
    if not members:
        return None
    mean = Fraction(sum(item.points for item in members)) / len(members)
    return simplified(mean) if roll_up.rounding is None else roll_up.rounding.of(mean)
