"""Validity: an entry is taken back the morning after its last valid day (R19, R38).

How long it is valid goes by its final amount; the nearest of clause, category and account says.
Time runs from the occurrence, or from the day that the clause names; the corresponding day is the
last. What has lapsed before it could be entered is entered as 0. Counters give nothing back.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.book import Book
from pointrules.engine.rules import EditionRules
from pointrules.ledger.entry import Adjustment, Entry, EntryKind, Lapsed, ReleasedFrom
from pointrules.ledger.ground import Expired
from pointrules.model.account import Account
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.number import Number
from pointrules.model.ruleset import Ruleset
from pointrules.model.validity import ValidityRule, lasts
from pointrules.records.record import Record

_ONE_DAY = timedelta(days=1)


class _Rule(Struct, frozen=True):
    """How long entries of a clause in an account are valid, and from when on."""

    rule: ValidityRule | None
    clock: str | None
    place: int


class Validities:
    """Takes back what is valid no longer, for a run in which anything ever lapses."""

    def __init__(self, editions: Sequence[EditionRules], agenda: Agenda, book: Book) -> None:
        self._rulesets = {rules.ruleset.edition.version: rules.ruleset for rules in editions}
        self._rules: dict[tuple[str, str | None, str], _Rule] = {}
        self._agenda = agenda
        self._book = book

    def entered(self, entry: Entry) -> Entry:
        """`entry` as it is to be entered; when it expires is on the agenda from here on."""
        if entry.kind not in _VALID_FOR_A_TIME:
            return entry
        rule = self._rule(entry)
        last_day = None
        if rule.rule is not None:
            record = entry.record
            since = _settled_on(entry) if record is None else record.occurred_on
            last_day = last_valid_day(rule.rule, entry.points, since, record, rule.clock)
        if last_day is None:
            return entry
        if last_day < entry.day:
            lapsed = Adjustment(Lapsed(last_day), 0, entry.points, 0)
            return replace(entry, points=0, adjustments=(*entry.adjustments, lapsed))
        if entry.points:
            expire = partial(self._expire, entry, last_day)
            day, subject_id = last_day + _ONE_DAY, entry.subject.id
            self._agenda.add(day, Phase.EXPIRY, rule.place, subject_id, expire)
        return entry

    def _expire(self, entry: Entry, last_day: date) -> None:
        clause, record = entry.clause, entry.record
        ground = Expired(
            day=entry.day,
            points=entry.points,
            clause=None if clause is None else clause.number,
            record_id=None if record is None else record.id,
            last_day=last_day,
        )
        self._book.enter(
            Entry(
                entry.subject,
                entry.account,
                last_day + _ONE_DAY,
                EntryKind.EXPIRY,
                -entry.points,
                entry.edition,
                None,
                None,
                None,
                (),
                ground,
            )
        )

    def _rule(self, entry: Entry) -> _Rule:
        number = None if entry.clause is None else entry.clause.number
        key = (entry.edition, number, entry.account)
        found = self._rules.get(key)
        if found is None:
            ruleset = self._rulesets[entry.edition]
            account = ruleset.account(entry.account)
            place = ruleset.accounts.index(account)
            found = self._rules[key] = _rule_of(entry.clause, account, place, ruleset)
        return found


def _settled_on(entry: Entry) -> date:
    """The day of a settlement, also where a flag held what it gave (R8)."""
    causes = (item.cause for item in entry.adjustments)
    return next((item.due_on for item in causes if isinstance(item, ReleasedFrom)), entry.day)


_VALID_FOR_A_TIME = frozenset({EntryKind.AWARD, EntryKind.SETTLEMENT})


def last_valid_day(
    rule: ValidityRule, points: Number, since: date, record: Record | None, clock: str | None
) -> date | None:
    """The last day on which `points` are valid; None where they stay.

    Time runs from `since`, or from the day that the record has under the name `clock`.
    """
    attributes = {} if record is None else record.attributes
    duration = lasts(rule, points, attributes)
    begins = since if clock is None or record is None else attributes.get(clock)
    if duration is None or not isinstance(begins, date):
        return None
    return duration.last_day_from(begins)


def has_validity(ruleset: Ruleset) -> bool:
    """Whether anything in `ruleset` lapses."""
    said = (
        *(account.validity for account in ruleset.accounts),
        *(category.validity for category in ruleset.categories),
        *(clause.validity for clause in ruleset.scoring_clauses),
        *(clause.validity for clause in ruleset.settlement_clauses),
    )
    return any(validity is not None for validity in said)


def _rule_of(
    clause: ScoringClause | SettlementClause | None,
    account: Account,
    place: int,
    ruleset: Ruleset,
) -> _Rule:
    own = None if clause is None else clause.validity
    clock = None if own is None or own.clock is None else own.clock.name
    return _Rule(ruleset.validity_of(clause, account), clock, place)
