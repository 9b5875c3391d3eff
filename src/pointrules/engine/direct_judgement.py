"""What a flag does to the deductions of the record that opens or withdraws it (R10, R39)."""

from collections.abc import Iterable, Sequence

from pointrules.engine.candidate import Candidate
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.flags import OpenFlags
from pointrules.ledger.entry import Adjustment, JudgedFirst, NothingWithdrawn


def judged_first(candidates: Sequence[Candidate], matches: Iterable[ClauseRule]) -> None:
    """直接判级优先: where a matching clause opens its flag so, no deduction counts (R10)."""
    judging = next((rule.clause for rule in matches if rule.clause.judged_first), None)
    if judging is None:
        return
    for candidate in candidates:
        if candidate.amount < 0:
            cause = JudgedFirst(judging.number)
            candidate.adjustments += (Adjustment(cause, 0, candidate.amount, 0),)
            candidate.ladder = candidate.amount = 0


def nothing_withdrawn(candidate: Candidate, flags: OpenFlags) -> None:
    """改扣 stands in a flag's place, and counts only where the record withdrew one."""
    clears = [item for item in candidate.rule.clause.clears if item.is_replaced]
    record_id = candidate.record.id
    if not clears or any(flags.was_cleared(item.flag, record_id) for item in clears):
        return
    cause = NothingWithdrawn(tuple(dict.fromkeys(item.flag for item in clears)))
    candidate.adjustments += (Adjustment(cause, 0, candidate.amount, 0),)
    candidate.ladder = candidate.amount = 0
