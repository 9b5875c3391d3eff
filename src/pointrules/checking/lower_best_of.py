"""取最高 of a clause and of a category."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.resolve import Scope
from pointrules.model.account import Category
from pointrules.model.clause import BestOf, Clause, ScoringClause
from pointrules.model.period import Period
from pointrules.model.scan import HighestSoFar, Owner, OwnerKind, Scan
from pointrules.syntax import tree


def lower_best_of(
    best: tree.BestOf | None, setting: ClauseSetting, owner: Owner | None = None
) -> BestOf | None:
    """Of one matter only the best counts; every record has the attributes that tell it apart."""
    if best is None:
        return None
    found = [setting.record_attribute(name) for name in best.attributes]
    key = tuple(attribute for attribute in found if attribute is not None)
    if len(key) < len(found):
        return None
    window = Period.EVER if best.period is None else best.period
    setting.scope.reporter.uses_period(window, best.span)
    return BestOf(Scan(owner or setting.owner, window, key, HighestSoFar()), best.span)


def with_best_of(
    category: Category, written: tree.Category, clauses: Sequence[Clause], scope: Scope
) -> Category | None:
    """The category with its best-of, whose matter the behaviours of its clauses must have."""
    best = next((part for part in written.parts if isinstance(part, tree.BestOf)), None)
    names = {
        name
        for clause in clauses
        if isinstance(clause, ScoringClause) and clause.category == category.name
        if clause.value is not None
        for name in clause.behaviours
    }
    if best is None or not names:
        return category
    known = scope.behaviours_by_name()
    behaviours = tuple(item for name, item in known.items() if name in names)
    setting = ClauseSetting(category.name, scope, True, behaviours, ())  # noqa: FBT003
    lowered = lower_best_of(best, setting, Owner(OwnerKind.CATEGORY, category.name))
    if lowered is None:
        return None
    return Category(category.name, category.accounts, category.limits, lowered, category.origin)
