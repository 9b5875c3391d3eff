from fractions import Fraction

import pytest

from pointrules.ledger.entry import RunningQuantity, Valuation
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.period import Period
from pointrules.model.scan import Owner, OwnerKind, RunningSum, Scan
from pointrules.model.schedule import Band, Banded, Bracket, Linear, Progressive, Schedule
from pointrules.model.value import (
    ByRunningSum,
    Discretion,
    Lookup,
    LookupRow,
    PerQuantity,
    Reached,
    Value,
)
from pointrules.model.vocabulary import Attribute, AttributeValue, EnumeratedType
from pointrules.report.wording_value import valuation_words
from pointrules.source.language import Language
from report.builders import AT, HOURS, LEVEL, YUAN, constant

RANK = Attribute("名次", EnumeratedType(("第一", "第二")), optional=False, origin=AT)
DONATIONS = Progressive(
    (Bracket(0, 100, 1, full_steps=True), Bracket(1000, 400, 1, full_steps=True)), None
)


def told(
    value: Value,
    points: Number,
    *inputs: tuple[str, AttributeValue],
    running: RunningQuantity | None = None,
    language: Language = Language.ZH,
) -> str:
    return valuation_words(Valuation(value, inputs, running, points), language)


def by_hours(schedule: Schedule) -> PerQuantity:
    return PerQuantity(HOURS, schedule, AT)


def cumulative(
    schedule: Schedule, attribute: Attribute | None = YUAN, reached: Reached | None = None
) -> ByRunningSum:
    scan = Scan(Owner(OwnerKind.CLAUSE, "6.1"), Period.YEAR, (), RunningSum(attribute, schedule))
    return ByRunningSum(scan, reached, AT)


def test_constant_names_its_parameter() -> None:
    assert told(constant(5), 5) == "5 分"
    assert told(constant(-5), -5) == "扣 5 分"
    assert told(constant(5, "单次分值"), 5) == "单次分值（5 分）"


def test_full_units_show_how_many_were_full() -> None:
    # 3.5 hours hold three full ones: 2 × 3 = 6.
    hourly = Linear(0, 1, 2, full_steps=True, rounding=None)
    assert told(by_hours(hourly), 6, ("时长", Fraction(7, 2))) == (
        "每满 1 小时 2 分 × 3 = 6 分（时长 3.5 小时）"
    )


def test_proportional_points_show_their_rounding() -> None:
    # 2.5 ÷ 2 = 1.25 steps of 1 point, cut to tenths: 1.2.
    rounding = Rounding(RoundingMode.DOWN, Fraction(1, 10))
    in_twos = Linear(0, 2, 1, full_steps=False, rounding=rounding)
    assert told(by_hours(in_twos), Fraction(12, 10), ("时长", Fraction(5, 2))) == (
        "每 2 小时 1 分 × 1.25 = 1.25 分，舍去到 0.1 分 = 1.2 分（时长 2.5 小时）"
    )


def test_steps_counted_from_a_start_name_it() -> None:
    beyond_ten = Linear(10, 1, -2, full_steps=True, rounding=None)
    assert told(by_hours(beyond_ten), -6, ("时长", 13)) == (
        "10 小时起 每满 1 小时 扣 2 分 × 3 = 扣 6 分（时长 13 小时）"
    )


def test_band_that_is_reached_is_named() -> None:
    bands = Banded((Band(2, inclusive=True, value=4), Band(8, inclusive=False, value=10)), 0)
    assert told(by_hours(bands), 4, ("时长", 8)) == "2 小时起 4 分（时长 8 小时）"
    assert told(by_hours(bands), 10, ("时长", 9)) == "超过 8 小时 10 分（时长 9 小时）"
    assert told(by_hours(bands), 0, ("时长", 1)) == "不到第一档，0 分（时长 1 小时）"


def test_table_names_the_cell() -> None:
    table = Lookup((LEVEL,), (LookupRow(("市级",), 30),), 3, AT)
    assert told(table, 30, ("级别", "市级")) == "按 级别：市级 30 分"
    assert told(table, 3, ("级别", "县级")) == "按 级别：县级（其余） 3 分"


def test_running_sum_shows_both_ends() -> None:
    # 900 yuan give 9; 1200 give 10 for the first thousand and nothing for 200 of the next.
    running = RunningQuantity(900, 1200, 9, 10)
    assert told(cumulative(DONATIONS), 1, ("金额", 300), running=running) == (
        "累进：本年累计 金额 900 元 → 1200 元，应得 9 分 → 10 分，本次 1 分"
    )


def test_steps_on_a_count_of_records() -> None:
    steps = cumulative(
        Banded((Band(3, inclusive=True, value=5),), 0), None, reached=Reached.HIGHEST
    )
    running = RunningQuantity(2, 3, 0, 5)
    assert told(steps, 5, running=running) == (
        "分档，取最高档：本年累计 2 次 → 3 次，应得 0 分 → 5 分，本次 5 分"
    )


def test_progressive_brackets_on_one_record_show_each_part() -> None:
    # 1800 yuan: 10 full hundreds up to 1000, then 2 full four-hundreds of 800: 12.
    donation = PerQuantity(YUAN, DONATIONS, AT)
    assert told(donation, 12, ("金额", 1800)) == (
        "累进：0 元起 每满 100 元 1 分 × 10 + "
        "1000 元起 每满 400 元 1 分 × 2 = 12 分（金额 1800 元）"
    )


@pytest.mark.parametrize(
    ("lowest", "highest", "points", "words"),
    [
        (1, 5, 3, "评议会裁量 3 分（1 到 5 分）"),
        (1, 5, 0, "评议会没有裁量（1 到 5 分）"),
        (-5, -1, -3, "评议会裁量 扣 3 分（扣 1 到 5 分）"),
        (-100, 100, -20, "评议会裁量 扣 20 分（扣 100 分 到 加 100 分）"),
    ],
)
def test_discretion_names_who_decided_and_the_range(
    lowest: int, highest: int, points: int, words: str
) -> None:
    assert told(Discretion("评议会", lowest, highest, AT), points) == words


def test_values_in_english() -> None:
    matches = Lookup((LEVEL, RANK), (LookupRow(("市级", "第一"), 10),), 0, AT)
    cell = (("级别", "市级"), ("名次", "第一"))
    assert told(matches, 10, *cell) == "按 级别、名次：市级、第一 10 分"
    assert told(matches, 10, *cell, language=Language.EN) == "by 级别, 名次: 市级, 第一 10 points"
    hourly = Linear(0, 1, 2, full_steps=True, rounding=None)
    assert (
        told(by_hours(hourly), 6, ("时长", 3), language=Language.EN)
        == "2 points per full 1 hour × 3 = 6 points (时长 3 hours)"
    )
    running = RunningQuantity(900, 1200, 9, 10)
    assert told(cumulative(DONATIONS), 1, running=running, language=Language.EN) == (
        "progressively: 金额 this year 900 yuan → 1200 yuan, due 9 points → 10 points, this 1 point"
    )
