"""The nodes of conditions."""

from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import Comparison
from pointrules.model.measure import Measure
from pointrules.model.period import Period
from pointrules.model.review import RulingDate
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children
from pointrules.syntax.tokens import Token


def _situation(c: Children) -> tree.Situation:
    return tree.Situation(c.names()[0], c.all(tree.Pair), c.span)


def _pair(c: Children) -> tree.Pair:
    names = c.names()
    value: tree.PairValue
    if len(names) > 1:
        value = names[1]
    elif c.has("DATE"):
        value = c.day()
    elif c.has("YES", "NO"):
        value = tree.YesNo(c.has("YES"), c.span_of(c.token("YES", "NO")))
    else:
        value = c.nodes()[0]
    return tree.Pair(names[0], value, c.span)


def _bounded(c: Children) -> tree.Bounded:
    written = str(c.token("COMPARE", "BOUND").value)
    comparison = Comparison.AT_LEAST if written == "from" else Comparison(written)
    return tree.Bounded(comparison, c.one(tree.Quantity), c.span)


def _behaviour_is(c: Children) -> tree.BehaviourIs:
    return tree.BehaviourIs(c.names(), c.has("IS_NOT"), c.span)


def _is(c: Children) -> tree.Is:
    attribute, *values = (
        c.name_of(item) if isinstance(item, Token) else item
        for item in c.items
        if not isinstance(item, Token) or item.terminal == "NAME"
    )
    return tree.Is(attribute, tuple(values), c.has("IS_NOT"), c.span)


def _compares(c: Children) -> tree.Compares:
    names = c.names()
    bounded = c.optional(tree.Bounded)
    if bounded is not None:
        return tree.Compares(names[0], bounded.comparison, bounded.quantity, c.span)
    comparison = Comparison(str(c.token("COMPARE").value))
    return tree.Compares(names[0], comparison, names[1] if len(names) > 1 else c.day(), c.span)


def _days_after(c: Children) -> tree.DaysAfter:
    return tree.DaysAfter(c.one(tree.Quantity), c.span)


def _compares_days(c: Children) -> tree.ComparesDays:
    left, other = (
        c.name_of(item) if item.terminal == "NAME" else RulingDate(str(item.value))
        for item in c.items
        if isinstance(item, Token) and item.terminal in {"NAME", "DATE_KIND"}
    )
    comparison = Comparison(str(c.token("COMPARE").value))
    return tree.ComparesDays(left, comparison, other, c.optional(tree.DaysAfter), c.span)


def _occurred(c: Children) -> tree.Occurred:
    kind = RulingDate(str(c.token("DATE_KIND").value))
    return tree.Occurred(kind, Comparison(str(c.token("COMPARE").value)), c.day(), c.span)


def _none_of(c: Children) -> tree.NoneOf:
    this = c.optional_token("THIS")
    period = Period(str(this.value)) if this is not None else None
    return tree.NoneOf(period, c.names()[0], c.all(tree.Pair), c.span)


def _on_register(c: Children) -> tree.OnRegister:
    return tree.OnRegister(str(c.token("ON_REGISTER").value), c.span)


def _tally(c: Children) -> tree.Tally:
    behaviour, *summed = c.names()
    summed_up = summed[0] if summed else None
    is_share, is_mean = c.has("SHARE"), c.has("AVERAGE")
    return tree.Tally(behaviour, c.all(tree.Pair), summed_up, is_share, is_mean, c.span)


def _tallies(c: Children) -> tree.Tallies:
    return tree.Tallies(this_period(c), c.one(tree.Tally), c.one(tree.Bounded), c.span)


def this_period(c: Children) -> Period:
    """本月, 本年: the period in here."""
    return Period(str(c.token("THIS").value))


def _in_a_row(c: Children) -> tree.InARow:
    none_of = c.optional(tree.NoneOf)
    if none_of is not None:
        return tree.InARow(c.number(), span_of_time(c), none_of, c.span)
    tally, bounded = c.one(tree.Tally), c.one(tree.Bounded)
    each = tree.TallyIs(tally, bounded, tally.span.to(bounded.span))
    return tree.InARow(c.number(), span_of_time(c), each, c.span)


def span_of_time(c: Children) -> Period | None:
    """连续 3 次, 连续 2 年: None for times, else the period."""
    word = str(c.token("SPANS").value)
    return None if word == "times" else Period(word)


def _bare(c: Children) -> tree.Bare:
    return tree.Bare(c.names()[0], c.span)


def _measures(c: Children) -> tree.Measures:
    measure = Measure(str(c.token("MEASURE").value))
    at = c.optional_token("CLOSED_DAY")
    day = None if at is None else ClosedDay(str(at.value))
    return tree.Measures(c.names()[0], day, measure, c.one(tree.Bounded), c.span)


def _past_grade(c: Children) -> tree.PastGrade:
    levels = [
        c.name_of(item) if isinstance(item, Token) else item
        for item in c.items
        if isinstance(item, tree.Text) or (isinstance(item, Token) and item.terminal == "NAME")
    ][1:]
    compare = c.optional_token("COMPARE")
    comparison = None if compare is None else Comparison(str(compare.value))
    at = ClosedDay(str(c.token("CLOSED_DAY").value))
    return tree.PastGrade(c.names()[0], at, comparison, tuple(levels), c.has("IS_NOT"), c.span)


def _ranked(c: Children) -> tree.Ranked:
    return tree.Ranked(c.names()[0], c.number(), c.span)


def _not(c: Children) -> tree.Not:
    return tree.Not(c.nodes()[0], c.span)


def _and(c: Children) -> tree.And:
    return tree.And(c.nodes(), c.span)


def _or(c: Children) -> tree.Or:
    return tree.Or(c.nodes(), c.span)


CONDITION_BUILDERS: Builders = {
    "situation": _situation,
    "pair": _pair,
    "bounded": _bounded,
    "behaviour_is": _behaviour_is,
    "is_": _is,
    "is_not": _is,
    "compares": _compares,
    "compares_days": _compares_days,
    "days_after": _days_after,
    "occurred": _occurred,
    "none_of": _none_of,
    "on_register": _on_register,
    "tally": _tally,
    "tallies": _tallies,
    "in_a_row": _in_a_row,
    "bare": _bare,
    "measures": _measures,
    "ranked": _ranked,
    "past_compares": _past_grade,
    "past_is": _past_grade,
    "not_": _not,
    "and_": _and,
    "or_": _or,
}
