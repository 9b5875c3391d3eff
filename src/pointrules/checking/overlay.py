"""A village beside its template: what differs, and whose mistake a diagnostic is."""

from pointrules.checking.compose import Composed, used_template
from pointrules.checking.own_clauses import OwnBounds, allowances, lower_own_clauses
from pointrules.checking.reporter import Reporter
from pointrules.checking.resolve import scope_of
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.overlay import Overlay
from pointrules.model.ruleset import Ruleset
from pointrules.syntax import tree


def own_bounds(template: tree.RulesetSyntax) -> OwnBounds | None:
    """What the template allows a village; its mistakes are told with the template, not here."""
    for block in template.blocks:
        if isinstance(block.node, tree.OwnClauses):
            return lower_own_clauses(block.node, scope_of(template, Reporter()))
    return None


def overlay_of(
    village: tree.RulesetSyntax, composed: Composed, ruleset: Ruleset, bounds: OwnBounds | None
) -> Overlay:
    """All that is not as in the template."""
    used = used_template(village)
    assert used is not None, "a template is given to a ruleset that uses one"
    return Overlay(
        used.title.text.strip(),
        used.version.text,
        composed.changes,
        composed.parameters,
        () if bounds is None else allowances(ruleset.clauses, composed.own, bounds),
    )


def is_about(file: str, item: Diagnostic) -> bool:
    """Whether the village's text is where it is wrong, or one of the places that are named.

    Other warnings of the template's text are told with the template.
    """
    return any(span.file == file for span in (item.span, *(label.span for label in item.labels)))
