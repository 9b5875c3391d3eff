"""A small invented village, 柳树村: its ruleset in parts, its tables, and a folder of them."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pointrules.cli.main import main

RULESET = """细则「柳树村积分细则」
  版本 2023.1，自 2023-01-01 起施行

年度 自 1月1日 起

词表
  行为 志愿服务（时长：小时）
  行为 乱倒垃圾

账户「积分」按户：1月1日 起算，期末结转

类别「村务」：记入 积分

条款 1 「参加志愿服务，每小时得 2 分」 归入 村务
  志愿服务 的，每满 1 小时 加 2 分，每月最多加 10 分。

条款 2 「乱倒垃圾的」 归入 村务
  乱倒垃圾 的，每次 扣 5 分，每年最多扣 20 分。

评议：审核通过的，计分；按 发生日期 归期。
"""
"""In canonical form, without a mistake."""

EXAMPLE = """
例「三小时得六分」
  当「柳家」2023-03-01 志愿服务 时长 3 小时
  那么 加 {points} 分，依据 1
"""

MISSPELT = RULESET.replace("乱倒垃圾 的，", "乱到垃圾 的，")

FACTS = """主体类型,主体,属性,值,起,止
户,柳-01,在册,是,2022-01-01,
户,柳-02,在册,是,2022-01-01,
"""

RECORDS = """编号,发生日期,登记日期,行为,户,时长,状态,审核日期
r1,2023-03-01,2023-03-02,志愿服务,柳-01,3,审核通过,2023-03-05
r2,2023-03-08,2023-03-09,志愿服务,柳-01,4,审核通过,2023-03-10
r3,2023-04-01,2023-04-01,乱倒垃圾,柳-02,,审核通过,2023-04-03
"""
"""柳-01 gets 6 and then, of 8, the 4 that the month still has room for; 柳-02 loses 5."""

REFUSED = RECORDS + "r4,2023-05-01,2023-05-01,志愿服物,柳-02,1,审核通过,2023-05-02\n"


def village(
    folder: Path, *, ruleset: str = RULESET, records: str = RECORDS, facts: str = FACTS
) -> Path:
    """The folder with the three files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "柳树村.points").write_text(ruleset, encoding="utf-8")
    (folder / "records.csv").write_text(records, encoding="utf-8")
    (folder / "facts.csv").write_text(facts, encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
"""Runs the command line in this process; see the fixture of the same name."""


def process(*arguments: str | Path, environment: Sequence[tuple[str, str]] = ()) -> Ended:
    """Run the command line in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "pointrules", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | dict(environment),
        timeout=60,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def ended_in_process(arguments: Sequence[str | Path]) -> int:
    """The exit code of the command line, run here."""
    return main([str(argument) for argument in arguments])
