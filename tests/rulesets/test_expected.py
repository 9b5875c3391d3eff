"""What the rulesets give at the end of 2023, as a village reads it."""

from datetime import date
from pathlib import Path

import pytest

from golden import GoldenFile
from pointrules.api.evaluation import Evaluation, evaluate, explain, summarize
from pointrules.api.rulesets import check_files

VILLAGES = (("youyi", "友谊-07"), ("luoyu", "罗峪5-04-1"))


def _evaluated(village: str) -> Evaluation:
    # Named as from the root of the repository, so that the texts are the same on every machine.
    folder = Path("rulesets", village)
    return evaluate(
        check_files([folder / f"{village}.points"]).editions,
        records=folder / "records.csv",
        facts=folder / "facts.csv",
        as_of=date(2023, 12, 31),
    )


@pytest.mark.parametrize("village", [village for village, _ in VILLAGES])
def test_totals_at_the_end_of_2023(
    village: str, checkout: Path, golden: GoldenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    expected = checkout / "rulesets" / village / "expected" / "totals-2023-12-31.txt"
    golden(expected, summarize(_evaluated(village)))


@pytest.mark.parametrize(("village", "subject"), VILLAGES)
def test_statement_of_one_subject_at_the_end_of_2023(
    village: str,
    subject: str,
    checkout: Path,
    golden: GoldenFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(checkout)
    evaluation = _evaluated(village)
    expected = checkout / "rulesets" / village / "expected" / "statement-2023-12-31.txt"
    golden(expected, explain(evaluation, evaluation.subject(subject)))
