"""账户 and 类别."""

from collections.abc import Sequence
from typing import TypeVar

from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import fits_precision, points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account, Category, ClosingFloor, PeriodEnd
from pointrules.model.number import Number, number_text
from pointrules.model.scan import Owner, OwnerKind
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.AccountPart)
_PERIOD_ENDS = {
    "RESET": PeriodEnd.RESET,
    "RESET_POSITIVE": PeriodEnd.RESET_POSITIVE,
    "CARRY": PeriodEnd.CARRY,
    "KEEP": PeriodEnd.KEEP,
}


def lower_account(account: tree.Account, scope: Scope, *, is_whole: bool) -> Account | None:
    """An account; what happens at its period's end is always said."""
    report = scope.reporter.report
    name = account.name.text.strip()
    start = _only(account, tree.AccountStart, "start", scope)
    end = _only(account, tree.PeriodEnd, "period-end", scope)
    base = _only(account, tree.Base, "base", scope)
    precision = _only(account, tree.Precision, "precision", scope)
    running = _only(account, tree.RunningFloor, "running-floor", scope)
    closing = _only(account, tree.ClosingFloor, "closing-floor", scope)
    is_kept = end is not None and end.kind == "KEEP"
    if is_whole and end is None:
        report("account-end-missing", account.name.span, account=name)
    if is_whole and start is None and end is not None and not is_kept:
        report("account-start-missing", account.name.span, account=name)
    unfitting = start or closing
    if is_kept and unfitting is not None:
        report("account-start-of-kept", unfitting.span, account=name)
    step = _precision(precision, scope)
    if step is None or end is None:
        return None
    draft = Account(
        name,
        account.subject_kind,
        None if is_kept or start is None else start.start,
        _PERIOD_ENDS[end.kind],
        0,
        step,
        None if running is None else 0,
        None,
        (),
        account.name.span,
    )
    points = 0 if base is None else _fitting(base.quantity, draft, scope)
    floor = None if closing is None else _closing_floor(closing, draft, scope)
    setting = LimitSetting(Owner(OwnerKind.ACCOUNT, name), None, (draft,))
    limits = lower_limits(account.parts, setting, scope)
    if points is None or limits is None or (closing is not None and floor is None):
        return None
    return Account(
        name,
        draft.subject_kind,
        draft.period_start,
        draft.period_end,
        points,
        step,
        draft.running_floor,
        floor,
        limits,
        draft.origin,
    )


def _only(account: tree.Account, kind: type[_T], word: str, scope: Scope) -> _T | None:
    found = [part for part in account.parts if isinstance(part, kind)]
    for again in found[1:]:
        scope.reporter.report(
            "account-part-twice", again.span, part=word, labels=(Label(found[0].span, "first"),)
        )
    return found[0] if found else None


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


def _fitting(
    quantity: tree.Quantity, account: Account, scope: Scope, *, signed: bool = False
) -> Number | None:
    points = points_in(quantity, scope, signed=signed)
    if points is None or not fits_precision(points, (account,), quantity.span, scope):
        return None
    return points


def _closing_floor(floor: tree.ClosingFloor, account: Account, scope: Scope) -> ClosingFloor | None:
    below = points_in(floor.below, scope, signed=True)
    to = _fitting(floor.to, account, scope, signed=True)
    if below is None or to is None:
        return None
    if to < below:
        scope.reporter.report(
            "closing-floor-lowers",
            floor.to.span,
            below=number_text(below),
            to=number_text(to),
        )
        return None
    return ClosingFloor(below, to)


def lower_category(category: tree.Category, scope: Scope) -> Category | None:
    """A category without its best-of, whose matter is looked up when its clauses are known."""
    name = category.name.text.strip()
    entered = [part for part in category.parts if isinstance(part, tree.Entered)]
    _once(entered, "entered", scope)
    _once([part for part in category.parts if isinstance(part, tree.BestOf)], "best-of", scope)
    accounts = entered_accounts(entered[0].accounts, scope) if entered else ()
    if accounts is None:
        return None
    only = tuple(scope.accounts.values())
    bounded = accounts or (only if len(only) == 1 else ())
    setting = LimitSetting(Owner(OwnerKind.CATEGORY, name), None, bounded)
    limits = lower_limits(category.parts, setting, scope)
    if limits is None:
        return None
    names = tuple(account.name for account in accounts)
    return Category(name, names, limits, None, category.name.span)


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


def _once(parts: Sequence[tree.Entered | tree.BestOf], word: str, scope: Scope) -> None:
    for again in parts[1:]:
        label = Label(parts[0].span, "first")
        scope.reporter.report("part-twice", again.span, part=word, labels=(label,))
