"""Rules engine for village points (村民积分): explained totals and loan quotes.

The names below are loaded when they are first used, since checking a ruleset need not load the
engine; `__init__.pyi` tells them to type checkers.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "ApplyingError": "pointrules.api.evaluation",
    "CheckedRulesets": "pointrules.api.rulesets",
    "Evaluation": "pointrules.api.evaluation",
    "Language": "pointrules.source.language",
    "PointRulesError": "pointrules.source.errors",
    "check_files": "pointrules.api.rulesets",
    "check_text": "pointrules.api.rulesets",
    "evaluate": "pointrules.api.evaluation",
    "examples_report": "pointrules.api.examples",
    "explain": "pointrules.api.evaluation",
    "format_file": "pointrules.api.rulesets",
    "ruleset_from_json": "pointrules.api.ruleset_json",
    "ruleset_to_json": "pointrules.api.ruleset_json",
    "run_all_examples": "pointrules.api.examples",
    "summarize": "pointrules.api.evaluation",
    "to_json": "pointrules.api.evaluation",
    "village_files": "pointrules.api.rulesets",
}

__all__ = [
    "ApplyingError",
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
    "ruleset_from_json",
    "ruleset_to_json",
    "run_all_examples",
    "summarize",
    "to_json",
    "village_files",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(home), name)
