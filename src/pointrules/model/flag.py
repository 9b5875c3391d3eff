"""Flags (判定): states that a subject is in over an interval, and what they do to points."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Duration, Period
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span


class HoldsGains(Struct, frozen=True):
    """暂停加分: gains wait until the flag is over; `accounts` are names, none for all."""

    accounts: tuple[str, ...]


class LowersPoints(Struct, frozen=True):
    """本期清零, 余额清零, 本期降至 60 分: what is above `to` is taken when the flag opens.

    `measure` is PERIOD or BALANCE. While the flag is open nothing enters but as 0; a repair gives
    back what was taken and lets enter what came since. `accounts` are names, none for all.
    """

    accounts: tuple[str, ...]
    measure: Measure
    to: Number


class BoundsGrade(Struct, frozen=True):
    """星级 不高于 三星: while the flag is open, `grade` is at most `level`."""

    grade: str
    level: str


FlagEffect: TypeAlias = HoldsGains | LowersPoints | BoundsGrade
"""The closed list of what a flag does; every other flag is only asked for by conditions."""


class Flag(Struct, frozen=True):
    """A state that a subject can be in over an interval (判定)."""

    name: str
    effects: tuple[FlagEffect, ...]
    origin: Span


class UntilPeriodEnd(Struct, frozen=True):
    """To the last day, included, of the month, quarter, half-year or year of the opening."""

    period: Period


class UntilNextPeriodEnd(Struct, frozen=True):
    """To the last day, included, of the period after that of the opening (至 次年末)."""

    period: Period


class UntilRecordOf(Struct, frozen=True):
    """Until the subject has a record of one of `behaviours`; its day is free already."""

    behaviours: tuple[str, ...]


class UntilCleared(Struct, frozen=True):
    """Until a clause withdraws the flag (至 撤销为止)."""


FlagEnd: TypeAlias = (
    UntilPeriodEnd | UntilNextPeriodEnd | Duration | date | UntilRecordOf | UntilCleared
)
"""When a flag closes: with a period, after a duration, after a day (included), or by a record."""


class OpensFlag(Struct, frozen=True):
    """The clause opens a flag on its subject, by its condition, never by the amount."""

    flag: str
    end: FlagEnd
    subject_kind: SubjectKind
    origin: Span


class ClearsFlag(Struct, frozen=True):
    """The clause withdraws a flag from the day of its record on (撤销 一票否决).

    `is_replaced` says that the clause's own points stand in its place (改扣 60 分): they count
    only where the flag was open.
    """

    flag: str
    subject_kind: SubjectKind
    is_replaced: bool
    origin: Span
