from engine.building import (
    HOURS,
    NOWHERE,
    amounts,
    clause,
    day,
    entry_of,
    ledger_of,
    limit,
    of_clause,
    outcome_of,
    record,
    refusal_of,
    ruleset,
)
from pointrules.ledger.ledger import Outcome
from pointrules.model.condition import And, BehaviourIs, FlagIsOpen, NoRecordOf, Not
from pointrules.model.flag import FlagEnd, OpensFlag, UntilPeriodEnd
from pointrules.model.period import Duration, DurationUnit, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Direction
from pointrules.model.schedule import Linear
from pointrules.model.subject import SubjectKind
from pointrules.model.value import PerQuantity
from pointrules.records.reason import ReasonCode

YEAR_END = UntilPeriodEnd(Period.YEAR)
UNFLAGGED = And(
    (BehaviourIs(("评优",), NOWHERE), Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE)), NOWHERE
)


def opens(end: FlagEnd) -> OpensFlag:
    return OpensFlag("取消评优", end, SubjectKind.HOUSEHOLD, NOWHERE)


def rules_until(end: FlagEnd) -> Ruleset:
    return ruleset(
        clause("9.1", "行政处罚", None, flags=(opens(end),)),
        clause("9.2", "评优", 10, condition=UNFLAGGED),
    )


def test_flag_covers_the_whole_day_it_was_opened_on_whatever_the_ids() -> None:
    ledger = ledger_of(
        rules_until(YEAR_END),
        record("r1", "2023-05-01", "评优"),
        record("r2", "2023-05-01", "行政处罚"),
        record("r3", "2023-04-30", "评优"),
        record("r4", "2023-12-31", "评优"),
        record("r5", "2024-01-01", "评优"),
        record("r6", "2023-06-01", "评优", household="李家"),
    )
    scored = {item.record_id for item in ledger.outcomes if item.outcome is Outcome.SCORED}
    assert scored == {"r2", "r3", "r5", "r6"}
    assert outcome_of(ledger, "r1").outcome is Outcome.UNMATCHED
    (interval,) = ledger.flags
    assert (interval.first_day, interval.last_day) == (day("2023-05-01"), day("2023-12-31"))
    assert (interval.clause, interval.record_id) == ("9.1", "r2")


def test_flag_of_a_duration_is_open_on_the_corresponding_day() -> None:
    ledger = ledger_of(
        rules_until(Duration(6, DurationUnit.MONTH)),
        record("r1", "2023-05-01", "行政处罚"),
        record("r2", "2023-11-01", "评优"),
        record("r3", "2023-11-02", "评优"),
    )
    assert amounts(ledger) == [10]
    assert entry_of(ledger, "r3").points == 10


def test_flag_to_a_day_that_has_passed_is_never_open() -> None:
    ledger = ledger_of(
        rules_until(day("2023-04-30")),
        record("r1", "2023-05-01", "行政处罚"),
        record("r2", "2023-05-01", "评优"),
    )
    assert ledger.flags == ()
    assert amounts(ledger) == [10]


def test_deduction_cut_to_zero_still_opens_its_flag() -> None:
    nothing = limit(of_clause("1"), Period.YEAR, 0, direction=Direction.LOSS)
    rules = ruleset(clause("1", "行政处罚", -20, limits=(nothing,), flags=(opens(YEAR_END),)))
    ledger = ledger_of(rules, record("r1", "2023-05-01", "行政处罚"))
    assert amounts(ledger) == [0]
    assert len(ledger.flags) == 1


def test_record_does_not_see_the_flag_that_it_opens_itself() -> None:
    first_time = And(
        (BehaviourIs(("行政处罚",), NOWHERE), Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE)),
        NOWHERE,
    )
    rules = ruleset(
        clause("1", "行政处罚", -5, condition=first_time, flags=(opens(YEAR_END),)),
    )
    ledger = ledger_of(
        rules, record("r1", "2023-05-01", "行政处罚"), record("r2", "2023-05-01", "行政处罚")
    )
    assert amounts(ledger) == [-5]
    assert [interval.record_id for interval in ledger.flags] == ["r1"]


def test_flag_opened_by_a_record_that_rules_later_covers_its_own_day() -> None:
    ledger = ledger_of(
        rules_until(YEAR_END),
        record("r1", "2023-05-01", "行政处罚", rules_on="2023-08-01"),
        record("r2", "2023-06-01", "评优"),
    )
    assert outcome_of(ledger, "r2").outcome is Outcome.UNMATCHED


def test_absence_looks_at_earlier_records_of_the_same_period_only() -> None:
    quiet = And(
        (BehaviourIs(("评优",), NOWHERE), NoRecordOf("纠纷", Period.MONTH, NOWHERE)), NOWHERE
    )
    rules = ruleset(clause("1", "评优", 10, condition=quiet), clause("2", "纠纷", -1))
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-10", "评优"),
        record("r2", "2023-05-11", "纠纷"),
        record("r3", "2023-05-12", "评优"),
        record("r4", "2023-06-01", "评优"),
    )
    assert amounts(ledger) == [10, -1, 10]


HALF_HOURS = PerQuantity(HOURS, Linear(0, 2, -1, full_steps=False, rounding=None), NOWHERE)


def test_record_refused_for_its_amount_leaves_no_flag_open() -> None:
    # 3 hours are −1.5 points, too fine for whole points: refused, and nothing barred by it.
    rules = ruleset(
        clause("9.1", "行政处罚", HALF_HOURS, flags=(opens(YEAR_END),)),
        clause("9.2", "评优", 10, condition=UNFLAGGED),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-01", "行政处罚", 时长=3),
        record("r2", "2023-06-01", "评优"),
    )
    assert refusal_of(ledger, "r1") is ReasonCode.AMOUNT_TOO_FINE
    assert ledger.flags == ()
    assert amounts(ledger) == [10]


def test_record_that_matches_only_since_another_was_refused_may_be_refused_in_its_turn() -> None:
    # r1 is refused, so r2 is not barred; r2 is refused as well, so r3 is not barred either.
    unbarred = And(
        (BehaviourIs(("怠工",), NOWHERE), Not(FlagIsOpen("取消评优", NOWHERE), NOWHERE)), NOWHERE
    )
    paused = OpensFlag("停止兑换", YEAR_END, SubjectKind.HOUSEHOLD, NOWHERE)
    unpaused = And(
        (BehaviourIs(("评优",), NOWHERE), Not(FlagIsOpen("停止兑换", NOWHERE), NOWHERE)), NOWHERE
    )
    rules = ruleset(
        clause("1", "行政处罚", HALF_HOURS, flags=(opens(YEAR_END),)),
        clause("2", "怠工", HALF_HOURS, condition=unbarred, flags=(paused,)),
        clause("3", "评优", 10, condition=unpaused),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-05-01", "行政处罚", 时长=3),
        record("r2", "2023-05-02", "怠工", 时长=3),
        record("r3", "2023-05-03", "评优"),
    )
    assert refusal_of(ledger, "r1") is ReasonCode.AMOUNT_TOO_FINE
    assert refusal_of(ledger, "r2") is ReasonCode.AMOUNT_TOO_FINE
    assert ledger.flags == ()
    assert amounts(ledger) == [10]
