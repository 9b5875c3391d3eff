"""What holds for every folder of `rulesets/`, and what each gives at the dates it names.

`expected/totals-DAY.txt` is what `evaluate` prints as of that day, `expected/statement-WHO-DAY.txt`
what `explain` prints for a household or person.
"""

from datetime import date
from pathlib import Path

import pytest

from golden import GoldenFile
from pointrules.api.evaluation import Evaluation, evaluate, explain, summarize
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets, check_files
from pointrules.diagnostics.diagnostic import Severity
from pointrules.intake.village_folder import village_folder
from pointrules.model.clause import ManualClause, UnscoredClause

RULESETS = Path(__file__).resolve().parent.parent.parent / "rulesets"
VILLAGES = sorted(path.parent.name for path in RULESETS.glob("*/SOURCE.md"))
EXPECTED = sorted(
    (path.parent.parent.name, path.stem) for path in RULESETS.glob("*/expected/*.txt")
)
_DAY = len("2023-12-31")


def _checked(village: str) -> CheckedRulesets:
    return check_files(list(village_folder(Path("rulesets", village)).rulesets))


def _evaluated(village: str, as_of: date) -> Evaluation:
    folder = village_folder(Path("rulesets", village))
    assert folder.records is not None
    assert folder.facts is not None
    editions = check_files(list(folder.rulesets)).editions
    return evaluate(editions, records=folder.records, facts=folder.facts, as_of=as_of)


@pytest.fixture(autouse=True)
def _at_the_root(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named as from the root, so that the texts are the same on every machine."""
    monkeypatch.chdir(checkout)


def test_every_folder_says_where_it_comes_from() -> None:
    folders = sorted(path.name for path in RULESETS.iterdir() if path.is_dir())

    assert folders == VILLAGES


@pytest.mark.parametrize("village", VILLAGES)
def test_a_ruleset_checks_without_an_error(village: str) -> None:
    checked = _checked(village)

    errors = [item for item in checked.diagnostics if item.severity is Severity.ERROR]

    assert errors == []
    assert checked.editions


@pytest.mark.parametrize("village", VILLAGES)
def test_all_examples_of_a_ruleset_come_out_as_they_say(village: str) -> None:
    results = run_all_examples(_checked(village).editions)

    failed = [result.example.title for result in results if not result.is_met]

    assert results
    assert failed == []


@pytest.mark.parametrize("village", VILLAGES)
def test_what_is_not_scored_says_why(village: str) -> None:
    left_out = [
        clause
        for ruleset in _checked(village).editions
        for clause in ruleset.clauses
        if isinstance(clause, UnscoredClause | ManualClause)
    ]

    assert [clause.number for clause in left_out if not clause.reason] == []


@pytest.mark.parametrize("village", sorted({village for village, _ in EXPECTED}))
def test_every_line_of_the_log_has_an_outcome(village: str) -> None:
    evaluation = _evaluated(village, date(2030, 12, 31))
    records = village_folder(Path("rulesets", village)).records
    assert records is not None
    lines = [line for line in records.read_text(encoding="utf-8-sig").splitlines()[1:] if line]

    assert len(evaluation.ledger.outcomes) == len(lines)


@pytest.mark.parametrize(("village", "name"), EXPECTED)
def test_what_a_village_reads(village: str, name: str, golden: GoldenFile) -> None:
    kind, _, rest = name.partition("-")
    evaluation = _evaluated(village, date.fromisoformat(rest[-_DAY:]))
    if kind == "totals":
        text = summarize(evaluation)
    else:
        assert kind == "statement"
        text = explain(evaluation, evaluation.subject(rest[: -_DAY - 1]))

    golden(RULESETS / village / "expected" / f"{name}.txt", text)


def test_the_list_of_rulesets_names_every_folder() -> None:
    page = (RULESETS / "README.md").read_text(encoding="utf-8")

    assert [
        village for village in VILLAGES if f"[{village}]({village}/SOURCE.md)" not in page
    ] == []
    assert page.count("/SOURCE.md)") == len(VILLAGES)
