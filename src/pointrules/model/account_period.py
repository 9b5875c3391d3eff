"""What the ends and beginnings of an account's periods bring, beyond a reset or a full carry."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from pointrules.model.number import Number, Rounding, simplified
from pointrules.model.period import Duration, DurationUnit


class ClosingFloor(Struct, frozen=True):
    """On the period's last day a balance below `below` is raised to `to`, by an entry."""

    below: Number
    to: Number


class ClosingCeiling(Struct, frozen=True):
    """On the period's last day a balance above `above` is lowered to `to`, by an entry."""

    above: Number
    to: Number


class DebtCarry(StrEnum):
    """What becomes of a balance below 0 where others are carried: all, nothing, or their share."""

    ALL = "all"
    NONE = "none"
    SHARE = "share"


class Carry(Struct, frozen=True):
    """What is carried: `share` of the balance, rounded, and not more than `at_most`.

    `debts` says what of that holds for a balance below 0, which `at_most` never bounds.
    """

    share: Number
    rounding: Rounding | None
    at_most: Number | None
    debts: DebtCarry

    def of(self, balance: Number) -> Number:
        """What of `balance` the next period begins with."""
        if balance < 0 and self.debts is not DebtCarry.SHARE:
            return balance if self.debts is DebtCarry.ALL else 0
        carried = self.share * balance
        if self.rounding is not None:
            carried = self.rounding.of(carried)
        if self.at_most is not None:
            carried = min(carried, self.at_most)
        return simplified(carried)


class NewcomerBase(Struct, frozen=True):
    """新户基础: the base of the period in which a subject is listed for the first time ever."""

    points: Number


class MonthsFrom(StrEnum):
    """Which month of the period is the first that counts: that of the first day listed, or next."""

    THIS = "this"
    NEXT = "following"


class ProRata(Struct, frozen=True):
    """按月折算: who is listed later in the period gets the part of the base for the months left.

    Months are those of the period, which need not be calendar ones.
    """

    first: MonthsFrom
    rounding: Rounding | None

    def months_left(self, period_first: date, of_months: int, listed_on: date) -> int:
        """For how many of the period's months somebody gets a base who is listed in it later."""
        if listed_on <= period_first:
            return of_months
        begun = 1
        while (
            begun < of_months
            and Duration(begun, DurationUnit.MONTH).last_day_from(period_first) <= listed_on
        ):
            begun += 1
        return of_months - begun + (self.first is MonthsFrom.THIS)

    def of(self, base: Number, months: int, of_months: int) -> Number:
        """The base for `months` of the period's `of_months`."""
        points = simplified(Fraction(base * months, of_months))
        return points if self.rounding is None else self.rounding.of(points)
