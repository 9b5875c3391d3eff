"""不得修改 or 只可修改 of a clause that the template does not have."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.diagnostics.suggestion import suggest
from pointrules.syntax import tree


def locked_unknown_clause(meaning: Meaning) -> Iterator[Diagnostic]:
    """A lock on a number that is not there locks nothing, and nobody would notice."""
    known = {clause.number.text for clause in meaning.written.values()}
    known |= meaning.syntax.lost_clauses
    for block in meaning.syntax.blocks:
        if not isinstance(block.node, tree.Locked):
            continue
        for number in block.node.numbers:
            if number.text not in known:
                yield diagnose(
                    "locked-unknown-clause",
                    number.span,
                    number=number.text,
                    choices=suggest(number.text, sorted(known)),
                )
