"""What every test of one ruleset starts from: its folder, its editions, the lines of its log.

The folder is that of the test's name: `test_youyi.py` is about `rulesets/youyi`.
"""

import csv
from pathlib import Path

import pytest

from pointrules.api.rulesets import CheckedRulesets, check_files
from pointrules.intake.village_folder import village_folder


@pytest.fixture(scope="module")
def folder(checkout: Path, request: pytest.FixtureRequest) -> Path:
    """The ruleset's folder."""
    return checkout / "rulesets" / request.path.stem.removeprefix("test_")


@pytest.fixture(scope="module")
def checked(folder: Path) -> CheckedRulesets:
    """All editions in the folder, in order of their files' names."""
    return check_files(list(village_folder(folder).rulesets))


@pytest.fixture(scope="module")
def lines(folder: Path) -> list[dict[str, str]]:
    """The log as a spreadsheet has it, nothing judged."""
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
