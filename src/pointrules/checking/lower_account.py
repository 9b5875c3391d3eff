"""账户."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from pointrules.checking.lower_account_period import (
    PERIOD_ENDS,
    PeriodSetting,
    lower_calendar,
    lower_carry,
    lower_closing_ceiling,
    lower_closing_floor,
    lower_newcomers,
    lower_open_deductions,
    rounding_is_placed,
)
from pointrules.checking.lower_bound import is_without_bare_bounds, lower_running_ceiling
from pointrules.checking.lower_last_counts import is_without_last_counts
from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.lower_population import lower_population
from pointrules.checking.lower_validity import lower_validity, written_validity
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.number import Number, number_text
from pointrules.model.period import MONTHS_OF_YEAR
from pointrules.model.scan import Owner, OwnerKind
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.AccountPart)
_NAMED_PARTS: Mapping[type[tree.AccountPart], str] = MappingProxyType(
    {
        tree.AccountStart: "start",
        tree.Base: "base",
        tree.NewcomerBase: "newcomer-base",
        tree.ProRata: "pro-rata",
        tree.Precision: "precision",
        tree.RunningFloor: "running-floor",
        tree.RunningCeiling: "running-ceiling",
        tree.ClosingFloor: "closing-floor",
        tree.ClosingCeiling: "closing-ceiling",
        tree.PeriodEnd: "period-end",
        tree.CarryAtMost: "carry-at-most",
        tree.Debts: "debts",
        tree.OpenDeductions: "open-deductions",
    }
)
"""What an account says but once."""
_OF_PERIODS = (
    tree.AccountStart,
    tree.ClosingFloor,
    tree.ClosingCeiling,
    tree.CarryAtMost,
    tree.Debts,
    tree.OpenDeductions,
)


def lower_account(account: tree.Account, scope: Scope, *, is_whole: bool) -> Account | None:
    """An account; what happens at its period's end is always said."""
    report = scope.reporter.report
    name = account.name.text.strip()
    _each_once(account, scope)
    start, end = _first(account, tree.AccountStart), _first(account, tree.PeriodEnd)
    most = _first(account, tree.CarryAtMost)
    is_kept = end is not None and end.kind == "KEEP"
    if is_whole and end is None and most is None:
        report("account-end-missing", account.name.span, account=name)
    if is_whole and start is None and not is_kept and (end is not None or most is not None):
        report("account-start-missing", account.name.span, account=name)
    unfitting = next((part for part in account.parts if isinstance(part, _OF_PERIODS)), None)
    if is_kept and unfitting is not None:
        report("account-start-of-kept", unfitting.span, account=name)
    population, has_population = lower_population(account.population, account.subject_kind, scope)
    calendar = None if start is None else lower_calendar(start, scope)
    step = _precision(_first(account, tree.Precision), scope)
    if step is None or (end is None and most is None) or (start is not None and calendar is None):
        return None
    setting = PeriodSetting(account, step, scope, is_whole)
    months = None if is_kept else MONTHS_OF_YEAR if calendar is None else calendar.months
    written_base = _first(account, tree.Base)
    base = 0 if written_base is None else setting.points(written_base.quantity)
    newcomers, has_newcomers = (
        (None, False) if base is None else lower_newcomers(setting, base, months)
    )
    carry, has_carry = lower_carry(setting, end)
    open_flag, has_open_flag = lower_open_deductions(setting, end)
    floor, has_floor = lower_closing_floor(setting)
    ceiling, has_ceiling = lower_closing_ceiling(setting, floor)
    running_ceiling, has_running_ceiling = lower_running_ceiling(setting, base or 0)
    draft = Account(
        name=name,
        subject_kind=account.subject_kind,
        period_start=None if is_kept or calendar is None else calendar.start,
        period_months=months or MONTHS_OF_YEAR,
        period_end=PeriodEnd.CARRY if end is None else PERIOD_ENDS[end.kind],
        carry=carry,
        open_flag=open_flag,
        base=base or 0,
        newcomers=newcomers,
        precision=step,
        running_floor=None if _first(account, tree.RunningFloor) is None else 0,
        running_ceiling=running_ceiling,
        closing_floor=floor,
        closing_ceiling=ceiling,
        limits=(),
        validity=None,
        origin=account.name.span,
        population=population,
    )
    limits = lower_limits(
        account.parts, LimitSetting(Owner(OwnerKind.ACCOUNT, name), None, (draft,), None), scope
    )
    validity, has_validity = lower_validity(
        written_validity(account.parts, scope), None, scope, is_whole=is_whole
    )
    is_placed = rounding_is_placed(account, scope) and has_validity
    if (
        base is None
        or limits is None
        or not has_population
        or not has_running_ceiling
        or not is_without_last_counts(account.parts, scope)
        or not is_without_bare_bounds(account.parts, scope, of_account=True)
        or not (
            is_placed
            and has_newcomers
            and has_carry
            and has_open_flag
            and has_floor
            and has_ceiling
        )
    ):
        return None
    return replace(draft, limits=limits, validity=validity)


def _each_once(account: tree.Account, scope: Scope) -> None:
    first: dict[str, tree.AccountPart] = {}
    for part in account.parts:
        word = _NAMED_PARTS.get(type(part))
        if word is not None and word in first:
            label = Label(first[word].span, "first")
            scope.reporter.report("account-part-twice", part.span, part=word, labels=(label,))
        elif word is not None:
            first[word] = part


def _first(account: tree.Account, kind: type[_T]) -> _T | None:
    return next((part for part in account.parts if isinstance(part, kind)), None)


def _precision(precision: tree.Precision | None, scope: Scope) -> Number | None:
    if precision is None:
        return 1
    step = points_in(precision.quantity, scope)
    if step == 0:
        scope.reporter.report(
            "precision-not-positive", precision.quantity.span, precision=number_text(step)
        )
        return None
    return step


def entered_accounts(names: Sequence[tree.Name], scope: Scope) -> tuple[Account, ...] | None:
    """The accounts named after 记入, in the ruleset's order; None if one could not be found."""
    found: dict[str, Account] = {}
    is_sound = True
    for name in names:
        key = scope.key(name, "account")
        account = None if key is None else scope.accounts.get(key)
        if account is None or key is None:
            is_sound = False
        elif key in found:
            scope.reporter.report("account-entered-twice", name.span, account=account.name)
        else:
            found[key] = account
    if not is_sound:
        return None
    return tuple(account for key, account in scope.accounts.items() if key in found)
