"""Boards on the wire: every rank, and which of them are on the board."""

from pydantic import Field

from pointrules.ledger.board_ranking import BoardRanking
from pointrules.model.board import Ties
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords


class WirePlace(WireModel):
    """The rank of one subject."""

    subject: WireSubject
    rank: int
    points: NumberText
    on_board: bool


class WireRankedGroup(WireModel):
    """Those ranked together."""

    name: str | None = Field(description="null where all are ranked together")
    ranks: int = Field(description="how many ranks are on the board")
    places: tuple[WirePlace, ...] = Field(description="in order of rank, then id")


class WireBoard(WireModel):
    """A board at as_of."""

    name: str
    account: str
    measure: Measure
    ties: Ties
    groups: tuple[WireRankedGroup, ...]
    unplaced: tuple[WireSubject, ...] = Field(description="not ranked: a fact is missing")
    words: Words


def wire_board(ranking: BoardRanking, words: WireWords) -> WireBoard:
    """A board as it crosses the border."""
    board = ranking.board
    return WireBoard(
        name=board.name,
        account=board.account,
        measure=board.measure,
        ties=board.ties or Ties.SHARED,
        groups=tuple(
            WireRankedGroup(
                name=group.name,
                ranks=group.ranks,
                places=tuple(
                    WirePlace(
                        subject=WireSubject(kind=place.subject.kind, id=place.subject.id),
                        rank=place.rank,
                        points=number_text(place.points),
                        on_board=place.is_on_board,
                    )
                    for place in group.places
                ),
            )
            for group in ranking.groups
        ),
        unplaced=tuple(WireSubject(kind=item.kind, id=item.id) for item in ranking.unplaced),
        words=words.board(board),
    )
