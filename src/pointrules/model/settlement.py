"""When a clause is settled (结算), and what it gives by a tally of records."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.condition import SubjectAttribute, Tally
from pointrules.model.period import MonthDay, Period
from pointrules.model.schedule import Schedule
from pointrules.source.source_file import Span


class SettlesEach(Struct, frozen=True):
    """每月 结算: on the last day of every week, month, quarter, half-year or year."""

    period: Period


class SettlesYearly(Struct, frozen=True):
    """每年 1月15日 结算."""

    day: MonthDay


class SettlesOn(Struct, frozen=True):
    """截至 2024-06-30: once, on that day."""

    day: date


class SettlesByAttribute(Struct, frozen=True):
    """截至 整改期限: once for each subject, on the date that its attribute names."""

    operand: SubjectAttribute


SettledWhen: TypeAlias = SettlesEach | SettlesYearly | SettlesOn | SettlesByAttribute


class ByTally(Struct, frozen=True):
    """按 本月 志愿服务 时长 合计 加: points along a schedule of a tally's number."""

    tally: Tally
    period: Period
    schedule: Schedule
    origin: Span
