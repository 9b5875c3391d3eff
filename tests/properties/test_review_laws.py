"""Laws of reviews and spending, on invented logs of two households."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from engines import ENGINES
from pointrules.api.rulesets import check_text
from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.model.number import Number
from pointrules.model.ruleset import Ruleset
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import log_from
from pointrules.records.read_facts import facts_from

FIRST = date(2023, 1, 1)
AS_OF = date(2023, 12, 31)
TEXT = """细则「白果村积分细则」
  版本 2023，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 志愿服务、乱倒垃圾
  评议人 评分组
账户「积分」按户：1月1日 起算，基础 20 分，期末清零
条款 1 志愿服务 的，每次 加 5 分，每月最多加 12 分。
条款 2 乱倒垃圾 的，每次 扣 3 分，每年最多扣 20 分。
评议：经 评分组 初审、「三水镇」复核 通过，公示满 3 天，无未决异议 的，计分；按 发生日期 归期；
  申报期限 30 天。
"""

Row = dict[str, str]
Told = list[tuple[date, str, EntryKind, Number]]


def village() -> Ruleset:
    (edition,) = check_text(TEXT, "village.points").editions
    return edition


RULESET = village()
FACTS = facts_from(
    [
        RawLine(
            LineNumber("facts.csv", number),
            {
                "subject_kind": "户",
                "subject": name,
                "attribute": "在册",
                "value": "是",
                "from": "2020-01-01",
            },
        )
        for number, name in enumerate(("张家", "李家"), start=2)
    ],
    (RULESET,),
    None,
)[0]

days = st.integers(0, 60).map(lambda count: FIRST + timedelta(count))


@st.composite
def acts(draw: st.DrawFn) -> list[Row]:
    """Records with their reviews, told in their own lines."""
    rows = []
    for number in range(draw(st.integers(1, 6))):
        day = draw(days)
        entered = day + timedelta(draw(st.sampled_from([0, 3, 30, 31])))
        first, second = sorted(entered + timedelta(draw(st.integers(0, 9))) for _ in range(2))
        rows.append(
            {
                "id": f"r{number}",
                "occurred_on": day.isoformat(),
                "entered_on": entered.isoformat(),
                "behaviour": draw(st.sampled_from(["志愿服务", "乱倒垃圾"])),
                "household": draw(st.sampled_from(["张家", "李家"])),
                "first": draw(st.sampled_from(["通过", "通过", "未通过", "待审核"])),
                "first_on": first.isoformat(),
                "second": draw(st.sampled_from(["通过", "通过", "未通过", ""])),
                "second_on": second.isoformat(),
                "noticed_on": draw(st.sampled_from(["", second.isoformat()])),
                "objection": draw(st.sampled_from(["", "", "未决", "成立", "不成立"])),
            }
        )
    return rows


@st.composite
def purchases(draw: st.DrawFn) -> list[Row]:
    """Redemptions, confirmed or not."""
    return [
        {
            "id": f"x{number}",
            "kind": "兑换",
            "occurred_on": (day := draw(days)).isoformat(),
            "entered_on": day.isoformat(),
            "household": draw(st.sampled_from(["张家", "李家"])),
            "account": "积分",
            "points": str(draw(st.integers(1, 30))),
            "status": draw(st.sampled_from(["通过", "通过", "待审核", "未通过"])),
        }
        for number in range(draw(st.integers(0, 4)))
    ]


def in_place(rows: Sequence[Row]) -> list[Row]:
    """The first body's word, notice and objection on the record; the second body's beside it."""
    told = []
    for row in rows:
        cells = {key: row[key] for key in _OF_RECORD} | {
            "status": row["first"],
            "reviewed_on": row["first_on"],
            "reviewed_by": "评分组",
        }
        told.append(cells | {key: row[key] for key in ("noticed_on", "objection")})
        told += _second(row)
    return told


def beside(rows: Sequence[Row]) -> list[Row]:
    """Nothing on the records, all that was said of them in lines of their own."""
    told = []
    for row in rows:
        told.append({key: row[key] for key in _OF_RECORD})
        about = {"kind": "审核", "refers_to": row["id"], "entered_on": row["second_on"]}
        first = {"status": row["first"], "reviewed_on": row["first_on"], "reviewed_by": "评分组"}
        told.append(about | first | {"id": f"a-{row['id']}"})
        told += [
            about | {"id": f"{column}-{row['id']}", column: row[column]}
            for column in ("noticed_on", "objection")
            if row[column]
        ]
        told += _second(row)
    return told


_OF_RECORD = ("id", "occurred_on", "entered_on", "behaviour", "household")


def _second(row: Row) -> list[Row]:
    if not row["second"]:
        return []
    return [
        {
            "id": f"b-{row['id']}",
            "kind": "审核",
            "refers_to": row["id"],
            "entered_on": row["second_on"],
            "status": row["second"],
            "reviewed_on": row["second_on"],
            "reviewed_by": "三水镇",
        }
    ]


def ledger(rows: Sequence[Row], as_of: date = AS_OF, known_at: date | None = None) -> Ledger:
    lines = [
        RawLine(LineNumber("records.csv", number), {key: cell for key, cell in row.items() if cell})
        for number, row in enumerate(rows, start=2)
    ]
    log = log_from(lines, (RULESET,), FACTS, known_at, as_of)
    return ENGINES["reference"]((RULESET,), FACTS, log, as_of, known_at)


def told(entries: Sequence[Entry]) -> Told:
    return [(entry.day, entry.subject.id, entry.kind, entry.points) for entry in entries]


def counted(result: Ledger) -> set[str]:
    return {entry.record.id for entry in result.entries if entry.record is not None}


@given(acts())
def test_a_review_counts_the_same_on_its_record_and_beside_it(rows: list[Row]) -> None:
    assert told(ledger(in_place(rows)).entries) == told(ledger(beside(rows)).entries)


@given(acts())
def test_only_what_both_bodies_approved_in_time_without_objection_counts(rows: list[Row]) -> None:
    result = ledger(beside(rows))
    expected = {
        row["id"]
        for row in rows
        if row["first"] == row["second"] == "通过"
        and row["noticed_on"]
        and row["objection"] in {"", "不成立"}
        and (date.fromisoformat(row["entered_on"]) - date.fromisoformat(row["occurred_on"])).days
        <= 30
    }
    assert counted(result) == expected


@given(acts(), st.integers(0, 110))
def test_a_record_under_notice_counts_from_its_day_on(rows: list[Row], later: int) -> None:
    day = FIRST + timedelta(later)
    before, after = ledger(in_place(rows), day, day), ledger(in_place(rows), day, AS_OF)
    noticed = {row["id"]: row["noticed_on"] for row in rows if row["noticed_on"]}
    for record_id in counted(before):
        assert day > date.fromisoformat(noticed[record_id]) + timedelta(3)
    missing = counted(after) - counted(before)
    pending = {line.record_id for line in before.outcomes if line.outcome is Outcome.PENDING}
    read = {line.record_id for line in before.outcomes}
    assert missing & read <= pending


@given(acts(), purchases())
def test_spending_leaves_the_balance_and_nothing_else_changes(
    rows: list[Row], bought: list[Row]
) -> None:
    with_spending, without = ledger([*in_place(rows), *bought]), ledger(in_place(rows))
    spent = [entry for entry in with_spending.entries if entry.kind is EntryKind.SPENDING]
    others = [entry for entry in with_spending.entries if entry.kind is not EntryKind.SPENDING]
    assert told(others) == told(without.entries)
    confirmed = [row for row in bought if row["status"] == "通过"]
    assert sum(entry.points for entry in spent) == -sum(int(row["points"]) for row in confirmed)


@given(acts(), purchases())
def test_voiding_a_redemption_is_as_if_it_had_never_been(
    rows: list[Row], bought: list[Row]
) -> None:
    voids = [
        {"id": f"v-{row['id']}", "kind": "作废", "refers_to": row["id"], "entered_on": "2023-06-01"}
        for row in bought
        if row["status"] == "通过"
    ]
    voided = ledger([*in_place(rows), *bought, *voids])
    assert told(voided.entries) == told(ledger(in_place(rows)).entries)


@given(acts(), purchases(), st.randoms(use_true_random=False))
def test_the_order_of_lines_makes_no_difference(
    rows: list[Row], bought: list[Row], random: Random
) -> None:
    lines = [*beside(rows), *bought]
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert told(ledger(lines).entries) == told(ledger(shuffled).entries)
