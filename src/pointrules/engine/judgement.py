"""Which clauses a record matches, or why it is refused, before any amount is worked out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.beneficiary import collective_of, everyone_of, holders_of, subject_of
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.flags import OpenFlags
from pointrules.engine.rules import EditionRules
from pointrules.engine.truth import (
    Past,
    PastCondition,
    past_conditions,
    read_of_past,
    truth,
    unknown_operand,
)
from pointrules.ledger.past_ground import (
    PastFact,
    PastGrade,
    PastPoints,
    ReadOfThePast,
    RowOfRecords,
)
from pointrules.model.closed_day import closed_day
from pointrules.model.condition import (
    Condition,
    GradeCompares,
    OfOneMoment,
    Operand,
    RecordAttribute,
    RecordsInARow,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number, number_text
from pointrules.model.period import Interval, MonthDay, Period, period_of
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.model.value import Discretion
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster

Place: TypeAlias = tuple[date, str]
"""Where a record stands in the order of evaluation: its ruling date and its id."""


class History:
    """All approved records, by subject and behaviour, for conditions on what did not happen.

    A record that is refused here still happened: nobody is rewarded for its absence.
    """

    def __init__(
        self, records: Iterable[Record], is_ruled: Callable[[date], bool] = lambda _: True
    ) -> None:
        """`is_ruled` says whether any edition was in force on a day: others are no occurrence."""
        self._records = records
        self._is_ruled = is_ruled
        self._rows: dict[tuple[int, SubjectKind, str], Mapping[str, tuple[str, ...]]] = {}
        self._acts: dict[tuple[SubjectKind, str, str], list[Record]] | None = None
        self._days: dict[tuple[SubjectKind, str, str], list[tuple[date, str, date]]] | None = None

    def has(
        self,
        who: tuple[SubjectKind, str],
        behaviour: str,
        days: Interval,
        *,
        before: Place | None = None,
        up_to: date | None = None,
    ) -> bool:
        """Whether one of `who` occurred within `days`.

        Only those count that come before the place `before` in order, or occurred up to `up_to`.
        """
        if self._days is None:  # most rulesets never ask
            self._days = _sorted_out(self._records)
        for rules_on, record_id, occurred_on in self._days.get((*who, behaviour), ()):
            if before is not None and (rules_on, record_id) >= before:
                return False
            if days.covers(occurred_on) and (up_to is None or occurred_on <= up_to):
                return True
        return False

    def full_rows(
        self, who: tuple[SubjectKind, str], row: RecordsInARow, moment: "RecordMoment"
    ) -> Mapping[str, tuple[str, ...]]:
        """By the records of `who` that make a row full, the row; worked out once for all."""
        found = self._rows.get((id(row), *who))
        if found is not None:
            return found
        full: dict[str, tuple[str, ...]] = {}
        matching: list[str] = []
        if self._acts is None:
            self._acts = defaultdict(list)
            for record in self._records:
                for subject in everyone_of(record):
                    self._acts[subject.kind, subject.id, record.behaviour].append(record)
        for record in self._acts.get((*who, row.behaviour), ()):
            if not self._is_ruled(record.occurred_on):
                continue
            of_record = replace(moment, record=record, day=record.occurred_on)
            fits = row.matching is None or truth(row.matching, of_record)
            matching = [*matching, record.id] if fits else []
            if len(matching) == row.length:
                full[record.id], matching = tuple(matching), []
        self._rows[id(row), *who] = full
        return full


def _sorted_out(
    records: Iterable[Record],
) -> dict[tuple[SubjectKind, str, str], list[tuple[date, str, date]]]:
    days: dict[tuple[SubjectKind, str, str], list[tuple[date, str, date]]] = defaultdict(list)
    for record in records:
        place = (record.rules_on, record.id, record.occurred_on)
        for subject in everyone_of(record):
            days[subject.kind, subject.id, record.behaviour].append(place)
    for places in days.values():
        places.sort()
    return days


class RecordMoment(Struct):
    """What the conditions of a record's clauses read, as on its date of occurrence."""

    record: Record
    day: date
    behaviour: str
    kind: SubjectKind
    year_start: MonthDay
    facts: Facts
    flags: OpenFlags
    history: History
    past: Past | None

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """The attribute of the record, or of its household or person on that day."""
        name = operand.attribute.name
        if isinstance(operand, RecordAttribute):
            return self.record.attributes.get(name)
        subject_id = subject_of(operand.kind, self.record)
        if subject_id is None and operand.kind in COLLECTIVES:
            subject_id = collective_of(operand.kind, self.record, self.facts, self.day)
        if subject_id is None:
            return None
        return self.facts.value(operand.kind, subject_id, name, self.day)

    def flag_is_open(self, flag: str) -> bool:
        """Whether it is open on the record's household, its person, or its group."""
        flags, record, day = self.flags, self.record, self.day
        if record.collective is not None:
            return flags.is_open(flag, record.collective.kind, record.collective.id, day)
        return flags.is_open(flag, SubjectKind.HOUSEHOLD, record.household, day) or flags.is_open(
            flag, SubjectKind.PERSON, record.person, day
        )

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Whether the subject has a record of it earlier in the order of evaluation."""
        if period is Period.RECORD:
            return behaviour == self.behaviour
        subject_id = subject_of(self.kind, self.record)
        if subject_id is None:
            return False
        days = period_of(period, self.day, self.year_start)
        place = (self.record.rules_on, self.record.id)
        return self.history.has((self.kind, subject_id), behaviour, days, before=place)

    def grade_rank(self, grade: str) -> int | None:
        """Records are not judged by grades."""
        msg = f"a record's condition reads the grade {grade}"
        raise AssertionError(msg)

    def points(self, account: str, measure: Measure) -> Number | None:
        """Records are not judged by measures."""
        msg = f"a record's condition reads {measure} of {account}"
        raise AssertionError(msg)

    def was(self, condition: PastCondition) -> bool | None:
        """Whether it held on a closed day, of whoever the record names."""
        assert condition.at is not None, "a record's condition reads closed days only"
        on = closed_day(condition.at, self.day, self.year_start)
        if self.past is None or on >= self.record.rules_on:
            return None
        return self.past.held(condition, on, self._subject)

    def _subject(self, kind: SubjectKind) -> Subject | None:
        subject_id = subject_of(kind, self.record)
        if subject_id is None and kind in COLLECTIVES:
            subject_id = collective_of(kind, self.record, self.facts, self.day)
        return None if subject_id is None else Subject(kind, subject_id)

    def is_among(self, board: str, last: int) -> bool | None:
        """Records are not judged by boards."""
        msg = f"a record's condition reads the first {last} of {board}"
        raise AssertionError(msg)

    def answers(self, question: OfOneMoment) -> bool | None:
        """Whether this record makes a row of matching ones full; the next begins a new one."""
        if not isinstance(question, RecordsInARow):
            msg = f"a record's condition asks {type(question).__name__}"
            raise TypeError(msg)
        subject_id = subject_of(self.kind, self.record)
        if subject_id is None:
            return False
        return self.record.id in self.history.full_rows((self.kind, subject_id), question, self)

    def read_of(self, item: PastCondition | RecordsInARow) -> PastFact | None:
        """What the condition found, for the entry to tell; None of a row that is not full."""
        if isinstance(item, RecordsInARow):
            subject_id = subject_of(self.kind, self.record)
            if subject_id is None:
                return None
            rows = self.history.full_rows((self.kind, subject_id), item, self)
            row = rows.get(self.record.id)
            return None if row is None else RowOfRecords(item.behaviour, row)
        past, at = self.past, item.at
        if at is None or past is None:
            return None
        on = closed_day(at, self.day, self.year_start)
        if isinstance(item, GradeCompares):
            return PastGrade(item.grade, at, on, past.level(item, on, self._subject))
        points = past.points(item, on, self._subject)
        return PastPoints(item.account, item.measure, at, on, points)


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
