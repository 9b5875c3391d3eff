"""The nodes of what a village changes in a template, and of how far it may."""

from pointrules.syntax import tree
from pointrules.syntax.build_clause import build_clause
from pointrules.syntax.children import Builders, Children


def _amendment(c: Children) -> tree.Amendment:
    return tree.Amendment(build_clause(c), c.span)


def _deletion(c: Children) -> tree.Deletion:
    return tree.Deletion(c.clause_numbers(), c.optional(tree.Text), c.span)


def _locked(c: Children) -> tree.Locked:
    return tree.Locked(c.has("OPEN"), c.clause_numbers(), c.span)


def _own_clauses(c: Children) -> tree.OwnClauses:
    return tree.OwnClauses(c.nodes(), c.span)


def _own_count(c: Children) -> tree.OwnCount:
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    return tree.OwnCount(direction, c.number(), c.span)


def _own_amount(c: Children) -> tree.OwnAmount:
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    return tree.OwnAmount(direction, c.one(tree.Quantity), c.span)


def _own_unbounded(c: Children) -> tree.OwnUnbounded:
    return tree.OwnUnbounded(c.span)


OVERLAY_BUILDERS: Builders = {
    "amendment": _amendment,
    "deletion": _deletion,
    "locked": _locked,
    "own_clauses": _own_clauses,
    "own_count": _own_count,
    "own_amount": _own_amount,
    "own_unbounded": _own_unbounded,
}
