"""类别: the accounts that its clauses enter first, then what they share."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_account import entered_accounts
from pointrules.checking.lower_best_of import lower_best_of
from pointrules.checking.lower_bound import is_without_bare_bounds
from pointrules.checking.lower_last_counts import is_without_last_counts
from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.lower_validity import lower_validity, written_validity
from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account, Category
from pointrules.model.clause import Clause, ScoringClause
from pointrules.model.limit import Limit
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.validity import Validity
from pointrules.model.vocabulary import Attribute, Behaviour
from pointrules.syntax import tree


def lower_category(category: tree.Category, scope: Scope) -> Category | None:
    """A category without what its clauses share, which asks for their behaviours."""
    entered = [part for part in category.parts if isinstance(part, tree.Entered)]
    _once(entered, "entered", scope)
    _once([part for part in category.parts if isinstance(part, tree.BestOf)], "best-of", scope)
    accounts = entered_accounts(entered[0].accounts, scope) if entered else ()
    if accounts is None:
        return None
    names = tuple(account.name for account in accounts)
    return Category(category.name.text.strip(), names, (), None, None, category.name.span)


def completed_category(
    category: Category, written: tree.Category, clauses: Sequence[Clause], scope: Scope
) -> Category | None:
    """The category with its limits and its best-of, whose matter its clauses' behaviours have."""
    setting = ClauseSetting(
        category.name,
        scope,
        True,  # noqa: FBT003
        _behaviours(category, clauses, scope),
        _bounded(category, scope),
    )
    limits = _limits(written, setting, scope)
    best = next((part for part in written.parts if isinstance(part, tree.BestOf)), None)
    best_of = None
    if best is not None and (setting.behaviours or not best.matter.attributes):
        best_of = lower_best_of(best, setting, Owner(OwnerKind.CATEGORY, category.name))
        if best_of is None:
            return None
    validity, has_validity = _validity(written, setting, scope)
    is_clear = is_without_bare_bounds(written.parts, scope, of_account=False)
    is_placed = is_without_last_counts(written.parts, scope)
    if limits is None or not (has_validity and is_clear and is_placed):
        return None
    return Category(category.name, category.accounts, limits, best_of, validity, category.origin)


def _validity(
    written: tree.Category, setting: ClauseSetting, scope: Scope
) -> tuple[Validity | None, bool]:
    said = written_validity(written.parts, scope)
    if said.validity is not None and said.validity.attribute is not None and not setting.behaviours:
        return None, True  # without clauses there are no levels to go by
    return lower_validity(said, setting.record_attribute, scope, is_whole=setting.is_whole)


def _limits(
    written: tree.Category, setting: ClauseSetting, scope: Scope
) -> tuple[Limit, ...] | None:
    def attribute_of(name: tree.Name) -> Attribute | None:
        return setting.record_attribute(name)

    parts = [
        part
        for part in written.parts
        # A category without clauses has no records to tell apart.
        if setting.behaviours or not isinstance(part, tree.Limit) or not part.matter.attributes
    ]
    owner = Owner(OwnerKind.CATEGORY, setting.number)
    return lower_limits(parts, LimitSetting(owner, None, setting.accounts, attribute_of), scope)


def _behaviours(
    category: Category, clauses: Sequence[Clause], scope: Scope
) -> tuple[Behaviour, ...]:
    names = {
        name
        for clause in clauses
        if isinstance(clause, ScoringClause) and clause.category == category.name
        if clause.value is not None
        for name in clause.behaviours
    }
    return scope.behaviours_named(names)


def _bounded(category: Category, scope: Scope) -> tuple[Account, ...]:
    accounts = tuple(scope.accounts.values())
    if category.accounts:
        return tuple(account for account in accounts if account.name in category.accounts)
    return accounts if len(accounts) == 1 else ()


def _once(parts: Sequence[tree.Entered | tree.BestOf], word: str, scope: Scope) -> None:
    for again in parts[1:]:
        label = Label(parts[0].span, "first")
        scope.reporter.report("part-twice", again.span, part=word, labels=(label,))
