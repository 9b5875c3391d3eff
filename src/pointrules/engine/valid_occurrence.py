"""Occurrences that count for as long as what they gave or took is valid (有效期内 第 2 次起)."""

from pointrules.engine.candidate import Candidate, SettledOccasion
from pointrules.engine.scan import ScanStates
from pointrules.engine.validity import last_valid_day
from pointrules.model.scan import OwnerKind
from pointrules.model.subject import SubjectKind


def count_while_valid(candidate: Candidate, account: str, states: ScanStates) -> None:
    """Let the record count up to the last valid day of the amount it came to in `account`."""
    rule, record = candidate.rule, candidate.record
    if isinstance(record, SettledOccasion):
        return
    validity, day = rule.valid_for[account], record.occurred_on
    last = None
    if validity is not None:
        last = last_valid_day(validity, candidate.amount, day, record, rule.clock)
    for counter in rule.while_valid.get(record.behaviour, ()):
        subjects = {(candidate.kind, candidate.subject_id)}
        if counter.owner.kind is OwnerKind.BEHAVIOUR:
            if record.household is not None:
                subjects.add((SubjectKind.HOUSEHOLD, record.household))
            if record.person is not None:
                subjects.add((SubjectKind.PERSON, record.person))
        for kind, subject_id in subjects:
            key = counter.state_key(kind, subject_id, day, record)
            states.stay_valid(key, record.id, day, last)
