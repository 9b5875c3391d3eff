from engine.building import (
    MATTER,
    POINTS,
    account,
    amounts,
    best_of,
    category,
    clause,
    entry_of,
    ledger_of,
    limit,
    listed,
    of_category,
    of_clause,
    record,
    refusal_of,
    ruleset,
    yearly,
)
from pointrules.ledger.entry import Adjustment
from pointrules.model.period import Period
from pointrules.model.scan import Counted
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode


def test_higher_award_of_a_matter_gives_the_difference() -> None:
    rules = ruleset(
        clause("1", "县级表彰", 20, category="表彰"),
        clause("2", "省级表彰", 60, category="表彰"),
        categories=(category("表彰", best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "县级表彰", 事项="好人"),
        record("r2", "2023-04-01", "省级表彰", 事项="好人"),
        record("r3", "2023-05-01", "县级表彰", 事项="好人"),
        record("r4", "2023-06-01", "县级表彰", 事项="孝亲"),
    )
    assert amounts(ledger) == [20, 40, 0, 20]
    rule = rules.categories[0].best_of
    assert rule is not None
    assert entry_of(ledger, "r2").adjustments == (Adjustment(rule, 20, 60, 40, "r1", None, "1"),)
    assert entry_of(ledger, "r3").adjustments == (Adjustment(rule, 60, 20, 0, "r2", None, "2"),)


def test_winner_of_one_fact_is_chosen_before_limits() -> None:
    # One record, worth 10 by one clause and 20 by another whose room is used up: nothing is left.
    rules = ruleset(
        clause("1", "表彰", 10, category="表彰"),
        clause("2", "表彰", 20, category="表彰", limits=(limit(of_clause("2"), Period.YEAR, 0),)),
        categories=(category("表彰", best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(rules, record("r1", "2023-03-01", "表彰", 事项="好人"))
    assert [(entry.clause.number, entry.points) for entry in ledger.entries if entry.clause] == [
        ("2", 0),
        ("1", 0),
    ]
    assert ledger.entries[1].adjustments[0].rival == "r1"


def test_difference_is_that_of_the_ladder_also_where_the_first_was_cut() -> None:
    # County 20 cut to 5, then province 60: 60 − 20 = 40.
    rules = ruleset(
        clause(
            "1",
            "县级表彰",
            20,
            category="表彰",
            limits=(limit(of_clause("1"), Period.YEAR, 5),),
        ),
        clause("2", "省级表彰", 60, category="表彰"),
        categories=(category("表彰", best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "县级表彰", 事项="好人"),
        record("r2", "2023-04-01", "省级表彰", 事项="好人"),
    )
    assert amounts(ledger) == [5, 40]


def test_difference_is_paid_across_a_reset() -> None:
    rules = ruleset(
        clause("1", "县级表彰", 20, category="表彰"),
        clause("2", "省级表彰", 60, category="表彰"),
        accounts=(yearly(),),
        categories=(category("表彰", best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-12-01", "县级表彰", 事项="好人"),
        record("r2", "2024-03-01", "省级表彰", 事项="好人"),
    )
    assert amounts(ledger) == [20, -20, 40]


def test_gains_and_deductions_of_one_matter_stand_apart() -> None:
    rules = ruleset(
        clause("1", "表彰", 10, category="表彰"),
        clause("2", "通报", -20, category="表彰"),
        clause("3", "警告", -5, category="表彰"),
        categories=(category("表彰", best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "表彰", 事项="清洁"),
        record("r2", "2023-03-02", "通报", 事项="清洁"),
        record("r3", "2023-03-03", "警告", 事项="清洁"),
    )
    assert amounts(ledger) == [10, -20, 0]


def test_raised_matter_takes_up_no_second_time() -> None:
    thrice = limit(of_category("表彰"), Period.YEAR, 2, counted=Counted.TIMES)
    rules = ruleset(
        clause("1", "县级表彰", 20, category="表彰"),
        clause("2", "省级表彰", 60, category="表彰"),
        categories=(category("表彰", thrice, best_of=best_of(of_category("表彰"), MATTER)),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "县级表彰", 事项="好人"),
        record("r2", "2023-04-01", "省级表彰", 事项="好人"),
        record("r3", "2023-05-01", "县级表彰", 事项="孝亲"),
        record("r4", "2023-06-01", "省级表彰", 事项="孝亲"),
        record("r5", "2023-07-01", "县级表彰", 事项="劳模"),
    )
    assert amounts(ledger) == [20, 40, 20, 40, 0]


def test_two_members_with_one_matter_count_once_for_their_household() -> None:
    rules = ruleset(
        clause("1", "表彰", 20, best_of=best_of(of_clause("1"), MATTER)),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "表彰", person="张三", 事项="好人"),
        record("r2", "2023-03-02", "表彰", person="张四", 事项="好人"),
    )
    assert amounts(ledger) == [20, 0]


def test_members_count_apart_in_their_own_accounts_and_once_in_the_household() -> None:
    rules = ruleset(
        clause("1", "表彰", 20, accounts=("个人", POINTS), best_of=best_of(of_clause("1"), MATTER)),
        accounts=(account("个人", subject_kind=SubjectKind.PERSON), account()),
    )
    persons = [Subject(SubjectKind.PERSON, name) for name in ("张三", "张四")]
    ledger = ledger_of(
        rules,
        record("r1", "2023-03-01", "表彰", person="张三", 事项="好人"),
        record("r2", "2023-03-02", "表彰", person="张四", 事项="好人"),
        facts=listed(persons),
    )
    assert amounts(ledger, "个人") == [20, 20]
    assert amounts(ledger) == [20, 0]


def test_record_without_its_matter_is_refused() -> None:
    rules = ruleset(clause("1", "表彰", 20, best_of=best_of(of_clause("1"), MATTER)))
    ledger = ledger_of(rules, record("r1", "2023-03-01", "表彰"))
    assert refusal_of(ledger, "r1") is ReasonCode.ATTRIBUTE_MISSING
