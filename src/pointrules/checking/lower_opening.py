"""开放: the days on which an exchange is open."""

from pointrules.checking.parts import Parts
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import day_within_reach, in_unit, whole_number
from pointrules.model.number import Number, number_text
from pointrules.model.opening import (
    AlwaysOpen,
    OpenDays,
    OpenEdge,
    Opening,
    OpenSeason,
    OpenSpan,
    OpenWeekdays,
)
from pointrules.model.period import Period
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_LAST_DAY_NUMBER = 31
_SHORTEST = {
    Period.WEEK: 7,
    Period.MONTH: 28,
    Period.QUARTER: 90,
    Period.HALF_YEAR: 181,
    Period.YEAR: 365,
}
_KINDS = (
    tree.OpenAlways,
    tree.OpenDays,
    tree.OpenWeekdays,
    tree.OpenEdge,
    tree.OpenSeason,
    tree.OpenSpan,
)


def lower_openings(parts: Parts[tree.ExchangePart]) -> tuple[Opening, ...]:
    """All of them; none after saying that there is none."""
    written = [part for part in parts.parts if isinstance(part, _KINDS)]
    if not written:
        parts.missing("exchange-opening-missing")
    found = [_opening(part, parts) for part in written]
    known = tuple(item for item in found if item is not None)
    if len(known) < len(found):
        parts.is_sound = False
    return known


def _opening(part: tree.ExchangePart, parts: Parts[tree.ExchangePart]) -> Opening | None:
    match part:
        case tree.OpenDays(period, days, span):
            return _days(period, days, span, parts)
        case tree.OpenWeekdays(weekdays):
            return OpenWeekdays(weekdays)
        case tree.OpenEdge():
            return _edge(part, parts)
        case tree.OpenSeason(period, first, last, span):
            if period is not Period.YEAR:
                parts.wrong("opening-period", span)
                return None
            return OpenSeason(first, last)
        case tree.OpenSpan(first, last, span):
            return _span(tree.Day(first, span), tree.Day(last, span), parts)
        case _:
            return AlwaysOpen()


def _days(
    period: Period, days: tuple[Number, ...], span: Span, parts: Parts[tree.ExchangePart]
) -> OpenDays | None:
    if period is not Period.MONTH:
        parts.wrong("opening-period", span)
        return None
    found: list[int] = []
    for day in days:
        if not isinstance(day, int) or not 1 <= day <= _LAST_DAY_NUMBER:
            parts.wrong("opening-day", span, number=number_text(day))
            return None
        found.append(day)
    return OpenDays(tuple(found))


def _edge(part: tree.OpenEdge, parts: Parts[tree.ExchangePart]) -> OpenEdge | None:
    scope: Scope = parts.scope
    scope.reporter.uses_period(part.period, part.span)
    unit = scope.units["天"]
    number = in_unit(part.quantity, unit, scope)
    days = None if number is None else whole_number(number, part.quantity.span, scope)
    if days is None:
        return None
    longest = _SHORTEST.get(part.period)
    if longest is None:
        parts.wrong("opening-period", part.span)
        return None
    if not 1 <= days <= longest:
        parts.wrong("opening-day", part.span, number=str(days))
        return None
    return OpenEdge(part.period, days, part.at_end)


def _span(first: tree.Day, last: tree.Day, parts: Parts[tree.ExchangePart]) -> OpenSpan | None:
    if not (day_within_reach(first, parts.scope) and day_within_reach(last, parts.scope)):
        return None
    if last.day < first.day:
        parts.wrong("opening-backwards", first.span)
        return None
    return OpenSpan(first.day, last.day)
