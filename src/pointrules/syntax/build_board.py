"""The nodes of a board (榜单)."""

from pointrules.model.board import Ties
from pointrules.model.number import RoundingMode
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _board(c: Children) -> tree.Board:
    name, *parts = c.nodes()
    return tree.Board(name, tuple(parts), c.span)


def _measure(c: Children) -> tree.BoardMeasure:
    return tree.BoardMeasure(c.measured(), c.span)


def _group(c: Children) -> tree.BoardGroup:
    return tree.BoardGroup(c.names()[0], c.span)


def _top(c: Children) -> tree.BoardTop:
    unit = c.optional_token("UNIT")
    return tree.BoardTop(
        c.has("TOP"), c.number(), None if unit is None else str(unit.value), c.span
    )


def _ties(c: Children) -> tree.BoardTies:
    return tree.BoardTies(Ties(str(c.token("TIES").value)), c.span)


def _share(c: Children) -> tree.BoardShare:
    mode = RoundingMode(str(c.token("WHOLE").value))
    return tree.BoardShare(c.one(tree.Bounded), mode, c.span)


def _bound(c: Children) -> tree.BoardBound:
    return tree.BoardBound(c.one(tree.Bounded), c.span)


def _restriction(c: Children) -> tree.Restriction:
    return tree.Restriction(c.nodes()[0], c.span)


BOARD_BUILDERS: Builders = {
    "board": _board,
    "board_measure": _measure,
    "board_group": _group,
    "board_top": _top,
    "board_bottom": _top,
    "board_ties": _ties,
    "board_share": _share,
    "board_bound": _bound,
    "restriction": _restriction,
}
