"""The nodes of limits (每月最多 12 分) and of the best of one matter (取最高)."""

from pointrules.model.period import Period
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _limit(c: Children) -> tree.Limit:
    every = c.optional_token("EVERY")
    if every is not None:
        period = Period(str(every.value))
    else:
        period = Period.RECORD if c.has("EACH_TIME") else Period.EVER
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    quantity = c.one(tree.Quantity)
    return tree.Limit(matter_of(c), period, direction, quantity, c.has("BEYOND"), c.span)


def matter_of(c: Children) -> tree.Matter:
    """What keeps one counter apart from another: attributes, the person, both or nothing."""
    same = c.optional(tree.Matter)
    person = c.optional_token("BY_PERSON")
    if person is None:
        return same or tree.Matter((), False, None)  # noqa: FBT003
    span = c.span_of(person)
    if same is None or same.span is None:
        return tree.Matter((), True, span)  # noqa: FBT003
    return tree.Matter(same.attributes, True, span.to(same.span))  # noqa: FBT003


def _same(c: Children) -> tree.Matter:
    return tree.Matter(c.names(), False, c.span)  # noqa: FBT003


def _last_counts(c: Children) -> tree.LastCounts:
    return tree.LastCounts(c.span)


def _beyond(c: Children) -> tree.Beyond:
    return tree.Beyond(c.span)


def _best_of(c: Children) -> tree.BestOf:
    this = c.optional_token("THIS")
    period = Period(str(this.value)) if this is not None else None
    return tree.BestOf(period, matter_of(c), c.span)


def _bare_bound(c: Children) -> tree.BareBound:
    return tree.BareBound(c.has("LOWEST"), c.one(tree.Quantity), c.span)


def _unlimited(c: Children) -> tree.Unlimited:
    return tree.Unlimited(c.span)


LIMIT_BUILDERS: Builders = {
    "limit": _limit,
    "beyond": _beyond,
    "same": _same,
    "last_counts": _last_counts,
    "best_of": _best_of,
    "unlimited": _unlimited,
    "bare_bound": _bare_bound,
}
