"""Accounts (账户) and categories (类别)."""

from dataclasses import dataclass
from enum import StrEnum

from pointrules.model.clause import BestOf
from pointrules.model.limit import Limit
from pointrules.model.number import Number
from pointrules.model.period import MonthDay
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span


class PeriodEnd(StrEnum):
    """What happens to a balance when the account's period is over, on the next day.

    RESET (期末清零): nothing is carried. RESET_POSITIVE (期末 正分清零): a balance below 0 is
    carried, one above 0 is not. CARRY (期末结转): all is carried. KEEP (长期累积): the account
    has no periods.
    """

    RESET = "reset"
    RESET_POSITIVE = "reset-positive"
    CARRY = "carry"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class ClosingFloor:
    """On the period's last day a balance below `below` is raised to `to`, by an entry."""

    below: Number
    to: Number


@dataclass(frozen=True, slots=True)
class Account:
    """A points account of one kind of subject.

    `period_start` is the day the account's year begins on; None where the account is kept for good.
    `precision` is the finest amount an entry may have. `running_floor` (扣完为止) is the balance
    that deductions stop at. `limits` may hold NET ones (合计最多).
    """

    name: str
    subject_kind: SubjectKind
    period_start: MonthDay | None
    period_end: PeriodEnd
    base: Number
    precision: Number
    running_floor: Number | None
    closing_floor: ClosingFloor | None
    limits: tuple[Limit, ...]
    origin: Span


@dataclass(frozen=True, slots=True)
class Category:
    """A group of clauses with accounts they enter and limits they share."""

    name: str
    accounts: tuple[str, ...]
    limits: tuple[Limit, ...]
    best_of: BestOf | None
    origin: Span
