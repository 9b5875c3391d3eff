"""Flags that points open: a level is reached at a day's end, the flag begins on the next day."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.book import Book
from pointrules.engine.flags import OpenFlags
from pointrules.engine.rules import EditionRules, rules_on
from pointrules.engine.truth import ordered
from pointrules.ledger.entry import Entry
from pointrules.ledger.measures import measure
from pointrules.model.condition import Comparison
from pointrules.model.subject import Subject


class Triggers:
    """Asks, at the end of every day that moved an account, the clauses that look at it.

    A day's flags so rest on its result and begin after it: nothing feeds back into itself, and the
    order of the day's records makes no difference (R29).
    """

    def __init__(
        self, editions: Sequence[EditionRules], agenda: Agenda, book: Book, flags: OpenFlags
    ) -> None:
        self._editions = editions
        self._agenda = agenda
        self._book = book
        self._flags = flags
        self._asked: set[tuple[str, Subject, date]] = set()
        self._accounts = frozenset(
            clause.account for rules in editions for clause in rules.ruleset.trigger_clauses
        )

    def notice(self, entry: Entry) -> None:
        """Let the day's end ask about the account of `entry`."""
        key = (entry.account, entry.subject, entry.day)
        if entry.account in self._accounts and key not in self._asked:
            self._asked.add(key)
            ask = partial(self._ask, *key)
            self._agenda.add(entry.day, Phase.TRIGGERS, 0, entry.subject.id, ask)

    def _ask(self, account_name: str, subject: Subject, day: date) -> None:
        rules = rules_on(self._editions, day)
        if rules is None:
            return
        ruleset = rules.ruleset
        for clause in ruleset.trigger_clauses:
            if clause.account != account_name:
                continue
            account = ruleset.account(account_name)
            entries = self._book.entries_of(account_name, subject.id)
            start = ruleset.year_start
            of_day = [entry for entry in entries if entry.day == day]
            points, moved = (
                measure(some, subject, account, clause.measure, as_of=day, year_start=start)
                for some in (entries, of_day)
            )
            rises = clause.comparison in (Comparison.AT_LEAST, Comparison.ABOVE)
            # What moved away from the level opens nothing anew after a repair.
            if not (moved > 0 if rises else moved < 0):
                continue
            if ordered(points, clause.comparison, clause.bound):
                for opens in clause.flags:
                    self._flags.open_at_close_of(day, opens, subject, clause.number, ruleset)
