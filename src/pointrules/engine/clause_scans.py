"""The counters that the clauses, categories, groups and accounts of an edition ask for."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pointrules.model.clause import BestOf, ScoringClause
from pointrules.model.limit import Limit
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Occurrences, Owner, OwnerKind, Scan
from pointrules.model.value import ByRunningSum, Ladder


def scans_of(ruleset: Ruleset) -> Iterator[Scan]:
    """All that count anything in an edition."""
    for clause in ruleset.scoring_clauses:
        yield from clause_scans(clause)
    for settled in ruleset.settlement_clauses:
        yield from limit_scans(settled.limits, None)
    for category in ruleset.categories:
        yield from limit_scans(category.limits, category.best_of)
    for group in ruleset.groups:
        yield group.best_of.scan
    for account in ruleset.accounts:
        yield from limit_scans(account.limits, None)


def clause_scans(clause: ScoringClause) -> Iterator[Scan]:
    """Those of a clause's own."""
    if isinstance(clause.value, ByRunningSum):
        yield clause.value.scan
    yield from occurrences_of(clause)
    if clause.last_counts is not None:
        yield clause.last_counts.scan
    yield from limit_scans(clause.limits, clause.best_of)


def occurrences_of(clause: ScoringClause) -> Iterator[Scan]:
    """The scans that number a record under a clause; of 同类, one for each behaviour."""
    scan = clause.escalation.scan if clause.escalation is not None else None
    if isinstance(clause.value, Ladder):
        scan = clause.value.scan
    if scan is None:
        return
    if not isinstance(scan.transfer, Occurrences) or not scan.transfer.of_kind:
        yield scan
        return
    for behaviour in clause.behaviours:
        yield replace(scan, owner=Owner(OwnerKind.BEHAVIOUR, behaviour))


def limit_scans(limits: Iterable[Limit], best_of: BestOf | None) -> Iterator[Scan]:
    """Those of limits, and of a best-of."""
    for limit in limits:
        yield limit.scan
    if best_of is not None:
        yield best_of.scan
