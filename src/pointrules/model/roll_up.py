"""Measures of members read for whom they belong to: 成员平均 积分, 户主 积分."""

from enum import StrEnum

from msgspec import Struct

from pointrules.model.number import Rounding
from pointrules.model.subject import SubjectKind


class RollUpKind(StrEnum):
    """MEAN (成员平均): of the listed members at the date. HEAD (户主): of the household's head."""

    MEAN = "mean"
    HEAD = "head"


class RollUp(Struct, frozen=True):
    """How members' points are read for a subject of `subject_kind`; a mean says its rounding.

    It is read at a ledger's date, with the members of that day: an account gets no entries by it
    (R37).
    """

    kind: RollUpKind
    subject_kind: SubjectKind
    rounding: Rounding | None
