"""`check` and `convert` to JSON start fast because they leave out what only other commands need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "jinja2", "yaml", "openpyxl", "docx")

# Run in an interpreter of its own: the tests themselves import them.
LOADED_AFTER = f"""
import json, sys
from pointrules.cli.main import main
after_import = [name for name in {HEAVY!r} if name in sys.modules]
try:
    exit_code = main(sys.argv[1:])
except SystemExit as end:
    exit_code = end.code
after_command = [name for name in {HEAVY!r} if name in sys.modules]
print(json.dumps([after_import, exit_code, after_command]), file=sys.stderr)
"""


@pytest.mark.parametrize(("command", "options"), [("check", []), ("convert", ["--to", "json"])])
def test_a_command_loads_neither_pydantic_nor_jinja2_nor_yaml(
    command: str, options: list[str], checkout: Path
) -> None:
    (ruleset,) = (checkout / "rulesets" / "youyi").glob("*.points")
    checked = subprocess.run(
        [sys.executable, "-c", LOADED_AFTER, command, str(ruleset), *options],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    after_import, exit_code, after_command = json.loads(checked.stderr.splitlines()[-1])
    assert after_import == []
    assert exit_code == 0, checked.stdout
    assert after_command == []
