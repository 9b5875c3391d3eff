"""The ruleset of 余姚: a form of 100 marks each quarter, and who may ask for a loan.

The marks are counted again from the table in plain Python, without the engine.
"""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

MISTAKES = {
    "2020-017": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2020-018": ReasonCode.VALUE_NOT_LISTED,
    "2020-019": ReasonCode.DECIDED_OUT_OF_RANGE,
    "2020-053": ReasonCode.REJECTED_BY_REVIEW,
    "2020-056": ReasonCode.REVIEWED_BY_OTHER,
}
HOUSEHOLDS = [f"余姚-{number:02d}" for number in range(1, 11)]


@pytest.fixture(scope="module")
def october(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2020, 10, 8))


def _marks(lines: list[dict[str, str]], first: str, last: str) -> dict[str, int]:
    """100 less what stands against a household from one day to another."""
    gone = {line["所指编号"] for line in lines if line["所指编号"]} | set(MISTAKES)
    seen: set[str] = set()
    order: dict[str, int] = defaultdict(int)
    public: dict[str, int] = defaultdict(int)
    other: dict[str, int] = defaultdict(int)
    kinds: set[tuple[str, str]] = set()
    for line in lines:
        number, household = line["编号"], line["户"]
        stands = line["状态"] == "通过" and number not in gone and number not in seen
        seen.add(number)
        if not stands or not first <= line["发生日期"] <= last:
            continue
        match line["行为"]:
            case "环境秩序问题":
                if line["裁量分值"] == "-1" and (household, line["种类"]) not in kinds:
                    kinds.add((household, line["种类"]))
                    order[household] += 1
            case "违反村规民约被书面提醒":
                order[household] += 12
            case "无故不参加本组公益劳动":
                public[household] += 4
            case "欠款经法院判决不还":
                other[household] += 20
            case "邻里纠纷调解认定有责":
                other[household] += 5
            case _:
                pass
    return {
        household: 100 - min(order[household], 36) - min(public[household], 12) - other[household]
        for household in HOUSEHOLDS
    }


@pytest.mark.parametrize(
    ("first", "last"), [("2020-04-01", "2020-06-30"), ("2020-07-01", "2020-09-30")]
)
def test_marks_of_a_quarter_are_those_of_counting_the_faults(
    folder: Path, checked: CheckedRulesets, lines: list[dict[str, str]], first: str, last: str
) -> None:
    village = evaluated(folder, checked, date.fromisoformat(last))
    found = {
        household: village.measures[
            Subject(SubjectKind.HOUSEHOLD, household), "道德积分", Measure.BALANCE
        ]
        for household in HOUSEHOLDS
    }
    assert found == _marks(lines, first, last)


def test_the_sum_worked_out_by_hand(lines: list[dict[str, str]]) -> None:
    assert _marks(lines, "2020-07-01", "2020-09-30")["余姚-04"] == 60


def test_every_household_begins_the_new_quarter_at_100(october: Evaluation) -> None:
    # Only the fifth lost 5 in October already.
    subjects = [Subject(SubjectKind.HOUSEHOLD, household) for household in HOUSEHOLDS]
    found = [october.measures[subject, "道德积分", Measure.BALANCE] for subject in subjects]
    assert found == [100, 100, 100, 100, 95, 100, 100, 100, 100, 100]


def test_loans_go_by_the_quarter_that_is_over(
    october: Evaluation, lines: list[dict[str, str]]
) -> None:
    quotes = {
        item.subject.id: item for item in october.offers.quotes if isinstance(item, LoanQuote)
    }
    eligible = {name for name, quote in quotes.items() if quote.is_eligible}
    above = {
        name for name, marks in _marks(lines, "2020-07-01", "2020-09-30").items() if marks > 80
    }
    # The ninth is barred for a year from 10 June, the tenth was not evaluated by its neighbours.
    assert eligible == above - {"余姚-09", "余姚-10"}
    assert "余姚-04" not in above
    assert {quote.rate for quote in quotes.values()} == {None}


def test_exactly_80_marks_are_not_above_80(folder: Path, checked: CheckedRulesets) -> None:
    village = evaluated(folder, checked, date(2020, 7, 8))
    eligible = {
        item.subject.id: item.is_eligible
        for item in village.offers.quotes
        if isinstance(item, LoanQuote)
    }
    # 100 − 20 in the second quarter; the eighth lost one more.
    assert (eligible["余姚-10"], eligible["余姚-08"], eligible["余姚-02"]) == (False, False, True)
    # Not evaluated by itself.
    assert not eligible["余姚-07"]


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 9
    assert [result.example.title for result in results if not result.is_met] == []


def test_every_line_read_has_one_of_six_outcomes(
    october: Evaluation, lines: list[dict[str, str]]
) -> None:
    outcomes = Counter(item.outcome for item in october.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 60,
        Outcome.UNMATCHED: 1,
        Outcome.PENDING: 3,
        Outcome.REFUSED: 5,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 73


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(october: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in october.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
    assert october.ledger.refused_facts == ()
