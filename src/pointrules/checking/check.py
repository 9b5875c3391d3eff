"""The one way from a tree to its meaning: names, types, lowering, then the checks."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pointrules.checking.checks import CHECKS
from pointrules.checking.compose import alone, compose
from pointrules.checking.limits import MAX_BLOCKS
from pointrules.checking.lower_ruleset import lower_ruleset
from pointrules.checking.overlay import is_about, overlay_of, own_bounds
from pointrules.checking.own_clauses import own_clause_mistakes
from pointrules.checking.partial_text import told_once
from pointrules.checking.quoted_words import quote_mistakes
from pointrules.checking.reporter import Reporter
from pointrules.checking.resolve import scope_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.model.ruleset import Ruleset
from pointrules.syntax import tree


class Checked(Struct, frozen=True):
    """What a ruleset means, and all there is to say about it; None if there is an error."""

    ruleset: Ruleset | None
    diagnostics: tuple[Diagnostic, ...]


def check_ruleset(
    syntax: tree.RulesetSyntax,
    digest: str,
    reported: Sequence[Diagnostic] = (),
    template: tree.RulesetSyntax | None = None,
) -> Checked:
    """Everything that is wrong with one edition, in one run, in the order of the text.

    `reported` is what the parser has said already; what follows from it is not said again.
    `template` is the one that it uses, and has no error of its own. What is wrong in its text only
    now, by what the village changes, is told too.
    """
    if len(syntax.blocks) > MAX_BLOCKS:
        span = syntax.blocks[MAX_BLOCKS].node.span
        return Checked(None, (diagnose("too-many-blocks", span, limit=str(MAX_BLOCKS)),))
    reporter = Reporter()
    composed = None
    if template is None:
        alone(syntax, reporter)
    else:
        composed = compose(syntax, template, reporter)
    whole = syntax if composed is None else composed.syntax
    scope = scope_of(whole, reporter)
    ruleset, meaning = lower_ruleset(whole, scope, digest)
    found = reporter.diagnostics
    for check in CHECKS:
        found.extend(check(meaning))
    if composed is not None and template is not None:
        bounds = own_bounds(template)
        clauses = meaning.scoring if ruleset is None else ruleset.clauses
        flags = meaning.vocabulary.flags
        found.extend(own_clause_mistakes(clauses, flags, composed.own, bounds))
        found = _told_to_village(found, syntax, template)
        if ruleset is not None:
            ruleset = replace(ruleset, overlay=overlay_of(syntax, composed, ruleset, bounds))
    found.extend(quote_mistakes(syntax))
    found = told_once(found, syntax, reported)
    found.sort(key=lambda item: (not _is_of(syntax, item), *_in_order(item)))
    return Checked(None if any(map(_is_error, found)) else ruleset, tuple(found))


def _told_to_village(
    found: Sequence[Diagnostic], syntax: tree.RulesetSyntax, template: tree.RulesetSyntax
) -> list[Diagnostic]:
    """Errors, what is about the village's own text, and what only its changes bring about."""
    own = {id(item) for item in found if _is_error(item) or is_about(syntax.file, item)}
    if all(id(item) in own or item.code in _EXPECTED_OF_DELETION for item in found):
        return [item for item in found if id(item) in own]
    before = {(item.code, item.span) for item in check_ruleset(template, "").diagnostics}
    return [
        item
        for item in found
        if id(item) in own
        or (item.code not in _EXPECTED_OF_DELETION and (item.code, item.span) not in before)
    ]


_EXPECTED_OF_DELETION = frozenset({"behaviour-of-no-clause", "flag-never-opened"})
"""What a village that deletes a clause of its template cannot mend, and need not."""


def _is_of(syntax: tree.RulesetSyntax, item: Diagnostic) -> bool:
    return item.span.file == syntax.file


def _is_error(item: Diagnostic) -> bool:
    return item.severity is Severity.ERROR


def _in_order(item: Diagnostic) -> tuple[int, int, str]:
    return (item.span.start, item.span.end, item.code)
