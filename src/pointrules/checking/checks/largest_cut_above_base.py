"""A largest cut that is no bound."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.loan import Loan
from pointrules.model.number import number_text
from pointrules.syntax import tree


def largest_cut_above_base(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn where the largest cut leaves nothing of the base rate: such a bound bounds nothing."""
    places = {
        block.node.name.text.strip(): part.span
        for block in meaning.syntax.blocks
        if isinstance(block.node, tree.Loan)
        for part in block.node.parts
        if isinstance(part, tree.LargestCut)
    }
    for loan in meaning.incentives:
        if not isinstance(loan, Loan) or loan.largest_cut is None or loan.base_rate is None:
            continue
        if loan.largest_cut >= loan.base_rate:
            yield diagnose(
                "largest-cut-above-base",
                places.get(loan.name, loan.origin),
                largest=number_text(loan.largest_cut),
                base=number_text(loan.base_rate),
            )
