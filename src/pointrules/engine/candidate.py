"""A candidate: what one clause would give for one record, on its way through the stages.

Value (with a running sum) → escalation → best-of → limits → posting (R2). Making a candidate reads
the scans and moves none, so that a record can still be refused whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from pointrules.engine.account_rule import Holder
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.multiplier import multiplied
from pointrules.engine.scan import Act, Counter, ScanStates, StateKey, Stood
from pointrules.engine.valuation import ordinal_of, quantity, valuation_of
from pointrules.ledger.entry import Adjustment, PrecededBy, Valuation
from pointrules.ledger.ground import Settled
from pointrules.ledger.past_ground import ReadOfThePast
from pointrules.model.clause import SettlementClause
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster


class _ActOf(Struct, frozen=True):
    """A record as the act of somebody else (计给 配偶)."""

    id: str
    person: str | None
    attributes: Mapping[str, AttributeValue]


class SettledOccasion(Struct, frozen=True):
    """What a settlement has in a record's place: its day, and no attributes.

    `person` is the one that is settled, None for other subjects.
    """

    id: str
    clause: SettlementClause
    occurred_on: date
    rules_on: date
    person: str | None
    ground: Settled
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)


class Candidate(Struct):
    """`ladder` is the value that best-of compares; `amount` what is left of it after each stage.

    `counted_as` stands for the subject in counters; where accounts have amounts of their own, for
    subject and account. `is_raise` says that the matter has taken up a time already (R6). Where
    only the last record counts, `taken_back` is the one before, and `stands` what this one leaves
    behind.
    """

    rule: ClauseRule
    record: Record | SettledOccasion
    holder: Holder
    kind: SubjectKind
    subject_id: str
    counted_as: str
    valuation: Valuation
    ladder: Number
    amount: Number
    adjustments: tuple[Adjustment, ...]
    is_raise: bool = False
    taken_back: Stood | None = None
    stands: Stood | None = None
    ground: ReadOfThePast | None = None

    def state_key(self, counter: Counter, day: date) -> StateKey:
        """Where the state of `counter` is kept that rules this candidate on `day`."""
        return counter.state_key(self.kind, self.counted_as, day, self.act)

    @property
    def act(self) -> Act:
        """The record, as that of the person who gets the points where 计给 names one."""
        record = self.record
        if not self.rule.per_person or self.holder.person == record.person:
            return record
        return _ActOf(record.id, self.holder.person, record.attributes)

    def state_keys(self, counters: Sequence[Counter]) -> list[StateKey]:
        """Where the states of limits are kept for this candidate, by the ruling date (R21)."""
        day = self.record.rules_on
        act = self.act if self.rule.per_person else self.record
        kind, counted_as = self.kind, self.counted_as
        return [counter.state_key(kind, counted_as, day, act) for counter in counters]

    def state_keys_of_account(self, counters: Sequence[Counter]) -> list[StateKey]:
        """The same for the limits of an account, which all clauses that enter it share."""
        day = self.record.rules_on
        act = self.act if self.rule.per_person else self.record
        kind, subject_id = self.kind, self.subject_id
        return [counter.state_key(kind, subject_id, day, act) for counter in counters]

    def of_household(self, household: str) -> "Candidate":
        """The same, entering the household's accounts with what the person's limits left."""
        adjustments = self.adjustments
        if adjustments:
            person = Subject(self.kind, self.subject_id)
            adjustments = tuple(
                # That one clause goes before another is nobody's count.
                item
                if isinstance(item.cause, PrecededBy | Multiplier)
                else replace(item, counted_for=person)
                for item in adjustments
            )
        return replace(
            self,
            kind=SubjectKind.HOUSEHOLD,
            subject_id=household,
            counted_as=household,
            adjustments=adjustments,
            is_raise=False,
            taken_back=None,
            stands=None,
        )


def candidate_of(  # noqa: PLR0913, PLR0917
    rule: ClauseRule,
    record: Record,
    holder: Holder,
    preceded_by: str | None,
    states: ScanStates,
    roster: Roster,
) -> Candidate | Reason | None:
    """What a clause that matched would give `holder`; a reason to refuse; None without value."""
    for name in rule.key_names:
        if name not in record.attributes:
            return _attribute_missing(rule, record, name)
    if rule.clock is not None and (early := _clock_too_early(rule.clock, record)) is not None:
        return early
    value = rule.clause.value
    if value is None:
        return None
    valuation = rule.constant or valuation_of(rule, value, record, holder, states)
    if isinstance(valuation, str):
        return _attribute_missing(rule, record, valuation)
    points = valuation.points
    kind, subject_id = holder.kind, holder.id
    counted_as = subject_id
    if rule.splits:
        counted_as = f"{subject_id}\0{holder.accounts[0].account.name}"
    candidate = Candidate(
        rule, record, holder, kind, subject_id, counted_as, valuation, points, points, ()
    )
    if rule.clause.multiplier is not None:
        number = multiplied(rule.clause.multiplier, record, holder, roster)
        if number is None:
            return _number_missing(rule, rule.clause.multiplier)
        _multiply(candidate, rule.clause.multiplier, number)
    if rule.escalation is not None:
        _escalate(candidate, states)
    if preceded_by is not None:
        _lose(candidate, preceded_by)
    return _too_fine(candidate) or candidate


def count_occurrence(
    rule: ClauseRule, record: Record, holders: Iterable[Holder], states: ScanStates
) -> None:
    """Move the sums and occurrences of a clause whose condition a counted record met (R18).

    They move whatever becomes of the amount, and for counters of other editions too (R25).
    """
    day, given = record.occurred_on, record.attributes
    # A subject that takes part in two roles, or with two accounts, has done one thing.
    for kind, subject_id in dict.fromkeys([(holder.kind, holder.id) for holder in holders]):
        for counter in rule.sums:
            added = quantity(counter, given)
            if added is not None:
                key = counter.state_key(kind, subject_id, day, record)
                states.count(counter, key, day, added)
        for counter in rule.occurrences:
            key = counter.state_key(kind, subject_id, day, record)
            states.count(counter, key, day, 1)


def _multiply(candidate: Candidate, multiplier: Multiplier, number: Number) -> None:
    before = candidate.amount
    candidate.ladder = candidate.amount = simplified(before * number)
    if number != 1:
        candidate.adjustments += (Adjustment(multiplier, number, before, candidate.amount),)


def _number_missing(rule: ClauseRule, multiplier: Multiplier) -> Reason:
    name = "" if multiplier.operand is None else multiplier.operand.attribute.name
    arguments = (("clause", rule.clause.number), ("attribute", name))
    return Reason(ReasonCode.CONDITION_UNKNOWN, arguments)


def count_kind(
    counters: Iterable[Counter], record: Record, holders: Iterable[Holder], states: ScanStates
) -> None:
    """Move the counters of a behaviour (同类) for everyone who has a part in a counted record."""
    day = record.occurred_on
    subjects = {(holder.kind, holder.id) for holder in holders}
    if record.household is not None:
        subjects.add((SubjectKind.HOUSEHOLD, record.household))
    if record.person is not None:
        subjects.add((SubjectKind.PERSON, record.person))
    for counter in counters:
        for kind, subject_id in subjects:
            key = counter.state_key(kind, subject_id, day, record)
            states.count(counter, key, day, 1)


def _escalate(candidate: Candidate, states: ScanStates) -> None:
    """The factor acts on the record's own value, never on one already multiplied (R18)."""
    rule, record = candidate.rule, candidate.record
    escalation = rule.escalation
    if escalation is None or isinstance(record, SettledOccasion):
        return
    ordinal = ordinal_of(rule, record, candidate.holder, states)
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
    for accounts in (candidate.holder.accounts, candidate.holder.household_accounts):
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


def _clock_too_early(name: str, record: Record) -> Reason | None:
    """What goes on cannot have ended before it was."""
    day = record.attributes.get(name)
    if not isinstance(day, date) or day >= record.occurred_on:
        return None
    arguments = (
        ("attribute", name),
        ("value", day.isoformat()),
        ("day", record.occurred_on.isoformat()),
    )
    return Reason(ReasonCode.CLOCK_BEFORE_OCCURRENCE, arguments)


def _attribute_missing(rule: ClauseRule, record: Record, name: str) -> Reason:
    arguments = (
        ("behaviour", record.behaviour),
        ("attribute", name),
        ("clause", rule.clause.number),
    )
    return Reason(ReasonCode.ATTRIBUTE_MISSING, arguments)
