"""Flags: which are open on whom and when, and what opens and closes them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from msgspec import Struct

from pointrules.engine.flag_effects import FlagEffects
from pointrules.engine.opened_flag import OpenedFlag
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.model.flag import (
    FlagEnd,
    OpensFlag,
    UntilCleared,
    UntilNextPeriodEnd,
    UntilPeriodEnd,
    UntilRecordOf,
)
from pointrules.model.period import Duration, MonthDay, period_of
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind

_ONE_DAY = timedelta(days=1)


class Closing(Struct, frozen=True):
    """The last day on which records closed a kind of flag, and the first of these records."""

    day: date
    record_id: str


_NEVER = Closing(date.min, "")


class OpenFlags:
    """The flags of a run. What they do to points, `effects` is told as they open and close."""

    def __init__(self, effects: FlagEffects) -> None:
        self._effects = effects
        effects.openers = self.openers
        self._opened: list[OpenedFlag] = []
        self._of_subject: dict[tuple[SubjectKind, str, str], list[OpenedFlag]] = {}
        self._waiting: dict[tuple[SubjectKind, str, str], list[OpenedFlag]] = defaultdict(list)
        self._behaved: dict[tuple[SubjectKind, str, str], Closing] = {}
        self._withdrawn: dict[tuple[SubjectKind, str, str], Closing] = {}
        self._cleared: set[tuple[str, str]] = set()

    def is_open(self, flag: str, kind: SubjectKind, subject_id: str | None, day: date) -> bool:
        """Whether `flag` is open on the subject; its first and last days are inside (R29)."""
        if subject_id is None:
            return False
        opened = self._of_subject.get((kind, subject_id, flag))
        return opened is not None and any(item.covers(day) for item in opened)

    def openers(self, flag: str, subject: Subject, day: date) -> frozenset[str]:
        """The records for which `flag` is open on the subject on `day`."""
        opened = self._of_subject.get((subject.kind, subject.id, flag), ())
        return frozenset(
            item.record_id for item in opened if item.record_id is not None and item.covers(day)
        )

    def open_by_record(  # noqa: PLR0913, PLR0917
        self,
        opens: OpensFlag,
        subject: Subject,
        day: date,
        clause: str,
        record_id: str,
        ruleset: Ruleset,
    ) -> None:
        """Open a flag for the whole of `day` and on."""
        last_day = last_day_of(opens.end, day, ruleset.year_start)
        if last_day is None or last_day >= day:
            self._open(_opened(opens, subject, (day, day, last_day), clause, record_id, ruleset))

    def open_at_close_of(
        self, day: date, opens: OpensFlag, subject: Subject, clause: str, ruleset: Ruleset
    ) -> None:
        """Open a flag for what points or a settlement gave on `day`: it begins on the next (R29).

        Where the same clause has it open by then, it stays as it is.
        """
        last_day = last_day_of(opens.end, day, ruleset.year_start)
        first_day = day + _ONE_DAY
        earlier = self._of_subject.get((subject.kind, subject.id, opens.flag), ())
        if (last_day is not None and last_day < first_day) or any(
            item.clause == clause and item.covers(first_day) for item in earlier
        ):
            return
        self._open(_opened(opens, subject, (day, first_day, last_day), clause, None, ruleset))

    def close_by_behaviour(
        self, behaviour: str, subject: Subject, day: date, record_id: str
    ) -> bool:
        """Close what was open until a record of `behaviour`; whether there was any."""
        key = (subject.kind, subject.id, behaviour)
        if day != self._behaved.get(key, _NEVER).day:
            self._behaved[key] = Closing(day, record_id)
        return self._close(self._waiting.get(key, ()), day, record_id)

    def clear(self, flag: str, subject: Subject, day: date, record_id: str) -> bool:
        """Withdraw `flag` from `day` on; whether it was open."""
        key = (subject.kind, subject.id, flag)
        if day != self._withdrawn.get(key, _NEVER).day:
            self._withdrawn[key] = Closing(day, record_id)
        flags = self._of_subject.get(key, ())
        # The same record may have ended it already, where it lasts until such a record (至 … 之日).
        if not self._close(flags, day, record_id) and not any(
            item.closed_by == record_id for item in flags
        ):
            return False
        self._cleared.add((record_id, flag))
        return True

    def was_cleared(self, flag: str, record_id: str) -> bool:
        """Whether the record withdrew the flag from anyone."""
        return (record_id, flag) in self._cleared

    def intervals(self, as_of: date) -> tuple[FlagInterval, ...]:
        """All flags that were opened up to `as_of`, in order of their first days.

        One that the points of that day opened begins on the next.
        """
        found = [item for item in self._opened if item.reached_on <= as_of]
        found.sort(key=lambda item: (item.first_day, item.record_id or "", item.clause))
        return tuple(item.interval(as_of) for item in found)

    def _open(self, opened: OpenedFlag) -> None:
        subject = opened.subject
        self._opened.append(opened)
        self._of_subject.setdefault((subject.kind, subject.id, opened.flag), []).append(opened)
        self._effects.begin(opened)
        if isinstance(opened.end, UntilRecordOf):
            for behaviour in opened.end.behaviours:
                key = (subject.kind, subject.id, behaviour)
                self._waiting[key].append(opened)
                self._close_at_once(opened, self._behaved.get(key, _NEVER))
        key = (subject.kind, subject.id, opened.flag)
        closing = self._withdrawn.get(key, _NEVER)
        if self._close_at_once(opened, closing):
            self._cleared.add((closing.record_id, opened.flag))

    def _close_at_once(self, opened: OpenedFlag, closing: Closing) -> bool:
        """A record of the same day may close it, whatever the ids."""
        return closing.day == opened.first_day and self._close(
            (opened,), closing.day, closing.record_id
        )

    def _close(self, flags: Iterable[OpenedFlag], day: date, record_id: str) -> bool:
        """Close those that are open on `day` or would be; the day itself is free (R29)."""
        closed = False
        for item in flags:
            if item.first_day <= day and (item.last_day is None or item.last_day >= day):
                item.last_day = day - _ONE_DAY
                item.closed_by = record_id
                self._effects.end(item, day)
                closed = True
        return closed


def last_day_of(end: FlagEnd, day: date, year_start: MonthDay) -> date | None:
    """The last day of a flag that something on `day` opens; None where a record must close it."""
    match end:
        case UntilPeriodEnd(period):
            return period_of(period, day, year_start).last
        case UntilNextPeriodEnd(period):
            last = period_of(period, day, year_start).last
            return None if last is None else period_of(period, last + _ONE_DAY, year_start).last
        case Duration():
            return end.last_day_from(day)
        case date():
            return end
        case UntilRecordOf() | UntilCleared():
            return None
        case _:
            assert_never(end)


def _opened(  # noqa: PLR0913, PLR0917
    opens: OpensFlag,
    subject: Subject,
    days: tuple[date, date, date | None],
    clause: str,
    record_id: str | None,
    ruleset: Ruleset,
) -> OpenedFlag:
    """The flag on its days: the one it was reached on, its first and its last."""
    reached_on, first_day, last_day = days
    return OpenedFlag(
        subject=subject,
        flag=opens.flag,
        effects=ruleset.vocabulary.flag_effects(opens.flag),
        end=opens.end,
        clause=clause,
        edition=ruleset.edition.version,
        record_id=record_id,
        reached_on=reached_on,
        first_day=first_day,
        last_day=last_day,
        due_day=last_day,
    )
