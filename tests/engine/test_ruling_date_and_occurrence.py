"""The ruling date dates an entry and orders the records; all else follows the day of the act."""

from engine.building import (
    HOURS,
    MATTER,
    NOWHERE,
    amounts,
    best_of,
    clause,
    cumulative,
    day,
    entry_of,
    escalation,
    ledger_of,
    of_clause,
    outcome_of,
    record,
    ruleset,
)
from pointrules.ledger.ledger import Outcome
from pointrules.model.condition import And, BehaviourIs, FlagIsOpen, Not
from pointrules.model.flag import OpensFlag, UntilPeriodEnd
from pointrules.model.period import Period
from pointrules.model.schedule import Linear
from pointrules.model.subject import SubjectKind


def test_the_edition_of_the_act_gives_the_points_also_when_ruled_on_under_the_next() -> None:
    old = ruleset(clause("1", "善举", 5), version="2023.1")
    new = ruleset(clause("1", "善举", 8), version="2024.1", first_day="2024-01-01")
    ledger = ledger_of(
        (old, new),
        record("r1", "2023-12-20", "善举", rules_on="2024-01-08"),
        record("r2", "2024-01-05", "善举", rules_on="2024-01-09"),
    )
    assert [(entry.day, entry.points, entry.edition) for entry in ledger.entries] == [
        (day("2024-01-08"), 5, "2023.1"),
        (day("2024-01-09"), 8, "2024.1"),
    ]


def test_a_repeat_is_one_of_the_year_of_the_act() -> None:
    # Two acts of December are the first and the second of 2023; that of January is the first
    # of 2024, though all three were ruled on in January.
    yearly = escalation("3.2", (2, 2), window=Period.YEAR)
    ledger = ledger_of(
        ruleset(clause("3.2", "乱倒垃圾", -5, escalation=yearly)),
        record("r1", "2023-12-01", "乱倒垃圾", rules_on="2024-01-03"),
        record("r2", "2023-12-20", "乱倒垃圾", rules_on="2024-01-08"),
        record("r3", "2024-01-02", "乱倒垃圾", rules_on="2024-01-10"),
    )
    assert amounts(ledger) == [-5, -10, -5]


def test_a_repeat_within_one_year_of_the_acts_is_doubled_though_ruled_on_later() -> None:
    rules = ruleset(clause("3.2", "乱倒垃圾", -5, escalation=escalation("3.2", (2, 2))))
    inside = ledger_of(
        rules,
        record("r1", "2023-03-01", "乱倒垃圾"),
        record("r2", "2024-02-25", "乱倒垃圾", rules_on="2024-03-05"),
    )
    assert amounts(inside) == [-5, -10]
    outside = ledger_of(
        rules,
        record("r1", "2023-03-01", "乱倒垃圾", rules_on="2023-03-10"),
        record("r2", "2024-03-05", "乱倒垃圾"),
    )
    assert amounts(outside) == [-5, -5]


def test_hours_add_up_in_the_year_they_were_worked() -> None:
    # 6 and 6 hours of December make 12, a full ten and 2 points; 6 of January make none yet.
    step = Linear(0, 10, 2, full_steps=True, rounding=None)
    ledger = ledger_of(
        ruleset(clause("1", "志愿服务", cumulative("1", HOURS, step))),
        record("r1", "2023-12-01", "志愿服务", rules_on="2024-01-03", 时长=6),
        record("r2", "2023-12-20", "志愿服务", rules_on="2024-01-08", 时长=6),
        record("r3", "2024-01-02", "志愿服务", rules_on="2024-01-10", 时长=6),
    )
    assert amounts(ledger) == [0, 2, 0]


def test_awards_of_one_matter_compare_within_the_year_of_the_acts() -> None:
    # Of 2023 one award counts, and the second adds nothing; of 2024 it counts anew.
    yearly = best_of(of_clause("1"), MATTER, window=Period.YEAR)
    ledger = ledger_of(
        ruleset(clause("1", "县级表彰", 20, best_of=yearly)),
        record("r1", "2023-12-01", "县级表彰", rules_on="2024-01-03", 事项="好人"),
        record("r2", "2023-12-20", "县级表彰", rules_on="2024-01-08", 事项="好人"),
        record("r3", "2024-01-02", "县级表彰", rules_on="2024-01-10", 事项="好人"),
    )
    assert amounts(ledger) == [20, 0, 20]


def test_of_two_acts_that_would_open_a_flag_only_for_the_first_the_earlier_act_opens_it() -> None:
    # The act of 10 May was ruled on after that of 20 May, and still came first.
    unflagged = And(
        (BehaviourIs(("行政处罚",), NOWHERE), Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE)),
        NOWHERE,
    )
    opens = OpensFlag("取消评优", UntilPeriodEnd(Period.YEAR), SubjectKind.HOUSEHOLD, NOWHERE)
    ledger = ledger_of(
        ruleset(clause("1", "行政处罚", -5, condition=unflagged, flags=(opens,))),
        record("r1", "2023-05-10", "行政处罚", rules_on="2023-06-01"),
        record("r2", "2023-05-20", "行政处罚", rules_on="2023-05-25"),
    )
    assert entry_of(ledger, "r1").points == -5
    assert outcome_of(ledger, "r2").outcome is Outcome.UNMATCHED
    assert [(flag.record_id, flag.first_day) for flag in ledger.flags] == [
        ("r1", day("2023-05-10"))
    ]


def test_an_act_of_the_old_edition_opens_no_flag_that_only_the_next_one_knows() -> None:
    opens = OpensFlag("取消评优", UntilPeriodEnd(Period.YEAR), SubjectKind.HOUSEHOLD, NOWHERE)
    old = ruleset(clause("1", "行政处罚", -5), version="2023.1")
    new = ruleset(
        clause("1", "行政处罚", -8, flags=(opens,)), version="2024.1", first_day="2024-01-01"
    )
    ledger = ledger_of((old, new), record("r1", "2023-12-20", "行政处罚", rules_on="2024-01-08"))
    assert amounts(ledger) == [-5]
    assert ledger.flags == ()
