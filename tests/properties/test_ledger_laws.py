"""Laws that hold for every village, every engine."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from engines import ENGINES, Engine
from pointrules.engine.offers import offer_desk
from pointrules.ledger.entry import Entry, EntryKind, StoppedAtFloor
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.measures import measure
from pointrules.model.clause import BestOf
from pointrules.model.limit import Limit
from pointrules.model.measure import Measure
from pointrules.model.number import Number, size
from pointrules.model.period import Period, period_of
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Counted, Direction, LetThrough, OwnerKind
from pointrules.model.subject import Subject
from pointrules.records.line import LineNumber, RawLine
from strategies import LAST_DAY, Village, days, villages

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=list(ENGINES))


@every_engine
@given(village=villages(), on=days)
def test_balance_is_the_sum_of_entries_at_every_date(
    engine: Engine, village: Village, on: date
) -> None:
    entries = village.ledger(engine).entries
    then = village.ledger(engine, on)
    ruleset = village.editions[0]
    for subject in then.subjects:
        for account in ruleset.accounts:
            total = sum(
                entry.points
                for entry in entries
                if (entry.subject, entry.account) == (subject, account.name) and entry.day <= on
            )
            balance = measure(
                then.entries,
                subject,
                account,
                Measure.BALANCE,
                as_of=on,
                year_start=ruleset.year_start,
            )
            assert balance == total


@every_engine
@given(village=villages(), on=days)
def test_entries_up_to_a_day_are_the_same_on_every_later_day(
    engine: Engine, village: Village, on: date
) -> None:
    later = village.ledger(engine)
    assert village.ledger(engine, on).entries == tuple(
        entry for entry in later.entries if entry.day <= on
    )


@every_engine
@given(village=villages(), chance=st.randoms(use_true_random=False))
def test_order_of_the_lines_does_not_matter(
    engine: Engine, village: Village, chance: st.DataObject
) -> None:
    shuffled = list(village.lines)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert replace(village, lines=tuple(shuffled)).ledger(engine) == village.ledger(engine)


@every_engine
@given(village=villages(), number=st.integers(0, 19))
def test_voided_record_leaves_the_ledger_as_if_it_had_never_been(
    engine: Engine, village: Village, number: int
) -> None:
    voided = f"r{number:02}"
    void = {
        "id": "void",
        "entered_on": LAST_DAY.isoformat(),
        "kind": "void",
        "refers_to": voided,
    }
    with_void = (*village.lines, RawLine(LineNumber("records.csv", 100), void))
    without = tuple(line for line in village.lines if line.fields["id"] != voided)
    left = replace(village, lines=with_void).ledger(engine)
    right = replace(village, lines=without).ledger(engine)
    assert left.entries == right.entries
    assert left.flags == right.flags


@every_engine
@given(village=villages())
def test_adjustments_lead_from_the_value_to_the_points_of_the_entry(
    engine: Engine, village: Village
) -> None:
    for entry in village.ledger(engine).entries:
        if entry.kind is not EntryKind.AWARD:
            assert entry.adjustments == ()
            continue
        assert entry.valuation is not None
        amount = entry.valuation.points
        for adjustment in entry.adjustments:
            assert adjustment.before == amount
            assert adjustment.after != adjustment.before or not adjustment.before
            amount = adjustment.after
        assert amount == entry.points


@every_engine
@given(village=villages())
def test_every_line_has_exactly_one_outcome(engine: Engine, village: Village) -> None:
    ledger = village.ledger(engine)
    assert [item.at for item in ledger.outcomes] == sorted(line.at for line in village.lines)
    entered = {entry.record.id for entry in ledger.entries if entry.record is not None}
    scored = {item.record_id for item in ledger.outcomes if item.outcome is Outcome.SCORED}
    assert entered <= scored
    assert all(
        (item.reason is None) == (item.outcome is Outcome.SCORED) for item in ledger.outcomes
    )


@every_engine
@given(village=villages())
def test_no_number_is_a_float(engine: Engine, village: Village) -> None:
    ledger = village.ledger(engine)
    for entry in ledger.entries:
        assert not any(isinstance(part, float) for part in _parts(entry))
        assert isinstance(entry.points, int) or entry.points.denominator > 1
    desk = offer_desk(ledger, village.facts, village.log().records)
    assert desk is not None
    for subject in ledger.subjects:
        for account in desk.ruleset.accounts:
            for what in Measure:
                assert not isinstance(desk.points(subject, account.name, what), float)


@every_engine
@given(village=villages())
def test_resets_and_floors_start_from_the_balance_before_them(
    engine: Engine, village: Village
) -> None:
    balances: dict[tuple[Subject, str], Number] = defaultdict(int)
    for entry in village.ledger(engine).entries:
        key = (entry.subject, entry.account)
        if entry.kind is EntryKind.RESET:
            assert entry.points == -balances[key]
        for adjustment in entry.adjustments:
            if isinstance(adjustment.cause, StoppedAtFloor):
                assert adjustment.used == balances[key]
                floor = adjustment.cause.floor
                assert balances[key] + entry.points >= min(floor, balances[key])
        balances[key] += entry.points


@every_engine
@given(village=villages(editions=1))
def test_limits_are_never_exceeded(engine: Engine, village: Village) -> None:
    # Counted anew from the entries, account by account, since an account may get less.
    (ruleset,) = village.editions
    entries = village.ledger(engine).entries
    for name in (account.name for account in ruleset.accounts):
        of_account = [entry for entry in entries if entry.account == name]
        for limit in _limits(ruleset):
            transfer = limit.scan.transfer
            assert isinstance(transfer, LetThrough)
            if transfer.direction is Direction.NET:
                _check_balance(limit, transfer.maximum, of_account)
                continue
            used: dict[object, Number] = defaultdict(int)
            for entry in of_account:
                if _is_counted(limit, transfer, entry):
                    is_time = transfer.counted is Counted.TIMES
                    used[_state(limit, ruleset, entry)] += 1 if is_time else size(entry.points)
            assert all(amount <= transfer.maximum for amount in used.values())


def _check_balance(limit: Limit, maximum: Number, entries: list[Entry]) -> None:
    balances: dict[Subject, Number] = defaultdict(int)
    for entry in entries:
        balances[entry.subject] += entry.points
        if limit.scan.owner.name == entry.account and entry.kind is EntryKind.AWARD:
            assert entry.points <= 0 or balances[entry.subject] <= maximum


def _limits(ruleset: Ruleset) -> Iterator[Limit]:
    for clause in ruleset.scoring_clauses:
        yield from clause.limits
    for category in ruleset.categories:
        yield from category.limits
    for account in ruleset.accounts:
        yield from account.limits


def _is_counted(limit: Limit, transfer: LetThrough, entry: Entry) -> bool:
    """Whether an entry is one of those that a limit on gains or on losses counts."""
    clause, owner = entry.clause, limit.scan.owner
    if clause is None:
        return False
    name = {
        OwnerKind.CLAUSE: clause.number,
        OwnerKind.CATEGORY: clause.category,
        OwnerKind.ACCOUNT: entry.account,
    }[owner.kind]
    is_of_direction = entry.points > 0 if transfer.direction is Direction.GAIN else entry.points < 0
    is_raise = any(isinstance(step.cause, BestOf) for step in entry.adjustments)
    return (
        owner.name == name
        and is_of_direction
        and not (transfer.counted is Counted.TIMES and is_raise)
    )


def _state(limit: Limit, ruleset: Ruleset, entry: Entry) -> object:
    record, window = entry.record, limit.scan.window
    assert record is not None
    assert isinstance(window, Period)
    key = tuple(record.attributes.get(attribute.name) for attribute in limit.scan.key)
    if window is Period.RECORD:
        clause = None if entry.clause is None else entry.clause.number
        return (entry.subject, record.id, clause)
    return (entry.subject, period_of(window, entry.day, ruleset.year_start).first, key)


def _parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _parts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, Mapping):
        yield from _parts(tuple(value.values()))
