"""Grounds: what an entry rests on that is neither its record nor its account's plain rule."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pointrules.ledger.flag_ground import FlagGround
from pointrules.model.number import Number
from pointrules.records.redemption import Redemption


@dataclass(frozen=True, slots=True)
class FirstListed:
    """A base for newcomers: the subject was listed for the first time ever on this day."""

    day: date


@dataclass(frozen=True, slots=True)
class MonthsLeft:
    """A base in proportion: listed since `day`, for `months` of the period's `of_months`."""

    day: date
    months: int
    of_months: int


@dataclass(frozen=True, slots=True)
class CarriedOf:
    """A part of the last period's `balance` is carried."""

    balance: Number


@dataclass(frozen=True, slots=True)
class OpenDeductions:
    """Deductions are carried over a reset, since their flag is open: how many by record.

    They may be from earlier periods, if their flag has been open for so long.
    """

    flag: str
    deductions: tuple[tuple[str, Number], ...]


@dataclass(frozen=True, slots=True)
class Expired:
    """An entry of `points`, made on `day`, was valid up to `last_day` and is taken back.

    It was made by this clause and this record, where it was.
    """

    day: date
    points: Number
    clause: str | None
    record_id: str | None
    last_day: date


Ground: TypeAlias = (
    FirstListed | MonthsLeft | CarriedOf | Redemption | FlagGround | OpenDeductions | Expired
)
