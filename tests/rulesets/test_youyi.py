"""The ruleset of 友谊村: what the news reported, and the sum worked out by hand in SOURCE.md."""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets, check_text
from pointrules.diagnostics.diagnostic import Severity
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.model.limit import Limit
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode

NEW_YEARS_EVE = date(2023, 12, 31)
HOUSEHOLD = Subject(SubjectKind.HOUSEHOLD, "友谊-07")

POINTS_BY_CLAUSE = {
    "1.1": 89,
    "1.2": -5,
    "1.3": 20,
    "2.1": 240,
    "2.3": 26,
    "2.4": 11,
    "2.5": 50,
    "3.1": 20,
    "4.1": 60,
    "4.2": 39,
    "4.3": 15,
    "4.4": 12,
    "4.5": 6,
}
"""As in SOURCE.md; clause 583: altogether."""
POINTS_BY_MONTH = [35, 25, 62, 45, 63, 38, 60, 33, 56, 82, 34, 50]

MISTAKES = {
    "2023-0001": ReasonCode.NO_EDITION_IN_FORCE,
    "2023-0144": ReasonCode.BEHAVIOUR_UNKNOWN,
    "2023-0264": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2023-0298": ReasonCode.CONDITION_UNKNOWN,
    "2023-0501": ReasonCode.ID_HAS_OTHER_CONTENT,
    "2023-0502": ReasonCode.ATTRIBUTE_MISSING,
    "2023-0618": ReasonCode.SUBJECT_NOT_LISTED,
    "2023-0649": ReasonCode.DECIDED_OUT_OF_RANGE,
    "2023-0784": ReasonCode.VALUE_NOT_LISTED,
    "2023-0898": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2023-1016": ReasonCode.PERSON_OF_OTHER_HOUSEHOLD,
    "2023-1053": ReasonCode.REFERENCE_UNKNOWN,
}


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return _evaluated(folder, checked, None)


def _evaluated(folder: Path, checked: CheckedRulesets, known_at: date | None) -> Evaluation:
    return evaluate(
        checked.editions,
        records=folder / "records.csv",
        facts=folder / "facts.csv",
        as_of=NEW_YEARS_EVE,
        known_at=known_at,
    )


def _quote(village: Evaluation) -> LoanQuote:
    [quote] = [item for item in village.offers.quotes if item.subject == HOUSEHOLD]
    assert isinstance(quote, LoanQuote)
    return quote


def test_only_the_missing_floor_of_the_rate_is_warned_of(checked: CheckedRulesets) -> None:
    found = [(item.severity, item.code) for item in checked.diagnostics]
    assert found == [(Severity.WARNING, "rate-without-floor")]


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 20
    assert [result.example.title for result in results if not result.is_met] == []


def test_household_stands_at_583_points_by_the_clauses_of_the_hand_sum(
    village: Evaluation,
) -> None:
    points: dict[str, int | Fraction] = defaultdict(int)
    for entry in village.ledger.entries:
        if entry.subject == HOUSEHOLD:
            assert entry.clause is not None
            points[entry.clause.number] += entry.points
    assert dict(points) == POINTS_BY_CLAUSE
    assert village.measures[HOUSEHOLD, "积分", Measure.LIFETIME] == 583


def test_household_gains_the_same_583_points_month_by_month(village: Evaluation) -> None:
    points: list[int | Fraction] = [0] * 12
    for entry in village.ledger.entries:
        if entry.subject == HOUSEHOLD:
            points[entry.day.month - 1] += entry.points
    assert points == POINTS_BY_MONTH


def test_household_of_583_points_is_quoted_4_42_percent(village: Evaluation) -> None:
    quote = _quote(village)
    assert quote.is_eligible
    assert quote.points == 583
    assert quote.rate == Fraction("4.42")
    assert quote.valid_until == date(2024, 1, 30)


def test_full_steps_instead_of_proportion_give_4_50_percent(folder: Path) -> None:
    text = (folder / "youyi.points").read_text(encoding="utf-8")
    in_proportion = "每 100 分 降 0.1 个百分点，按比例，降幅舍去到 0.01 个百分点"
    assert in_proportion in text
    by_full_steps = text.replace(in_proportion, "每满 100 分 降 0.1 个百分点")
    village = _evaluated(folder, check_text(by_full_steps), None)
    assert _quote(village).rate == Fraction("4.5")


def test_what_was_approved_only_later_is_not_known_on_new_years_eve(
    folder: Path, checked: CheckedRulesets
) -> None:
    # Of December's 50 points only the 1 point of the donation was approved by then.
    village = _evaluated(folder, checked, NEW_YEARS_EVE)
    assert village.measures[HOUSEHOLD, "积分", Measure.LIFETIME] == 534


def test_another_household_has_five_stars_at_483_points(village: Evaluation) -> None:
    [held] = [item for item in village.offers.grades if item.subject.id == "友谊-21"]
    assert (held.points, held.level) == (483, "五星")


def test_every_line_read_has_one_of_six_outcomes(village: Evaluation, folder: Path) -> None:
    lines = (folder / "records.csv").read_text(encoding="utf-8").splitlines()[1:]
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 1065,
        Outcome.UNMATCHED: 1,
        Outcome.PENDING: 6,
        Outcome.REFUSED: 15,
        Outcome.VOIDED: 11,
        Outcome.REPEATED: 3,
    }
    assert outcomes.total() == len(lines) == 1101


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED
        and item.reason is not None
        and item.reason.code is not ReasonCode.REJECTED_BY_REVIEW
    }
    assert refused == MISTAKES
    assert village.ledger.refused_facts == ()


def test_household_whose_awards_are_cancelled_matches_no_clause(village: Evaluation) -> None:
    [unmatched] = [item for item in village.ledger.outcomes if item.outcome is Outcome.UNMATCHED]
    assert unmatched.record_id == "2023-0819"
    [flag] = [item for item in village.ledger.flags if item.subject.id == "友谊-16"]
    assert (flag.flag, flag.last_day) == ("取消评优", NEW_YEARS_EVE)


def test_limits_bite_in_most_clauses_that_have_one(village: Evaluation) -> None:
    clauses = {
        entry.clause.number
        for entry in village.ledger.entries
        if entry.clause is not None
        and any(isinstance(item.cause, Limit) for item in entry.adjustments)
    }
    assert clauses == {"1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "4.1", "4.2", "4.3", "4.5"}


def test_person_who_married_earns_for_the_household_of_the_day(village: Evaluation) -> None:
    households = {
        (entry.day, entry.subject.id)
        for entry in village.ledger.entries
        if entry.record is not None and entry.record.person == "友谊-19-3"
    }
    assert {name for day, name in households if day < date(2023, 10, 6)} == {"友谊-19"}
    assert {name for day, name in households if day >= date(2023, 10, 6)} == {"友谊-31"}


def test_every_clause_made_up_says_so(checked: CheckedRulesets) -> None:
    [ruleset] = checked.editions
    published = {"5.1", "5.2"}
    for clause in ruleset.clauses:
        if clause.number not in published:
            assert clause.text is not None
            assert clause.text.endswith("（示例条款）"), clause.number
