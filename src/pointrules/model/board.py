"""Boards (榜单): who has most of a measure."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.condition import Comparison, Condition, SubjectAttribute
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding
from pointrules.model.roll_up import RollUp
from pointrules.source.source_file import Span


class Ties(StrEnum):
    """What equals get.

    SHARED: one rank, and the next takes none of theirs (1, 1, 3); all equals at the cut are in.
    DENSE: the next rank follows (1, 1, 2). BY_ID: ranks of their own, in order of id (1, 2, 3).
    """

    SHARED = "shared"
    DENSE = "dense"
    BY_ID = "by-id"


class TopRanks(Struct, frozen=True):
    """前 10 名: the ranks up to `last`."""

    last: int


class TopShare(Struct, frozen=True):
    """前 10%: so many ranks as that share of those who are ranked, rounded to whole ones."""

    percent: Number
    rounding: Rounding


class BoardBound(Struct, frozen=True):
    """高于 0 分 的: nobody else is on the board; all are ranked, and counted for a share."""

    comparison: Comparison
    points: Number


class Board(Struct, frozen=True):
    """Ranks by a measure, highest first, among the listed subjects of the account's kind.

    With `roll_up` the account is the members', and those ranked are whom they belong to.

    `group` ranks each value of an attribute by itself. `restriction` (限) says who is ranked at
    all. `ties` is None where the ruleset does not say: then equals share a rank.
    """

    name: str
    account: str
    measure: Measure
    group: SubjectAttribute | None
    top: TopRanks | TopShare
    ties: Ties | None
    restriction: Condition | None
    bound: BoardBound | None
    origin: Span
    roll_up: RollUp | None = None


BoardTop: TypeAlias = TopRanks | TopShare
