"""A file that cannot be read, told as a diagnostic of it."""

from pointrules.api.rulesets import CheckedRulesets
from pointrules.intake.ruleset_file import RulesetFileError
from pointrules.source.errors import PointRulesError


def unread_file(error: PointRulesError) -> CheckedRulesets | None:
    """The diagnostic of the file, None where the error is about something else."""
    if not isinstance(error, RulesetFileError):
        return None
    return CheckedRulesets((), (error.diagnostic,), {})
