"""Grounds: what an entry rests on that is neither its record nor its account's plain rule."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.ledger.flag_ground import FlagGround
from pointrules.ledger.past_ground import PartOf, PastGrade, ReadOfThePast
from pointrules.model.condition import MeasureCompares, NoneTallied, TallyCompares
from pointrules.model.number import Number
from pointrules.model.settlement import ByTally
from pointrules.model.subject import Subject
from pointrules.records.redemption import Redemption


class FirstListed(Struct, frozen=True):
    """A base for newcomers: the subject was listed for the first time ever on this day."""

    day: date


class MonthsLeft(Struct, frozen=True):
    """A base in proportion: listed since `day`, for `months` of the period's `of_months`."""

    day: date
    months: int
    of_months: int


class CarriedOf(Struct, frozen=True):
    """A part of the last period's `balance` is carried."""

    balance: Number


class OpenDeductions(Struct, frozen=True):
    """Deductions are carried over a reset, since their flag is open: how many by record.

    They may be from earlier periods, if their flag has been open for so long.
    """

    flag: str
    deductions: tuple[tuple[str, Number], ...]


class Expired(Struct, frozen=True):
    """An entry of `points`, made on `day`, was valid up to `last_day` and is taken back.

    It was made by this clause and this record, where it was.
    """

    day: date
    points: Number
    clause: str | None
    record_id: str | None
    last_day: date


class Tallied(Struct, frozen=True):
    """What records of a settlement's subject came to, over `days` up to `last`; None: all earlier.

    `asked` is the part of the clause that asked. Of `records` of the behaviour `matching` matched;
    `number` is the count, the sum, or the share in per cent.
    """

    asked: TallyCompares | NoneTallied | ByTally
    first: date | None
    last: date
    records: int
    matching: int
    number: Number


class Measured(Struct, frozen=True):
    """What a measure of an account was before the settlement."""

    asked: MeasureCompares
    points: Number


Observation: TypeAlias = Tallied | Measured | PastGrade


class Settled(Struct, frozen=True):
    """A clause was settled: what was found, each part of a row by itself, in order of time.

    `subject` is who was settled: of an entry of a household it may be a member.
    """

    subject: Subject
    found: tuple[Observation, ...]


Ground: TypeAlias = (
    Settled
    | FirstListed
    | MonthsLeft
    | CarriedOf
    | Redemption
    | ReadOfThePast
    | PartOf
    | FlagGround
    | OpenDeductions
    | Expired
)
