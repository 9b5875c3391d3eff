from fractions import Fraction

from msgspec.structs import replace

from engine.building import (
    LI,
    POINTS,
    ZHANG,
    account,
    amounts,
    clause,
    day,
    ledger_of,
    listed,
    record,
    ruleset,
    yearly,
)
from pointrules.ledger.entry import EntryKind
from pointrules.ledger.ledger import Ledger
from pointrules.ledger.measures import account_period, measure
from pointrules.model.account import PeriodEnd
from pointrules.model.account_period import (
    Carry,
    ClosingCeiling,
    ClosingFloor,
    DebtCarry,
    MonthsFrom,
    NewcomerBase,
    ProRata,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import NEW_YEAR, Interval, MonthDay
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject


def sums(ledger: Ledger, what: Measure, subject: Subject = ZHANG) -> Number:
    used = ledger.editions[0].account(POINTS)
    as_of = ledger.as_of
    return measure(ledger.entries, subject, used, what, as_of=as_of, year_start=NEW_YEAR)


def moves(ledger: Ledger, subject: Subject = ZHANG) -> list[tuple[str, str, Number]]:
    return [
        (entry.day.isoformat(), str(entry.kind), entry.points)
        for entry in ledger.entries
        if entry.subject == subject
    ]


def test_last_day_shows_the_year_and_the_first_of_january_the_new_base() -> None:
    rules = ruleset(clause("1", "善举", 30), accounts=(yearly(base=100),))
    done = record("r1", "2023-05-01", "善举")
    assert sums(ledger_of(rules, done, as_of="2023-12-31"), Measure.BALANCE) == 130
    assert moves(ledger_of(rules, done, as_of="2024-01-01")) == [
        ("2023-01-01", "base", 100),
        ("2023-05-01", "award", 30),
        ("2024-01-01", "reset", -130),
        ("2024-01-01", "base", 100),
    ]


def test_four_measures_after_a_reset() -> None:
    # Base 100 a year; +30, then a reset; next year +40.
    rules = ruleset(clause("1", "善举", 30), clause("2", "大善", 40), accounts=(yearly(base=100),))
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-01", "善举"),
        record("r2", "2024-02-01", "大善"),
        as_of="2024-03-31",
    )
    assert sums(ledger, Measure.BALANCE) == 140
    assert sums(ledger, Measure.PERIOD) == 140
    assert sums(ledger, Measure.LIFETIME) == 70
    assert sums(ledger, Measure.GAINS) == 70
    assert sums(ledger, Measure.YEAR) == 40
    assert sums(ledger, Measure.QUARTER) == 40
    assert sums(ledger, Measure.MONTH) == 0


def test_closing_floor_raises_the_balance_on_the_last_day_after_its_records() -> None:
    rules = ruleset(
        clause("1", "过失", -30),
        accounts=(yearly(closing_floor=ClosingFloor(0, 0)),),
    )
    ledger = ledger_of(rules, record("r1", "2023-12-31", "过失"), as_of="2024-01-01")
    assert moves(ledger) == [("2023-12-31", "award", -30), ("2023-12-31", "floor", 30)]
    assert sums(ledger, Measure.LIFETIME) == 0
    assert sums(ledger, Measure.GAINS) == 0


def test_positive_balance_is_reset_and_a_debt_is_carried() -> None:
    rules = ruleset(
        clause("1", "善举", 30),
        clause("2", "过失", -20),
        accounts=(yearly(period_end=PeriodEnd.RESET_POSITIVE, period_start=MonthDay(1, 10)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-01", "善举"),
        record("r2", "2023-05-01", "过失", household="李家"),
        as_of="2024-01-10",
    )
    assert moves(ledger) == [("2023-05-01", "award", 30), ("2024-01-10", "reset", -30)]
    assert moves(ledger, LI) == [
        ("2023-05-01", "award", -20),
        ("2024-01-10", "reset", 20),
        ("2024-01-10", "carry", -20),
    ]
    assert sums(ledger, Measure.PERIOD, LI) == -20


def test_plain_reset_forgives_a_debt_too() -> None:
    # 期末清零 takes the whole balance, above or below 0: −20 becomes 0, and nothing is carried.
    rules = ruleset(clause("1", "过失", -20), accounts=(yearly(period_end=PeriodEnd.RESET),))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "过失"), as_of="2024-01-01")
    assert moves(ledger) == [("2023-05-01", "award", -20), ("2024-01-01", "reset", 20)]


def test_carried_balance_belongs_to_the_new_period() -> None:
    rules = ruleset(clause("1", "善举", 30), accounts=(yearly(period_end=PeriodEnd.CARRY),))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"), as_of="2024-01-01")
    assert moves(ledger)[1:] == [("2024-01-01", "reset", -30), ("2024-01-01", "carry", 30)]
    assert sums(ledger, Measure.PERIOD) == 30


def test_all_accounts_close_before_any_opens() -> None:
    rules = ruleset(
        clause("1", "善举", 30, accounts=("甲", "乙")),
        accounts=(yearly("甲", base=10), yearly("乙", base=20)),
    )
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"), as_of="2024-01-01")
    kinds = [entry.kind for entry in ledger.entries if entry.day == day("2024-01-01")]
    assert kinds == [EntryKind.RESET] * 3 + [EntryKind.RESET] + [EntryKind.BASE] * 4


def test_base_enters_on_the_first_day_listed() -> None:
    rules = ruleset(accounts=(yearly(base=100),))
    spells = {
        ZHANG: (Interval(day("2023-12-01"), None),),
        LI: (Interval(day("2022-01-01"), day("2022-12-31")),),
    }
    ledger = ledger_of(rules, facts=listed(spells=spells), as_of="2024-01-05")
    assert moves(ledger) == [
        ("2023-12-01", "base", 100),
        ("2024-01-01", "reset", -100),
        ("2024-01-01", "base", 100),
    ]
    assert moves(ledger, LI) == []


def test_account_kept_for_good_gets_its_base_once() -> None:
    rules = ruleset(accounts=(account(base=Fraction(1, 2), precision=Fraction(1, 2)),))
    ledger = ledger_of(rules, facts=listed((ZHANG,)), as_of="2026-12-31")
    assert moves(ledger) == [("2023-01-01", "base", Fraction(1, 2))]


def test_account_of_a_new_edition_gets_its_base_when_that_edition_begins() -> None:
    old = ruleset(accounts=(yearly(base=100),))
    new = ruleset(
        accounts=(yearly(base=60), yearly("荣誉积分", base=10)),
        first_day="2023-07-01",
        version="2023.2",
    )
    ledger = ledger_of((old, new), facts=listed((ZHANG,)), as_of="2024-01-01")
    assert [(e.account, e.kind, e.points, e.edition) for e in ledger.entries] == [
        ("积分", EntryKind.BASE, 100, "2023.1"),
        ("荣誉积分", EntryKind.BASE, 10, "2023.2"),
        ("积分", EntryKind.RESET, -100, "2023.2"),
        ("荣誉积分", EntryKind.RESET, -10, "2023.2"),
        ("积分", EntryKind.BASE, 60, "2023.2"),
        ("荣誉积分", EntryKind.BASE, 10, "2023.2"),
    ]


def test_record_that_rules_after_the_date_asked_for_is_judged_but_not_entered() -> None:
    rules = ruleset(clause("1", "善举", 30))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"), as_of="2023-04-30")
    assert amounts(ledger) == []
    assert [str(outcome.outcome) for outcome in ledger.outcomes] == ["scored"]


def test_closing_floor_is_given_to_a_listed_household_without_any_entry() -> None:
    # 期末 低于 20 分 按 20 分计: no base and no record is 0 points, which is below 20.
    rules = ruleset(clause("1", "善举", 5), accounts=(yearly(closing_floor=ClosingFloor(20, 20)),))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "善举"), as_of="2023-12-31")
    assert moves(ledger) == [("2023-05-01", "award", 5), ("2023-12-31", "floor", 15)]
    assert moves(ledger, LI) == [("2023-12-31", "floor", 20)]


def test_closing_floor_is_not_given_to_a_household_that_left_without_any_entry() -> None:
    rules = ruleset(accounts=(yearly(closing_floor=ClosingFloor(20, 20)),))
    gone = listed(spells={LI: (Interval(day("2020-01-01"), day("2023-12-30")),)})
    ledger = ledger_of(rules, facts=gone, as_of="2023-12-31")
    assert moves(ledger) == [("2023-12-31", "floor", 20)]
    assert moves(ledger, LI) == []


def test_account_that_an_edition_leaves_out_gets_no_second_base_when_it_returns_that_year() -> None:
    def edition(month: int, *names: str) -> Ruleset:
        first_day = f"2023-{month:02}-01"
        accounts = tuple(yearly(name, base=10) for name in names)
        return ruleset(accounts=accounts, first_day=first_day, version=first_day)

    editions = (edition(1, "积分", "荣誉"), edition(5, "积分"), edition(9, "积分", "荣誉"))
    ledger = ledger_of(editions, facts=listed((ZHANG,)), as_of="2023-12-31")
    assert [(entry.account, entry.day, entry.points) for entry in ledger.entries] == [
        ("积分", day("2023-01-01"), 10),
        ("荣誉", day("2023-01-01"), 10),
    ]
    next_year = ledger_of(editions, facts=listed((ZHANG,)), as_of="2024-01-01")
    bases = [entry.account for entry in next_year.entries if entry.kind is EntryKind.BASE]
    assert bases == ["积分", "荣誉", "积分", "荣誉"]


def test_months_of_an_account_that_begins_on_a_day_every_month_has() -> None:
    monthly = yearly(period_start=MonthDay(1, 25), period_months=1)
    for on, first, last in (
        ("2024-01-24", "2023-12-25", "2024-01-24"),
        ("2024-01-25", "2024-01-25", "2024-02-24"),
        ("2024-02-29", "2024-02-25", "2024-03-24"),
        ("2024-12-25", "2024-12-25", "2025-01-24"),
    ):
        assert account_period(monthly, day(on)) == Interval(day(first), day(last))


def test_quarters_and_half_years_are_those_of_the_calendar() -> None:
    quarterly = yearly(period_months=3)
    assert account_period(quarterly, day("2024-02-29")) == Interval(
        day("2024-01-01"), day("2024-03-31")
    )
    half = yearly(period_months=6)
    assert account_period(half, day("2024-12-31")) == Interval(day("2024-07-01"), day("2024-12-31"))


def test_months_left_count_the_period_own_months() -> None:
    # A year from 31 January: its second month begins on 29 February, its third on 31 March.
    this, following = ProRata(MonthsFrom.THIS, None), ProRata(MonthsFrom.NEXT, None)
    first = day("2024-01-31")
    for listed_on, left in (
        ("2024-01-31", 12),
        ("2024-02-01", 12),
        ("2024-02-28", 12),
        ("2024-02-29", 11),
        ("2025-01-30", 1),
    ):
        assert this.months_left(first, 12, day(listed_on)) == left
        full = listed_on == "2024-01-31"
        assert following.months_left(first, 12, day(listed_on)) == (left if full else left - 1)


def test_carry_takes_its_share_then_its_most_and_leaves_debts_as_said() -> None:
    down = Rounding(RoundingMode.DOWN, 1)
    for debts, of_debt in ((DebtCarry.ALL, -15), (DebtCarry.NONE, 0), (DebtCarry.SHARE, -7)):
        carry = Carry(Fraction(1, 2), down, 100, debts)
        assert [carry.of(balance) for balance in (301, 61, 1, 0, -15)] == [100, 30, 0, 0, of_debt]


def test_a_later_look_never_changes_earlier_entries() -> None:
    rules = ruleset(
        clause("1", "善举", 7),
        clause("2", "过失", -3),
        accounts=(
            yearly(
                base=10,
                newcomers=NewcomerBase(4),
                period_months=1,
                period_end=PeriodEnd.CARRY,
                carry=Carry(Fraction(1, 2), Rounding(RoundingMode.DOWN, 1), 9, DebtCarry.ALL),
                closing_ceiling=ClosingCeiling(12, 12),
            ),
        ),
    )
    records = [
        record(f"r{month}", f"2023-{month:02}-15", "善举" if month % 3 else "过失")
        for month in range(1, 13)
    ]
    whole = ledger_of(rules, *records, as_of="2023-12-31").entries
    for month in range(1, 13):
        as_of = day(f"2023-{month:02}-20")
        early = ledger_of(rules, *records, as_of=as_of.isoformat()).entries
        assert early == tuple(entry for entry in whole if entry.day <= as_of)


def test_a_period_that_is_reset_comes_out_alike_alone_and_within_years() -> None:
    rules = ruleset(
        clause("1", "善举", 7),
        accounts=(yearly(base=10, period_months=3, closing_floor=ClosingFloor(20, 20)),),
    )
    of_2023 = [record("r1", "2023-02-01", "善举"), record("r2", "2023-11-01", "善举")]
    of_2024 = [record("r3", "2024-03-31", "善举"), record("r4", "2024-04-01", "善举")]
    begins_2024 = replace(
        rules, edition=replace(rules.edition, first_day=day("2024-01-01")), digest="2024"
    )
    within = ledger_of(rules, *of_2023, *of_2024)
    alone = ledger_of(begins_2024, *of_2024)
    of_year = [
        move for move in moves(within) if move[0] >= "2024" and move[:2] != ("2024-01-01", "reset")
    ]
    assert of_year == moves(alone)
