"""Texts, names, quantities and parameters."""

from typing import cast

from pointrules.model.number import Number
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children, Node


def _text(c: Children) -> tree.Text:
    return tree.Text("".join(str(item.value) for item in c.items), c.span)


def _quantity(c: Children) -> tree.Quantity:
    return tree.Quantity(c.number(), str(c.token("UNIT").value), c.span)


def _newname(c: Children) -> tree.NewName:
    token = c.token("NEWNAME", "STRING")
    return tree.NewName(str(token.value), c.span, token.terminal == "STRING")


def _parameter(c: Children) -> tree.Parameter:
    adjustable = c.optional(tree.Adjustable)
    return tree.Parameter(c.one(tree.Text), c.one(tree.Quantity), adjustable, c.span)


def _adjustable(c: Children) -> tree.Adjustable:
    lowest, highest = range_of(c)
    return tree.Adjustable(lowest, highest, c.span)


def _group(c: Children) -> Node:
    return c.nodes()[0]


def _parameter_use(c: Children) -> tree.ParameterUse:
    return tree.ParameterUse(str(c.token("PARAMETER_NAME").value), c.span)


def amount_of(c: Children) -> tree.Amount:
    """The amount that a production ends in."""
    return cast("tree.Amount", c.nodes()[-1])


def range_of(c: Children) -> tuple[tree.Quantity, tree.Quantity]:
    """1 到 5 分: both ends, each with its unit."""
    highest = c.one(tree.Quantity)
    number = c.token("NUMBER")
    unit = c.optional_token("UNIT")
    lowest = tree.Quantity(
        cast("Number", number.value),
        highest.unit if unit is None else str(unit.value),
        c.span_of(number),
    )
    return lowest, highest


WORDS_BUILDERS: Builders = {
    "block": _group,
    "text": _text,
    "quantity": _quantity,
    "newname": _newname,
    "parameter": _parameter,
    "adjustable": _adjustable,
    "group": _group,
    "parameter_use": _parameter_use,
}
