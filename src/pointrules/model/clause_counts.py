"""How the clauses of a ruleset are accounted for: none may fall between."""

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from pointrules.model.clause import (
    Clause,
    DraftClause,
    ManualClause,
    ScoringClause,
    SettlementClause,
    UnscoredClause,
)
from pointrules.model.trigger import TriggerClause


class ClauseKind(StrEnum):
    """What becomes of a clause: the engine scores by it, or why not."""

    SCORED = "scored"
    SETTLED = "settled"
    MANUAL = "manual"
    UNSCORED = "unscored"
    DRAFT = "draft"


class ClauseCounts(Struct, frozen=True):
    """How many clauses there are of each kind, in the order of the kinds."""

    by_kind: tuple[tuple[ClauseKind, int], ...]

    @property
    def total(self) -> int:
        """All clauses: the sum of the kinds."""
        return sum(count for _, count in self.by_kind)


def count_clauses(clauses: Iterable[Clause]) -> ClauseCounts:
    """Count `clauses`, each under one kind."""
    kinds = [_kind(clause) for clause in clauses]
    return ClauseCounts(tuple((kind, kinds.count(kind)) for kind in ClauseKind))


def _kind(clause: Clause) -> ClauseKind:
    match clause:
        case ScoringClause() | TriggerClause():
            return ClauseKind.SCORED
        case SettlementClause():
            return ClauseKind.SETTLED
        case ManualClause():
            return ClauseKind.MANUAL
        case UnscoredClause():
            return ClauseKind.UNSCORED
        case DraftClause():
            return ClauseKind.DRAFT
        case _:
            assert_never(clause)
