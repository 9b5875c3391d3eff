"""Bands of a loan: the credit line by points, as amounts or ranges, and the rate by points."""

from collections.abc import Sequence

from pointrules.checking.bands import are_monotone, is_lower_bound
from pointrules.checking.loan_draft import LoanDraft
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import in_unit, points_in
from pointrules.model.condition import Comparison
from pointrules.model.loan import LowestRate
from pointrules.model.number import Number, number_text
from pointrules.model.schedule import Band, Banded
from pointrules.model.unit import PERCENT, YUAN, Unit
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_OF_A_CUT = (
    tree.RateMeasure,
    tree.RateStart,
    tree.RateCut,
    tree.InProportion,
    tree.RateRounding,
    tree.LargestCut,
    tree.LowestRate,
    tree.NoLowestRate,
)


def loose_bands(loan: tree.Loan) -> list[tree.LineBand]:
    """The bands that follow those written with 额度 or 利率; the unit says which they belong to."""
    return [part for part in loan.parts if isinstance(part, tree.LineBand)]


def lower_line_bands(
    written: Sequence[tree.LineBand], scope: Scope
) -> tuple[Banded, Banded | None] | None:
    """The lower ends of the line and, where any band is a range, the upper ones."""
    most = _bands(written, YUAN, scope)
    if most is None:
        return None
    if all(band.least is None for band in written):
        return Banded(most, 0), None
    least: list[Band] = []
    for item in written:
        yuan = in_unit(item.least or item.quantity, YUAN, scope)
        top = in_unit(item.quantity, YUAN, scope)
        lower = points_in(item.bounded.quantity, scope, signed=True)
        if yuan is None or top is None or lower is None:
            return None
        if yuan >= top and item.least is not None:
            scope.reporter.report(
                "range-reversed", item.span, first=number_text(yuan), last=number_text(top)
            )
            return None
        least.append(Band(lower, item.bounded.comparison is Comparison.AT_LEAST, yuan))
    return Banded(tuple(sorted(least, key=lambda band: band.lower)), 0), Banded(most, 0)


def rate_bands(
    table: tree.RateTable,
    loose: Sequence[tree.LineBand],
    base_rate: Number | None,
    scope: Scope,
) -> Banded | None:
    """The rates of a table; below its bands there is the base rate."""
    of_rate = [band for band in loose if band.quantity.unit == PERCENT.symbol]
    for band in (table.band, *of_rate):
        if band.least is not None:
            scope.reporter.report("rate-as-range", band.span)
            return None
    bands = _bands((table.band, *of_rate), PERCENT, scope)
    return None if bands is None or base_rate is None else Banded(bands, base_rate)


def lowest_of(bands: Banded) -> LowestRate:
    """A table names its lowest rate itself."""
    return LowestRate(min(bands.below, *(band.value for band in bands.bands)))


def beside_table(draft: LoanDraft, table: tree.RateTable) -> None:
    """A table names the rates, so that nothing is left to be cut, rounded or bounded."""
    for part in draft.loan.parts:
        if isinstance(part, _OF_A_CUT):
            draft.wrong("rate-table-and-cut", part.span, label=table.span)
            return


def beside_decided(draft: LoanDraft, decided: tree.RateDecided) -> None:
    """Where others decide the rate, the ruleset says nothing of it; only the points it goes by."""
    for part in draft.loan.parts:
        told = (*_OF_A_CUT, tree.BaseRate, tree.RateTable)
        if isinstance(part, told) and not isinstance(part, tree.RateMeasure):
            draft.wrong("rate-decided-and-said", part.span, label=decided.span)
            return


def _bands(written: Sequence[tree.LineBand], unit: Unit, scope: Scope) -> tuple[Band, ...] | None:
    found: list[Band] = []
    bounds: list[tuple[Number, Span]] = []
    for item in written:
        if not is_lower_bound(item.bounded, scope.reporter):
            return None
        lower = points_in(item.bounded.quantity, scope, signed=True)
        amount = in_unit(item.quantity, unit, scope)
        if lower is None or amount is None:
            return None
        found.append(Band(lower, item.bounded.comparison is Comparison.AT_LEAST, amount))
        bounds.append((lower, item.span))
    if not are_monotone(bounds, scope.reporter):
        return None
    return tuple(sorted(found, key=lambda band: band.lower))
