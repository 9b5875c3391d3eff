"""The nodes of exchanges, honours and pools (兑换 荣誉 分红)."""

from datetime import date
from typing import cast

from pointrules.model.board import Ties
from pointrules.model.measure import Measure
from pointrules.model.number import Number, RoundingMode
from pointrules.model.period import MonthDay, Period
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children
from pointrules.syntax.tokens import Token


def _values(c: Children, terminal: str) -> list[object]:
    """What the tokens of one terminal say."""
    return [item.value for item in c.items if isinstance(item, Token) and item.terminal == terminal]


def _numbers(c: Children) -> tuple[Number, ...]:
    return tuple(cast("Number", value) for value in _values(c, "NUMBER"))


def _period(c: Children) -> Period:
    every = c.optional_token("EVERY")
    return Period.RECORD if every is None else Period(str(every.value))


# ---- 兑换


def _exchange(c: Children) -> tree.Exchange:
    name, *parts = c.nodes()
    return tree.Exchange(name, tuple(parts), c.span)


def _worth(c: Children) -> tree.Worth:
    points, yuan = c.all(tree.Quantity)
    return tree.Worth(points, yuan, c.span)


def _purses(c: Children) -> tree.Purses:
    return tree.Purses(c.all(tree.Purse), c.optional(tree.PurseOrder), c.span)


def _purse(c: Children) -> tree.Purse:
    return tree.Purse(c.names()[0], Measure(str(c.token("MEASURE").value)), c.span)


def _purse_order(c: Children) -> tree.PurseOrder:
    return tree.PurseOrder((1, 1) if c.has("HALVES") else _numbers(c), c.span)


def _open_days(c: Children) -> tree.OpenDays:
    return tree.OpenDays(_period(c), _numbers(c), c.span)


def _open_weekdays(c: Children) -> tree.OpenWeekdays:
    return tree.OpenWeekdays(tuple(int(str(day)) for day in _values(c, "WEEKDAY")), c.span)


def _open_edge(c: Children) -> tree.OpenEdge:
    return tree.OpenEdge(_period(c), c.has("LAST"), c.one(tree.Quantity), c.span)


def _open_season(c: Children) -> tree.OpenSeason:
    first, last = (cast("MonthDay", value) for value in _values(c, "MONTHDAY"))
    return tree.OpenSeason(_period(c), first, last, c.span)


def _open_span(c: Children) -> tree.OpenSpan:
    first, last = (cast("date", value) for value in _values(c, "DATE"))
    return tree.OpenSpan(first, last, c.span)


def _open_always(c: Children) -> tree.OpenAlways:
    return tree.OpenAlways(c.span)


def _least_balance(c: Children) -> tree.LeastBalance:
    return tree.LeastBalance(c.one(tree.Quantity), c.span)


def _least_each(c: Children) -> tree.LeastEach:
    return tree.LeastEach(c.one(tree.Quantity), c.span)


def _exchange_limit(c: Children) -> tree.ExchangeLimit:
    return tree.ExchangeLimit(_period(c), c.one(tree.Quantity), c.span)


def _prices(c: Children) -> tree.Prices:
    return tree.Prices(c.one(tree.Price), c.span)


def _price(c: Children) -> tree.Price:
    return tree.Price(c.one(tree.Text), c.one(tree.Quantity), c.span)


def _top_up(c: Children) -> tree.TopUp:
    points, yuan = c.all(tree.Quantity)
    return tree.TopUp(points, yuan, c.span)


def _discount(c: Children) -> tree.Discount:
    return tree.Discount(c.names()[0], c.one(tree.DiscountRow), c.span)


def _discount_row(c: Children) -> tree.DiscountRow:
    return tree.DiscountRow(c.names()[0], c.number(), c.span)


def _discount_rounding(c: Children) -> tree.DiscountRounding:
    mode = RoundingMode(str(c.token("ROUND").value))
    return tree.DiscountRounding(mode, c.one(tree.Quantity), c.span)


# ---- 荣誉, 分红


def _honour(c: Children) -> tree.Honour:
    subject = c.optional_token("SUBJECT")
    kind = None if subject is None else SubjectKind(str(subject.value))
    return tree.Honour(c.one(tree.Text), kind, c.all(tree.Eligibility), c.span)


def _pool(c: Children) -> tree.Pool:
    name, *parts = c.nodes()
    return tree.Pool(name, tuple(parts), c.span)


def _pool_total(c: Children) -> tree.PoolTotal:
    return tree.PoolTotal(c.one(tree.Quantity), c.span)


def _pool_measure(c: Children) -> tree.PoolMeasure:
    return tree.PoolMeasure(c.measured(), c.span)


def _pool_rounding(c: Children) -> tree.PoolRounding:
    mode = RoundingMode(str(c.token("ROUND").value))
    return tree.PoolRounding(mode, c.one(tree.Quantity), c.span)


def _pool_remainder(c: Children) -> tree.PoolRemainder:
    return tree.PoolRemainder(c.has("KEPT"), c.span)


def _pool_ties(c: Children) -> tree.PoolTies:
    return tree.PoolTies(Ties(str(c.token("TIES").value)), c.span)


# ---- 例


def _expects_eligible(c: Children) -> tree.ExpectsEligible:
    return tree.ExpectsEligible(c.names()[0], c.span)


def _expects_price(c: Children) -> tree.ExpectsPrice:
    return tree.ExpectsPrice(c.names()[0], c.one(tree.Text), c.one(tree.Quantity), c.span)


def _expects_share(c: Children) -> tree.ExpectsShare:
    return tree.ExpectsShare(c.names()[0], c.one(tree.Quantity), c.span)


INCENTIVE_BUILDERS: Builders = {
    "exchange": _exchange,
    "worth": _worth,
    "purses": _purses,
    "purse": _purse,
    "purse_order": _purse_order,
    "open_days": _open_days,
    "open_weekdays": _open_weekdays,
    "open_edge": _open_edge,
    "open_season": _open_season,
    "open_span": _open_span,
    "open_always": _open_always,
    "least_balance": _least_balance,
    "least_each": _least_each,
    "exchange_limit": _exchange_limit,
    "prices": _prices,
    "price": _price,
    "top_up": _top_up,
    "discount": _discount,
    "discount_row": _discount_row,
    "discount_rounding": _discount_rounding,
    "honour": _honour,
    "pool": _pool,
    "pool_total": _pool_total,
    "pool_measure": _pool_measure,
    "pool_rounding": _pool_rounding,
    "pool_remainder": _pool_remainder,
    "pool_ties": _pool_ties,
    "expects_eligible": _expects_eligible,
    "expects_price": _expects_price,
    "expects_share": _expects_share,
}
