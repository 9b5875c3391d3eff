"""Records under review: what else they will need to count, told while they wait."""

from collections.abc import Iterable, Sequence

from pointrules.engine.flags import OpenFlags
from pointrules.engine.judgement import Judge
from pointrules.engine.rules import EditionRules, rules_on
from pointrules.ledger.ledger import LineOutcome, Outcome, named_subjects
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record, WaitingRecord


def waiting_outcomes(
    waiting: Iterable[WaitingRecord],
    editions: Sequence[EditionRules],
    judge: Judge,
    flags: OpenFlags,
) -> list[LineOutcome]:
    """The outcomes of records that wait; a decision that is missing too is said with the rest."""
    outcomes = []
    for item in waiting:
        record, awaited = item.record, item.awaited
        missing = _decision_missing(record, editions, judge, flags)
        if missing is not None:
            awaited = Reason(awaited.code, awaited.arguments, (*awaited.more, missing))
        outcomes.append(
            LineOutcome(
                record.at,
                record.id,
                Outcome.PENDING,
                awaited,
                named_subjects(record.household, record.person, record.collective, record.parties),
                record.occurred_on,
                record.behaviour,
            )
        )
    return outcomes


def _decision_missing(
    record: Record, editions: Sequence[EditionRules], judge: Judge, flags: OpenFlags
) -> Reason | None:
    rules = rules_on(editions, record.occurred_on)
    judgement = None if rules is None else judge.judge(record, rules, flags)
    if isinstance(judgement, Reason) and judgement.code is ReasonCode.DECIDED_MISSING:
        return judgement
    return None
