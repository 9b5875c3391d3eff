"""The rulesets' own examples (例), run and told."""

from collections.abc import Mapping, Sequence

from pointrules.engine.examples import run_examples
from pointrules.ledger.example_result import ExampleResult
from pointrules.model.ruleset import Ruleset
from pointrules.report.examples import examples_text
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile


def run_all_examples(editions: Sequence[Ruleset]) -> tuple[ExampleResult, ...]:
    """Run the 例 of all editions, each within its own edition."""
    return tuple(result for ruleset in editions for result in run_examples(ruleset))


def examples_report(
    results: Sequence[ExampleResult],
    sources: Mapping[str, SourceFile],
    language: Language = Language.ZH,
) -> str:
    """What each example expected, what came out, and, where they differ, why."""
    return examples_text(results, sources, language)
