"""A settlement clause under a limit that keeps matters or persons apart."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.clause import SettlementClause
from pointrules.model.limit import Limit
from pointrules.model.scan import Per
from pointrules.model.subject import SubjectKind


def matter_with_settlement(meaning: Meaning) -> Iterator[Diagnostic]:
    """A settlement is of no matter, and one of a household of no person: no count would be its."""
    for clause in meaning.settlements:
        if clause.value is None:
            continue
        limit = next(
            (item for item in _limits(clause, meaning) if _keeps_apart(item, clause)), None
        )
        if limit is not None:
            yield diagnose(
                "matter-with-settlement",
                meaning.number_span(clause),
                clause=clause.number,
                labels=(Label(limit.origin, "limit"),),
            )


def _limits(clause: SettlementClause, meaning: Meaning) -> Iterator[Limit]:
    category = meaning.category(clause.category)
    if category is not None:
        yield from category.limits
    for account in meaning.accounts:
        if account.name in clause.accounts:
            yield from account.limits


def _keeps_apart(limit: Limit, clause: SettlementClause) -> bool:
    by_person = limit.scan.per is Per.PERSON and clause.subject_kind is not SubjectKind.PERSON
    return bool(limit.scan.key) or by_person
