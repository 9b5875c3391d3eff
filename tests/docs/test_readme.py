"""What the README shows is what happens."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.tutorial_page import printed
from pointrules.api.examples import examples_report, run_all_examples
from pointrules.api.rulesets import check_text

_FENCE = re.compile(r"^```(?P<kind>\S+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def blocks(readme: str, kind: str) -> list[str]:
    return [found["body"] for found in _FENCE.finditer(readme) if found["kind"] == kind]


def test_the_ruleset_has_no_mistake_and_its_examples_come_out(readme: str) -> None:
    [text] = blocks(readme, "points")
    checked = check_text(text)
    assert [item.code for item in checked.diagnostics] == []
    results = run_all_examples(checked.editions)
    assert results
    assert all(item.is_met for item in results), examples_report(results, checked.sources)


def test_the_python_example_runs_and_quotes_the_household(readme: str, checkout: Path) -> None:
    [program] = blocks(readme, "python")
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=checkout,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    [row] = [line for line in ran.stdout.splitlines() if line.startswith("友谊-07 ")]
    assert row.split() == ["友谊-07", "583", "583", "583", "五星", "4.42%"]


def test_the_bash_blocks_are_the_two_commands_and_no_more(readme: str) -> None:
    # Which of them .ci/run runs, tests/architecture/test_readme_commands.py checks.
    installs = [
        "python3 -m venv .venv && .venv/bin/pip install -q . && ",
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && ",
    ]
    commands = [body.strip() for body in blocks(readme, "bash")]
    assert [
        command[: len(way)] for command, way in zip(commands, installs, strict=True)
    ] == installs


def test_every_line_of_the_results_is_printed_in_this_order(
    readme: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only where the README writes … may it leave something out.
    monkeypatch.chdir(checkout)
    monkeypatch.delenv("POINTRULES_LANG", raising=False)
    commands = re.findall(r"\.venv/bin/(pointrules [^`\n]+)", readme)
    for command, shown in zip(commands, blocks(readme, "text"), strict=True):
        rest = printed(command)
        pieces = re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)
        for piece in filter(None, pieces):
            _, found, rest = rest.partition(piece)
            assert found == piece, f"{command} does not print:\n{piece}"
