"""Exchange quotes: what a household could exchange at a date, with the arithmetic."""

from datetime import date

from msgspec import Struct

from pointrules.ledger.eligibility import Requirement
from pointrules.model.exchange import Exchange, Good, SpendingLimit
from pointrules.model.number import Number
from pointrules.model.subject import Subject


class SpendingRoom(Struct, frozen=True):
    """What a limit leaves after the `used` points of its period."""

    limit: SpendingLimit
    used: Number
    room: Number


class GoodQuote(Struct, frozen=True):
    """One good: its price for this subject, and how many its points buy.

    `exact` is the price before rounding. `takes` says what one of it takes from each account.
    Where not even one can be had, the accounts are `missing` points, none if only limits forbid it,
    and `cash` yuan would pay for what cannot be spent.
    """

    good: Good
    exact: Number
    price: Number
    count: int
    takes: tuple[tuple[str, Number], ...]
    missing: Number
    cash: Number | None


class ExchangeQuote(Struct, frozen=True):
    """An exchange at a date. `usable` are the points that may be spent; nothing is moved by it.

    `next_open` is the first open day from the date on, None where none comes. `level` and `factor`
    are of the discount that the subject has.
    """

    exchange: Exchange
    subject: Subject
    as_of: date
    requirements: tuple[Requirement, ...]
    is_listed: bool
    is_eligible: bool
    balances: tuple[tuple[str, Number], ...]
    next_open: date | None
    rooms: tuple[SpendingRoom, ...]
    usable: Number
    level: str | None
    factor: Number
    goods: tuple[GoodQuote, ...]

    @property
    def name(self) -> str:
        """Of the exchange."""
        return self.exchange.name

    @property
    def is_open(self) -> bool:
        """Whether it is open on the date itself."""
        return self.next_open == self.as_of
