from fractions import Fraction

import pytest

from engine.building import (
    HOURS,
    NOWHERE,
    POINTS,
    ZHANG,
    account,
    amounts,
    attribute,
    clause,
    entry_of,
    ledger_of,
    limit,
    listed,
    of_clause,
    outcome_of,
    record,
    refusal_of,
    ruleset,
)
from pointrules.ledger.entry import Adjustment, PrecededBy
from pointrules.ledger.ledger import Outcome
from pointrules.model.clause import Stacking, StackingKind
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesNumber,
    Comparison,
    IsTrue,
    RecordAttribute,
    SubjectAttribute,
)
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.scan import Counted
from pointrules.model.schedule import Linear
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Discretion, PerQuantity
from pointrules.model.vocabulary import YesNoType
from pointrules.records.reason import Reason, ReasonCode

LOW_INCOME = attribute("低保", YesNoType())
POOR = And(
    (
        BehaviourIs(("志愿服务",), NOWHERE),
        IsTrue(SubjectAttribute(SubjectKind.HOUSEHOLD, LOW_INCOME), NOWHERE),
        ComparesNumber(RecordAttribute(HOURS), Comparison.AT_LEAST, 2, NOWHERE),
    ),
    NOWHERE,
)
DECIDED = Discretion("评议会", 1, 5, NOWHERE)


def test_condition_that_is_not_known_refuses_the_record_whole() -> None:
    once = limit(of_clause("4"), Period.YEAR, 1, counted=Counted.TIMES)
    rules = ruleset(
        clause("4", "志愿服务", 3, limits=(once,)),
        clause("11", "志愿服务", 5, condition=POOR),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "志愿服务", 时长=3),
        record("r2", "2023-03-02", "志愿服务", household="李家", 时长=3),
        record("r3", "2023-03-03", "志愿服务", 时长=1),
        facts=listed(values={(Subject(SubjectKind.HOUSEHOLD, "李家"), "低保"): True}),
    )
    assert outcome_of(ledger, "r1").reason == Reason(
        ReasonCode.CONDITION_UNKNOWN, (("clause", "11"), ("attribute", "低保"))
    )
    # One hour is not two, whether or not the household is poor: false, and clause 4's one time
    # was not used up by the refused record.
    assert amounts(ledger) == [3, 5, 3]


@pytest.mark.parametrize(
    ("decided", "decided_by", "outcome", "reason"),
    [
        (3, "评议会", Outcome.SCORED, None),
        (None, None, Outcome.PENDING, ReasonCode.DECIDED_MISSING),
        (3, None, Outcome.PENDING, ReasonCode.DECIDED_MISSING),
        (6, "评议会", Outcome.REFUSED, ReasonCode.DECIDED_OUT_OF_RANGE),
        (0, "评议会", Outcome.REFUSED, ReasonCode.DECIDED_OUT_OF_RANGE),
        (3, "村支书", Outcome.REFUSED, ReasonCode.DECIDED_BY_OTHER),
    ],
)
def test_discretion_needs_its_decider_and_its_range(
    decided: Number | None, decided_by: str | None, outcome: Outcome, reason: ReasonCode | None
) -> None:
    rules = ruleset(clause("10", "互助", DECIDED))
    ledger = ledger_of(
        rules, record("r1", "2023-03-01", "互助", decided=decided, decided_by=decided_by)
    )
    assert outcome_of(ledger, "r1").outcome is outcome
    assert refusal_of(ledger, "r1") is reason
    assert amounts(ledger) == ([3] if reason is None else [])


def test_decision_that_no_clause_asks_for_is_refused() -> None:
    rules = ruleset(clause("1", "检查", 5))
    ledger = ledger_of(rules, record("r1", "2023-03-01", "检查", decided=5, decided_by="评议会"))
    assert refusal_of(ledger, "r1") is ReasonCode.DECIDED_UNASKED


def test_household_record_cannot_enter_a_persons_account() -> None:
    rules = ruleset(clause("1", "检查", 5), accounts=(account(subject_kind=SubjectKind.PERSON),))
    ledger = ledger_of(rules, record("r1", "2023-03-01", "检查"))
    assert refusal_of(ledger, "r1") is ReasonCode.PERSON_MISSING


def test_amount_finer_than_the_account_is_refused_and_moves_no_counter() -> None:
    halves = PerQuantity(HOURS, Linear(0, 2, 1, full_steps=False, rounding=None), NOWHERE)
    once = limit(of_clause("1"), Period.YEAR, 1, counted=Counted.TIMES)
    rules = ruleset(
        clause("1", "志愿服务", 3, limits=(once,)),
        clause("2", "志愿服务", halves),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "志愿服务", 时长=3),
        record("r2", "2023-03-02", "志愿服务", 时长=4),
    )
    assert outcome_of(ledger, "r1").reason == Reason(
        ReasonCode.AMOUNT_TOO_FINE,
        (("clause", "2"), ("account", POINTS), ("points", "1.5"), ("precision", "1")),
    )
    assert amounts(ledger) == [3, 2]


def test_half_points_enter_an_account_of_tenths() -> None:
    halves = PerQuantity(HOURS, Linear(0, 2, 1, full_steps=False, rounding=None), NOWHERE)
    rules = ruleset(clause("2", "志愿服务", halves), accounts=(account(precision=Fraction(1, 10)),))
    ledger = ledger_of(rules, record("r1", "2023-03-01", "志愿服务", 时长=3))
    assert amounts(ledger) == [Fraction(3, 2)]


def test_record_that_no_clause_matches_is_reported_as_such() -> None:
    ledger = ledger_of(ruleset(clause("1", "检查", 5)), record("r1", "2023-03-01", "互助"))
    assert outcome_of(ledger, "r1").outcome is Outcome.UNMATCHED


def test_record_before_the_first_edition_is_refused() -> None:
    ledger = ledger_of(ruleset(clause("1", "检查", 5)), record("r1", "2022-12-31", "检查"))
    assert refusal_of(ledger, "r1") is ReasonCode.NO_EDITION_IN_FORCE


def test_clause_that_another_goes_before_gives_nothing_and_says_why() -> None:
    goes_before = Stacking(StackingKind.PRECEDES, ("1",), NOWHERE)
    rules = ruleset(
        clause("1", "检查", 5),
        clause("2", "检查", 8, stacking=(goes_before,)),
    )
    ledger = ledger_of(rules, record("r1", "2023-03-01", "检查"))
    assert amounts(ledger) == [0, 8]
    assert ledger.entries[0].adjustments == (Adjustment(PrecededBy("2"), 0, 5, 0),)


def test_points_go_to_the_household_of_the_day_of_the_act() -> None:
    rules = ruleset(
        clause("1", "善举", 5, accounts=("个人", POINTS)),
        accounts=(account("个人", subject_kind=SubjectKind.PERSON), account()),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "善举", person="王五", household="张家"),
        record("r2", "2023-07-01", "善举", person="王五", household="李家"),
        facts=listed((ZHANG,)),
    )
    assert amounts(ledger, "个人") == [5, 5]
    assert entry_of(ledger, "r1").subject.id == "张家"
    assert entry_of(ledger, "r2").subject.id == "李家"


def test_persons_limit_acts_first_and_the_households_on_what_is_left() -> None:
    # 5 a month for each subject: two members keep 5 each, their household 5 in all.
    monthly = limit(of_clause("1"), Period.MONTH, 5)
    rules = ruleset(
        clause("1", "善举", 8, accounts=("个人", POINTS), limits=(monthly,)),
        accounts=(account("个人", subject_kind=SubjectKind.PERSON), account()),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "善举", person="张三"),
        record("r2", "2023-03-02", "善举", person="张四"),
    )
    assert amounts(ledger, "个人") == [5, 5]
    assert amounts(ledger) == [5, 0]
    # The household's entry tells the two counts apart; the person's own entry needs no such word.
    of_person, of_household = ledger.entries[2:]
    four = Subject(SubjectKind.PERSON, "张四")
    assert of_person.adjustments == (Adjustment(monthly, 0, 8, 5),)
    assert of_household.adjustments == (
        Adjustment(monthly, 0, 8, 5, counted_for=four),
        Adjustment(monthly, 5, 5, 0),
    )


def test_whole_points_are_refused_too_where_the_account_takes_fives() -> None:
    rules = ruleset(
        clause("1", "检查", 3), clause("2", "善举", 10), accounts=(account(precision=5),)
    )
    ledger = ledger_of(
        rules, record("r1", "2023-03-01", "检查"), record("r2", "2023-03-02", "善举")
    )
    assert outcome_of(ledger, "r1").reason == Reason(
        ReasonCode.AMOUNT_TOO_FINE,
        (("clause", "1"), ("account", POINTS), ("points", "3"), ("precision", "5")),
    )
    assert amounts(ledger) == [10]
