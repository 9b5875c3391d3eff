"""Every import contract is kept by the source tree, and bites when it is violated."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# One bad import for each contract: where it is written, and what it says.
VIOLATIONS = {
    "layers": ("model/limit.py", "import pointrules.records"),
    "text-blind": ("engine/offers.py", "import pointrules.syntax"),
    "given-ledgers": ("report/statement.py", "import pointrules.engine"),
    "cli-through-api": ("cli/evaluate.py", "import pointrules.engine"),
    "lark": ("syntax/scanner.py", "import lark"),
    "click": ("api.py", "import click"),
    "jinja2": ("wire/ledger_json.py", "import jinja2"),
    "pydantic": ("model/ruleset.py", "import pydantic"),
    "yaml": ("syntax/scanner.py", "import yaml"),
    "openpyxl": ("intake/regulation_csv.py", "import openpyxl"),
    "docx": ("intake/regulation_csv.py", "import docx"),
}


def contract_names(checkout: Path) -> dict[str, str]:
    """The names of the contracts in pyproject.toml by their ids."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract["name"] for contract in contracts}


def copy_of_source(checkout: Path, folder: Path) -> Path:
    """The package and its contracts, away from the checkout, so that a violation harms nobody."""
    shutil.copytree(
        checkout / "src" / "pointrules",
        folder / "pointrules",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(checkout / "pyproject.toml", folder)
    return folder / "pointrules"


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache", *options],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_source_tree_keeps_every_contract(checkout: Path, tmp_path: Path) -> None:
    copy_of_source(checkout, tmp_path)
    linted = lint_imports(tmp_path)
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert f"{len(contract_names(checkout))} kept, 0 broken" in linted.stdout


def test_no_contract_ignores_an_import(checkout: Path) -> None:
    assert "ignore_imports" not in (checkout / "pyproject.toml").read_text(encoding="utf-8")


def test_every_contract_has_a_violation_that_tries_it(checkout: Path) -> None:
    assert set(VIOLATIONS) == set(contract_names(checkout))


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violation_breaks_its_contract(contract: str, checkout: Path, tmp_path: Path) -> None:
    module, bad_import = VIOLATIONS[contract]
    path = copy_of_source(checkout, tmp_path) / module
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(f"{kept}\n{bad_import}\n", encoding="utf-8")
    linted = lint_imports(tmp_path, "--contract", contract)
    assert linted.returncode == 1, linted.stdout + linted.stderr
    assert f"{contract_names(checkout)[contract]} BROKEN" in linted.stdout


def test_a_package_without_a_layer_breaks_the_layers(checkout: Path, tmp_path: Path) -> None:
    newcomer = copy_of_source(checkout, tmp_path) / "astrology"
    newcomer.mkdir()
    (newcomer / "__init__.py").write_text('"""Points by the stars."""\n', encoding="utf-8")
    linted = lint_imports(tmp_path, "--contract", "layers")
    assert linted.returncode == 1, linted.stdout + linted.stderr
    assert "astrology" in linted.stdout
