"""Phrases of a regulation's cells: read strictly, or not at all."""

import pytest

from pointrules.model.scan import Direction
from pointrules.syntax.draft_phrases import (
    Award,
    Decider,
    EachTime,
    Limit,
    Phrase,
    PhraseContext,
    Unlimited,
    Unread,
    decided_range,
    read_phrase,
)

GAIN, LOSS = Direction.GAIN, Direction.LOSS
POINTS = PhraseContext(allows_bare=True)
LIMITS = PhraseContext(is_limit=True, allows_bare=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("每次加5分", Award("5", GAIN)),
        ("+5", Award("5", GAIN)),
        ("＋５", Award("5", GAIN)),
        ("－2", Award("2", LOSS)),
        ("−2分", Award("2", LOSS)),
        ("5分/次", Award("5", None)),
        ("扣2分/次", Award("2", LOSS)),
        ("加 五 分", Award("5", GAIN)),
        ("奖励一百零五分", Award("105", GAIN)),
        ("0.50分", Award("0.5", None)),
        ("10", Award("10", None, is_unsigned_number=True)),
        ("5—10分", Award("5", None, highest="10")),
        ("加5至10分", Award("5", GAIN, highest="10")),
        ("每满100元1分", Award("1", None, per=("100", "元"), is_full=True)),
        ("每棵加2分", Award("2", GAIN, per=("1", "棵"))),
        ("2分/每满2小时", Award("2", None, per=("2", "小时"), is_full=True)),
        ("每月不超过20分", Limit("每月", "20", "分")),
        ("全年累计最多加60分", Limit("每年", "60", "分", GAIN)),
        ("每月加分不超过20分", Limit("每月", "20", "分", GAIN)),
        ("每年累计扣分最高不超过20分", Limit("每年", "20", "分", LOSS)),
        ("最高20分/年", Limit("每年", "20", "分")),
        ("每参加一次加2分", Award("2", GAIN)),
        ("发现一次扣1分", Award("1", LOSS)),
        ("每月限3次", Limit("每月", "3", "次")),
        ("每季度二十分封顶", Limit("每季度", "20", "分")),
        ("单次最多8分", Limit("每次", "8", "分")),
        ("上不封顶", Unlimited()),
        ("由村民评议会酌情", Decider("村民评议会")),
        ("每次", EachTime()),
    ],
)
def test_a_phrase_is_read(written: str, expected: Phrase) -> None:
    assert read_phrase(written, POINTS) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("累计不超过20分", "没有写每月还是每年"),
        ("100分封顶", "没有写每月还是每年"),
        ("每小时2分", "没有写零头怎么算"),
        ("2分/小时", "没有写零头怎么算"),
        ("四五分", "有几种读法：4、5、45"),
        ("5月10日", "像是日期"),
        ("10-May", "像是日期"),
        ("10—5分", "没有从小到大"),
        ("05分", "不像一个分值"),
        ("1.000", "不像一个分值"),
        ("0分", "写的是 0 分"),
        ("1234567分", "不像一个分值"),
        ("加-5分", "既写了字又写了正负号"),
        ("一次性加10分", "读不懂"),
        ("5分/人", "读不懂"),
        ("每天2分", "读不懂"),
        ("10分/年", "读不懂"),
        ("每月1次", "读不懂"),
        ("每月加分最多扣20分", "一处写加，一处写扣"),
        ("每月最多2.5次", "不是整次"),
        ("5%", "读不懂"),
        ("5分左右", "读不懂"),
        ("酌情加分", "读不懂"),
        ("每月加5分", "读不懂"),
    ],
)
def test_what_can_be_meant_in_two_ways_is_not_read(written: str, why: str) -> None:
    read = read_phrase(written, POINTS)
    assert isinstance(read, Unread)
    assert why in read.reason


def test_a_number_alone_is_points_only_in_a_column_of_points() -> None:
    assert isinstance(read_phrase("10", PhraseContext()), Unread)


@pytest.mark.parametrize(
    ("written", "period", "expected"),
    [
        ("20", "每年", Limit("每年", "20", "分")),
        ("20分/年", None, Limit("每年", "20", "分")),
        ("每月20分", None, Limit("每月", "20", "分")),
        ("3次/月", None, Limit("每月", "3", "次")),
        ("不限", None, Unlimited()),
    ],
)
def test_a_column_of_limits_needs_fewer_words(
    written: str, period: str | None, expected: Phrase
) -> None:
    assert (
        read_phrase(written, PhraseContext(is_limit=True, period=period, allows_bare=True))
        == expected
    )


@pytest.mark.parametrize(
    ("written", "period", "why"),
    [
        ("20", None, "没有写每月还是每年"),
        ("每月20分", "每年", "写了几种时段"),
        ("一年20分", None, "读不懂"),
    ],
)
def test_a_limit_without_one_period_is_not_read(written: str, period: str | None, why: str) -> None:
    read = read_phrase(written, PhraseContext(is_limit=True, period=period, allows_bare=True))
    assert isinstance(read, Unread)
    assert why in read.reason


def test_a_range_may_name_its_decider_in_the_same_phrase() -> None:
    both = decided_range("由评议会酌情加5—10分", POINTS)
    assert both == (Decider("评议会"), Award("5", GAIN, highest="10"))
