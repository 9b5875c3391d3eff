"""Of one matter only the best counts: the highest gain and, apart from it, the heaviest loss."""

from pointrules.engine.candidate import Candidate
from pointrules.engine.scan import ScanStates, Standing
from pointrules.ledger.entry import Adjustment
from pointrules.model.number import simplified, size


def heaviest_first(candidates: list[Candidate]) -> list[Candidate]:
    """Let the best of one record's candidates go first, so that the others lose to it (R11).

    Candidates without a best-of keep their places.
    """
    places = [place for place, item in enumerate(candidates) if item.rule.best_of]
    ordered = list(candidates)
    heaviest = sorted((candidates[place] for place in places), key=lambda item: -size(item.ladder))
    for place, candidate in zip(places, heaviest, strict=True):
        ordered[place] = candidate
    return ordered


def compare(candidate: Candidate, states: ScanStates) -> None:
    """Leave of the amount only what its value is above the one that stands in the matter.

    Values are compared as they were before limits: 60 after a 20 that was cut to 5 gives 40 (R12).
    """
    record = candidate.record
    for rule in candidate.rule.best_of:
        before = candidate.amount
        if not before:
            return
        counter, gain = rule.counter, before > 0
        day = record.occurred_on
        key = candidate.state_key(counter, day)
        standing = states.standing(counter, key, day, gain=gain)
        if standing is None:
            continue
        above = max(size(candidate.ladder) - size(standing.value), 0)
        kept = simplified(min(above, size(before)))
        candidate.amount = kept if gain else -kept
        candidate.is_raise = candidate.is_raise or standing.took_a_time
        if candidate.amount != before:
            adjustment = Adjustment(
                rule.best_of,
                standing.value,
                before,
                candidate.amount,
                standing.record_id,
                rival_clause=standing.clause,
            )
            candidate.adjustments += (adjustment,)


def stand(candidate: Candidate, states: ScanStates) -> None:
    """Let the candidate's value stand in its matter if it is the best so far."""
    if not candidate.ladder:
        return
    record = candidate.record
    gain = candidate.ladder > 0
    took_a_time = candidate.is_raise or candidate.amount != 0
    day = record.occurred_on
    for counter in candidate.rule.standings:
        key = candidate.state_key(counter, day)
        standing = states.standing(counter, key, day, gain=gain)
        if standing is None or size(candidate.ladder) > size(standing.value):
            clause = candidate.rule.clause.number
            standing = Standing(candidate.ladder, record.id, clause, day, took_a_time)
            states.stand(counter, key, standing, gain=gain)
