"""A word on stacking about a clause that gives nothing."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax import tree


def stacking_with_unscored(meaning: Meaning) -> Iterator[Diagnostic]:
    """Nothing adds up with a clause that scores no records: the number is probably another one."""
    silent = {
        block.node.number.text
        for block in meaning.syntax.blocks
        if isinstance(block.node, tree.Clause)
        and isinstance(block.node.body, tree.Unscored | tree.Manual)
    }
    for clause in meaning.scoring:
        for tail in meaning.sentence(clause).tails:
            if isinstance(tail, tree.Adds | tree.Precedes):
                for number in tail.numbers:
                    if number.text in silent:
                        yield diagnose("stacking-with-unscored", number.span, number=number.text)
