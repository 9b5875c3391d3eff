"""Every shipped ruleset comes back from its JSON, and scores the same village the same way."""

from datetime import date
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.api.ruleset_json import ruleset_from_json, ruleset_to_json
from pointrules.api.rulesets import check_files
from pointrules.intake.village_folder import village_folder
from pointrules.model.ruleset import Ruleset

FOLDERS = sorted(
    page.parent for page in (Path(__file__).parents[2] / "rulesets").glob("*/SOURCE.md")
)
LAST_DAY = date(2024, 12, 31)


@pytest.mark.parametrize("village", FOLDERS, ids=lambda folder: folder.name)
def test_a_ruleset_from_its_json_is_the_same(village: Path) -> None:
    checked = check_files(list(village_folder(village).rulesets))
    assert checked.editions
    read = tuple(
        ruleset_from_json(ruleset_to_json(ruleset, checked.sources)) for ruleset in checked.editions
    )
    assert read == checked.editions
    assert result(village, read).ledger == result(village, checked.editions).ledger
    assert result(village, read).offers == result(village, checked.editions).offers


def result(village: Path, editions: tuple[Ruleset, ...]) -> Evaluation:
    return evaluate(
        editions,
        records=village / "records.csv",
        facts=village / "facts.csv",
        as_of=LAST_DAY,
    )
