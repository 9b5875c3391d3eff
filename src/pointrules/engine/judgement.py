"""Which clauses a record matches, or why it is refused, before any amount is worked out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.engine.beneficiary import holders_of, subject_of
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.flags import OpenFlags
from pointrules.engine.record_moment import History, RecordMoment
from pointrules.engine.rules import EditionRules
from pointrules.engine.truth import Past, past_conditions, read_of_past, truth, unknown_operand
from pointrules.ledger.past_ground import ReadOfThePast
from pointrules.model.condition import Condition, GradeCompares, Operand, RecordAttribute
from pointrules.model.number import number_text
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.value import Discretion
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster

Judgement: TypeAlias = tuple[ClauseRule, ...] | Reason
"""The clauses that a record matches, in their order, or the reason to refuse it."""


class Judge(Struct, frozen=True):
    """What judging a record takes besides the record."""

    roster: Roster
    history: History
    past: Past | None = None

    @property
    def facts(self) -> Facts:
        """The dated facts."""
        return self.roster.facts

    def read_of_the_past(
        self, rule: ClauseRule, record: Record, rules: EditionRules, flags: OpenFlags
    ) -> ReadOfThePast | None:
        """What the clause's condition, which held, had read of days that are over."""
        assert rule.condition is not None, "without a condition nothing is read"
        moment = self._moment(record, rules, flags)
        moment.kind = rule.kind if rule.is_plain else _asked_kind(rule, record)
        read = (moment.read_of(item) for item in read_of_past(rule.condition))
        found = tuple(dict.fromkeys(item for item in read if item is not None))
        return ReadOfThePast(found) if found else None

    def _moment(self, record: Record, rules: EditionRules, flags: OpenFlags) -> RecordMoment:
        return RecordMoment(
            record,
            record.occurred_on,
            record.behaviour,
            SubjectKind.HOUSEHOLD,
            rules.ruleset.year_start,
            self.facts,
            flags,
            self.history,
            self.past,
        )

    def judge(self, record: Record, rules: EditionRules, flags: OpenFlags) -> Judgement:
        """Judge `record` under its edition, with the flags that are open so far."""
        matches: list[ClauseRule] = []
        asks_household_only, asks_decision = True, record.decided is not None
        moment: RecordMoment | None = None
        for rule in rules.by_behaviour.get(record.behaviour, ()):
            if rule.condition is not None:
                if moment is None:
                    moment = self._moment(record, rules, flags)
                moment.kind = rule.kind if rule.is_plain else _asked_kind(rule, record)
                holds = truth(rule.condition, moment)
                if holds is None:
                    unknown = unknown_operand(rule.condition, moment)
                    if unknown is None:
                        return _past_unknown(rule, rule.condition)
                    return _condition_unknown(rule, unknown)
                if not holds:
                    continue
            matches.append(rule)
            asks_household_only = asks_household_only and rule.asks_household_only
            asks_decision = asks_decision or rule.asks_decision
        if not asks_household_only or record.household is None:
            refused = _refused_for_subject(record, matches) or _refused_for_beneficiary(
                record, matches, self.roster
            )
            if refused is not None:
                return refused
        if asks_decision:
            return _refused_for_decision(record, matches) or tuple(matches)
        return tuple(matches)


def no_edition(editions: Sequence[EditionRules], day: date) -> Reason:
    """The reason for a record outside every edition, with the edition next to that day."""
    near = next((rules for rules in reversed(editions) if rules.first_day <= day), editions[0])
    arguments = [
        ("day", day.isoformat()),
        ("version", near.ruleset.edition.version),
        ("first_day", near.first_day.isoformat()),
    ]
    if near.last_day is not None:
        arguments.append(("last_day", near.last_day.isoformat()))
    return Reason(ReasonCode.NO_EDITION_IN_FORCE, tuple(arguments))


def preceding(rule: ClauseRule, matches: Iterable[ClauseRule]) -> str | None:
    """The number of the first matching clause that goes before `rule` (优先于)."""
    if not rule.preceded_by:
        return None
    numbers = (other.clause.number for other in matches)
    return next((number for number in numbers if number in rule.preceded_by), None)


def _asked_kind(rule: ClauseRule, record: Record) -> SubjectKind:
    """Whose other records a condition asks for: never the beneficiary's, but the record's own."""
    if not rule.beneficiaries:
        return rule.kind
    if record.collective is not None:
        return record.collective.kind
    return SubjectKind.HOUSEHOLD if record.person is None else SubjectKind.PERSON


def _refused_for_beneficiary(
    record: Record, matches: Iterable[ClauseRule], roster: Roster
) -> Reason | None:
    for rule in matches:
        if rule.beneficiaries or rule.restricts:
            holders = holders_of(rule, record, roster)
            if isinstance(holders, Reason):
                return holders
    return None


def _refused_for_subject(record: Record, matches: Iterable[ClauseRule]) -> Reason | None:
    is_complete = record.person is not None and record.household is not None
    for rule in matches:
        if is_complete and not rule.is_collective:
            continue
        if record.person is None and SubjectKind.PERSON in rule.needs:
            names = [a.account.name for a in rule.accounts if rule.kind is SubjectKind.PERSON]
            arguments = (("clause", rule.clause.number), *(("account", name) for name in names[:1]))
            return Reason(ReasonCode.PERSON_MISSING, arguments)
        for kind in COLLECTIVES:
            if kind in rule.needs and subject_of(kind, record) is None:
                number = ("clause", rule.clause.number)
                return Reason(ReasonCode.SUBJECT_KIND_MISSING, (number, ("kind", kind.value)))
        if record.household is None and SubjectKind.HOUSEHOLD in rule.needs:
            if record.person is None:
                kind = SubjectKind.HOUSEHOLD
                number = ("clause", rule.clause.number)
                return Reason(ReasonCode.SUBJECT_KIND_MISSING, (number, ("kind", kind.value)))
            who = (("person", record.person), ("day", record.occurred_on.isoformat()))
            return Reason(ReasonCode.PERSON_WITHOUT_HOUSEHOLD, who)
    return None


def _refused_for_decision(record: Record, matches: list[ClauseRule]) -> Reason | None:
    """R40: out of range is refused, never clamped; a decision that nobody asked for, too."""
    asked = False
    for rule in matches:
        value = rule.clause.value
        if not isinstance(value, Discretion):
            continue
        asked = True
        if preceding(rule, matches) is not None:
            continue
        number = rule.clause.number
        if record.decided is None or record.decided_by is None:
            arguments = (("clause", number), ("decider", value.decider))
            return Reason(ReasonCode.DECIDED_MISSING, arguments)
        if record.decided_by != value.decider:
            by = (("clause", number), ("decider", value.decider), ("decided_by", record.decided_by))
            return Reason(ReasonCode.DECIDED_BY_OTHER, by)
        if not value.lowest <= record.decided <= value.highest:
            bounds = (
                ("clause", number),
                ("decided", number_text(record.decided)),
                ("lowest", number_text(value.lowest)),
                ("highest", number_text(value.highest)),
            )
            return Reason(ReasonCode.DECIDED_OUT_OF_RANGE, bounds)
    if asked or record.decided is None:
        return None
    return Reason(ReasonCode.DECIDED_UNASKED, (("decided", number_text(record.decided)),))


def _past_unknown(rule: ClauseRule, condition: Condition) -> Reason:
    past = next(past_conditions(condition), None)
    name = "" if past is None else past.grade if isinstance(past, GradeCompares) else past.account
    return Reason(ReasonCode.PAST_UNKNOWN, (("clause", rule.clause.number), ("name", name)))


def _condition_unknown(rule: ClauseRule, operand: Operand | None) -> Reason:
    name = "" if operand is None else operand.attribute.name
    arguments = (("clause", rule.clause.number), ("attribute", name))
    if isinstance(operand, RecordAttribute):
        return Reason(ReasonCode.ATTRIBUTE_MISSING, arguments)
    return Reason(ReasonCode.CONDITION_UNKNOWN, arguments)
