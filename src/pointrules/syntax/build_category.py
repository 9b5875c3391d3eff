"""The nodes of a category (类别) and of a group of clauses (同组)."""

from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _category(c: Children) -> tree.Category:
    name, *parts = c.nodes()
    return tree.Category(name, tuple(parts), c.span)


def _continues(c: Children) -> tree.Continues:
    return tree.Continues(c.optional(tree.Text) or c.clause_numbers()[0], c.span)


def _afresh(c: Children) -> tree.Afresh:
    return tree.Afresh(c.span)


def _entered(c: Children) -> tree.Entered:
    return tree.Entered(c.names(), c.span)


def _clause_group(c: Children) -> tree.ClauseGroup:
    return tree.ClauseGroup(c.one(tree.Text), c.clause_numbers(), c.one(tree.BestOf), c.span)


CATEGORY_BUILDERS: Builders = {
    "category": _category,
    "entered": _entered,
    "continues": _continues,
    "continues_name": _continues,
    "afresh": _afresh,
    "clause_group": _clause_group,
}
