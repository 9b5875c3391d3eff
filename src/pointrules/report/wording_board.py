"""Boards in words: who is on them, and where a household stands."""

from pointrules.ledger.board_ranking import BoardPlace, BoardRanking, RankedGroup
from pointrules.model.board import Board, Ties, TopRanks
from pointrules.model.condition import Comparison
from pointrules.model.number import number_text
from pointrules.model.subject import Subject
from pointrules.report.wording_beneficiary import SUBJECT_KINDS
from pointrules.report.wording_condition import condition_words
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words
from pointrules.report.wording_rolled_up import rolled_account_words
from pointrules.source.language import Language

_TIES = {
    Language.ZH: {
        Ties.SHARED: "并列同名次",
        Ties.DENSE: "并列不占名次",
        Ties.BY_ID: "并列按编号",
    },
    Language.EN: {
        Ties.SHARED: "equals share a rank",
        Ties.DENSE: "equals take one rank",
        Ties.BY_ID: "equals in order of id",
    },
}


def board_words(board: Board, language: Language) -> str:
    """What the board goes by: `积分 本期，小组 内 前 3 名，并列同名次`."""
    chinese = language is Language.ZH
    account = rolled_account_words(board.account, board.roll_up, language)
    measure = f"{account} {MEASURES[language][board.measure]}"
    top = board.top
    if isinstance(top, TopRanks):
        ranks = f"前 {top.last} 名" if chinese else f"top {top.last}"
    else:
        percent = number_text(top.percent)
        ranks = f"前 {percent}%" if chinese else f"top {percent}%"
    if board.group is not None:
        name = board.group.attribute.name
        ranks = f"{name} 内 {ranks}" if chinese else f"{ranks} within each {name}"
    words = [measure, ranks, _TIES[language][board.ties or Ties.SHARED]]
    if board.restriction is not None:
        only = condition_words(board.restriction, language)
        words.append(f"限 {only}" if chinese else f"only for {only}")
    if board.bound is not None:
        points = points_words(board.bound.points, language)
        if board.bound.comparison is Comparison.AT_LEAST:
            words.append(f"不低于 {points}" if chinese else f"at least {points}")
        else:
            words.append(f"高于 {points}" if chinese else f"more than {points}")
    return ("，" if chinese else ", ").join(words)


def board_lines(ranking: BoardRanking, language: Language) -> list[str]:
    """Everyone on the board, in order, and who could not be ranked."""
    chinese = language is Language.ZH
    lines: list[str] = []
    for group in ranking.groups:
        on_board = [place for place in group.places if place.is_on_board]
        prefix = "" if group.name is None else f"{group.name} "
        for place in on_board:
            points = points_words(place.points, language)
            if chinese:
                lines.append(f"{prefix}第 {place.rank} 名 {place.subject.id} {points}")
            else:
                lines.append(f"{prefix}{place.rank}. {place.subject.id}, {points}")
        if not on_board:
            lines.append(f"{prefix}没有" if chinese else f"{prefix}none")
    if not ranking.groups:
        lines.append("没有" if chinese else "none")
    if ranking.unplaced:
        names = ("、" if chinese else ", ").join(item.id for item in ranking.unplaced)
        lines.append(
            f"资料不全，没有排名：{names}" if chinese else f"not ranked, facts missing: {names}"
        )
    return lines


def place_words(ranking: BoardRanking, subject: Subject, language: Language) -> str:
    """Where a subject stands: `红榜：第 3 名，上榜（积分 本期 130 分，20 户参加排名）`."""
    chinese = language is Language.ZH
    name = ranking.board.name
    if subject in ranking.unplaced:
        return f"{name}：资料不全，没有排名" if chinese else f"{name}: not ranked, facts missing"
    found = ranking.place_of(subject)
    if found is None:
        return f"{name}：不参加排名" if chinese else f"{name}: not ranked"
    group, place = found
    return f"{name}{'：' if chinese else ': '}{_standing(ranking, group, place, language)}"


def _standing(
    ranking: BoardRanking, group: RankedGroup, place: BoardPlace, language: Language
) -> str:
    points = points_words(place.points, language)
    board = ranking.board
    measure = MEASURES[language][board.measure]
    account = rolled_account_words(board.account, board.roll_up, language)
    kind = SUBJECT_KINDS[language][place.subject.kind]
    members = len(group.places)
    if language is Language.ZH:
        where = f"{group.name} " if group.name is not None else ""
        standing = "上榜" if place.is_on_board else "未上榜"
        return (
            f"{where}第 {place.rank} 名，{standing}"
            f"（{account} {measure} {points}，{members} {kind}参加排名）"
        )
    where = f" in {group.name}" if group.name is not None else ""
    standing = "on the board" if place.is_on_board else "not on the board"
    return (
        f"rank {place.rank}{where}, {standing} ({account}, {measure}: {points}; {members} ranked)"
    )
