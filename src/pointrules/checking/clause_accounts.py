"""Which accounts a clause enters: its own, its category's, or the only one there is."""

from pointrules.checking.clause_parts import ClauseParts
from pointrules.checking.lower_account import entered_accounts
from pointrules.checking.lower_amounts import accounts_with_amounts
from pointrules.checking.resolve import Scope
from pointrules.model.account import Account, Category
from pointrules.syntax import tree


def accounts_of_clause(
    clause: tree.Clause,
    category: Category | None,
    parts: ClauseParts,
    scope: Scope,
    *,
    is_whole: bool,
) -> tuple[Account, ...] | None:
    """Its own, else its category's, else the only account there is; None after saying it lacks."""
    body = clause.body
    if isinstance(body, tree.Sentence) and isinstance(body.effect, tree.AccountAmount):
        return accounts_with_amounts(body, parts.entered, scope)
    if parts.entered is not None:
        return entered_accounts(parts.entered.accounts, scope)
    if category is not None and category.accounts:
        return tuple(
            account for account in scope.accounts.values() if account.name in category.accounts
        )
    if clause.category is not None and category is None:
        return None
    declared = tuple(scope.names_of_kinds("account"))
    if len(declared) == 1 and not scope.lost_names and scope.is_whole:
        return tuple(scope.accounts.values()) or None
    if not declared or not scope.is_whole:
        return None
    accounts = tuple(scope.accounts.values())
    kinds = {account.subject_kind for account in accounts}
    gives_points = (
        not isinstance(clause.body, tree.Sentence | tree.Settlement)
        or not isinstance(clause.body.effect, tree.NamedRow | tree.Clears)
        or parts.instead is not None
    )
    if not gives_points and len(accounts) == len(declared) and len(kinds) == 1:
        return accounts  # only whose flag it opens matters
    if is_whole:
        scope.reporter.report(
            "account-missing", clause.number.span, clause=clause.number.text, choices=declared
        )
    return None
