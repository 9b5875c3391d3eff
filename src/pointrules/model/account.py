"""Accounts (账户) and categories (类别)."""

from enum import StrEnum

from msgspec import Struct

from pointrules.model.account_period import (
    Carry,
    ClosingCeiling,
    ClosingFloor,
    NewcomerBase,
    ProRata,
)
from pointrules.model.clause import BestOf
from pointrules.model.condition import Condition
from pointrules.model.limit import Limit
from pointrules.model.number import Number
from pointrules.model.period import MonthDay
from pointrules.model.subject import SubjectKind
from pointrules.model.validity import Validity
from pointrules.source.source_file import Span


class PeriodEnd(StrEnum):
    """What happens to a balance when the account's period is over, on the next day.

    RESET (期末清零): nothing is carried. RESET_POSITIVE (期末 正分清零): a balance below 0 is
    carried, one above 0 is not. CARRY (期末结转): all is carried, or what the account's `carry`
    says. KEEP (长期累积): the account has no periods.
    """

    RESET = "reset"
    RESET_POSITIVE = "reset-positive"
    CARRY = "carry"
    KEEP = "keep"


class Account(Struct, frozen=True):
    """A points account of one kind of subject.

    `period_start` is the day the account's year begins on; None where the account is kept for good.
    Its periods are `period_months` long, counted from that day: 12, 6, 3 or 1. `base` is given
    once a period; `newcomers` says who gets less. `carry` is None where CARRY takes all.
    A reset carries the deductions of records of which the flag `open_flag` is still open.
    `precision` is the finest amount an entry may have. `running_floor` (扣完为止) is the balance
    that deductions stop at, `running_ceiling` (加满 … 为止) the one that awards stop at. `limits`
    may hold NET ones (合计最多). `population` (限) says whom of its kind it is for, by facts of
    the day; None: everyone.
    """

    name: str
    subject_kind: SubjectKind
    period_start: MonthDay | None
    period_months: int
    period_end: PeriodEnd
    carry: Carry | None
    open_flag: str | None
    base: Number
    newcomers: NewcomerBase | ProRata | None
    precision: Number
    running_floor: Number | None
    running_ceiling: Number | None
    closing_floor: ClosingFloor | None
    closing_ceiling: ClosingCeiling | None
    limits: tuple[Limit, ...]
    validity: Validity | None
    origin: Span
    population: Condition | None = None


class Category(Struct, frozen=True):
    """A group of clauses with accounts they enter and limits they share."""

    name: str
    accounts: tuple[str, ...]
    limits: tuple[Limit, ...]
    best_of: BestOf | None
    validity: Validity | None
    origin: Span
