"""What grades and points were on a day that is over, while a run is still under way.

Every entry of a day is in the book before anything of a later day happens, so that what is read
here cannot change any more.
"""

from collections.abc import Callable, Sequence
from datetime import date

from pointrules.engine.book import Book
from pointrules.engine.flags import OpenFlags
from pointrules.engine.offer_desk import OfferDesk, held_on, level_on, points_on
from pointrules.engine.record_moment import History
from pointrules.engine.truth import PastCondition
from pointrules.ledger.entry import Entry
from pointrules.model.condition import GradeCompares, MeasureCompares
from pointrules.model.number import Number
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.roster import Roster


class ClosedDays:
    """Reads the book as it was at the end of days that are over."""

    def __init__(
        self,
        editions: Sequence[Ruleset],
        facts: Facts,
        history: History,
        book: Book,
        flags: OpenFlags,
    ) -> None:
        self._editions = tuple(editions)
        self._facts = facts
        self._history = history
        self._book = book
        self._flags = flags
        self._roster = Roster(facts)
        self._read = 0
        self._accounts: dict[tuple[Subject, str], list[Entry]] = {}
        self._desks: dict[date, OfferDesk | None] = {}

    def held(
        self,
        condition: PastCondition,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> bool | None:
        """Whether the condition held on `day`, which must be over; None where it is not known.

        Where no edition was in force yet nobody held a grade or points, and nothing held.
        """
        if all(day < ruleset.edition.first_day for ruleset in self._editions):
            return False
        for entry in self._book.entries[self._read :]:
            self._accounts.setdefault((entry.subject, entry.account), []).append(entry)
        self._read = len(self._book.entries)
        if day not in self._desks:
            self._desks[day] = self._desk(day)
        past = self._desks[day]
        return None if past is None else held_on(past, subject_of, condition)

    def points(
        self,
        condition: MeasureCompares,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> Number | None:
        """What the measure was on `day`, of which the condition was asked before."""
        past = self._desks.get(day)
        return None if past is None else points_on(past, subject_of, condition)

    def level(
        self,
        condition: GradeCompares,
        day: date,
        subject_of: Callable[[SubjectKind], Subject | None],
    ) -> str | None:
        """The level of the grade on `day`, of which the condition was asked before."""
        past = self._desks.get(day)
        return None if past is None else level_on(past, subject_of, condition)

    def _desk(self, day: date) -> OfferDesk | None:
        ruleset = edition_on(self._editions, day)
        if ruleset is None:
            return None
        return OfferDesk(
            self._editions,
            day,
            (),
            self._flags.intervals(day),
            ruleset,
            self._facts,
            self._history,
            self._accounts,
            roster=self._roster,
        )
