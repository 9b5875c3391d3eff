"""Exchanges (兑换): what points buy, at which price and on which days."""

from msgspec import Struct

from pointrules.model.condition import Condition
from pointrules.model.number import Number, Rounding
from pointrules.model.opening import Opening
from pointrules.model.period import Period
from pointrules.source.source_file import Span


class Good(Struct, frozen=True):
    """A thing with its price in points."""

    name: str
    points: Number
    origin: Span


class Discount(Struct, frozen=True):
    """The price times a factor for holders of some levels of a grade; others pay it in full."""

    grade: str
    factors: tuple[tuple[str, Number], ...]
    rounding: Rounding | None


class SpendingLimit(Struct, frozen=True):
    """No more than `points` in one period; RECORD is each exchange by itself."""

    period: Period
    points: Number


class Exchange(Struct, frozen=True):
    """What points of `accounts` buy; a quote, the spending itself is a record.

    Points are taken from the accounts in turn, or in the ratio of `parts` where there are any.
    `worth` is the yuan that a point stands for, `top_up` the yuan paid for each point that is
    missing. Below `least_balance` nothing is exchanged, and never less than `least_each` at once.
    """

    name: str
    eligibility: Condition | None
    accounts: tuple[str, ...]
    parts: tuple[Number, ...]
    openings: tuple[Opening, ...]
    goods: tuple[Good, ...]
    worth: Number | None
    top_up: Number | None
    discount: Discount | None
    least_balance: Number | None
    least_each: Number | None
    limits: tuple[SpendingLimit, ...]
    origin: Span
