"""Measures of accounts while a run goes on, from the entries made so far."""

from collections import defaultdict
from datetime import date

from pointrules.engine.book import Book
from pointrules.ledger.entry import Entry
from pointrules.ledger.measures import measure
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject


class MeasuredBook:
    """Sorts the entries of a book out as they come, so that each is looked at once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sorted: dict[tuple[Subject, str], list[Entry]] = defaultdict(list)
        self._read = 0

    def points(
        self, subject: Subject, account: str, what: Measure, ruleset: Ruleset, day: date
    ) -> Number:
        """A measure of a subject on `day`, of all that has been entered."""
        entries = self._book.entries
        for entry in entries[self._read :]:
            self._sorted[entry.subject, entry.account].append(entry)
        self._read = len(entries)
        own = self._sorted.get((subject, account), [])
        kept = ruleset.account(account)
        return measure(own, subject, kept, what, as_of=day, year_start=ruleset.year_start)
