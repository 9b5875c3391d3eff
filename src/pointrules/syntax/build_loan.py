"""The nodes of a loan (积分贷)."""

from typing import cast

from pointrules.model.number import Number, RoundingMode
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children


def _incentive(c: Children) -> tree.Loan:
    name, *parts = c.nodes()
    return tree.Loan(name, tuple(parts), c.span)


def _eligibility(c: Children) -> tree.Eligibility:
    nodes = c.nodes()
    return tree.Eligibility(nodes[0] if nodes else None, c.span)


def _base_rate(c: Children) -> tree.BaseRate:
    return tree.BaseRate(c.one(tree.Quantity), c.span)


def _rate_measure(c: Children) -> tree.RateMeasure:
    return tree.RateMeasure(c.measured(), c.span)


def _rate_start(c: Children) -> tree.RateStart:
    return tree.RateStart(c.one(tree.Quantity), c.span)


def _rate_cut(c: Children) -> tree.RateCut:
    step, cut = c.all(tree.Quantity)
    return tree.RateCut(c.has("PER_FULL"), step, cut, c.span)


def _in_proportion(c: Children) -> tree.InProportion:
    return tree.InProportion(c.span)


def _rate_rounding(c: Children) -> tree.RateRounding:
    mode = RoundingMode(str(c.token("ROUND").value))
    return tree.RateRounding(c.has("CUT"), mode, c.one(tree.Quantity), c.span)


def _largest_cut(c: Children) -> tree.LargestCut:
    return tree.LargestCut(c.one(tree.Quantity), c.span)


def _lowest_rate(c: Children) -> tree.LowestRate:
    return tree.LowestRate(c.one(tree.Quantity), c.span)


def _no_lowest_rate(c: Children) -> tree.NoLowestRate:
    return tree.NoLowestRate(c.one(tree.Text), c.span)


def _line_band(c: Children) -> tree.LineBand:
    *least, most = c.all(tree.Quantity)
    number = c.optional_token("NUMBER")
    if number is not None:
        least = [tree.Quantity(cast("Number", number.value), most.unit, c.span_of(number))]
    return tree.LineBand(c.one(tree.Bounded), least[0] if least else None, most, c.span)


def _rate_table(c: Children) -> tree.RateTable:
    return tree.RateTable(c.measured(), c.one(tree.LineBand), c.span)


def _rate_decided(c: Children) -> tree.RateDecided:
    return tree.RateDecided(c.one(tree.Text), c.span)


def _line_by_points(c: Children) -> tree.LineByPoints:
    return tree.LineByPoints(c.measured(), c.one(tree.LineBand), c.span)


def _line_decided(c: Children) -> tree.LineDecided:
    return tree.LineDecided(c.one(tree.Text), c.span)


def _validity(c: Children) -> tree.Validity:
    return tree.Validity(c.number(), c.span)


LOAN_BUILDERS: Builders = {
    "incentive": _incentive,
    "eligibility": _eligibility,
    "base_rate": _base_rate,
    "rate_measure": _rate_measure,
    "rate_start": _rate_start,
    "rate_cut": _rate_cut,
    "in_proportion": _in_proportion,
    "rate_rounding": _rate_rounding,
    "largest_cut": _largest_cut,
    "lowest_rate": _lowest_rate,
    "no_lowest_rate": _no_lowest_rate,
    "line_band": _line_band,
    "line_by_points": _line_by_points,
    "rate_table": _rate_table,
    "rate_decided": _rate_decided,
    "line_decided": _line_decided,
    "validity": _validity,
}
