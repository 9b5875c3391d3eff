from fractions import Fraction

from engine.building import (
    BOTTLES,
    HOURS,
    NOWHERE,
    POINTS,
    YUAN,
    account,
    amounts,
    clause,
    cumulative,
    entry_of,
    ledger_of,
    limit,
    of_clause,
    record,
    ruleset,
)
from pointrules.ledger.entry import RunningQuantity
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.schedule import Band, Banded, Bracket, Linear, Progressive
from pointrules.model.value import PerQuantity

TENTH = Fraction(1, 10)
PER_35_BOTTLES = Linear(0, 35, 1, full_steps=False, rounding=Rounding(RoundingMode.DOWN, TENTH))
DONATIONS = Progressive(
    (
        Bracket(0, 100, 1, full_steps=True),
        Bracket(1000, 400, 1, full_steps=True),
        Bracket(5000, 500, 1, full_steps=True),
        Bracket(10000, 1000, 1, full_steps=True),
    ),
    None,
)
SAMPLE = Progressive(
    (Bracket(0, 100, 1, full_steps=True), Bracket(1000, 400, 1, full_steps=True)), None
)


def donated(schedule: Progressive, *yuan: int, limited: bool = True) -> list[Number]:
    """The points of donations, each by a household of its own."""
    limits = (limit(of_clause("6.1"), Period.YEAR, 40),) if limited else ()
    rules = ruleset(clause("6.1", "捐款", cumulative("6.1", YUAN, schedule), limits=limits))
    records = [
        record(f"r{n}", "2023-05-01", "捐款", household=f"户{n}", 金额=amount)
        for n, amount in enumerate(yuan)
    ]
    return amounts(ledger_of(rules, *records))


def test_bottles_cut_to_a_tenth_for_each_record() -> None:
    rules = ruleset(
        clause("1", "回收", PerQuantity(BOTTLES, PER_35_BOTTLES, NOWHERE)),
        accounts=(account(precision=TENTH),),
    )
    records = [record(f"r{n}", f"2023-05-0{n}", "回收", 瓶数=10) for n in (1, 2, 3)]
    assert amounts(ledger_of(rules, *records)) == [Fraction(2, 10)] * 3


def test_bottles_on_the_running_sum_lose_less() -> None:
    # 10, 20, 30 bottles are 0.2, 0.5, 0.8 points in all.
    rules = ruleset(
        clause("1", "回收", cumulative("1", BOTTLES, PER_35_BOTTLES)),
        accounts=(account(precision=TENTH),),
    )
    records = [record(f"r{n}", f"2023-05-0{n}", "回收", 瓶数=10) for n in (1, 2, 3)]
    ledger = ledger_of(rules, *records)
    assert amounts(ledger) == [Fraction(2, 10), Fraction(3, 10), Fraction(3, 10)]
    valuation = entry_of(ledger, "r2").valuation
    assert valuation is not None
    assert valuation.running == RunningQuantity(10, 20, Fraction(2, 10), Fraction(5, 10))
    assert valuation.inputs == (("瓶数", 10),)


def test_donations_by_four_brackets_and_a_yearly_limit() -> None:
    # 1,000 yuan 10 points, up to 5,000 another 10, up to 10,000 another 10, then 1 per thousand.
    assert donated(DONATIONS, 100, 1000, 1200, 10000, 20000, 50000) == [1, 10, 10, 30, 40, 40]
    assert donated(DONATIONS, 50000, limited=False) == [70]


def test_donations_by_two_brackets() -> None:
    # 10,000 yuan: 10 and 9,000 / 400 = 22 full steps; 20,000: 10 and 47, cut to 40.
    assert donated(SAMPLE, 100, 1000, 1200, 1400, 10000, 20000) == [1, 10, 10, 11, 32, 40]


def test_donations_of_one_year_add_up() -> None:
    rules = ruleset(clause("6.1", "捐款", cumulative("6.1", YUAN, DONATIONS)))
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-01", "捐款", 金额=60),
        record("r2", "2023-06-01", "捐款", 金额=60),
        record("r3", "2024-01-01", "捐款", 金额=60),
    )
    assert amounts(ledger) == [0, 1, 0]


def test_highest_step_reached_pays_the_difference() -> None:
    steps = Banded((Band(10, inclusive=True, value=2), Band(20, inclusive=True, value=5)), 0)
    rules = ruleset(clause("1", "志愿服务", cumulative("1", HOURS, steps)))
    records = [record(f"r{n}", f"2023-05-0{n}", "志愿服务", 时长=8) for n in (1, 2, 3)]
    assert amounts(ledger_of(rules, *records)) == [0, 2, 3]


def test_number_of_records_can_be_summed() -> None:
    every_third = Linear(0, 3, 1, full_steps=True, rounding=None)
    rules = ruleset(clause("1", "检查", cumulative("1", None, every_third)))
    records = [record(f"r{n}", f"2023-05-0{n}", "检查") for n in range(1, 7)]
    assert amounts(ledger_of(rules, *records)) == [0, 0, 1, 0, 0, 1]


def test_new_edition_pays_nothing_for_hours_of_the_old_one() -> None:
    # 12 h paid 2 by the old edition; the new one gives 3 for 10 h: one hour more pays nothing.
    def edition(points: int, first_day: str) -> Ruleset:
        step = Linear(0, 10, points, full_steps=True, rounding=None)
        return ruleset(
            clause("4.1", "志愿服务", cumulative("4.1", HOURS, step)),
            first_day=first_day,
            version=first_day,
        )

    old, new = edition(2, "2023-01-01"), edition(3, "2023-07-01")
    ledger = ledger_of(
        (old, new),
        record("r1", "2023-06-01", "志愿服务", 时长=12),
        record("r2", "2023-07-01", "志愿服务", 时长=1),
        record("r3", "2023-08-01", "志愿服务", 时长=7),
    )
    assert amounts(ledger, POINTS) == [2, 0, 3]


def test_lowered_limit_of_a_new_edition_leaves_no_room() -> None:
    def edition(maximum: int, window: Period, first_day: str) -> Ruleset:
        return ruleset(
            clause("1", "善举", 10, limits=(limit(of_clause("1"), window, maximum),)),
            first_day=first_day,
            version=first_day,
        )

    old = edition(20, Period.MONTH, "2023-01-01")
    new = edition(15, Period.YEAR, "2023-07-01")
    ledger = ledger_of(
        (old, new),
        record("r1", "2023-05-01", "善举"),
        record("r2", "2023-06-01", "善举"),
        record("r3", "2023-07-01", "善举"),
    )
    assert amounts(ledger) == [10, 10, 0]
