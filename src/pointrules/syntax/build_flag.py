"""The nodes of what a clause does to flags (至年末, 撤销, 改扣)."""

from pointrules.model.period import Period
from pointrules.syntax import tree
from pointrules.syntax.build_words import amount_of
from pointrules.syntax.children import Builders, Children


def _also_flag(c: Children) -> tree.AlsoFlag:
    return tree.AlsoFlag(tree.NamedRow(c.names()[0], c.optional(tree.Quantity), c.span), c.span)


def _flag_end(c: Children) -> tree.FlagEnd:
    last = c.optional_token("PERIOD_LAST_DAY")
    if last is not None:
        return tree.FlagEnd(Period(str(last.value)), c.span)
    following = c.optional_token("NEXT_LAST_DAY")
    if following is not None:
        return tree.FlagEnd(tree.NextEnd(Period(str(following.value)), c.span), c.span)
    if c.has("UNTIL_CLEARED"):
        return tree.FlagEnd(tree.Withdrawn(c.span), c.span)
    if c.has("DAY_OF"):
        return tree.FlagEnd(tree.DayOf(c.names(), c.span), c.span)
    return tree.FlagEnd(c.day(), c.span)


def _clears(c: Children) -> tree.Clears:
    return tree.Clears(c.names(), c.span)


def _instead(c: Children) -> tree.Instead:
    return tree.Instead(amount_of(c), c.span)


def _judged_first(c: Children) -> tree.JudgedFirst:
    return tree.JudgedFirst(c.span)


FLAG_BUILDERS: Builders = {
    "also_flag": _also_flag,
    "flag_end": _flag_end,
    "clears": _clears,
    "instead": _instead,
    "judged_first": _judged_first,
}
