"""How long `pointrules check` takes from a cold start, in two notations, and what it loads.

    python benchmarks/check_cold_start.py [RUNS]

Every run is a process of its own. The notations are run in turn, and their processor time compared
pair by pair, so that a busy machine does not favour one. Python keeps the compiled modules, as it
does once the package is installed; what compiling ours adds to a first start is a row of its own.
Then what reading one more clause costs in a process that is warm. The rulesets are invented, and
say the same in both notations.
"""
# ruff: noqa: INP001 - a folder of scripts, no package

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pointrules
from pointrules.api.rulesets import check_text

CLAUSES = 40
MANY_CLAUSES = 1000
BUDGETS_MS = {("points", 40): 300, ("yaml", 40): 350, ("yaml", 1000): 2000}
HEAVY = ("pydantic", "jinja2", "lark", "yaml")

_POINTS = """细则「冷启动村积分细则」
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

_YAML = """- 细则: 冷启动村积分细则
  版本: 2023.1
  施行: 2023-01-01

- 年度: 1月1日

- 词表:
  行为:
{behaviours}
  户: 低保：是否；人数：人

- 账户: 积分
  按: 户
  起算: 1月1日
  期末: 结转

- 类别: 环境
  记入: 积分
  上限: 每年最多加 500 分

- 类别: 互助
  记入: 积分

- 评议:
  计分: 审核通过
  归期: 发生日期
"""

_KINDS = (
    (
        "检查{n}（等次：优秀、良好、合格）",
        """
条款 {n} 「卫生检查」 归入 环境
  「检查{n}」 的，按 等次 加：优秀 10 分，良好 6 分，其余 不加分；每月最多加 15 分。
""",
        """
- 条款: {n}
  条文: 卫生检查
  归入: 环境
  情形: 「检查{n}」
  计分: 按 等次 加：优秀 10 分，良好 6 分，其余 不加分
  上限: 每月最多加 15 分
""",
    ),
    (
        "服务{n}（时长：小时）",
        """
条款 {n} 「困难户参加志愿服务」 归入 互助
  当 行为 是 「服务{n}」 且 低保 且 时长 ≥ 2 小时 时
  每满 1 小时 加 2 分，每月最多加 12 分，每年最多加 60 分。
""",
        """
- 条款: {n}
  条文: 困难户参加志愿服务
  归入: 互助
  当: 行为 是 「服务{n}」 且 低保 且 时长 ≥ 2 小时
  计分: 每满 1 小时 加 2 分
  上限:
    - 每月最多加 12 分
    - 每年最多加 60 分
""",
    ),
    (
        "捐款{n}（金额：元）",
        """
条款 {n} 「捐款」 归入 互助
  「捐款{n}」 的，每满 100 元 加 1 分，每年最多加 20 分。
""",
        """
- 条款: {n}
  条文: 捐款
  归入: 互助
  情形: 「捐款{n}」
  计分: 每满 100 元 加 1 分
  上限: 每年最多加 20 分
""",
    ),
    (
        "垃圾{n}",
        """
条款 {n} 「乱倒垃圾」 归入 环境
  「垃圾{n}」 的，每次 扣 5 分，每年最多扣 40 分。
""",
        """
- 条款: {n}
  条文: 乱倒垃圾
  归入: 环境
  情形: 「垃圾{n}」
  计分: 每次 扣 5 分
  上限: 每年最多扣 40 分
""",
    ),
)
"""Behaviours, and the clause that scores each, in both notations."""

_LOADED_BY_CHECK = f"""
import sys
from pointrules.cli.main import main
ending = main(["check", sys.argv[1]])
found = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(f"check ended with {{ending}}" if ending else ", ".join(found) or 0)
"""


def ruleset(clauses: int) -> str:
    """A ruleset of four kinds of clauses in turn, each with a behaviour of its own."""
    numbered = [(n, _KINDS[n % len(_KINDS)]) for n in range(1, clauses + 1)]
    behaviours = "\n".join(f"  行为 「{_quoted(kind[0].format(n=n))}" for n, kind in numbered)
    return _POINTS.format(behaviours=behaviours) + "".join(k[1].format(n=n) for n, k in numbered)


def yaml_ruleset(clauses: int) -> str:
    """The same in YAML."""
    numbered = [(n, _KINDS[n % len(_KINDS)]) for n in range(1, clauses + 1)]
    behaviours = "\n".join(f"    - 「{_quoted(kind[0].format(n=n))}" for n, kind in numbered)
    return _YAML.format(behaviours=behaviours) + "".join(k[2].format(n=n) for n, k in numbered)


def _quoted(behaviour: str) -> str:
    name, bracket, attributes = behaviour.partition("（")
    return f"{name}」{bracket}{attributes}"


def median_ms(runs: int, work: Callable[[], object]) -> int:
    """The median time of `work` in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        work()
        times.append(time.perf_counter_ns() - start)
    return round(median(times) / 1_000_000)


class Python:
    """Python as a command, with its compiled modules kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        package = Path(pointrules.__file__).parent
        self._ours = folder / package.relative_to(package.anchor)
        settings = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPYCACHEPREFIX": str(folder)}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        self._settings = settings

    def forget_ours(self) -> None:
        """Throw the compiled modules of the package away."""
        shutil.rmtree(self._ours)

    def started(self, *arguments: str) -> tuple[int, int]:
        """Run it until it ends: milliseconds by the clock, and those of a processor."""
        before, start = os.times(), time.perf_counter_ns()
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            env=self._settings,
        )
        clock, after = time.perf_counter_ns() - start, os.times()
        worked = (
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
        return round(clock / 1_000_000), round(worked * 1000)

    def in_turn(self, runs: int, *commands: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Of each command its times, one run of each after the other."""
        for command in commands:
            self.started(*command)
        rounds = [[self.started(*command) for command in commands] for _ in range(runs)]
        return [list(times) for times in zip(*rounds, strict=True)]


def figures(times: Sequence[int]) -> str:
    """The least, the median and the most."""
    return f"{min(times):5} {round(median(times)):5} {max(times):5}"


def row(name: str, times: Sequence[tuple[int, int]], remark: str = "") -> None:
    """Print the times of one command."""
    clock, worked = ([time[index] for time in times] for index in (0, 1))
    print(f"{name:34} {figures(clock)}   {figures(worked)}   {remark}".rstrip())


def main() -> int:
    """Print the figures; end with 1 where something heavy is loaded, whatever the time."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        python = Python(Path(folder) / "compiled")
        checks: dict[tuple[str, int], tuple[str, ...]] = {}
        for clauses in (CLAUSES, MANY_CLAUSES):
            for notation, made in (("points", ruleset), ("yaml", yaml_ruleset)):
                path = Path(folder) / f"of_{clauses}.{notation}"
                path.write_text(made(clauses), encoding="utf-8")
                checks[notation, clauses] = ("-m", "pointrules", "check", str(path))
        print(f"ms; least, median, most of {runs}        by the clock    of a processor")
        others = {"python starts and ends": ("-c", "pass")}
        others["pointrules --help"] = ("-m", "pointrules", "--help")
        for name, times in zip(others, python.in_turn(runs, *others.values()), strict=True):
            row(name, times)
        for clauses in (CLAUSES, MANY_CLAUSES):
            both = [("points", clauses), ("yaml", clauses)]
            found = python.in_turn(runs, *(checks[key] for key in both))
            for key, times in zip(both, found, strict=True):
                budget = BUDGETS_MS.get(key)
                remark = "" if budget is None else f"budget {budget}"
                row(f"check, {clauses} clauses, .{key[0]}", times, remark)
            ratios = [100 * b[1] // a[1] for a, b in zip(*found, strict=True) if a[1]]
            if ratios:
                print(f"  YAML to the DSL, processor, percent  {figures(ratios)}")
        first = []
        for _ in range(min(runs, 5)):
            python.forget_ours()
            first.append(python.started(*checks["yaml", CLAUSES]))
        row(f"check, {CLAUSES} clauses, .yaml, compiling", first)
        loaded = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", _LOADED_BY_CHECK, checks["points", CLAUSES][-1]],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    few, many = ruleset(CLAUSES), ruleset(400)
    for text in (few, many):
        assert not check_text(text).diagnostics, "the benchmark's ruleset is sound"
    few_ms = median_ms(runs, lambda: check_text(few))
    many_ms = median_ms(runs, lambda: check_text(many))
    each_us = 1000 * (many_ms - few_ms) // (400 - CLAUSES)
    print(f"one more clause, warm, .points     {each_us:5} µs")
    print(f"of {', '.join(HEAVY)} check loads: {loaded.stderr.strip() or 'none'}")
    return 1 if loaded.returncode else 0


if __name__ == "__main__":
    raise SystemExit(main())
