"""同组: clauses of which, in one matter, only the best counts."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_best_of import lower_best_of
from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.clause import Clause, ClauseGroup, ScoringClause
from pointrules.model.scan import Owner, OwnerKind
from pointrules.syntax import tree

_FEWEST = 2


def lower_group(
    group: tree.ClauseGroup, clauses: Sequence[Clause], scope: Scope
) -> ClauseGroup | None:
    """A group; the behaviours of its clauses have the attribute that tells matters apart."""
    name = group.name.text.strip()
    found = _members(group, clauses, scope)
    if found is None:
        return None
    names = {behaviour for clause in found for behaviour in clause.behaviours}
    behaviours = scope.behaviours_named(names)
    entered = {account for clause in found for account in clause.accounts}
    accounts = tuple(item for item in scope.accounts.values() if item.name in entered)
    setting = ClauseSetting(name, scope, True, behaviours, accounts)  # noqa: FBT003
    best_of = lower_best_of(group.best_of, setting, Owner(OwnerKind.GROUP, name))
    if best_of is None:
        return None
    numbers = tuple(clause.number for clause in found)
    return ClauseGroup(name, numbers, best_of, group.name.span)


def _members(
    group: tree.ClauseGroup, clauses: Sequence[Clause], scope: Scope
) -> list[ScoringClause] | None:
    """The clauses named, which give points; None after saying which cannot be in a group."""
    report = scope.reporter.report
    by_number = {clause.number: clause for clause in clauses}
    found: dict[str, ScoringClause] = {}
    is_sound = True
    for number in group.clauses:
        clause = by_number.get(number.text)
        if number.text in found:
            first = next(item.span for item in group.clauses if item.text == number.text)
            labels = (Label(first, "first"),)
            report("group-clause-twice", number.span, number=number.text, labels=labels)
            is_sound = False
        elif isinstance(clause, ScoringClause) and clause.value is not None:
            found[number.text] = clause
        else:
            is_sound = False
            if number.text not in scope.clause_numbers | scope.lost_clauses:
                choices = suggest(number.text, sorted(scope.clause_numbers))
                report("group-unknown-clause", number.span, number=number.text, choices=choices)
            elif clause is not None:
                report("group-of-unscored", number.span, number=number.text)
    if is_sound and len(found) < _FEWEST:
        report("group-of-one", group.clauses[0].span, group=group.name.text.strip())
        return None
    return list(found.values()) if is_sound else None
