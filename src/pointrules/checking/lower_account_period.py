"""起算, 新户基础, 按月折算, 期末: when the periods of an account turn, and what that brings."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import above_zero, is_multiple, points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import PeriodEnd
from pointrules.model.account_period import (
    Carry,
    ClosingCeiling,
    ClosingFloor,
    DebtCarry,
    NewcomerBase,
    ProRata,
)
from pointrules.model.number import Number, Rounding, number_text
from pointrules.model.period import MONTHS_OF_YEAR, NEW_YEAR, MonthDay, Period
from pointrules.model.unit import PERCENT
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.AccountPart)
_ALL = 100
_LAST_DAY_OF_EVERY_MONTH = 28
_MONTHS = {
    Period.YEAR: MONTHS_OF_YEAR,
    Period.HALF_YEAR: 6,
    Period.QUARTER: 3,
    Period.MONTH: 1,
}
PERIOD_ENDS = {
    "RESET": PeriodEnd.RESET,
    "RESET_POSITIVE": PeriodEnd.RESET_POSITIVE,
    "RESET_NEGATIVE": PeriodEnd.CARRY,
    "CARRY": PeriodEnd.CARRY,
    "KEEP": PeriodEnd.KEEP,
}


class Calendar(Struct, frozen=True):
    """When the periods of an account begin, and how many months each one has."""

    start: MonthDay
    months: int


class PeriodSetting(Struct, frozen=True):
    """The account whose periods are lowered: all its parts, and its precision."""

    account: tree.Account
    precision: Number
    scope: Scope
    is_whole: bool

    def only(self, kind: type[_T]) -> _T | None:
        """The first part of a kind; that it stands but once is checked elsewhere."""
        return next((part for part in self.account.parts if isinstance(part, kind)), None)

    def points(self, quantity: tree.Quantity, *, signed: bool = False) -> Number | None:
        """Points that are as coarse as the account."""
        return fitting_points(quantity, self, signed=signed)


def fitting_points(
    quantity: tree.Quantity, setting: PeriodSetting, *, signed: bool = False
) -> Number | None:
    """Points that the account can hold; None after saying why it cannot."""
    scope = setting.scope
    points = points_in(quantity, scope, signed=signed)
    if points is None or is_multiple(points, setting.precision):
        return points
    name = setting.account.name
    scope.reporter.report(
        "finer-than-precision",
        quantity.span,
        points=number_text(-points if points < 0 else points),
        account=name.text.strip(),
        precision=number_text(setting.precision),
        labels=(Label(name.span, "account"),),
    )
    return None


def lower_calendar(start: tree.AccountStart, scope: Scope) -> Calendar | None:
    """1月1日 起算, 每季 起算, 每月 10 日 起算; None after saying that no period begins so."""
    every = start.every or Period.YEAR
    is_yearly = every is Period.YEAR
    months = _MONTHS.get(every)
    if start.start is not None and is_yearly:
        return Calendar(start.start, MONTHS_OF_YEAR)
    day = 1 if start.day is None else start.day
    is_day = isinstance(day, int) and 1 <= day <= _LAST_DAY_OF_EVERY_MONTH
    takes_day = every is Period.MONTH or start.day is None
    if is_yearly or start.start is not None or months is None or not is_day or not takes_day:
        scope.reporter.report("account-calendar", start.span)
        return None
    return Calendar(MonthDay(NEW_YEAR.month, int(day)), months)


# ---- 新户基础, 按月折算


def lower_newcomers(
    setting: PeriodSetting, base: Number, months: int | None
) -> tuple[NewcomerBase | ProRata | None, bool]:
    """What newcomers get for a base, and whether it could be read; `months` None: no periods."""
    report = setting.scope.reporter.report
    own, part = setting.only(tree.NewcomerBase), setting.only(tree.ProRata)
    written = own or part
    if written is None:
        return None, True
    if own is not None and part is not None:
        report("newcomers-twice", part.span, labels=(Label(own.span, "first"),))
        return None, False
    if months is None:
        report("newcomers-of-kept", written.span)
        return None, False
    if own is not None:
        points = setting.points(own.quantity)
        return (None, False) if points is None else (NewcomerBase(points), True)
    assert part is not None, "one of the two is written"
    return _pro_rata(part, setting, base, months)


def _pro_rata(
    part: tree.ProRata, setting: PeriodSetting, base: Number, months: int
) -> tuple[ProRata | None, bool]:
    report = setting.scope.reporter.report
    if setting.only(tree.Base) is None:
        if setting.is_whole:
            report("pro-rata-without-base", part.span)
        return None, False
    if part.first is None:
        if setting.is_whole:
            report("pro-rata-month-missing", part.span)
        return None, False
    written = _rounding_after(part, setting)
    leaves_fraction = any(
        not is_multiple(Fraction(base * count, months), setting.precision)
        for count in range(1, months)
    )
    rounding, is_sound = _rounding(written, setting)
    if not is_sound:
        return None, False
    if leaves_fraction and written is None:
        if setting.is_whole:
            report("rounding-missing", part.span, why="pro-rata")
        return None, False
    if written is not None and not leaves_fraction:
        report("rounding-without-fraction", written.span)
        return None, False
    return ProRata(part.first, rounding), True


# ---- 期末


def lower_carry(setting: PeriodSetting, end: tree.PeriodEnd | None) -> tuple[Carry | None, bool]:
    """What is carried where not all is, and whether it could be read."""
    report = setting.scope.reporter.report
    most, debts = setting.only(tree.CarryAtMost), setting.only(tree.Debts)
    if end is not None and end.kind not in ("CARRY", "KEEP"):
        unfitting = most or debts
        if unfitting is not None:
            report("carry-and-reset", unfitting.span, labels=(Label(end.span, "first"),))
            return None, False
        none_of_debts = Carry(1, None, None, DebtCarry.NONE)
        return (none_of_debts if end.kind == "RESET_NEGATIVE" else None), True
    share: Number | None = 1
    rounding: Rounding | None = None
    is_sound = True
    if end is not None and end.share is not None:
        share = _share(end.share, setting)
        written = _rounding_after(end, setting)
        rounding, is_sound = _rounding(written, setting)
        if share is not None and share != 1 and written is None:
            if setting.is_whole:
                report("rounding-missing", end.span, why="carried-share")
            is_sound = False
        if share == 1 and written is not None:
            report("rounding-without-fraction", written.span)
            is_sound = False
    at_most = None if most is None else setting.points(most.quantity)
    if share is None or not is_sound or (most is not None and at_most is None):
        return None, False
    if debts is None and share != 1 and not _never_owes(setting):
        if setting.is_whole and end is not None:
            report("debts-missing", end.span)
        return None, False
    carry = DebtCarry.ALL if debts is None else debts.carry
    if share == 1 and at_most is None and carry is not DebtCarry.NONE:
        return None, True
    return Carry(share, rounding, at_most, carry), True


def lower_open_deductions(
    setting: PeriodSetting, end: tree.PeriodEnd | None
) -> tuple[str | None, bool]:
    """The flag whose deductions a reset carries while it is open, and whether it could be read."""
    part = setting.only(tree.OpenDeductions)
    if part is None:
        return None, True
    scope = setting.scope
    if end is None or end.kind not in ("RESET", "RESET_POSITIVE"):
        if setting.is_whole:
            scope.reporter.report("open-deductions-without-reset", part.span)
        return None, False
    key = scope.key(part.flag, "flag")
    flag = None if key is None else scope.flags.get(key)
    return flag, flag is not None


def _share(quantity: tree.Quantity, setting: PeriodSetting) -> Number | None:
    percent = above_zero(quantity, PERCENT, setting.scope)
    if percent is None:
        return None
    if percent > _ALL:
        setting.scope.reporter.report(
            "carry-above-all", quantity.span, found=f"{number_text(percent)}%"
        )
        return None
    return 1 if percent == _ALL else Fraction(percent) / _ALL


def _never_owes(setting: PeriodSetting) -> bool:
    """Whether no balance is below 0 when a period is over."""
    floor = setting.only(tree.ClosingFloor)
    is_raised = floor is not None and floor.below.number >= 0 and floor.to.number >= 0
    return is_raised or setting.only(tree.RunningFloor) is not None


def lower_closing_floor(setting: PeriodSetting) -> tuple[ClosingFloor | None, bool]:
    """期末 低于 … 按 … 计, and whether it could be read."""
    floor = setting.only(tree.ClosingFloor)
    if floor is None:
        return None, True
    below = points_in(floor.below, setting.scope, signed=True)
    to = setting.points(floor.to, signed=True)
    if below is None or to is None:
        return None, False
    if to < below:
        setting.scope.reporter.report(
            "closing-floor-lowers", floor.to.span, below=number_text(below), to=number_text(to)
        )
        return None, False
    return ClosingFloor(below, to), True


def lower_closing_ceiling(
    setting: PeriodSetting, floor: ClosingFloor | None
) -> tuple[ClosingCeiling | None, bool]:
    """期末 高于 … 按 … 计, and whether it could be read and leaves the floor alone."""
    ceiling = setting.only(tree.ClosingCeiling)
    if ceiling is None:
        return None, True
    report = setting.scope.reporter.report
    above = points_in(ceiling.above, setting.scope, signed=True)
    to = setting.points(ceiling.to, signed=True)
    if above is None or to is None:
        return None, False
    if to > above:
        report(
            "closing-ceiling-raises", ceiling.to.span, above=number_text(above), to=number_text(to)
        )
        return None, False
    if floor is not None and (floor.to > above or to < floor.below):
        report("closing-floor-above-ceiling", ceiling.span)
        return None, False
    return ClosingCeiling(above, to), True


# ---- 取整 belongs to what stands right before it


def rounding_is_placed(account: tree.Account, scope: Scope) -> bool:
    """Whether every rounding follows what can leave a fraction."""
    is_placed = True
    for before, part in zip((None, *account.parts), account.parts, strict=False):
        if not isinstance(part, tree.Rounding) or isinstance(before, tree.ProRata):
            continue
        if not isinstance(before, tree.PeriodEnd) or before.share is None:
            scope.reporter.report("rounding-without-fraction", part.span)
            is_placed = False
    return is_placed


def _rounding_after(part: tree.AccountPart, setting: PeriodSetting) -> tree.Rounding | None:
    parts: Sequence[tree.AccountPart] = setting.account.parts
    place = parts.index(part) + 1
    after = parts[place] if place < len(parts) else None
    return after if isinstance(after, tree.Rounding) else None


def _rounding(
    written: tree.Rounding | None, setting: PeriodSetting
) -> tuple[Rounding | None, bool]:
    if written is None:
        return None, True
    step = setting.points(written.quantity)
    if step == 0:
        setting.scope.reporter.report(
            "precision-not-positive", written.quantity.span, precision=number_text(step)
        )
        return None, False
    return (None, False) if step is None else (Rounding(written.mode, step), True)
