"""A candidate: what one clause would give for one record, on its way through the stages.

Value (with a running sum) → escalation → best-of → limits → posting (R2). Making a candidate reads
the scans and moves none, so that a record can still be refused whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pointrules.engine.rules import ClauseRule
from pointrules.engine.scan import Counter, ScanStates, StateKey, Stood
from pointrules.engine.valuation import quantity, subject_of, valuation_of
from pointrules.ledger.entry import Adjustment, PrecededBy, Valuation
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record


@dataclass(slots=True)
class Candidate:
    """`ladder` is the value that best-of compares; `amount` what is left of it after each stage.

    `is_raise` says that the matter has taken up a time already (R6). Where only the last record
    counts, `taken_back` is the one before, and `stands` what this one leaves behind.
    """

    rule: ClauseRule
    record: Record
    kind: SubjectKind
    subject_id: str
    valuation: Valuation
    ladder: Number
    amount: Number
    adjustments: tuple[Adjustment, ...]
    is_raise: bool = False
    taken_back: Stood | None = None
    stands: Stood | None = None

    def state_keys(self, counters: Sequence[Counter]) -> list[StateKey]:
        """Where the states of limits are kept for this candidate, by the ruling date (R21)."""
        day, record = self.record.rules_on, self.record
        kind, subject_id = self.kind, self.subject_id
        return [counter.state_key(kind, subject_id, day, record) for counter in counters]

    def of_household(self, household: str) -> "Candidate":
        """The same, entering the household's accounts with what the person's limits left."""
        adjustments = self.adjustments
        if adjustments:
            person = Subject(self.kind, self.subject_id)
            adjustments = tuple(
                # That one clause goes before another is nobody's count.
                item if isinstance(item.cause, PrecededBy) else item._replace(counted_for=person)
                for item in adjustments
            )
        return replace(
            self,
            kind=SubjectKind.HOUSEHOLD,
            subject_id=household,
            adjustments=adjustments,
            is_raise=False,
            taken_back=None,
            stands=None,
        )


def candidate_of(
    rule: ClauseRule, record: Record, preceded_by: str | None, states: ScanStates
) -> Candidate | Reason | None:
    """The candidate of a clause that matched; a reason to refuse the record; None without value."""
    for name in rule.key_names:
        if name not in record.attributes:
            return _attribute_missing(rule, record, name)
    value = rule.clause.value
    if value is None:
        return None
    subject_id = known_id(subject_of(rule.kind, record))
    valuation = rule.constant or valuation_of(rule, value, record, subject_id, states)
    if isinstance(valuation, str):
        return _attribute_missing(rule, record, valuation)
    points = valuation.points
    candidate = Candidate(rule, record, rule.kind, subject_id, valuation, points, points, ())
    if rule.escalation is not None:
        _escalate(candidate, states)
    if preceded_by is not None:
        _lose(candidate, preceded_by)
    return _too_fine(candidate) or candidate


def count_occurrence(rule: ClauseRule, record: Record, states: ScanStates) -> None:
    """Move the sums and occurrences of a clause whose condition a counted record met (R18).

    They move whatever becomes of the amount, and for counters of other editions too (R25).
    """
    if not rule.sums and not rule.occurrences:
        return
    subject_id = known_id(subject_of(rule.kind, record))
    day, given = record.occurred_on, record.attributes
    for counter in rule.sums:
        added = quantity(counter, given)
        if added is not None:
            key = counter.state_key(rule.kind, subject_id, day, record)
            states.count(counter, key, day, added)
    for counter in rule.occurrences:
        key = counter.state_key(rule.kind, subject_id, day, record)
        states.count(counter, key, day, 1)


def known_id(subject_id: str | None) -> str:
    """The id of a subject that the record was checked to name."""
    if subject_id is None:
        msg = "the record was checked to name its subject"
        raise AssertionError(msg)
    return subject_id


def _escalate(candidate: Candidate, states: ScanStates) -> None:
    """The factor acts on the record's own value, never on one already multiplied (R18)."""
    rule, record = candidate.rule, candidate.record
    if rule.escalation is None:
        return
    escalation, counter = rule.escalation
    day = record.occurred_on
    key = counter.state_key(candidate.kind, candidate.subject_id, day, record)
    ordinal = states.counted(counter, key, day) + 1
    factor: Number = 1
    for step in escalation.steps:
        if ordinal >= step.ordinal:
            factor = step.factor
    if factor == 1:
        return
    before = candidate.amount
    candidate.ladder = candidate.amount = simplified(before * factor)
    candidate.adjustments += (Adjustment(escalation, ordinal, before, candidate.amount),)


def _lose(candidate: Candidate, number: str) -> None:
    adjustment = Adjustment(PrecededBy(number), 0, candidate.amount, 0)
    candidate.adjustments += (adjustment,)
    candidate.ladder = candidate.amount = 0


def _too_fine(candidate: Candidate) -> Reason | None:
    """Refuse what a record asks for itself; limits and floors in such parts are checked before."""
    rule, amount = candidate.rule, candidate.amount
    if rule.takes_whole_points and isinstance(amount, int):
        return None
    for accounts in (rule.accounts, rule.household_accounts):
        for item in accounts:
            precision = item.account.precision
            if amount % precision:
                arguments = (
                    ("clause", rule.clause.number),
                    ("account", item.account.name),
                    ("points", number_text(amount)),
                    ("precision", number_text(precision)),
                )
                return Reason(ReasonCode.AMOUNT_TOO_FINE, arguments)
    return None


def _attribute_missing(rule: ClauseRule, record: Record, name: str) -> Reason:
    arguments = (
        ("behaviour", record.behaviour),
        ("attribute", name),
        ("clause", rule.clause.number),
    )
    return Reason(ReasonCode.ATTRIBUTE_MISSING, arguments)
