"""Rules engine for village points (村民积分): rulesets in Chinese, explained totals, loan quotes."""

from pointrules.api import (
    CheckedRulesets,
    Evaluation,
    check_files,
    check_text,
    evaluate,
    examples_report,
    explain,
    format_file,
    run_all_examples,
    summarize,
    to_json,
    village_files,
)
from pointrules.source.errors import PointRulesError
from pointrules.source.language import Language

__all__ = [
    "CheckedRulesets",
    "Evaluation",
    "Language",
    "PointRulesError",
    "check_files",
    "check_text",
    "evaluate",
    "examples_report",
    "explain",
    "format_file",
    "run_all_examples",
    "summarize",
    "to_json",
    "village_files",
]
