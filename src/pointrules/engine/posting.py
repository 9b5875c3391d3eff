"""From a candidate to its entry: the account's own limits, then the book."""

from msgspec.structs import replace

from pointrules.engine import last_counts, limit
from pointrules.engine.account_rule import AccountRule
from pointrules.engine.book import Book
from pointrules.engine.candidate import Candidate, SettledOccasion
from pointrules.engine.flag_effects import FlagEffects
from pointrules.engine.scan import ScanStates
from pointrules.engine.valid_occurrence import count_while_valid
from pointrules.ledger.entry import Adjustment, Entry, EntryKind, StoppedAtFloor
from pointrules.ledger.past_ground import PartOf, ReadOfThePast
from pointrules.model.account import Account
from pointrules.model.number import Number
from pointrules.model.subject import SubjectKind
from pointrules.records.record import Record


def post(
    candidate: Candidate, rule: AccountRule, states: ScanStates, book: Book, effects: FlagEffects
) -> None:
    """Enter the amount in one account, which applies its own limits to its own copy (R4)."""
    account, subject_id = rule.account, candidate.subject_id
    amount, adjustments = candidate.amount, candidate.adjustments
    balance: Number = 0
    withheld: Number = 0
    if rule.bounds:
        withheld = effects.withheld(
            account.name, candidate.kind, subject_id, candidate.record.rules_on
        )
        balance = book.balance(account.name, subject_id) + withheld
        stood = last_counts.stood(candidate, account)
        limit.let_through_account(candidate, rule, states, balance - stood)
    if candidate.stands is not None:
        last_counts.enter_difference(candidate, rule, balance)
    if withheld:
        _tell_withheld(candidate, account, balance, withheld)
    record, clause_rule = candidate.record, candidate.rule
    if isinstance(record, SettledOccasion):
        _post_settled(candidate, record, account.name, book, effects)
        candidate.amount, candidate.adjustments = amount, adjustments
        return
    if clause_rule.while_valid:
        count_while_valid(candidate, account.name, states)
    ground: ReadOfThePast | PartOf | None = candidate.ground
    if clause_rule.beneficiaries:
        ground = _part_of(candidate, record)
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
        ground,
    )
    effects.enter(entry)
    candidate.amount, candidate.adjustments = amount, adjustments


def _tell_withheld(candidate: Candidate, account: Account, balance: Number, of: Number) -> None:
    """Tell beside a balance what of it is withheld, also where it let a deduction pass."""
    candidate.adjustments = tuple(
        replace(item, withheld=of) if limit.is_of_balance(item) else item
        for item in candidate.adjustments
    )
    floor, amount = account.running_floor, candidate.amount
    if floor is None or amount >= 0 or balance - of + amount >= floor:
        return
    if not any(isinstance(item.cause, StoppedAtFloor) for item in candidate.adjustments):
        passed = Adjustment(StoppedAtFloor(account, floor), balance, amount, amount, withheld=of)
        candidate.adjustments += (passed,)


def _part_of(candidate: Candidate, record: Record) -> ReadOfThePast | PartOf | None:
    """Whose part it is, where the entry is of a household and the record does not say."""
    person = candidate.holder.person
    if candidate.kind is SubjectKind.PERSON or person in {None, record.person}:
        return candidate.ground
    assert person is not None, "it is a person's part"
    return PartOf(person, candidate.ground)


def _post_settled(
    candidate: Candidate, occasion: SettledOccasion, account: str, book: Book, effects: FlagEffects
) -> None:
    entry = Entry(
        book.subject(candidate.kind, candidate.subject_id),
        account,
        occasion.rules_on,
        EntryKind.SETTLEMENT,
        candidate.amount,
        candidate.rule.edition,
        occasion.clause,
        None,
        candidate.valuation,
        candidate.adjustments,
        occasion.ground,
    )
    effects.enter(entry)
