"""A loan whose rate falls to nothing."""

from collections.abc import Iterator
from fractions import Fraction

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.loan import Loan, NoLowestRate
from pointrules.model.number import Number, number_text
from pointrules.model.schedule import Linear
from pointrules.syntax import tree


def rate_without_floor(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn from how many points on the rate is 0.

    The village may have a reason for setting no lowest rate, but a bank that reads the rule will
    ask what happens to a household that goes on collecting points.
    """
    places = {
        block.node.name.text.strip(): part.span
        for block in meaning.syntax.blocks
        if isinstance(block.node, tree.Loan)
        for part in block.node.parts
        if isinstance(part, tree.NoLowestRate)
    }
    for loan in meaning.incentives:
        if not isinstance(loan, Loan):
            continue
        points = points_at_zero(loan)
        if points is not None and isinstance(loan.lowest_rate, NoLowestRate):
            span = places.get(loan.name, loan.origin)
            yield diagnose("rate-without-floor", span, points=number_text(points))


def points_at_zero(loan: Loan) -> Number | None:
    """From how many points on nothing is left of the rate; None where it never comes to that."""
    if not isinstance(loan.cut, Linear) or loan.base_rate is None:
        return None
    per_step = loan.cut.per_step
    if per_step == 0 or (loan.largest_cut is not None and loan.largest_cut < loan.base_rate):
        return None
    steps = Fraction(loan.base_rate) / per_step
    if loan.cut.full_steps:
        steps = Fraction(-(-steps.numerator // steps.denominator))
    points = loan.cut.start + steps * loan.cut.step
    return points.numerator if points.denominator == 1 else points
