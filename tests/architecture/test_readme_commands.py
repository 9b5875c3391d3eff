"""The two commands of the README, and .ci/run, which must not test something else."""

import os
import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def commands(checkout: Path) -> list[str]:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^python3 -m venv .+$", readme, flags=re.MULTILINE)


def test_the_readme_has_one_command_to_run_and_one_to_test(commands: list[str]) -> None:
    run, test = commands
    assert "pointrules evaluate rulesets/youyi" in run
    assert test.endswith("pytest")


def test_ci_runs_the_test_command_of_the_readme(checkout: Path, commands: list[str]) -> None:
    script = (checkout / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert commands[-1] in [line.strip() for line in script]


def test_ci_can_be_started(checkout: Path) -> None:
    assert os.access(checkout / ".ci" / "run", os.X_OK)
