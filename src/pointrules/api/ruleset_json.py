"""Checked rulesets as JSON, for programs, auditors and caches, and back."""

from collections.abc import Mapping

from pointrules.api.program_version import program_version
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import SourceFile
from pointrules.wire.read_ruleset_json import read_ruleset_json
from pointrules.wire.ruleset_json import ruleset_json


def ruleset_to_json(ruleset: Ruleset, sources: Mapping[str, SourceFile]) -> str:
    """The ruleset for another program: versioned, exact, complete.

    `sources` are those that came with it when it was checked.

    Raises:
        PointRulesError: the ruleset's text is not among the sources.
    """
    return ruleset_json(ruleset, sources, program_version())


def ruleset_from_json(text: str | bytes) -> Ruleset:
    """The ruleset that `ruleset_to_json` wrote: equal to it, without parsing or checking.

    Raises:
        PointRulesError: the text is not what it writes, or has been changed since.
    """
    return read_ruleset_json(text)
