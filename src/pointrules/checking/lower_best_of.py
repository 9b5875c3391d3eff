"""取最高 of a clause, a category and a group of clauses."""

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_matter import lower_matter
from pointrules.model.clause import BestOf
from pointrules.model.period import Period
from pointrules.model.scan import HighestSoFar, Owner, OwnerKind, Scan
from pointrules.syntax import tree


def lower_best_of(
    best: tree.BestOf | None, setting: ClauseSetting, owner: Owner | None = None
) -> BestOf | None:
    """Of one matter only the best counts; every record has the attributes that tell it apart.

    Without a matter it chooses among the clauses that one record meets, so that one clause has
    nothing to choose from.
    """
    if best is None:
        return None
    owner = owner or setting.owner
    matter = best.matter
    window = Period.EVER if best.period is None else best.period
    if not matter.attributes and best.period in (None, Period.RECORD):
        if matter.by_person or owner.kind is OwnerKind.CLAUSE:
            setting.scope.reporter.report("best-of-without-matter", best.span)
            return None
        window = Period.RECORD
    setting.scope.reporter.uses_period(window, best.span)
    lowered = lower_matter(matter, setting.record_attribute, setting.accounts, setting.scope)
    if lowered is None:
        return None
    key, per = lowered
    return BestOf(Scan(owner, window, key, HighestSoFar(), per), best.span)
