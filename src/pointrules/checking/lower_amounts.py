"""Amounts of one clause by role (按 角色 加：…) and by account (积分 加 5 分，荣誉积分 加 2 分)."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_table import report_row
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import directed, fits_precision, points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.number import Number
from pointrules.model.value import ByAccount, ByRole
from pointrules.source.source_file import Span
from pointrules.syntax import tree


def lower_by_role(
    effect: tree.ByRole, rows: Sequence[tree.Row], setting: ClauseSetting
) -> ByRole | None:
    """Points by the role of a party; other roles get nothing, or what 其余 says."""
    reporter = setting.scope.reporter
    found: dict[str, Number] = {}
    places: dict[str, Span] = {}
    otherwise: Number | None = None
    is_sound = True
    for row in rows:
        match row:
            case tree.NamedRow(name, quantity, span):
                key = setting.scope.key(name, "role")
                role = None if key is None else setting.scope.roles.get(key)
            case tree.OtherwiseRow(quantity, span):
                role = "其余"
            case _:
                report_row(row, setting)
                is_sound = False
                continue
        points: Number | None = 0
        if quantity is not None:
            points = setting.points(quantity, effect.direction)
        elif isinstance(row, tree.NamedRow) and role is not None:
            reporter.report("row-without-points", span, value=role)
            points = None
        if role is None or points is None:
            is_sound = False
        elif role in places:
            label = Label(places[role], "first")
            reporter.report("table-cell-twice", span, cell=role, labels=(label,))
            is_sound = False
        else:
            places[role] = span
            if isinstance(row, tree.OtherwiseRow):
                otherwise = points
            else:
                found[role] = points
    if not is_sound or not (found or otherwise is not None):
        return None
    return ByRole(tuple(found.items()), otherwise, effect.span)


def accounts_with_amounts(
    sentence: tree.Sentence, entered: tree.Entered | None, scope: Scope
) -> tuple[Account, ...] | None:
    """The accounts that the amounts name, in the ruleset's order; None after saying what is wrong.

    Called where the clause's first amount names an account.
    """
    if entered is not None:
        scope.reporter.report("entered-with-amounts", entered.span)
        return None
    found: dict[str, tree.AccountAmount] = {}
    is_sound = True
    for amount in _amounts(sentence):
        key = scope.key(amount.account, "account")
        if key is None or key not in scope.accounts:
            is_sound = False
        elif key in found:
            label = Label(found[key].span, "first")
            scope.reporter.report(
                "account-amount-twice", amount.span, account=amount.account.text, labels=(label,)
            )
            is_sound = False
        else:
            found[key] = amount
    if not is_sound:
        return None
    return tuple(account for key, account in scope.accounts.items() if key in found)


def lower_by_account(sentence: tree.Sentence, setting: ClauseSetting) -> ByAccount | None:
    """Points by account, all gains or all deductions."""
    scope = setting.scope
    amounts = _amounts(sentence)
    first = amounts[0]
    rows: dict[str, Number] = {}
    for amount in amounts:
        if amount.direction is not first.direction:
            scope.reporter.report(
                "amounts-of-both-signs", amount.span, labels=(Label(first.span, "first"),)
            )
            return None
        key = scope.key(amount.account, "account")
        account = None if key is None else scope.accounts.get(key)
        written = setting.quantity(amount.amount)
        points = None if written is None else points_in(written, scope)
        if account is None or points is None:
            return None
        if not fits_precision(points, (account,), amount.span, scope):
            return None
        rows[account.name] = directed(points, first.direction)
    ordered = tuple((item.name, rows[item.name]) for item in setting.accounts if item.name in rows)
    return ByAccount(ordered, first.span)


def _amounts(sentence: tree.Sentence) -> tuple[tree.AccountAmount, ...]:
    parts = (sentence.effect, *sentence.tails)
    return tuple(part for part in parts if isinstance(part, tree.AccountAmount))
