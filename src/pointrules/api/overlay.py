"""What villages change of their templates, told to people."""

from collections.abc import Iterator

from pointrules.api.rulesets import CheckedRulesets
from pointrules.report.overlay import overlay_text
from pointrules.source.language import Language


def overlays(checked: CheckedRulesets, language: Language = Language.ZH) -> Iterator[str]:
    """For each edition, what is not as in its template."""
    for ruleset in checked.editions:
        yield overlay_text(ruleset, checked.sources, language)
