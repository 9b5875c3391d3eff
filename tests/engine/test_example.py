from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from engine.building import (
    NOWHERE,
    POINTS,
    account,
    attribute,
    clause,
    day,
    limit,
    of_clause,
    ruleset,
)
from engine.lending import STARS, loan
from pointrules.engine.examples import run_example
from pointrules.ledger.ledger import Outcome
from pointrules.model.condition import And, BehaviourIs, IsTrue, SubjectAttribute
from pointrules.model.example import (
    Example,
    ExampleFact,
    ExampleMeasure,
    ExampleRecord,
    Expectation,
    ExpectsClause,
    ExpectsEligibility,
    ExpectsFlag,
    ExpectsGrade,
    ExpectsLimit,
    ExpectsMeasure,
    ExpectsNoMatch,
    ExpectsPoints,
    ExpectsRate,
    ExpectsRefusal,
)
from pointrules.model.flag import OpensFlag, UntilPeriodEnd
from pointrules.model.measure import Measure
from pointrules.model.period import Period
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Discretion
from pointrules.model.vocabulary import YesNoType

TWELVE_A_MONTH = limit(of_clause("3.1"), Period.MONTH, 12)
LOW_INCOME = attribute("低保", YesNoType())
POOR = And(
    (
        BehaviourIs(("补贴",), NOWHERE),
        IsTrue(SubjectAttribute(SubjectKind.HOUSEHOLD, LOW_INCOME), NOWHERE),
    ),
    NOWHERE,
)
RULES = ruleset(
    clause("3.1", "卫生检查", 5, limits=(TWELVE_A_MONTH,)),
    clause("5", "补贴", 7, condition=POOR),
    clause(
        "9.1",
        "行政处罚",
        None,
        flags=(OpensFlag("取消评优", UntilPeriodEnd(Period.YEAR), SubjectKind.HOUSEHOLD, NOWHERE),),
    ),
    clause("10", "邻里互助", Discretion("评议会", 1, 5, NOWHERE)),
    accounts=(account(base=100),),
    grades=(STARS,),
    incentives=(loan(),),
)


def inspected(on: str, behaviour: str = "卫生检查", *, asked: bool = False) -> ExampleRecord:
    return ExampleRecord("张家", None, day(on), behaviour, (), (), None, None, asked, NOWHERE)


def example(
    *expectations: Expectation,
    records: tuple[ExampleRecord, ...] = (),
    measures: tuple[ExampleMeasure, ...] = (),
    facts: tuple[ExampleFact, ...] = (),
) -> Example:
    return Example("例", facts, (), (), measures, records, (), None, expectations, NOWHERE)


THIRD_OF_JULY = (
    inspected("2023-07-03"),
    inspected("2023-07-10"),
    inspected("2023-07-20", asked=True),
)


def got(*expectations: Expectation, records: tuple[ExampleRecord, ...]) -> list[bool]:
    return [
        item.is_met for item in run_example(RULES, example(*expectations, records=records)).results
    ]


def test_third_inspection_of_a_month_gives_the_rest_by_the_clause_and_its_limit() -> None:
    six = replace(TWELVE_A_MONTH, scan=replace(TWELVE_A_MONTH.scan, window=Period.WEEK))
    assert got(
        ExpectsPoints(None, 2, NOWHERE),
        ExpectsPoints(POINTS, 5, NOWHERE),
        ExpectsClause("3.1", NOWHERE),
        ExpectsClause("10", NOWHERE),
        ExpectsLimit(TWELVE_A_MONTH, NOWHERE),
        ExpectsLimit(six, NOWHERE),
        records=THIRD_OF_JULY,
    ) == [True, False, True, False, True, False]


def test_failed_expectation_says_what_came_out_and_why() -> None:
    result = run_example(RULES, example(ExpectsPoints(None, 5, NOWHERE), records=THIRD_OF_JULY))
    assert not result.is_met
    assert result.results[0].got == ("2",)
    assert [entry.points for entry in result.entries] == [2]
    assert result.entries[0].adjustments[0].cause == TWELVE_A_MONTH


def test_measure_at_the_end_of_the_last_day_includes_the_base() -> None:
    assert got(
        ExpectsMeasure(POINTS, Measure.BALANCE, 112, NOWHERE),
        ExpectsMeasure(POINTS, Measure.LIFETIME, 12, NOWHERE),
        records=THIRD_OF_JULY,
    ) == [True, True]


def test_measure_given_outright_is_taken_as_stated() -> None:
    stated = ExampleMeasure("张家", None, POINTS, Measure.BALANCE, 583, NOWHERE)
    result = run_example(
        RULES,
        example(
            ExpectsRate("村民积分贷", Fraction(442, 100), NOWHERE),
            ExpectsGrade("星级", "四星", NOWHERE),
            ExpectsEligibility("村民积分贷", is_eligible=False, origin=NOWHERE),
            measures=(stated,),
        ),
    )
    assert [item.is_met for item in result.results] == [True, True, False]
    assert result.results[0].got == ("4.42",)
    assert result.quotes[0].as_of == date(2023, 1, 1)


def test_flag_is_open_after_the_record_that_opens_it() -> None:
    records = (inspected("2023-07-03", "行政处罚", asked=True),)
    assert got(ExpectsFlag("取消评优", NOWHERE), records=records) == [True]
    assert got(ExpectsFlag("取消评优", NOWHERE), records=THIRD_OF_JULY) == [False]


def test_record_that_matches_nothing_and_one_that_is_refused() -> None:
    unmatched = (inspected("2023-07-03", "赶集", asked=True),)
    assert got(ExpectsNoMatch(NOWHERE), ExpectsRefusal(NOWHERE), records=unmatched) == [True, False]
    outside = (inspected("2022-07-03", asked=True),)
    assert got(ExpectsNoMatch(NOWHERE), ExpectsRefusal(NOWHERE), records=outside) == [False, True]


def test_undecided_record_waits_and_is_not_refused() -> None:
    result = run_example(
        RULES,
        example(
            ExpectsRefusal(NOWHERE), records=(inspected("2023-07-03", "邻里互助", asked=True),)
        ),
    )
    assert not result.is_met
    assert result.outcomes[0].outcome is Outcome.PENDING


def test_stated_fact_holds_throughout() -> None:
    zhang = Subject(SubjectKind.HOUSEHOLD, "张家")
    result = run_example(
        RULES,
        example(
            ExpectsPoints(None, 7, NOWHERE),
            records=(inspected("2023-07-03", "补贴", asked=True),),
            facts=(ExampleFact(zhang, "张家", "低保", value=True, origin=NOWHERE),),
        ),
    )
    assert result.is_met
