"""Shares of a pool at a date. They rest on other households' points: an offer, never an entry."""

from datetime import date

from msgspec import Struct

from pointrules.ledger.eligibility import Requirement
from pointrules.model.number import Number
from pointrules.model.pool import Pool
from pointrules.model.subject import Subject


class PoolShare(Struct, frozen=True):
    """What one subject gets: `counted` points out of `of_points`, as `exact`, cut to `cut` yuan.

    `extra` is the remainder where it goes to this subject.
    """

    pool: Pool
    subject: Subject
    as_of: date
    requirements: tuple[Requirement, ...]
    is_listed: bool
    is_eligible: bool
    points: Number
    counted: Number
    of_points: Number
    exact: Number
    cut: Number
    extra: Number

    @property
    def name(self) -> str:
        """Of the pool."""
        return self.pool.name

    @property
    def yuan(self) -> Number:
        """What the subject gets in all."""
        return self.cut + self.extra


class PoolDivision(Struct, frozen=True):
    """The whole pool: shares and what is kept make its total exactly."""

    pool: Pool
    as_of: date
    of_points: Number
    shares: tuple[PoolShare, ...]
    remainder: Number
    kept: Number
