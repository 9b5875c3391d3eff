"""The nodes of settlements (每月 结算)."""

from typing import cast

from pointrules.model.period import MonthDay, Period
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.build_condition import this_period
from pointrules.syntax.children import Builders, Children, Node


def _settlement(c: Children) -> tree.Settlement:
    when = c.one(tree.SettlesEach, tree.SettlesYearly, tree.SettlesBy)
    guard = c.optional(_SettledGuard)
    effect, *tails = (item for item in c.nodes() if item is not when and item is not guard)
    return tree.Settlement(
        cast("tree.SettlesEach | tree.SettlesYearly | tree.SettlesBy", when),
        None if guard is None else guard.condition,
        effect,
        tuple(tails),
        c.span,
    )


class _SettledGuard:
    """A settlement's condition, apart from the effect, which may be a name like it."""

    __slots__ = ("condition", "span")

    def __init__(self, condition: tree.Condition, span: Span) -> None:
        self.condition = condition
        self.span = span


def _settled_guard(c: Children) -> _SettledGuard:
    return _SettledGuard(c.nodes()[0], c.span)


def _settles_each(c: Children) -> tree.SettlesEach:
    return tree.SettlesEach(Period(str(c.token("EVERY").value)), c.span)


def _settles_yearly(c: Children) -> tree.SettlesYearly:
    day = cast("MonthDay", c.token("MONTHDAY").value)
    return tree.SettlesYearly(Period(str(c.token("EVERY").value)), day, c.span)


def _settles_by(c: Children) -> tree.SettlesBy:
    names = c.names()
    return tree.SettlesBy(names[0] if names else c.day(), c.span)


def _by_tally(c: Children) -> list[Node]:
    tally = tree.ByTally(
        this_period(c),
        c.one(tree.Tally),
        c.has("STEPPED"),
        c.has("PROGRESSIVE"),
        c.direction(),
        c.span,
    )
    return [tally, c.nodes()[-1]]


def _replaces(c: Children) -> tree.Replaces:
    return tree.Replaces(c.clause_numbers(), c.span)


SETTLEMENT_BUILDERS: Builders = {
    "settlement": _settlement,
    "settled_guard": _settled_guard,
    "settles_each": _settles_each,
    "settles_yearly": _settles_yearly,
    "settles_by": _settles_by,
    "by_tally": _by_tally,
    "replaces": _replaces,
}
