"""Boards ranked at a ledger's date."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from pointrules.engine.offer_desk import OfferDesk, OfferMoment
from pointrules.engine.truth import truth
from pointrules.ledger.board_ranking import BoardPlace, BoardRanking, RankedGroup
from pointrules.model.board import Board, BoardBound, Ties, TopRanks
from pointrules.model.condition import Comparison
from pointrules.model.number import Number
from pointrules.model.subject import Subject


def ranking(desk: OfferDesk, board: Board) -> BoardRanking:
    """Everyone on the register at the date whom the board is for, ranked in their groups."""
    kind = desk.kind_of(board)
    as_of = desk.as_of
    groups: dict[str | None, list[tuple[Subject, Number]]] = defaultdict(list)
    unplaced: list[Subject] = []
    for subject in desk.facts.subjects():
        if subject.kind is not kind or not desk.facts.is_listed(subject, as_of):
            continue
        if not desk.is_for(subject, board.account):
            continue
        moment = OfferMoment(desk, subject)
        is_meant = True if board.restriction is None else truth(board.restriction, moment)
        name = None if board.group is None else moment.value_of(board.group)
        points = desk.read(subject, board).points if is_meant else None
        is_unknown = points is None or (board.group is not None and name is None)
        if is_meant is None or (is_meant and is_unknown):
            unplaced.append(subject)
        elif points is not None:
            groups[_group_name(name)].append((subject, points))
    ranked = tuple(
        _ranked(board, name, groups[name]) for name in sorted(groups, key=lambda name: name or "")
    )
    return BoardRanking(board, kind, as_of, ranked, tuple(unplaced))


def _group_name(value: object) -> str | None:
    if isinstance(value, bool):
        return "是" if value else "否"
    return None if value is None else str(value)


def _ranked(
    board: Board, name: str | None, members: Sequence[tuple[Subject, Number]]
) -> RankedGroup:
    ranks = _ranks(board, len(members))
    places: list[BoardPlace] = []
    rank = 0
    for index, (subject, points) in enumerate(
        sorted(members, key=lambda item: (-item[1], item[0]))
    ):
        is_equal = bool(places) and places[-1].points == points
        match board.ties:
            case Ties.BY_ID:
                rank = index + 1
            case Ties.DENSE:
                rank = rank if is_equal else rank + 1
            case Ties.SHARED | None:
                rank = rank if is_equal else index + 1
        is_on_board = rank <= ranks and _is_within(points, board.bound)
        places.append(BoardPlace(subject, rank, points, is_on_board))
    return RankedGroup(name, ranks, tuple(places))


def _ranks(board: Board, members: int) -> int:
    """How many ranks are on the board; a share is one of all who are ranked in the group."""
    if isinstance(board.top, TopRanks):
        return board.top.last
    share = Fraction(members) * board.top.percent / 100
    return int(board.top.rounding.of(share))


def _is_within(points: Number, bound: BoardBound | None) -> bool:
    if bound is None:
        return True
    if bound.comparison is Comparison.AT_LEAST:
        return points >= bound.points
    return points > bound.points
