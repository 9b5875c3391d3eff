"""The ruleset of 七里村: points that exist only after public notice, for poor households only.

The cards are counted again from the tables in plain Python, without the engine.
"""

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.ledger import Outcome
from pointrules.model.measure import Measure
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated

MISTAKES = {
    "2019-012": ReasonCode.OUTSIDE_POPULATION,
    "2019-015": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2019-017": ReasonCode.OBJECTION_UPHELD,
    "2019-018": ReasonCode.POPULATION_UNKNOWN,
    "2019-036": ReasonCode.DECIDED_OUT_OF_RANGE,
    "2019-037": ReasonCode.REVIEWED_BY_OTHER,
    "2019-040": ReasonCode.REJECTED_BY_REVIEW,
    "2019-057": ReasonCode.OUTSIDE_POPULATION,
}
POINTS = {"带领群众致富": 100, "参加技能培训": 20, "帮助邻里贫困户": 10}
HOUSEHOLDS = [f"七里-{number:02d}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def april(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2019, 4, 10))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _is_poor(facts: list[dict[str, str]], household: str, day: str) -> bool:
    return any(
        fact["主体"] == household
        and fact["属性"] == "建档立卡"
        and fact["值"] == "是"
        and fact["起"] <= day < (fact["止"] or "9999")
        for fact in facts
    )


def _cards(folder: Path, as_of: date) -> dict[str, int]:
    """What is on the cards: of what passed the notice, less what was taken off and spent."""
    lines, facts = _table(folder / "records.csv"), _table(folder / "facts.csv")
    gone = {line["所指编号"] for line in lines if line["所指编号"]}
    moves: list[tuple[date, bool, str, str, int]] = []
    seen: set[str] = set()
    for line in lines:
        number, day = line["编号"], line["发生日期"]
        if number in gone or number in seen or line["状态"] != "通过":
            continue
        seen.add(number)
        if line["类型"] == "兑换":
            spent = date.fromisoformat(day), True, number, line["户"], -int(line["兑换分值"])
            moves.append(spent)
            continue
        decided = int(line["裁量分值"] or 0)
        if (
            not line["公示日期"]
            or line["异议"]
            or line["审核单位"] != "村评分组"
            or decided < -30
            or not _is_poor(facts, line["户"], day)
        ):
            continue
        # The day of posting, and five full days after it.
        loaded = date.fromisoformat(line["公示日期"]) + timedelta(days=6)
        moves.append((loaded, False, number, line["户"], decided or POINTS[line["行为"]]))
    cards = dict.fromkeys(HOUSEHOLDS, 0)
    for moved, _, _, household, points in sorted(moves):
        if moved <= as_of:
            cards[household] = max(cards[household] + points, 0)
    return cards


def _balances(village: Evaluation) -> dict[str, object]:
    return {
        household: village.measures[
            Subject(SubjectKind.HOUSEHOLD, household), "积分", Measure.BALANCE
        ]
        for household in HOUSEHOLDS
    }


@pytest.mark.parametrize(
    "day",
    [
        date(2019, 2, 6),
        date(2019, 2, 7),
        date(2019, 2, 28),
        date(2019, 3, 31),
        date(2019, 4, 10),
        date(2019, 4, 14),
    ],
)
def test_cards_are_those_of_counting_what_passed_the_notice(
    folder: Path, checked: CheckedRulesets, day: date
) -> None:
    assert _balances(evaluated(folder, checked, day)) == _cards(folder, day)


def test_nothing_is_on_any_card_before_the_first_notice_is_over(folder: Path) -> None:
    assert set(_cards(folder, date(2019, 2, 6)).values()) == {0}
    assert _cards(folder, date(2019, 4, 10))["七里-02"] == 30


def test_what_is_left_can_still_be_spent_by_one_who_is_poor_no_more(april: Evaluation) -> None:
    quotes = {
        item.subject.id: item for item in april.offers.quotes if isinstance(item, ExchangeQuote)
    }
    assert quotes["七里-11"].usable == 10
    assert sorted(set(HOUSEHOLDS) - set(quotes)) == ["七里-10", "七里-12"]


def test_prices_are_as_reported(april: Evaluation) -> None:
    [quote] = [item for item in april.offers.quotes if item.subject.id == "七里-05"]
    assert isinstance(quote, ExchangeQuote)
    assert {item.good.name: (item.price, item.count) for item in quote.goods} == {
        "大米": (50, 2),
        "调和油": (20, 7),
        "牙膏": (5, 29),
    }


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 6
    assert [result.example.title for result in results if not result.is_met] == []


def test_every_line_read_has_one_of_six_outcomes(april: Evaluation, folder: Path) -> None:
    outcomes = Counter(item.outcome for item in april.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 44,
        Outcome.PENDING: 5,
        Outcome.REFUSED: 8,
        Outcome.VOIDED: 5,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(_table(folder / "records.csv")) == 63


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(april: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in april.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == MISTAKES
    assert april.ledger.refused_facts == ()
