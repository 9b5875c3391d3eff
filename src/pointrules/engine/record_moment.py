"""What the conditions of a record's clauses read, and what happened before it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.beneficiary import collective_of, everyone_of, subject_of
from pointrules.engine.flags import OpenFlags
from pointrules.engine.truth import Past, PastCondition, truth
from pointrules.ledger.past_ground import PastFact, PastGrade, PastPoints, RowOfRecords
from pointrules.model.closed_day import closed_day
from pointrules.model.condition import (
    GradeCompares,
    OfOneMoment,
    Operand,
    RecordAttribute,
    RecordsInARow,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Interval, MonthDay, Period, period_of
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import Facts
from pointrules.records.record import Record

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
