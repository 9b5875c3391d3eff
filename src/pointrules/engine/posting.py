"""Entries as they are made, and the balances they make."""

from pointrules.engine import last_counts, limit
from pointrules.engine.candidate import Candidate
from pointrules.engine.rules import AccountRule
from pointrules.engine.scan import ScanStates
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.model.account import Account
from pointrules.model.number import Number, simplified
from pointrules.model.subject import Subject, SubjectKind


class Book:
    """All entries so far, in order, and each account's balance, which is their sum."""

    def __init__(self) -> None:
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
        key = (entry.account, entry.subject.id)
        self._balances[key] = simplified(self._balances.get(key, 0) + entry.points)
        self.entries.append(entry)


def post(candidate: Candidate, rule: AccountRule, states: ScanStates, book: Book) -> None:
    """Enter the amount in one account, which applies its own limits to its own copy (R4)."""
    account, subject_id = rule.account, candidate.subject_id
    amount, adjustments = candidate.amount, candidate.adjustments
    if rule.bounds:
        balance = book.balance(account.name, subject_id)
        if candidate.taken_back is not None:
            balance -= candidate.taken_back.let_through.get(account.name, 0)
        limit.let_through_account(candidate, rule, states, balance)
    if candidate.stands is not None:
        candidate.amount = last_counts.difference(candidate, account.name, candidate.amount)
    record, clause_rule = candidate.record, candidate.rule
    entry = Entry(
        book.subject(candidate.kind, subject_id),
        account.name,
        record.rules_on,
        EntryKind.AWARD,
        candidate.amount,
        clause_rule.edition,
        clause_rule.clause,
        record,
        candidate.valuation,
        candidate.adjustments,
    )
    book.enter(entry)
    candidate.amount, candidate.adjustments = amount, adjustments
