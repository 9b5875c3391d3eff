"""No limit, floor or ceiling is ever passed: counted anew from the entries alone."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given

from engines import ENGINES, Engine
from pointrules.ledger.entry import Entry, EntryKind, KeptAtZero
from pointrules.ledger.ledger import Ledger
from pointrules.model.clause import BestOf, ScoringClause
from pointrules.model.limit import Limit
from pointrules.model.number import Number, size
from pointrules.model.period import Period, period_of
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Counted, Direction, LetThrough, OwnerKind, Per
from pointrules.model.subject import Subject
from villages.features import Feature
from villages.village import WrittenVillage
from villages.whole import villages

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=list(ENGINES))
ONE_EDITION = [item for item in Feature if item is not Feature.EDITIONS]


@every_engine
@given(village=villages(among=ONE_EDITION))
def test_no_limit_is_passed(engine: Engine, village: WrittenVillage) -> None:
    (ruleset,) = village.editions
    ledger = village.ledger(engine)
    given_by = [*_let_through(ledger)]
    for account in ruleset.accounts:
        entries = [(entry, points) for entry, points in given_by if entry.account == account.name]
        for limit in _limits(ruleset):
            transfer = limit.scan.transfer
            assert isinstance(transfer, LetThrough)
            if transfer.direction is Direction.NET:
                continue
            used: dict[object, Number] = defaultdict(int)
            for entry, points in entries:
                if _is_asked(limit, entry, points):
                    is_time = transfer.counted is Counted.TIMES
                    used[_matter(limit, ruleset, entry)] += 1 if is_time else _size(entry, points)
            assert all(amount <= transfer.maximum for amount in used.values()), limit


@every_engine
@given(village=villages(among=[item for item in ONE_EDITION if item is not Feature.FLAGS]))
def test_no_balance_passes_its_floor_or_ceiling(engine: Engine, village: WrittenVillage) -> None:
    (ruleset,) = village.editions
    balances: dict[tuple[Subject, str], Number] = defaultdict(int)
    for entry in village.ledger(engine).entries:
        account = ruleset.account(entry.account)
        key = (entry.subject, entry.account)
        before, after = balances[key], balances[key] + entry.points
        if entry.kind in {EntryKind.AWARD, EntryKind.SETTLEMENT}:
            floor, ceiling = account.running_floor, account.running_ceiling
            assert floor is None or after >= min(floor, before)
            assert ceiling is None or after <= max(ceiling, before)
            for limit in account.limits:
                transfer = limit.scan.transfer
                assert isinstance(transfer, LetThrough)
                if transfer.direction is Direction.NET:
                    assert after <= max(transfer.maximum, before)
        balances[key] = after


def _let_through(ledger: Ledger) -> Iterator[tuple[Entry, Number]]:
    """What limits let through: also what a flag still holds."""
    for entry in ledger.entries:
        # What a flag kept at 0 enters again after a repair, and is counted then.
        if not any(isinstance(step.cause, KeptAtZero) for step in entry.adjustments):
            yield entry, entry.points
    for item in ledger.held:
        yield item.entry, item.entry.points


def _limits(ruleset: Ruleset) -> Iterator[Limit]:
    for clause in ruleset.scoring_clauses:
        yield from clause.limits
    for settled in ruleset.settlement_clauses:
        yield from settled.limits
    for category in ruleset.categories:
        yield from category.limits
    for account in ruleset.accounts:
        yield from account.limits


def _is_asked(limit: Limit, entry: Entry, points: Number) -> bool:
    clause, owner, transfer = entry.clause, limit.scan.owner, limit.scan.transfer
    assert isinstance(transfer, LetThrough)
    if clause is None or (
        owner.kind is not OwnerKind.ACCOUNT
        and owner.name
        != {OwnerKind.CLAUSE: clause.number, OwnerKind.CATEGORY: clause.category}[owner.kind]
    ):
        return False
    if owner.kind is OwnerKind.ACCOUNT and owner.name != entry.account:
        return False
    is_last = isinstance(clause, ScoringClause) and clause.last_counts is not None
    counts_times = transfer.counted is Counted.TIMES
    if counts_times and (
        is_last or any(isinstance(step.cause, BestOf) for step in entry.adjustments)
    ):
        return False
    if is_last:  # the later one's entry is a difference
        return clause.direction is transfer.direction
    return points > 0 if transfer.direction is Direction.GAIN else points < 0


def _size(entry: Entry, points: Number) -> Number:
    clause = entry.clause
    if isinstance(clause, ScoringClause) and clause.last_counts is not None:
        return points if clause.direction is Direction.GAIN else -points
    return size(points)


def _matter(limit: Limit, ruleset: Ruleset, entry: Entry) -> object:
    record, scan = entry.record, limit.scan
    assert isinstance(scan.window, Period)
    day = entry.day if record is None else record.rules_on
    key: tuple[object, ...] = ()
    if record is not None:
        key = tuple(record.attributes.get(attribute.name) for attribute in scan.key)
        if scan.per is Per.PERSON:
            key += (record.person,)
    if scan.window is Period.RECORD:
        clause = None if entry.clause is None else entry.clause.number
        record_id = None if record is None else record.id
        # Each party has its own part, also where several are of one household.
        return (entry.subject, record_id, clause, entry.valuation, entry.ground)
    return (entry.subject, period_of(scan.window, day, ruleset.year_start).first, key)
