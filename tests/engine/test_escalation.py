from engine.building import (
    amounts,
    clause,
    entry_of,
    escalation,
    ledger_of,
    limit,
    of_clause,
    record,
    ruleset,
)
from pointrules.ledger.entry import Adjustment
from pointrules.model.period import Period
from pointrules.model.scan import Direction

DOUBLED = escalation("3.2", (2, 2))


def test_second_time_within_a_year_is_doubled_the_anniversary_included() -> None:
    rules = ruleset(clause("3.2", "乱倒垃圾", -5, escalation=DOUBLED))
    inside = ledger_of(
        rules, record("r1", "2023-03-01", "乱倒垃圾"), record("r2", "2024-03-01", "乱倒垃圾")
    )
    assert amounts(inside) == [-5, -10]
    assert entry_of(inside, "r2").adjustments == (Adjustment(DOUBLED, 2, -5, -10),)
    outside = ledger_of(
        rules, record("r1", "2023-03-01", "乱倒垃圾"), record("r2", "2024-03-02", "乱倒垃圾")
    )
    assert amounts(outside) == [-5, -5]


def test_factor_acts_on_the_own_value_never_on_a_doubled_one() -> None:
    rules = ruleset(clause("3.2", "乱倒垃圾", -10, escalation=DOUBLED))
    records = [record(f"r{n}", f"2023-03-0{n}", "乱倒垃圾") for n in (1, 2, 3)]
    assert amounts(ledger_of(rules, *records)) == [-10, -20, -20]


def test_occurrence_cut_to_zero_still_counts() -> None:
    yearly = limit(of_clause("3.2"), Period.YEAR, 0, direction=Direction.LOSS)
    calendar = escalation("3.2", (2, 2), window=Period.YEAR)
    old = ruleset(clause("3.2", "乱倒垃圾", -5, escalation=calendar, limits=(yearly,)))
    new = ruleset(
        clause("3.2", "乱倒垃圾", -5, escalation=calendar),
        first_day="2023-07-01",
        version="2023.2",
    )
    ledger = ledger_of(
        (old, new), record("r1", "2023-03-01", "乱倒垃圾"), record("r2", "2023-08-01", "乱倒垃圾")
    )
    assert amounts(ledger) == [0, -10]


def test_households_escalate_apart() -> None:
    rules = ruleset(clause("3.2", "乱倒垃圾", -5, escalation=DOUBLED))
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "乱倒垃圾"),
        record("r2", "2023-03-02", "乱倒垃圾", household="李家"),
    )
    assert amounts(ledger) == [-5, -5]
