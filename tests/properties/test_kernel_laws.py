"""Laws that hold for every village written in the language, with constructs of all kinds."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from engines import ENGINES, Engine
from pointrules.api.evaluation import evaluate, explain, summarize, to_json
from pointrules.ledger.entry import EntryKind
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.ledger.measures import measure
from pointrules.model.measure import Measure
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.redemption import Redemption
from pointrules.source.language import Language
from villages.features import Feature
from villages.tables import HOUSEHOLDS, MEMBERS, days
from villages.village import LAST_DAY, WrittenVillage
from villages.whole import villages

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=list(ENGINES))


ALONE = [item for item in Feature if item not in {Feature.WHO, Feature.COLLECTIVES}]
"""Without those that let one subject's record count for another."""


def told(ledger: Ledger) -> tuple[object, ...]:
    """All but what is said of lines."""
    return (ledger.entries, ledger.flags, ledger.held, ledger.not_settled)


@every_engine
@given(village=villages(), chance=st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(
    engine: Engine, village: WrittenVillage, chance: st.DataObject
) -> None:
    shuffled = list(village.lines)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert village.ledger(engine, lines=shuffled) == village.ledger(engine)


@every_engine
@given(village=villages(), number=st.integers(0, 20), late=st.sampled_from([0, 20]))
def test_a_line_told_twice_is_repeated_and_changes_nothing(
    engine: Engine, village: WrittenVillage, number: int, late: int
) -> None:
    again = village.rows[number % len(village.rows)]
    entered = date.fromisoformat(again["entered_on"])
    entered = min(entered.replace(day=min(entered.day + late, 28)), LAST_DAY) if late else entered
    line = RawLine(LineNumber("records.csv", 100), {**again, "entered_on": entered.isoformat()})
    before = village.ledger(engine)
    after = village.ledger(engine, lines=[*village.lines, line])
    if entered >= date.fromisoformat(again["entered_on"]):
        assert told(after) == told(before)
        others = tuple(item for item in after.outcomes if item.at != line.at)
        assert others == before.outcomes
        of_line = [item.outcome for item in after.outcomes if item.at == line.at]
        assert of_line in ([], [Outcome.REPEATED], [Outcome.REFUSED])


@every_engine
@given(village=villages(), number=st.integers(0, 13))
def test_a_voided_record_might_as_well_never_have_been(
    engine: Engine, village: WrittenVillage, number: int
) -> None:
    lines = [line for line in village.lines if "refers_to" not in line.fields]
    ids = [line.fields["id"] for line in lines]
    lines = [line for line in lines if ids.count(line.fields["id"]) == 1]
    if not lines:
        return
    gone = lines[number % len(lines)]
    fields = {
        "id": "void",
        "entered_on": LAST_DAY.isoformat(),
        "kind": "void",
        "refers_to": gone.fields["id"],
    }
    void = RawLine(LineNumber("records.csv", 100), fields)
    left = village.ledger(engine, lines=[*lines, void])
    right = village.ledger(engine, lines=[line for line in lines if line is not gone])
    assert told(left) == told(right)


def without_lines(ledger: Ledger) -> list[tuple[object, ...]]:
    """Entries, flags and held gains, apart from the places of their records in files."""
    nowhere = LineNumber("", 0)
    entries = []
    for entry in ledger.entries:
        record, ground = entry.record, entry.ground
        if record is not None:
            record = structs.replace(record, at=nowhere)
        if isinstance(ground, Redemption):
            ground = structs.replace(ground, at=nowhere)
        entries.append(structs.replace(entry, record=record, ground=ground))
    held = [(item.entry.points, item.entry.day, item.flag) for item in ledger.held]
    return [tuple(entries), ledger.flags, tuple(held), ledger.not_settled]


@every_engine
@given(village=villages(), on=days)
def test_entries_up_to_a_day_are_the_same_on_every_later_day(
    engine: Engine, village: WrittenVillage, on: date
) -> None:
    early, late = village.ledger(engine, on), village.ledger(engine)
    assert early.entries == tuple(entry for entry in late.entries if entry.day <= on)


@every_engine
@given(village=villages(), on=days)
def test_the_balance_is_the_sum_of_entries_on_every_day(
    engine: Engine, village: WrittenVillage, on: date
) -> None:
    entries, then = village.ledger(engine).entries, village.ledger(engine, on)
    ruleset = village.editions[-1]
    for subject in then.subjects:
        for account in ruleset.accounts:
            total = sum(
                entry.points
                for entry in entries
                if (entry.subject, entry.account) == (subject, account.name) and entry.day <= on
            )
            assert total == measure(
                then.entries,
                subject,
                account,
                Measure.BALANCE,
                as_of=on,
                year_start=ruleset.year_start,
            )


@every_engine
@given(village=villages(), cut=st.integers(0, 20))
def test_one_log_or_two_files_is_the_same(
    engine: Engine, village: WrittenVillage, cut: int
) -> None:
    parted = [
        RawLine(LineNumber("b.csv" if number < cut else "a.csv", number + 2), row)
        for number, row in enumerate(village.rows)
    ]
    ids = [row["id"] for row in village.rows]
    if len(set(ids)) == len(ids):  # of two lines with one id the first in order of places holds
        one, two = village.ledger(engine), village.ledger(engine, lines=parted)
        assert without_lines(one) == without_lines(two)


@every_engine
@given(village=villages())
def test_every_line_has_exactly_one_outcome(engine: Engine, village: WrittenVillage) -> None:
    ledger = village.ledger(engine)
    read = [line.at for line in village.lines if line.fields["entered_on"] <= "2024-06-30"]
    assert [item.at for item in ledger.outcomes] == sorted(read)
    scored = {item.record_id for item in ledger.outcomes if item.outcome is Outcome.SCORED}
    assert {entry.record.id for entry in ledger.entries if entry.record is not None} <= scored


@every_engine
@given(village=villages())
def test_adjustments_lead_from_the_value_to_the_points(
    engine: Engine, village: WrittenVillage
) -> None:
    ledger = village.ledger(engine)
    for entry in (*ledger.entries, *(item.entry for item in ledger.held)):
        if entry.kind not in {EntryKind.AWARD, EntryKind.SETTLEMENT}:
            assert entry.adjustments == ()
            assert entry.valuation is None
            continue
        assert entry.valuation is not None
        amount = entry.valuation.points
        for adjustment in entry.adjustments:
            assert adjustment.before == amount
            amount = adjustment.after
        assert amount == entry.points
        assert not isinstance(entry.points, float)


@given(village=villages(), on=days)
def test_every_ledger_is_explained_in_both_languages(village: WrittenVillage, on: date) -> None:
    result = evaluate(
        village.editions, records=village.rows, facts=village.facts_rows, as_of=on, known_at=None
    )
    for language in Language:
        assert summarize(result, language)
        assert to_json(result, language)
        for subject in result.ledger.subjects:
            assert explain(result, subject, language)


@every_engine
@given(village=villages(among=ALONE))
def test_a_household_is_counted_by_itself(engine: Engine, village: WrittenVillage) -> None:
    mine, other = HOUSEHOLDS
    mates = {
        row["subject"]
        for row in village.facts_rows
        if row["attribute"] == "户" and row["value"] == mine
    }
    facts = tuple(row for row in village.facts_rows if row["subject"] in {mine, *mates})
    if any(row["value"] == other for row in facts):  # who moves in belongs to both
        facts = tuple(row for row in village.facts_rows)
    ids = [row["id"] for row in village.rows]
    whose = {row["id"]: row.get("person") or row.get("household") for row in village.rows}
    if len(set(ids)) != len(ids) or any(
        whose.get(row["refers_to"]) != (row.get("person") or row.get("household"))
        for row in village.rows
        if "refers_to" in row and ("person" in row or "household" in row)
    ):
        return  # a line that is about somebody else's
    rows = [
        row
        for row in village.rows
        if (whose[row.get("refers_to", row["id"])] or "") in {mine, *mates}
        if row.get("refers_to", row["id"]) in whose
    ]
    alone = replace(village, facts_rows=facts).with_rows(rows).ledger(engine)
    together = village.ledger(engine)
    for subject in {mine, *(mates & {name for name, home in MEMBERS.items() if home == mine})}:
        one, both = (
            [
                (entry.day, entry.account, entry.kind, entry.points, entry.adjustments)
                for entry in ledger.entries
                if entry.subject.id == subject
            ]
            for ledger in (alone, together)
        )
        assert one == both


YEARLY = [Feature.SCANS, Feature.DISCRETION]


@every_engine
@given(village=villages(among=YEARLY))
def test_a_year_is_counted_alone_as_within_others(engine: Engine, village: WrittenVillage) -> None:
    (text,) = village.texts
    # Where all begins anew with the year, and nothing looks back further.
    text = re.sub(r"(账户「\w+」按.)：(1月1日 起算|长期累积|\w+ 起算)(.*)", _reset_yearly, text)
    text = text.replace("年度 自 4月1日 起", "年度 自 1月1日 起")
    for before, after in (
        ("一年内", "本年"),
        ("历年累计", "本年累计"),
        ("总共", "每年"),
        ("本年内 同一", "同一"),
        ("同一 事项 取最高", "本年内 同一 事项 取最高"),
        ("同一 级别 取最高", "本年内 同一 级别 取最高"),
        ("且 积分 前一日 余额 ≥ 5 分", ""),
        ("且 星级 上年末 不低于 中", ""),
    ):
        text = text.replace(before, after)
    text = re.sub(r"连续 2 次 (.) 级别 县级", r"\1", text)
    text = text.replace("；每年最多加 30 分", "").replace("；每年最多扣 30 分", "")
    whole = replace(village, texts=(text,))
    assume(whole.is_legal)
    rows = [row for row in village.rows if row.get("occurred_on", "") >= "2024"]
    year = date(2024, 1, 1)
    if "按 发生日期 归期" in text and not any("refers_to" in row for row in village.rows):
        alone, within = (
            [
                (entry.day, entry.subject, entry.account, entry.kind, entry.points)
                for entry in item.ledger(engine).entries
                if entry.day >= year and entry.kind is not EntryKind.RESET
            ]
            for item in (whole.with_rows(rows), whole)
        )
        assert alone == within


def _reset_yearly(match: re.Match[str]) -> str:
    tails = match[3]
    for end in ("期末清零", "期末 正分清零", "期末结转", "合计最多 14 分"):
        tails = tails.replace(f"，{end}", "")
    return f"{match[1]}：1月1日 起算，期末清零{tails}"
