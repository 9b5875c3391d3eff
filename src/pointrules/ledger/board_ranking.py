"""A board at a date: everyone's rank, and who is on it."""

from datetime import date

from msgspec import Struct

from pointrules.model.board import Board
from pointrules.model.number import Number
from pointrules.model.subject import Subject, SubjectKind


class BoardPlace(Struct, frozen=True):
    """The rank of one subject in its group, and whether that is on the board."""

    subject: Subject
    rank: int
    points: Number
    is_on_board: bool


class RankedGroup(Struct, frozen=True):
    """Those ranked together, in order of rank, then id.

    `name` is the value of the board's attribute, None where all are ranked together. `ranks` are
    on the board; with equals at the cut it may hold more subjects.
    """

    name: str | None
    ranks: int
    places: tuple[BoardPlace, ...]


class BoardRanking(Struct, frozen=True):
    """All groups, in order of name. `unplaced` cannot be ranked: a fact about them is missing."""

    board: Board
    subject_kind: SubjectKind
    as_of: date
    groups: tuple[RankedGroup, ...]
    unplaced: tuple[Subject, ...]

    def place_of(self, subject: Subject) -> tuple[RankedGroup, BoardPlace] | None:
        """The rank of a subject and the group it holds it in; None where it is not ranked."""
        for group in self.groups:
            for place in group.places:
                if place.subject == subject:
                    return group, place
        return None

    def only(self, subject: Subject) -> "BoardRanking":
        """The same with no other subject's rank."""
        groups = tuple(
            RankedGroup(group.name, group.ranks, (place,))
            for group in self.groups
            for place in group.places
            if place.subject == subject
        )
        unplaced = tuple(item for item in self.unplaced if item == subject)
        return BoardRanking(self.board, self.subject_kind, self.as_of, groups, unplaced)
