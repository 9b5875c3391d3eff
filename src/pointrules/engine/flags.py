"""Flags: which are open on whom and when."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from pointrules.engine.beneficiary import holders_of, subject_of
from pointrules.engine.rules import ClauseRule
from pointrules.ledger.ledger import FlagInterval
from pointrules.model.clause import FlagEnd, UntilPeriodEnd
from pointrules.model.period import Duration, MonthDay, period_of
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason
from pointrules.records.record import Record


class OpenFlags:
    """The flags that records opened."""

    def __init__(self) -> None:
        self.intervals: list[FlagInterval] = []
        self._of_subject: dict[tuple[SubjectKind, str, str], list[FlagInterval]] = {}

    def is_open(self, flag: str, kind: SubjectKind, subject_id: str | None, day: date) -> bool:
        """Whether `flag` is open on the subject; its first and last days are inside (R29)."""
        if subject_id is None:
            return False
        intervals = self._of_subject.get((kind, subject_id, flag))
        return intervals is not None and any(
            interval.first_day <= day <= interval.last_day for interval in intervals
        )

    def open_by(
        self, record: Record, matches: Iterable[ClauseRule], year_start: MonthDay, facts: Facts
    ) -> None:
        """Open the flags of the clauses that `record` matched."""
        for rule in matches:
            for opens in rule.clause.flags:
                first_day = record.occurred_on
                last_day = _last_day(opens.end, first_day, year_start)
                if last_day < first_day:
                    continue
                for subject in _flagged(opens.subject_kind, rule, record, facts):
                    interval = FlagInterval(
                        subject, opens.flag, first_day, last_day, rule.clause.number, record.id
                    )
                    self.intervals.append(interval)
                    key = (opens.subject_kind, subject.id, opens.flag)
                    self._of_subject.setdefault(key, []).append(interval)


def _flagged(
    kind: SubjectKind, rule: ClauseRule, record: Record, facts: Facts
) -> tuple[Subject, ...]:
    """Whom a flag opens on: the record's own subject, or with 计给 the beneficiaries."""
    if not rule.beneficiaries:
        subject_id = subject_of(kind, record)
        return () if subject_id is None else (Subject(kind, subject_id),)
    holders = holders_of(rule, record, facts)
    assert not isinstance(holders, Reason), "a record without its beneficiaries is refused before"
    found: dict[Subject, None] = {}
    for holder in holders:
        if holder.kind is kind:
            found[Subject(kind, holder.id)] = None
        elif kind is SubjectKind.HOUSEHOLD and holder.household is not None:
            found[Subject(kind, holder.household)] = None
    return tuple(found)


def _last_day(end: FlagEnd, day: date, year_start: MonthDay) -> date:
    match end:
        case UntilPeriodEnd(period):
            return period_of(period, day, year_start).last or date.max
        case Duration():
            return end.last_day_from(day)
        case date():
            return end
        case _:
            assert_never(end)
