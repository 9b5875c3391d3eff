"""榜单: ranks by a measure; from which end, how many, among whom, and what equals get."""

from pointrules.checking.lower_condition import lower_offer_condition
from pointrules.checking.lower_grade import measured_account
from pointrules.checking.lower_roll_up import lower_roll_up
from pointrules.checking.operands import operand_of_subject
from pointrules.checking.parts import Parts
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.board import Board, BoardBound, BoardTop, TopRanks, TopShare
from pointrules.model.condition import Comparison, SubjectAttribute
from pointrules.model.number import Rounding, number_text
from pointrules.model.roll_up import RollUp
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import PERCENT
from pointrules.model.vocabulary import EnumeratedType, TextType, YesNoType
from pointrules.syntax import tree

_COUNTED_AS = {"户": SubjectKind.HOUSEHOLD, "人": SubjectKind.PERSON}
_WHOLE_SHARE = 100


def lower_board(board: tree.Board, scope: Scope, *, is_whole: bool) -> Board | None:
    """A board; None after saying what is missing or wrong."""
    parts = Parts(board.name, board.parts, scope, is_whole=is_whole)
    name = board.name.text.strip()
    measure = parts.only(tree.BoardMeasure, "measure", "board-measure-missing")
    account = (
        None if measure is None else measured_account(measure.measured, scope, of_members=True)
    )
    roll_up: RollUp | bool = True
    if measure is not None and account is not None:
        roll_up = lower_roll_up(measure.measured, account, scope, is_whole=is_whole)
        if roll_up is False:
            parts.is_sound = False
    kind = None if account is None else account.subject_kind
    if isinstance(roll_up, RollUp):
        kind = roll_up.subject_kind
    top = _top(parts, kind)
    group = _group(parts, kind)
    ties = parts.only(tree.BoardTies, "ties")
    restricted = parts.only(tree.Restriction, "restriction")
    restriction = None
    if restricted is not None and kind is not None:
        restriction = lower_offer_condition(restricted.condition, kind, scope, reads_boards=False)
        if restriction is None:
            parts.is_sound = False
    bound = _bound(parts)
    if not parts.is_sound or measure is None or account is None or top is None:
        return None
    return Board(
        name,
        account.name,
        measure.measured.measure,
        group,
        top,
        None if ties is None else ties.ties,
        restriction,
        bound,
        board.name.span,
        roll_up if isinstance(roll_up, RollUp) else None,
    )


def _top(parts: Parts[tree.BoardPart], ranked: SubjectKind | None) -> BoardTop | None:
    scope = parts.scope
    top = parts.only(tree.BoardTop, "top", "board-top-missing")
    share = parts.only(tree.BoardShare, "share")
    if top is None:
        return None
    if not top.is_top:
        # A list of those who have least is a list of shame (黑榜), and points are no ground for it.
        parts.wrong("board-from-bottom", top.span, name=parts.name.text.strip())
        return None
    if top.number <= 0:
        parts.wrong("step-not-positive", top.span, number=number_text(top.number))
        return None
    if top.unit == PERCENT.symbol:
        return _share(parts, top, share)
    if share is not None:
        parts.wrong("board-share-without-percent", share.span)
        return None
    if top.unit is not None:
        kind = _COUNTED_AS.get(top.unit)
        if kind is None or (ranked is not None and kind is not ranked):
            parts.wrong("board-unit", top.span, unit=top.unit)
            return None
    last = whole_number(top.number, top.span, scope)
    if last is None:
        parts.is_sound = False
        return None
    return TopRanks(last)


def _share(
    parts: Parts[tree.BoardPart], top: tree.BoardTop, share: tree.BoardShare | None
) -> TopShare | None:
    if top.number > _WHOLE_SHARE:
        parts.wrong("board-share-above-all", top.span, percent=number_text(top.number))
        return None
    if share is None:
        if parts.is_whole:
            parts.wrong("board-rounding-missing", top.span, name=parts.name.text.strip())
        parts.is_sound = False
        return None
    quantity = share.bounded.quantity
    if (
        share.bounded.comparison is not Comparison.BELOW
        or quantity.number != 1
        or quantity.unit not in _COUNTED_AS
    ):
        parts.wrong("board-rounding-unclear", share.span)
        return None
    return TopShare(top.number, Rounding(share.mode, 1))


def _group(parts: Parts[tree.BoardPart], ranked: SubjectKind | None) -> SubjectAttribute | None:
    group = parts.only(tree.BoardGroup, "grouping")
    if group is None or ranked is None:
        return None
    operand = operand_of_subject(group.attribute, ranked, parts.scope)
    if operand is None:
        parts.is_sound = False
        return None
    attribute = operand.attribute
    if not isinstance(attribute.type, EnumeratedType | TextType | YesNoType):
        label = Label(attribute.origin, "declared")
        parts.wrong("board-group-not-words", group.span, label=label, attribute=attribute.name)
        return None
    return operand


def _bound(parts: Parts[tree.BoardPart]) -> BoardBound | None:
    bound = parts.only(tree.BoardBound, "bound")
    if bound is None:
        return None
    if bound.bounded.comparison not in (Comparison.AT_LEAST, Comparison.ABOVE):
        parts.wrong("board-bound-from-above", bound.span)
        return None
    points = points_in(bound.bounded.quantity, parts.scope, signed=True)
    if points is None:
        parts.is_sound = False
        return None
    return BoardBound(bound.bounded.comparison, points)
