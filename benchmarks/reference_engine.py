"""How many records a second the reference engine scores, with full entries, on 40 clauses.

    python benchmarks/reference_engine.py [VILLAGES]

Workload: 40 clauses with conditions on a quantity, a level and dates, escalation, amounts per
quantity, level tables, best-of, a flag that stops awards, monthly limits per clause and yearly ones
per category; 100 households with 50 records each per village. Its numbers are invented. Only the
evaluation is timed, not the reading of rulesets and lines.
"""
# ruff: noqa: INP001 - a folder of scripts, no package

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from pointrules.api.rulesets import check_text
from pointrules.engine.reference import evaluate
from pointrules.model.ruleset import Ruleset
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import log_from
from pointrules.records.read_facts import facts_from

LEVELS = ("国家级", "省级", "市级", "县级", "乡级")
BEHAVIOURS = 32
CATEGORIES = 4
CLAUSES = 40
HOUSEHOLDS = 100
RECORDS_EACH = 50
FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2023, 12, 31)

CONDITIONS = (
    "",
    " 且 时长 ≥ 2 小时",
    " 且 级别 属于 国家级、省级、市级",
    " 且 发生日期 ≥ 2023-03-01",
    " 且 没有 取消评优",
)
"""Clauses take them in turn."""

BY_LEVEL = "，".join(f"{level} {10 - 2 * place} 分" for place, level in enumerate(LEVELS))
EFFECTS = ("每次 加 5 分", "{per} 1 小时 加 2 分", f"按 级别 加：{BY_LEVEL}", "每次 扣 5 分")

HEAD = """细则「四十条」
  版本 1，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 {behaviours}
  判定 取消评优
账户「积分」按户：1月1日 起算，基础 100 分，精确到 0.5 分，期末清零
{categories}
评议：审核通过的，计分；按 发生日期 归期
"""
ATTRIBUTES = f"（时长：小时；级别：{'、'.join(LEVELS)}；事项：文本）"


def a_clause(index: int) -> str:
    """Clause number `index`; eight behaviours have a second clause."""
    number, behaviour = index + 1, f"「行为{index % BEHAVIOURS}」"
    effect = EFFECTS[index % 4].format(per="每满" if index % 8 == 1 else "每")
    if index % 8 == 5:  # noqa: PLR2004
        effect += "，舍去到 0.5 分"
    parts = [effect, f"每月最多{'扣' if index % 4 == 3 else '加'} 12 分"]  # noqa: PLR2004
    if index % 8 == 3:  # noqa: PLR2004
        parts.append("一年内 第 2 次起 加倍")
    if index % 8 == 2:  # noqa: PLR2004
        parts.append("同一 事项 取最高")
    if index == CLAUSES - 1:
        parts.append("并 取消评优，至 本年末")
    others = [str(other + 1) for other in range(index % BEHAVIOURS, CLAUSES, BEHAVIOURS)]
    others.remove(str(number))
    if others:
        parts.append(f"与 {'、'.join(others)} 可叠加")
    guard = f"当 行为 是 {behaviour}{CONDITIONS[index % 5]} 时"
    return f"条款 {number} 归入 类别{index % CATEGORIES}\n  {guard} {'，'.join(parts)}。\n"


def forty_clauses() -> Ruleset:
    """The ruleset of the workload."""
    text = HEAD.format(
        behaviours="、".join(f"「行为{index}」{ATTRIBUTES}" for index in range(BEHAVIOURS)),
        categories="\n".join(
            f"类别「类别{index}」：记入 积分；每年最多加 60 分；每年最多扣 60 分"
            for index in range(CATEGORIES)
        ),
    )
    checked = check_text(text + "".join(a_clause(index) for index in range(CLAUSES)))
    if not checked.editions:
        raise SystemExit("\n".join(str(item) for item in checked.diagnostics))
    return checked.editions[0]


def lines_of(chance: random.Random) -> Iterator[RawLine]:
    """The year of one village."""
    for number in range(HOUSEHOLDS * RECORDS_EACH):
        day = (FIRST_DAY + timedelta(days=chance.randrange(365))).isoformat()
        halves = chance.randrange(1, 17) if chance.random() < 1 / 4 else 6
        fields = {
            "id": f"r{number}",
            "occurred_on": day,
            "entered_on": day,
            "behaviour": f"行为{chance.randrange(BEHAVIOURS)}",
            "household": f"户{number % HOUSEHOLDS:03}",
            "status": "approved",
            "reviewed_on": day,
            "时长": f"{halves // 2}{'.5' if halves % 2 else ''}",
            "级别": chance.choice(LEVELS),
            "事项": f"事项{chance.randrange(10)}",
        }
        yield RawLine(LineNumber("records.csv", number + 2), fields)


def facts_lines() -> Iterator[RawLine]:
    """Every household is on the register."""
    for number in range(HOUSEHOLDS):
        fields = {
            "subject_kind": "household",
            "subject": f"户{number:03}",
            "attribute": "listed",
            "value": "是",
            "from": FIRST_DAY.isoformat(),
        }
        yield RawLine(LineNumber("facts.csv", number + 2), fields)


def main(villages: int) -> None:
    """Score one village after another and print the rate over all."""
    ruleset = forty_clauses()
    facts, refused = facts_from(facts_lines(), (ruleset,), None)
    seconds = 0.0
    records = entries = cut = unscored = 0
    for village in range(villages):
        chance = random.Random(village)  # noqa: S311
        log = log_from(lines_of(chance), (ruleset,), facts, None, LAST_DAY)
        begun = time.process_time()
        ledger = evaluate((ruleset,), facts, log, LAST_DAY)
        seconds += time.process_time() - begun
        records += len(log.records)
        unscored += len(refused) + len(log.settled)
        entries += len(ledger.entries)
        cut += sum(1 for entry in ledger.entries if entry.adjustments)
    print(f"{records} records, {entries} entries, {cut} with adjustments, {unscored} not read")
    print(f"{records / seconds:,.0f} records per CPU second, with full entries")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
