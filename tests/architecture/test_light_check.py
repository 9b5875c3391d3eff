"""`check` starts fast because it leaves out what only other commands need."""

import json
import subprocess
import sys
from pathlib import Path

HEAVY = ("pydantic", "jinja2", "yaml")

# Run in an interpreter of its own: the tests themselves import them.
LOADED_AFTER_CHECK = f"""
import json, sys
from pointrules.cli.main import main
after_import = [name for name in {HEAVY!r} if name in sys.modules]
try:
    exit_code = main(["check", sys.argv[1]])
except SystemExit as end:
    exit_code = end.code
after_check = [name for name in {HEAVY!r} if name in sys.modules]
print(json.dumps([after_import, exit_code, after_check]), file=sys.stderr)
"""


def test_check_loads_neither_pydantic_nor_jinja2_nor_yaml(checkout: Path) -> None:
    (ruleset,) = (checkout / "rulesets" / "youyi").glob("*.points")
    checked = subprocess.run(
        [sys.executable, "-c", LOADED_AFTER_CHECK, str(ruleset)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    after_import, exit_code, after_check = json.loads(checked.stderr.splitlines()[-1])
    assert after_import == []
    assert exit_code == 0, checked.stdout
    assert after_check == []
