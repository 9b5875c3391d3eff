"""The nodes of how long entries are valid (有效 1 年)."""

from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _validity_of_entries(c: Children) -> tree.EntryValidity:
    names = c.names()
    return tree.EntryValidity(
        c.optional(tree.Quantity), names[0] if names else None, c.optional(tree.ValidityRow), c.span
    )


def _validity_row(c: Children) -> tree.ValidityRow:
    names = c.names()
    return tree.ValidityRow(
        names[0] if names else None, c.optional(tree.Bounded), c.optional(tree.Quantity), c.span
    )


def _validity_clock(c: Children) -> tree.ValidityClock:
    return tree.ValidityClock(c.names()[0], c.span)


VALIDITY_BUILDERS: Builders = {
    "validity_of_entries": _validity_of_entries,
    "validity_row": _validity_row,
    "lasting_row": _validity_row,
    "validity_clock": _validity_clock,
}
