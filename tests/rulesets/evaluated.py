"""A ruleset's folder evaluated as of a day."""

from datetime import date
from pathlib import Path

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.api.rulesets import CheckedRulesets


def evaluated(folder: Path, checked: CheckedRulesets, as_of: date) -> Evaluation:
    """What the engine makes of the folder's tables under its editions."""
    return evaluate(
        checked.editions,
        records=folder / "records.csv",
        facts=folder / "facts.csv",
        as_of=as_of,
    )
