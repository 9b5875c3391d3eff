"""Laws of settlements, on invented logs of one household, against counting by hand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checking.village import meant, village
from engine.building import ZHANG, listed, record
from pointrules.engine.reference import evaluate
from pointrules.ledger.ledger import Ledger
from pointrules.records.log import Log
from pointrules.records.record import Record

FIRST = date(2023, 1, 1)
LAST = date(2023, 12, 31)
MONTHS = range(1, 13)

RULES = meant(
    village(
        """条款 1 每月 结算：本月 卫生检查 等次 优秀 占比 不低于 90% 的，加 2 分
条款 2 每月 结算：本月 卫生检查 次数 ≥ 2 次 的，加 5 分
条款 3 每月 结算：连续 2 个月 卫生检查 等次 优秀 占比 不低于 90% 的，加 7 分
条款 4 每年 结算：全年在册 且 本年 没有 乱倒垃圾 的，加 11 分
条款 5 每季 结算：本季 卫生检查 次数 ≥ 3 次 的，加 13 分，替代 2
条款 6 连续 2 次 卫生检查 等次 差 的，扣 3 分
"""
    )
)

days = st.integers(0, (LAST - FIRST).days).map(lambda count: FIRST + timedelta(days=count))
kinds = st.sampled_from(["优秀", "差", "乱倒垃圾"])
acts = st.lists(st.tuples(days, kinds), max_size=30)


def records_of(found: list[tuple[date, str]]) -> tuple[Record, ...]:
    return tuple(
        record(f"r{number:03}", day.isoformat(), "乱倒垃圾")
        if kind == "乱倒垃圾"
        else record(f"r{number:03}", day.isoformat(), "卫生检查", 等次=kind)
        for number, (day, kind) in enumerate(found, start=1)
    )


def ledger_at(records: tuple[Record, ...], as_of: date = LAST) -> Ledger:
    return evaluate((RULES,), listed((ZHANG,)), Log(records, {}, (), (), (), (), 0, "log"), as_of)


def given_by(ledger: Ledger, number: str) -> dict[date, object]:
    return {
        entry.day: entry.points
        for entry in ledger.entries
        if entry.clause is not None and entry.clause.number == number
    }


def end_of(month: int) -> date:
    return LAST if month == len(MONTHS) else date(2023, month + 1, 1) - timedelta(days=1)


def checks_of(found: list[tuple[date, str]], month: int) -> list[str]:
    return [kind for day, kind in found if day.month == month and kind != "乱倒垃圾"]


def is_good(found: list[tuple[date, str]], month: int) -> bool:
    checks = checks_of(found, month)
    return bool(checks) and 10 * checks.count("优秀") >= 9 * len(checks)


@given(acts)
def test_months_are_settled_as_one_would_count_them(found: list[tuple[date, str]]) -> None:
    ledger = ledger_at(records_of(found))
    good = [month for month in MONTHS if is_good(found, month)]
    assert given_by(ledger, "1") == {end_of(month): 2 for month in good}
    busy = [month for month in MONTHS if len(checks_of(found, month)) >= 2]
    assert given_by(ledger, "2") == {end_of(month): 5 for month in busy}
    unknown = [item.day for item in ledger.not_settled if item.clause.number == "1"]
    assert unknown == [end_of(month) for month in MONTHS if not checks_of(found, month)]


@given(acts)
def test_a_row_pays_at_every_second_good_month(found: list[tuple[date, str]]) -> None:
    paid, length = {}, 0
    for month in MONTHS:
        length = length + 1 if is_good(found, month) else 0
        if length and length % 2 == 0:
            paid[end_of(month)] = 7
    assert given_by(ledger_at(records_of(found)), "3") == paid


@given(acts)
def test_a_year_is_quiet_or_not(found: list[tuple[date, str]]) -> None:
    is_quiet = all(kind != "乱倒垃圾" for _, kind in found)
    assert given_by(ledger_at(records_of(found)), "4") == ({LAST: 11} if is_quiet else {})


@given(acts)
def test_a_quarter_gives_what_its_months_have_not(found: list[tuple[date, str]]) -> None:
    expected = {}
    for quarter in range(4):
        checks = [checks_of(found, 3 * quarter + month) for month in (1, 2, 3)]
        if sum(map(len, checks)) >= 3:
            months = sum(5 for some in checks if len(some) >= 2)
            expected[end_of(3 * quarter + 3)] = max(13 - months, 0)
    assert given_by(ledger_at(records_of(found)), "5") == expected


@given(acts)
def test_every_second_bad_check_in_a_row_is_deducted(found: list[tuple[date, str]]) -> None:
    records = records_of(found)
    length, deducted = 0, set()
    for item in sorted(records, key=lambda one: (one.rules_on, one.id)):
        if item.behaviour == "卫生检查":
            length = length + 1 if item.attributes["等次"] == "差" else 0
            if length and length % 2 == 0:
                deducted.add(item.id)
    entries = ledger_at(records).entries
    assert deducted == {item.record.id for item in entries if item.record is not None}


@given(acts, days)
def test_an_earlier_ledger_is_the_beginning_of_a_later_one(
    found: list[tuple[date, str]], as_of: date
) -> None:
    early, late = (ledger_at(records_of(found), day) for day in (as_of, LAST))
    assert early.entries == tuple(entry for entry in late.entries if entry.day <= as_of)
    assert early.not_settled == tuple(item for item in late.not_settled if item.day <= as_of)


@given(acts, st.permutations(range(30)))
def test_the_order_of_input_makes_no_difference(
    found: list[tuple[date, str]], order: list[int]
) -> None:
    records = records_of(found)
    shuffled = tuple(records[index] for index in order if index < len(records))
    one, other = (ledger_at(some) for some in (records, shuffled))
    assert (one.entries, one.not_settled) == (other.entries, other.not_settled)
