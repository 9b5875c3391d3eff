"""以最后一次为准: the later record takes the place of the one before it.

The former is taken back first, with the room and the times that it used; then the later one passes
all limits as if it were the only one. Its entry is the difference.
"""

from pointrules.engine.candidate import Candidate
from pointrules.engine.scan import ScanStates, Stood
from pointrules.ledger.entry import Adjustment, PrecededBy
from pointrules.model.number import Number, simplified


def take_back(candidate: Candidate, states: ScanStates) -> None:
    """Let the counters forget what the record that stood before was let through."""
    rule, record = candidate.rule, candidate.record
    if any(isinstance(item.cause, PrecededBy) for item in candidate.adjustments):
        return  # it does not count, so the one before stands
    if rule.last_counts is not None:
        _, counter = rule.last_counts
        (key,) = candidate.state_keys([counter])
        stood = states.stood.get(key)
        if stood is not None:
            for used, amount in stood.used:
                states.add(used, -amount)
            candidate.taken_back = stood
    now = Stood(record.id)
    candidate.stands = now
    for key in candidate.state_keys(rule.lasts):
        states.stood[key] = now


def difference(candidate: Candidate, account: str, amount: Number) -> Number:
    """What enters `account`, where the candidate is let through `amount`."""
    if candidate.stands is not None:
        candidate.stands.let_through[account] = amount
    before, rule = candidate.taken_back, candidate.rule.last_counts
    stood = 0 if before is None else before.let_through.get(account, 0)
    if before is None or rule is None or not stood:
        return amount
    entered = simplified(amount - stood)
    adjustment = Adjustment(rule[0], stood, amount, entered, before.record_id)
    candidate.adjustments += (adjustment,)
    return entered
