"""When a clause is settled (结算), and what it gives by a tally of records."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pointrules.model.condition import SubjectAttribute, Tally
from pointrules.model.period import MonthDay, Period
from pointrules.model.schedule import Schedule
from pointrules.source.source_file import Span


@dataclass(frozen=True, slots=True)
class SettlesEach:
    """每月 结算: on the last day of every week, month, quarter, half-year or year."""

    period: Period


@dataclass(frozen=True, slots=True)
class SettlesYearly:
    """每年 1月15日 结算."""

    day: MonthDay


@dataclass(frozen=True, slots=True)
class SettlesOn:
    """截至 2024-06-30: once, on that day."""

    day: date


@dataclass(frozen=True, slots=True)
class SettlesByAttribute:
    """截至 整改期限: once for each subject, on the date that its attribute names."""

    operand: SubjectAttribute


SettledWhen: TypeAlias = SettlesEach | SettlesYearly | SettlesOn | SettlesByAttribute


@dataclass(frozen=True, slots=True)
class ByTally:
    """按 本月 志愿服务 时长 合计 加: points along a schedule of a tally's number."""

    tally: Tally
    period: Period
    schedule: Schedule
    origin: Span
