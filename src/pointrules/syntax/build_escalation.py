"""The nodes of repeats that weigh more (第 2 次起 加倍)."""

from typing import cast

from pointrules.model.number import Number
from pointrules.model.period import DurationUnit, Period
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children
from pointrules.syntax.tokens import Token


def _ladder_step(c: Children) -> tree.LadderStep:
    window = c.optional(tree.Rolling, tree.Calendar, tree.StillValid)
    amount = c.optional(tree.Quantity, tree.ParameterUse)
    return tree.LadderStep(
        window=cast("tree.Rolling | tree.Calendar | tree.StillValid | None", window),
        of_kind=c.has("OF_KIND"),
        ordinal=c.number(),
        is_onward=c.has("TIMES_ONWARD"),
        is_warning=c.has("WARNING"),
        direction=c.direction() if c.has("ADD", "DEDUCT") else None,
        amount=cast("tree.Amount | None", amount),
        span=c.span,
    )


def _escalation(c: Children) -> tree.Escalation:
    window = c.optional(tree.Rolling, tree.Calendar, tree.StillValid)
    numbers = [
        cast("Number", item.value)
        for item in c.items
        if isinstance(item, Token) and item.terminal == "NUMBER"
    ]
    return tree.Escalation(
        cast("tree.Rolling | tree.Calendar | tree.StillValid | None", window),
        c.has("OF_KIND"),
        numbers[0],
        2 if c.has("DOUBLED") else numbers[1],
        c.span,
    )


def _rolling(c: Children) -> tree.Rolling:
    return tree.Rolling(c.number(), DurationUnit(str(c.token("WITHIN").value)), c.span)


def _calendar(c: Children) -> tree.Calendar:
    return tree.Calendar(Period(str(c.token("THIS").value)), c.span)


def _while_valid(c: Children) -> tree.StillValid:
    return tree.StillValid(c.span)


ESCALATION_BUILDERS: Builders = {
    "escalation": _escalation,
    "ladder_step": _ladder_step,
    "rolling": _rolling,
    "calendar": _calendar,
    "while_valid": _while_valid,
}
