"""The nodes of what a clause gives, and of the rows of its tables."""

from pointrules.model.number import RoundingMode
from pointrules.model.period import Period
from pointrules.model.scan import Direction
from pointrules.syntax import tree
from pointrules.syntax.build_words import amount_of, range_of
from pointrules.syntax.children import Builders, Children, Node
from pointrules.syntax.tokens import Token


def _constant(c: Children) -> tree.Constant:
    return tree.Constant(c.direction(), amount_of(c), c.span)


def _per_quantity(c: Children) -> tree.PerQuantity:
    quantity = c.one(tree.Quantity)
    return tree.PerQuantity(c.has("PER_FULL"), quantity, c.direction(), amount_of(c), c.span)


def _by_table(c: Children) -> list[Node]:
    table = tree.ByTable(c.names(), c.direction(), c.span)
    return [table, c.nodes()[-1]]


def _by_running_sum(c: Children) -> list[Node]:
    names = c.names()
    attribute = names[0] if names else None
    sums = tree.ByRunningSum(
        c.optional(tree.Running), attribute, c.has("PROGRESSIVE"), c.direction(), c.span
    )
    return [sums, c.nodes()[-1]]


def _by_role(c: Children) -> list[Node]:
    return [tree.ByRole(c.direction(), c.span), c.nodes()[-1]]


def _account_amount(c: Children) -> tree.AccountAmount:
    return tree.AccountAmount(c.names()[0], c.direction(), amount_of(c), c.span)


def _running(c: Children) -> tree.Running:
    this = c.optional_token("THIS")
    return tree.Running(Period.EVER if this is None else Period(str(this.value)), c.span)


def _discretion(c: Children) -> tree.Discretion:
    lowest, highest = range_of(c)
    signs = [
        Direction.GAIN if item.terminal == "ADD" else Direction.LOSS
        for item in c.items
        if isinstance(item, Token) and item.terminal in ("ADD", "DEDUCT")
    ]
    return tree.Discretion(c.names()[0], signs[0], signs[-1], lowest, highest, c.span)


def _named_row(c: Children) -> tree.NamedRow:
    return tree.NamedRow(c.names()[0], c.optional(tree.Quantity), c.span)


def _pair_row(c: Children) -> tree.PairRow:
    first, second = c.names()
    return tree.PairRow(first, second, c.one(tree.Quantity), c.span)


def _group_row(c: Children) -> tree.GroupRow:
    first, second = c.names()
    return tree.GroupRow(first, second, c.one(tree.Quantity), c.span)


def _step_row(c: Children) -> tree.StepRow:
    return tree.StepRow(c.one(tree.Bounded), c.one(tree.Quantity), c.span)


def _bracket_row(c: Children) -> tree.BracketRow:
    step, points = c.all(tree.Quantity)
    return tree.BracketRow(c.one(tree.Bounded), c.has("PER_FULL"), step, points, c.span)


def _linear_row(c: Children) -> tree.LinearRow:
    step, points = c.all(tree.Quantity)
    return tree.LinearRow(c.has("PER_FULL"), step, points, c.span)


def _otherwise_row(c: Children) -> tree.OtherwiseRow:
    return tree.OtherwiseRow(c.optional(tree.Quantity), c.span)


def _rounding(c: Children) -> tree.Rounding:
    return tree.Rounding(RoundingMode(str(c.token("ROUND").value)), c.one(tree.Quantity), c.span)


def _reached(c: Children) -> tree.Reached:
    return tree.Reached(c.has("HIGHEST_STEP"), c.span)


VALUE_BUILDERS: Builders = {
    "linear_row": _linear_row,
    "constant": _constant,
    "per_quantity": _per_quantity,
    "by_table": _by_table,
    "by_running_sum": _by_running_sum,
    "by_role": _by_role,
    "account_amount": _account_amount,
    "running": _running,
    "discretion": _discretion,
    "named_row": _named_row,
    "pair_row": _pair_row,
    "group_row": _group_row,
    "step_row": _step_row,
    "bracket_row": _bracket_row,
    "otherwise_row": _otherwise_row,
    "granted": _named_row,
    "rounding": _rounding,
    "reached": _reached,
}
