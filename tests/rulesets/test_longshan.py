"""The ruleset of 龙山村: recyclables against points with one decimal, and what was redeemed.

The balances are counted again from the table in plain Python, without the engine.
"""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from math import floor
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

PIECES_PER_POINT = {"交塑料袋": 50, "交饮料瓶罐": 35, "交烟盒": 30, "交烟蒂": 1}

NOT_COUNTED = {
    "2019-0096": ReasonCode.HOUSEHOLD_UNKNOWN,
    "2019-0097": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2019-0098": ReasonCode.ATTRIBUTE_UNREADABLE,
    "2019-0099": ReasonCode.BEHAVIOUR_UNKNOWN,
    "2019-0100": ReasonCode.ACCOUNT_UNKNOWN,
    "2019-0105": ReasonCode.NO_EDITION_IN_FORCE,
}
OTHER_CONTENT = "2019-0092"
"""Entered twice, the second time with three packets: the first line stands."""


@pytest.fixture(scope="module")
def village(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, date(2019, 6, 30))


def _household(name: str) -> Subject:
    return Subject(SubjectKind.HOUSEHOLD, name)


def _standing(lines: list[dict[str, str]]) -> list[dict[str, str]]:
    """Lines that count: approved, the first of their number, neither voided nor replaced."""
    first: dict[str, dict[str, str]] = {}
    for line in lines:
        first.setdefault(line["编号"], line)
    kinds = ("作废", "更正")
    replaced = {line["所指编号"] for line in first.values() if line["类型"] in kinds}
    return [
        line
        for number, line in first.items()
        if number not in replaced
        and number not in NOT_COUNTED
        and line["类型"] != "作废"
        and line["状态"] == "通过"
    ]


def _tenths(points: Fraction) -> Fraction:
    return Fraction(floor(points * 10), 10)


def test_ruleset_is_free_of_errors_and_warnings(checked: CheckedRulesets) -> None:
    assert checked.diagnostics == ()


def test_all_examples_come_out_as_written(checked: CheckedRulesets) -> None:
    results = run_all_examples(checked.editions)
    assert len(results) == 8
    assert [result.example.title for result in results if not result.is_met] == []


def test_balances_are_those_of_counting_the_pieces(
    village: Evaluation, lines: list[dict[str, str]]
) -> None:
    pieces: dict[tuple[str, str], int] = defaultdict(int)
    spent: dict[str, int] = defaultdict(int)
    for line in _standing(lines):
        if line["类型"] == "兑换":
            spent[line["户"]] += int(line["兑换分值"])
        else:
            pieces[line["户"], line["行为"]] += int(line["个数"] or line["杯数"])
    gained: dict[str, Fraction] = defaultdict(Fraction)
    for (household, behaviour), count in pieces.items():
        gained[household] += _tenths(Fraction(count, PIECES_PER_POINT[behaviour]))

    balances = {
        subject.id: village.measures[subject, "积分", Measure.BALANCE]
        for subject in map(_household, (f"龙山-{number:02d}" for number in range(1, 13)))
    }

    assert balances == {household: gained[household] - spent[household] for household in balances}


def test_60_boxes_and_60_bags_are_3_2_points_as_reported(village: Evaluation) -> None:
    subject = _household("龙山-01")
    assert village.measures[subject, "积分", Measure.LIFETIME] == Fraction("3.2")
    # One packet of salt was taken.
    assert village.measures[subject, "积分", Measure.BALANCE] == Fraction("1.2")


def test_shop_is_open_on_thursdays_at_the_reported_prices(village: Evaluation) -> None:
    [quote] = [item for item in village.offers.quotes if item.subject == _household("龙山-05")]
    assert isinstance(quote, ExchangeQuote)
    assert quote.usable == Fraction("4.9")
    assert {item.good.name: item.count for item in quote.goods} == {"盐": 2, "酱油": 0}
    assert quote.next_open == date(2019, 7, 4)


def test_void_after_spending_leaves_a_debt(village: Evaluation) -> None:
    subject = _household("龙山-07")
    assert village.measures[subject, "积分", Measure.BALANCE] == -2


def test_every_line_read_has_one_of_six_outcomes(
    village: Evaluation, lines: list[dict[str, str]]
) -> None:
    outcomes = Counter(item.outcome for item in village.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 94,
        Outcome.PENDING: 2,
        Outcome.REFUSED: 7,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 107


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(village: Evaluation) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in village.ledger.outcomes
        if item.outcome is Outcome.REFUSED and item.reason is not None
    }
    assert refused == {**NOT_COUNTED, OTHER_CONTENT: ReasonCode.ID_HAS_OTHER_CONTENT}
    assert village.ledger.refused_facts == ()
