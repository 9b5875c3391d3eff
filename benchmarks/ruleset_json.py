"""How long a cache needs to read a checked ruleset from JSON, against parsing and checking it.

    python benchmarks/ruleset_json.py [RUNS]

All in one process that is warm, the median of the runs; the ratio is of figures of the same run.
The ruleset of 40 clauses is invented, the others are those of `rulesets/`.
"""
# ruff: noqa: INP001 - a folder of scripts, no package

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from check_cold_start import CLAUSES, ruleset

from pointrules.api.ruleset_json import ruleset_from_json, ruleset_to_json
from pointrules.api.rulesets import CheckedRulesets, check_files, check_text, village_files

ROOT = Path(__file__).resolve().parent.parent


def median_us(runs: int, work: Callable[[], object]) -> int:
    """The median time of `work`, in whole microseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        work()
        times.append(time.perf_counter_ns() - start)
    return round(median(times) / 1000)


def measure(name: str, runs: int, check: Callable[[], CheckedRulesets]) -> None:
    """Print the three times and the ratio of one village's editions."""
    checked = check()
    texts = [ruleset_to_json(edition, checked.sources) for edition in checked.editions]
    assert tuple(map(ruleset_from_json, texts)) == checked.editions, "they come back equal"
    parsing = median_us(runs, check)
    writing = median_us(
        runs, lambda: [ruleset_to_json(edition, checked.sources) for edition in checked.editions]
    )
    reading = median_us(runs, lambda: [ruleset_from_json(text) for text in texts])
    size = sum(len(text.encode()) for text in texts) // 1000
    print(
        f"{name:12} {parsing:8} {writing:8} {reading:8}   "
        f"{10 * parsing // reading / 10:5.1f} times   {size:5} kB"
    )


def main(arguments: Sequence[str]) -> int:
    """Print a line for each ruleset."""
    runs = int(arguments[0]) if arguments else 15
    print(f"µs, median of {runs}: check, write JSON, read JSON; check takes so many times reading")
    measure(f"{CLAUSES} clauses", runs, lambda: check_text(ruleset(CLAUSES)))
    for folder in sorted((ROOT / "rulesets").iterdir()):
        if folder.is_dir():
            paths = village_files([folder]).rulesets
            measure(folder.name, runs, lambda paths=paths: check_files(paths))  # type: ignore[misc]
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
