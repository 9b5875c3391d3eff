"""How long `pointrules check` of a 40-clause file takes from a cold start, and what it loads.

    python benchmarks/check_cold_start.py [RUNS]

Every run is a process of its own, and the median counts; python's own start stands beside it. Then
what reading one more clause costs in a process that is warm. The ruleset is invented.
"""
# ruff: noqa: INP001 - a folder of scripts, no package

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pointrules.api.rulesets import check_text

CLAUSES = 40
MANY_CLAUSES = 400
BUDGET_MS = 300
HEAVY = ("pydantic", "jinja2", "lark")

_HEAD = """细则「冷启动村积分细则」
  版本 2023.1，自 2023-01-01 起施行

年度 自 1月1日 起

词表
{behaviours}
  户（低保：是否；人数：人）

账户「积分」按户：1月1日 起算，期末结转

类别「环境」：记入 积分；每年最多加 500 分
类别「互助」：记入 积分

评议：审核通过的，计分；按 发生日期 归期。
"""

_KINDS = (
    (
        "行为「检查{n}」（等次：优秀、良好、合格）",
        """
条款 {n} 「卫生检查」 归入 环境
  「检查{n}」 的，按 等次 加：优秀 10 分，良好 6 分，其余 不加分；每月最多加 15 分。
""",
    ),
    (
        "行为「服务{n}」（时长：小时）",
        """
条款 {n} 「困难户参加志愿服务」 归入 互助
  当 行为 是 「服务{n}」 且 低保 且 时长 ≥ 2 小时 时
  每满 1 小时 加 2 分，每月最多加 12 分，每年最多加 60 分。
""",
    ),
    (
        "行为「捐款{n}」（金额：元）",
        """
条款 {n} 「捐款」 归入 互助
  「捐款{n}」 的，每满 100 元 加 1 分，每年最多加 20 分。
""",
    ),
    (
        "行为「垃圾{n}」",
        """
条款 {n} 「乱倒垃圾」 归入 环境
  「垃圾{n}」 的，每次 扣 5 分，每年最多扣 40 分。
""",
    ),
)
"""What declares the behaviour of a clause, and the clause."""

_LOADED_BY_CHECK = f"""
import sys
from pointrules.cli.main import main
ending = main(["check", sys.argv[1]])
found = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(f"check ended with {{ending}}" if ending else ", ".join(found) or 0)
"""


def ruleset(clauses: int) -> str:
    """A ruleset of four kinds of clauses in turn, each with a behaviour of its own."""
    numbered = [(n, *_KINDS[n % len(_KINDS)]) for n in range(1, clauses + 1)]
    behaviours = "\n".join(f"  {declares.format(n=n)}" for n, declares, _ in numbered)
    bodies = (clause.format(n=n) for n, _, clause in numbered)
    return _HEAD.format(behaviours=behaviours) + "".join(bodies)


def median_ms(runs: int, work: Callable[[], object]) -> int:
    """The median time of `work`, in whole microseconds over a thousand."""
    times = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        work()
        times.append(time.perf_counter_ns() - start)
    return round(median(times) / 1_000_000)


def started(*arguments: str) -> None:
    """Run python with the arguments until it ends."""
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def main() -> int:
    """Print the figures; end with 1 where something heavy is loaded, whatever the time."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for clauses in (CLAUSES, MANY_CLAUSES):
        assert not check_text(ruleset(clauses)).diagnostics, "the benchmark's ruleset is sound"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cold.points"
        path.write_text(ruleset(CLAUSES), encoding="utf-8")
        bare = median_ms(runs, lambda: started("-c", "pass"))
        helped = median_ms(runs, lambda: started("-m", "pointrules", "--help"))
        cold = median_ms(runs, lambda: started("-m", "pointrules", "check", str(path)))
        loaded = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", _LOADED_BY_CHECK, str(path)],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    few, many = ruleset(CLAUSES), ruleset(MANY_CLAUSES)
    few_ms = median_ms(runs, lambda: check_text(few))
    many_ms = median_ms(runs, lambda: check_text(many))
    each_us = 1000 * (many_ms - few_ms) // (MANY_CLAUSES - CLAUSES)
    print(f"python starts and ends           {bare:5} ms   median of {runs}")
    print(f"pointrules --help                {helped:5} ms")
    print(f"pointrules check, {CLAUSES} clauses    {cold:5} ms   budget {BUDGET_MS} ms")
    print(f"one more clause, warm            {each_us:5} µs")
    print(f"of {', '.join(HEAVY)} check loads: {loaded.stderr.strip() or 'none'}")
    return 1 if loaded.returncode else 0


if __name__ == "__main__":
    raise SystemExit(main())
