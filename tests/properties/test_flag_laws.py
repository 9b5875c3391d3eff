"""Laws of flags that do something to points, on invented logs of one household."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.building import (
    NOWHERE,
    POINTS,
    ZHANG,
    account,
    clause,
    limit,
    listed,
    of_account,
    of_clause,
    record,
    ruleset,
)
from pointrules.engine.reference import evaluate
from pointrules.ledger.ledger import Ledger
from pointrules.model.account import PeriodEnd
from pointrules.model.account_period import Carry, ClosingCeiling, ClosingFloor, DebtCarry
from pointrules.model.condition import Comparison
from pointrules.model.flag import (
    ClearsFlag,
    Flag,
    FlagEffect,
    FlagEnd,
    HoldsGains,
    LowersPoints,
    OpensFlag,
    UntilCleared,
    UntilPeriodEnd,
    UntilRecordOf,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import NEW_YEAR, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.model.trigger import TriggerClause
from pointrules.model.vocabulary import Vocabulary
from pointrules.records.log import Log
from pointrules.records.record import Record

FIRST = date(2023, 1, 1)
LAST = date(2024, 12, 31)
BEHAVIOURS = ("劳动", "乱扔", "违建", "拖欠", "验收", "缴清")


def opens(flag: str, end: FlagEnd) -> OpensFlag:
    return OpensFlag(flag, end, SubjectKind.HOUSEHOLD, NOWHERE)


def village(
    veto: tuple[FlagEffect, ...],
    hold: tuple[FlagEffect, ...],
    *,
    period_end: PeriodEnd = PeriodEnd.KEEP,
    is_bounded: bool = True,
) -> Ruleset:
    """Labour gives 5, at most 20 a year; litter takes 3; the balance is from −10 to 30."""
    yearly = limit(of_clause("1"), Period.YEAR, 20)
    most = limit(of_account(POINTS), Period.EVER, 30, direction=Direction.NET)
    withdraws = ClearsFlag("一票否决", SubjectKind.HOUSEHOLD, is_replaced=False, origin=NOWHERE)
    public = opens("公开曝光", UntilPeriodEnd(Period.YEAR))
    rules = ruleset(
        clause("1", "劳动", 5, limits=(yearly,)),
        clause("2", "乱扔", -3),
        clause("3", "违建", None, flags=(opens("一票否决", UntilCleared()),)),
        clause("4", "拖欠", None, flags=(opens("暂停加分", UntilRecordOf(("缴清",))),)),
        replace(clause("5", "验收", None), clears=(withdraws,)),
        accounts=(
            account(
                period_end=period_end,
                period_start=None if period_end is PeriodEnd.KEEP else NEW_YEAR,
                limits=(most,) if is_bounded else (),
                running_floor=-10 if is_bounded else None,
            ),
        ),
        vocabulary=Vocabulary(
            (),
            (),
            (),
            (
                Flag("一票否决", veto, NOWHERE),
                Flag("暂停加分", hold, NOWHERE),
                Flag("公开曝光", (), NOWHERE),
            ),
            (),
            (),
        ),
    )
    trigger = TriggerClause(
        "6",
        None,
        None,
        POINTS,
        Measure.YEAR_LOSSES,
        Comparison.AT_LEAST,
        6,
        (public,),
        NOWHERE,
    )
    return replace(rules, clauses=(*rules.clauses, trigger))


VETO = (LowersPoints((), Measure.BALANCE, 0),)
HOLD = (HoldsGains(()),)

days = st.integers(0, (LAST - FIRST).days - 40).map(lambda count: FIRST + timedelta(days=count))
acts = st.lists(st.tuples(days, st.sampled_from(BEHAVIOURS)), max_size=14)


def records_of(found: list[tuple[date, str]]) -> tuple[Record, ...]:
    return tuple(
        record(f"r{number:03}", day.isoformat(), behaviour)
        for number, (day, behaviour) in enumerate(found, start=1)
    )


def ledger_at(rules: Ruleset, records: tuple[Record, ...], as_of: date = LAST) -> Ledger:
    return evaluate((rules,), listed((ZHANG,)), Log(records, {}, (), (), (), (), 0, "log"), as_of)


def balance(ledger: Ledger) -> Number:
    return sum((entry.points for entry in ledger.entries), 0)


@given(acts)
def test_once_every_flag_is_withdrawn_the_balance_is_as_if_there_had_been_none(
    found: list[tuple[date, str]],
) -> None:
    # Room, floors and net maxima too: what is kept back has passed them at its place.
    end = LAST - timedelta(days=10)
    records = records_of([*found, (end, "验收"), (end, "缴清")])
    flagged, plain = village(VETO, HOLD), village((), ())
    assert balance(ledger_at(flagged, records)) == balance(ledger_at(plain, records))
    assert ledger_at(flagged, records).held == ()


@given(acts, st.permutations(range(14)))
def test_the_order_of_input_makes_no_difference(
    found: list[tuple[date, str]], order: list[int]
) -> None:
    records = records_of(found)
    shuffled = tuple(records[index] for index in order if index < len(records))
    one, other = (ledger_at(village(VETO, HOLD), some) for some in (records, shuffled))
    assert (one.entries, one.flags, one.held) == (other.entries, other.flags, other.held)


@given(acts, days, st.sampled_from([PeriodEnd.KEEP, PeriodEnd.RESET, PeriodEnd.CARRY]))
def test_an_earlier_ledger_is_the_beginning_of_a_later_one(
    found: list[tuple[date, str]], as_of: date, period_end: PeriodEnd
) -> None:
    rules = village(VETO, HOLD, period_end=period_end)
    early, late = (ledger_at(rules, records_of(found), day) for day in (as_of, LAST))
    assert early.entries == tuple(entry for entry in late.entries if entry.day <= as_of)


@given(acts, days)
def test_a_veto_that_nobody_withdraws_lets_nothing_through(
    found: list[tuple[date, str]], opened: date
) -> None:
    kept = [(day, behaviour) for day, behaviour in found if behaviour != "验收"]
    ledger = ledger_at(village(VETO, ()), records_of([*kept, (opened, "违建")]))
    assert all(
        entry.points == 0
        for entry in ledger.entries
        if entry.record is not None and entry.day >= opened
    )
    assert balance(ledger) <= 0


@given(acts, st.sampled_from([PeriodEnd.KEEP, PeriodEnd.RESET]))
def test_every_gain_that_counts_is_entered_or_held_once(
    found: list[tuple[date, str]], period_end: PeriodEnd
) -> None:
    records = records_of(found)
    ledger = ledger_at(village((), HOLD, period_end=period_end), records)
    entered = [entry.record.id for entry in ledger.entries if entry.record is not None]
    held = [item.entry.record.id for item in ledger.held if item.entry.record is not None]
    gave = [item.id for item in records if item.behaviour in {"劳动", "乱扔"}]
    assert sorted([*entered, *held]) == sorted(gave)


@given(acts)
def test_the_ids_make_no_difference_to_flags_and_balance(found: list[tuple[date, str]]) -> None:
    rules = village(VETO, HOLD, is_bounded=False)
    ledgers = [ledger_at(rules, records_of(some)) for some in (found, found[::-1])]
    one, other = (
        {(item.flag, item.first_day, item.last_day) for item in ledger.flags} for ledger in ledgers
    )
    assert one == other
    assert balance(ledgers[0]) == balance(ledgers[1])


HALF_DOWN = Rounding(RoundingMode.DOWN, 1)
ENDS = (
    {"period_end": PeriodEnd.RESET},
    {"period_end": PeriodEnd.RESET_POSITIVE},
    {"period_end": PeriodEnd.CARRY},
    {"period_end": PeriodEnd.CARRY, "carry": Carry(1, None, 9, DebtCarry.ALL)},
    {
        "period_end": PeriodEnd.CARRY,
        "carry": Carry(Fraction(1, 2), HALF_DOWN, None, DebtCarry.NONE),
    },
    {
        "period_end": PeriodEnd.CARRY,
        "carry": Carry(Fraction(1, 2), HALF_DOWN, 6, DebtCarry.SHARE),
        "closing_floor": ClosingFloor(-2, 0),
        "closing_ceiling": ClosingCeiling(12, 10),
    },
)


@given(acts, st.sampled_from(ENDS), st.sampled_from([1, 3, 12]))
def test_a_repair_after_ends_of_periods_leaves_what_there_had_been_without_a_veto(
    found: list[tuple[date, str]], end: dict[str, object], months: int
) -> None:
    # Each end is worked out again with what was missing, so that carries, floors and ceilings
    # find the same balance as if nothing had ever been taken.
    records = records_of([*found, (LAST - timedelta(days=10), "验收")])
    flagged, plain = (
        replace(
            rules,
            accounts=(
                replace(rules.accounts[0], period_start=NEW_YEAR, period_months=months, **end),
            ),
        )
        for rules in (village(VETO, ()), village((), ()))
    )
    assert balance(ledger_at(flagged, records)) == balance(ledger_at(plain, records))
