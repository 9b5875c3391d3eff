"""What not to say of a file of which parts could not be read: one mistake, one diagnostic."""

from bisect import bisect_right
from collections.abc import Sequence

from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.syntax import tree

_LEAVE_NO_DOUBT = frozenset(
    {"thousands-comma", "unit-missing", "unknown-name", "unknown-unit", "word-missing"}
)
"""After these the tree is as meant, or says itself what is not known; after others it holds the
parser's guess."""
_ABOUT_THE_VOCABULARY = frozenset(
    {
        "attribute-not-of-behaviour",
        "behaviour-of-no-clause",
        "no-attribute-of-unit",
        "row-without-table",
        "table-cell-missing",
        "unknown-name",
        "unknown-unit",
        "value-not-of-attribute",
        "value-of-other-type",
        "wrong-kind-of-name",
    }
)
_ABOUT_OTHER_CLAUSES = frozenset(
    {"example-unknown-clause", "example-unknown-limit", "stacking-unknown-clause"}
)
_ABOUT_OTHER_BLOCKS = frozenset(
    {"account-missing", "edition-missing", "no-account", "review-missing", "year-missing"}
)


def told_once(
    found: Sequence[Diagnostic], syntax: tree.RulesetSyntax, reported: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """Those of `found` that cannot follow from what the parser has `reported`.

    A block that could not be read, or only by a guess, may mean something else than the tree says.
    Where that block is the vocabulary, nobody knows what its names would have been; where it is a
    clause, nobody knows its number.
    """
    starts = [block.node.span.start for block in syntax.blocks]
    doubtful = {index for index, block in enumerate(syntax.blocks) if not block.is_whole}
    is_outside = False
    for item in reported:
        if item.severity is Severity.ERROR and item.code not in _LEAVE_NO_DOUBT:
            index = bisect_right(starts, item.span.start) - 1
            doubtful.add(index)
            is_outside = is_outside or index < 0
    if not doubtful and syntax.is_whole:
        return list(found)
    silent = _ABOUT_OTHER_CLAUSES
    if is_outside or not syntax.is_whole:
        silent |= _ABOUT_OTHER_BLOCKS
    if is_outside or any(
        isinstance(syntax.blocks[index].node, tree.Vocabulary) for index in doubtful
    ):
        silent |= _ABOUT_THE_VOCABULARY
    return [
        item
        for item in found
        if item.code not in silent
        and (
            item.span.file != syntax.file  # in the template, of which nothing is in doubt
            or bisect_right(starts, item.span.start) - 1 not in doubtful
        )
    ]
