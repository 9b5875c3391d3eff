"""Entries as they are made, and the balances they make."""

from collections.abc import Callable

from pointrules.ledger.entry import Entry
from pointrules.model.account import Account
from pointrules.model.number import Number, simplified
from pointrules.model.subject import Subject, SubjectKind


class Book:
    """All entries so far, in order, and each account's balance, which is their sum.

    Of the accounts in `watched` each subject's entries are kept apart as well; `on_entry` is told
    of each of these. `entering` may make of an entry what is to be entered.
    """

    def __init__(self, watched: frozenset[str] = frozenset()) -> None:
        self.on_entry: Callable[[Entry], None] | None = None
        self.entering: Callable[[Entry], Entry] | None = None
        self._watched = watched
        self._of_subject: dict[tuple[str, str], list[Entry]] = {}
        self.entries: list[Entry] = []
        self._balances: dict[tuple[str, str], Number] = {}
        self._subjects: dict[tuple[SubjectKind, str], Subject] = {}

    def balance(self, account: str, subject_id: str) -> Number:
        """The sum of the entries of a subject in an account, which keeps one kind of subject."""
        return self._balances.get((account, subject_id), 0)

    def holders(self, account: Account) -> set[Subject]:
        """The subjects that have entries in an account."""
        return {
            self.subject(account.subject_kind, subject_id)
            for name, subject_id in self._balances
            if name == account.name
        }

    def subject(self, kind: SubjectKind, subject_id: str) -> Subject:
        """The subject, one object for all its entries."""
        subject = self._subjects.get((kind, subject_id))
        if subject is None:
            subject = self._subjects[kind, subject_id] = Subject(kind, subject_id)
        return subject

    def enter(self, entry: Entry) -> None:
        """Add an entry."""
        if self.entering is not None:
            entry = self.entering(entry)
        key = (entry.account, entry.subject.id)
        self._balances[key] = simplified(self._balances.get(key, 0) + entry.points)
        self.entries.append(entry)
        if entry.account in self._watched:
            self._of_subject.setdefault(key, []).append(entry)
            if self.on_entry is not None:
                self.on_entry(entry)

    def entries_of(self, account: str, subject_id: str) -> list[Entry]:
        """The entries of a subject in an account that is watched."""
        return self._of_subject.get((account, subject_id), [])
