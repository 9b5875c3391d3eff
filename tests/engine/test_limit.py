from engine.building import (
    POINTS,
    account,
    amounts,
    category,
    clause,
    entry_of,
    ledger_of,
    limit,
    of_account,
    of_category,
    of_clause,
    record,
    ruleset,
)
from pointrules.ledger.entry import Adjustment
from pointrules.model.limit import Beyond
from pointrules.model.period import Period
from pointrules.model.scan import Counted, Direction


def test_third_inspection_of_a_month_gets_what_the_limit_leaves() -> None:
    monthly = limit(of_clause("1"), Period.MONTH, 12)
    rules = ruleset(clause("1", "检查", 5, limits=(monthly,)))
    ledger = ledger_of(
        rules,
        record("r1", "2023-07-03", "检查"),
        record("r2", "2023-07-10", "检查"),
        record("r3", "2023-07-20", "检查"),
        record("r4", "2023-07-21", "检查"),
        record("r5", "2023-08-01", "检查"),
    )
    assert amounts(ledger) == [5, 5, 2, 0, 5]
    assert entry_of(ledger, "r3").adjustments == (Adjustment(monthly, 10, 5, 2),)
    assert entry_of(ledger, "r4").adjustments == (Adjustment(monthly, 12, 5, 0),)


def test_net_maximum_of_an_account_bounds_the_balance() -> None:
    net = limit(of_account(POINTS), Period.EVER, 60, direction=Direction.NET)
    rules = ruleset(
        clause("1", "大奖", 60),
        clause("2", "小奖", 20),
        clause("3", "过失", -10),
        accounts=(account(limits=(net,)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "大奖"),
        record("r2", "2023-03-02", "小奖"),
        record("r3", "2023-03-03", "过失"),
    )
    assert amounts(ledger) == [60, 0, -10]


def test_room_of_a_gain_limit_is_not_restored_by_a_deduction() -> None:
    gross = limit(of_account(POINTS), Period.MONTH, 10)
    rules = ruleset(
        clause("1", "善举", 10),
        clause("2", "过失", -5),
        clause("3", "小善", 5),
        accounts=(account(limits=(gross,)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "善举"),
        record("r2", "2023-03-02", "过失"),
        record("r3", "2023-03-03", "小善"),
    )
    assert amounts(ledger) == [10, -5, 0]


def test_clause_limit_counts_what_was_given_after_the_category_cut_it() -> None:
    # 20 a month for the clause, 10 a week for its category: each week can still give 10.
    rules = ruleset(
        clause("1", "检查", 20, category="卫生", limits=(limit(of_clause("1"), Period.MONTH, 20),)),
        categories=(category("卫生", limit(of_category("卫生"), Period.WEEK, 10)),),
    )
    ledger = ledger_of(
        rules, record("r1", "2023-07-04", "检查"), record("r2", "2023-07-11", "检查")
    )
    assert amounts(ledger) == [10, 10]


def test_smallest_room_is_named_and_of_equal_ones_the_shorter_period() -> None:
    yearly = limit(of_clause("1"), Period.YEAR, 3)
    monthly = limit(of_category("卫生"), Period.MONTH, 3)
    rules = ruleset(
        clause("1", "检查", 5, category="卫生", limits=(yearly,)),
        categories=(category("卫生", monthly),),
    )
    ledger = ledger_of(rules, record("r1", "2023-07-04", "检查"))
    assert entry_of(ledger, "r1").adjustments == (Adjustment(monthly, 0, 5, 3),)


def test_clause_is_named_before_category_where_room_and_period_are_equal() -> None:
    of_the_clause = limit(of_clause("1"), Period.MONTH, 3)
    of_the_category = limit(of_category("卫生"), Period.MONTH, 3)
    rules = ruleset(
        clause("1", "检查", 5, category="卫生", limits=(of_the_clause,)),
        categories=(category("卫生", of_the_category),),
    )
    ledger = ledger_of(rules, record("r1", "2023-07-04", "检查"))
    assert entry_of(ledger, "r1").adjustments == (Adjustment(of_the_clause, 0, 5, 3),)


def test_rejecting_limit_tests_the_uncut_value_and_uses_nothing() -> None:
    rejecting = limit(of_clause("1"), Period.YEAR, 8, beyond=Beyond.REFUSE)
    cutting = limit(of_clause("1"), Period.MONTH, 5)
    rules = ruleset(
        clause("1", "义务劳动", 10, limits=(rejecting, cutting)),
        clause("2", "检查", 5),
    )
    ledger = ledger_of(rules, record("r1", "2023-07-04", "义务劳动"))
    assert entry_of(ledger, "r1").adjustments == (Adjustment(rejecting, 0, 10, 0),)


def test_award_that_just_fits_a_rejecting_limit_counts_and_the_next_does_not() -> None:
    rejecting = limit(of_clause("1"), Period.YEAR, 8, beyond=Beyond.REFUSE)
    rules = ruleset(clause("1", "义务劳动", 5, limits=(rejecting,)))
    ledger = ledger_of(
        rules, record("r1", "2023-07-04", "义务劳动"), record("r2", "2023-07-05", "义务劳动")
    )
    assert amounts(ledger) == [5, 0]


def test_times_are_used_up_only_by_amounts_other_than_zero() -> None:
    # 5 points thrice a year; the second of the day gives 0 by the day's limit and is no time.
    rules = ruleset(
        clause(
            "1",
            "互助",
            5,
            limits=(
                limit(of_clause("1"), Period.YEAR, 3, counted=Counted.TIMES),
                limit(of_clause("1"), Period.DAY, 5),
            ),
        )
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-07-04", "互助"),
        record("r2", "2023-07-04", "互助"),
        record("r3", "2023-07-05", "互助"),
        record("r4", "2023-07-06", "互助"),
        record("r5", "2023-07-07", "互助"),
    )
    assert amounts(ledger) == [5, 0, 5, 5, 0]


def test_account_limit_cuts_its_own_copy_only() -> None:
    room = limit(of_account("兑换积分"), Period.YEAR, 4)
    yearly = limit(of_clause("1"), Period.YEAR, 15)
    rules = ruleset(
        clause("1", "善举", 10, accounts=("荣誉积分", "兑换积分"), limits=(yearly,)),
        accounts=(account("荣誉积分"), account("兑换积分", limits=(room,))),
    )
    ledger = ledger_of(
        rules, record("r1", "2023-07-04", "善举"), record("r2", "2023-07-05", "善举")
    )
    assert amounts(ledger, "荣誉积分") == [10, 5]
    assert amounts(ledger, "兑换积分") == [4, 0]


def test_gains_and_losses_have_separate_limits() -> None:
    rules = ruleset(
        clause("1", "善举", 10, category="公益"),
        clause("2", "过失", -10, category="公益"),
        categories=(
            category(
                "公益",
                limit(of_category("公益"), Period.YEAR, 15),
                limit(of_category("公益"), Period.YEAR, 12, direction=Direction.LOSS),
            ),
        ),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-07-01", "善举"),
        record("r2", "2023-07-02", "过失"),
        record("r3", "2023-07-03", "善举"),
        record("r4", "2023-07-04", "过失"),
    )
    assert amounts(ledger) == [10, -10, 5, -2]


def test_limit_of_each_record_begins_afresh_every_time() -> None:
    rules = ruleset(clause("1", "善举", 10, limits=(limit(of_clause("1"), Period.RECORD, 8),)))
    ledger = ledger_of(
        rules, record("r1", "2023-07-01", "善举"), record("r2", "2023-07-01", "善举")
    )
    assert amounts(ledger) == [8, 8]


def test_late_record_with_an_earlier_date_takes_the_room() -> None:
    rules = ruleset(clause("1", "善举", 10, limits=(limit(of_clause("1"), Period.MONTH, 10),)))
    ledger = ledger_of(
        rules, record("r1", "2023-07-20", "善举"), record("r2", "2023-07-03", "善举")
    )
    assert entry_of(ledger, "r2").points == 10
    assert entry_of(ledger, "r1").points == 0


def test_limit_period_follows_the_ruling_date() -> None:
    # An act of December that is reviewed in January uses January's room.
    rules = ruleset(clause("1", "善举", 10, limits=(limit(of_clause("1"), Period.MONTH, 10),)))
    ledger = ledger_of(
        rules,
        record("r1", "2023-12-20", "善举", rules_on="2024-01-08"),
        record("r2", "2024-01-20", "善举"),
    )
    assert amounts(ledger) == [10, 0]
    assert entry_of(ledger, "r1").day.isoformat() == "2024-01-08"


def test_running_floor_stops_deductions_and_a_gain_starts_from_there() -> None:
    rules = ruleset(
        clause("1", "过失", -10),
        clause("2", "善举", 5),
        accounts=(account(running_floor=0),),
    )
    ledger = ledger_of(
        rules, record("r1", "2023-07-01", "过失"), record("r2", "2023-07-02", "善举")
    )
    assert amounts(ledger) == [0, 5]


def test_deduction_from_a_balance_below_the_floor_takes_nothing_and_gives_nothing() -> None:
    # A base of 10 is below the floor of 20: −5 becomes 0, not the +10 that would reach the floor.
    rules = ruleset(clause("1", "过失", -5), accounts=(account(base=10, running_floor=20),))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "过失"))
    assert entry_of(ledger, "r1").points == 0


def test_debt_of_an_edition_without_a_floor_stays_as_it_is_under_one_with_a_floor() -> None:
    deduction = clause("1", "过失", -20)
    old = ruleset(deduction)
    new = ruleset(
        deduction, accounts=(account(running_floor=0),), first_day="2023-07-01", version="2023.2"
    )
    ledger = ledger_of(
        (old, new), record("r1", "2023-05-01", "过失"), record("r2", "2023-08-01", "过失")
    )
    assert amounts(ledger) == [-20, 0]
