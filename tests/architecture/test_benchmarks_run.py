"""The benchmarks run; what they measure, no test asks."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("reference_engine.py", "5000 records"),
        ("check_cold_start.py", "ms"),
        ("ruleset_json.py", "times"),
    ],
)
def test_a_benchmark_runs(script: str, says: str, checkout: Path) -> None:
    path = checkout / "benchmarks" / script

    done = subprocess.run([sys.executable, path, "1"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert says in done.stdout
