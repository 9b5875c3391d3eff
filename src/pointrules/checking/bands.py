"""Bands, as clauses, grades and credit lines have them: written rising or falling, never mixed."""

from collections.abc import Sequence

from pointrules.checking.reporter import Reporter
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.condition import Comparison
from pointrules.model.number import Number, number_text
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_LOWER_BOUNDS = (Comparison.AT_LEAST, Comparison.ABOVE)


def is_lower_bound(bounded: tree.Bounded, reporter: Reporter) -> bool:
    """A band says where it begins; where it ends, the next band says."""
    if bounded.comparison in _LOWER_BOUNDS:
        return True
    reporter.report("band-without-start", bounded.span)
    return False


def are_monotone(bounds: Sequence[tuple[Number, Span]], reporter: Reporter) -> bool:
    """Whether the bounds all rise or all fall; says of the first that does not."""
    seen: dict[Number, Span] = {}
    for number, span in bounds:
        if number in seen:
            label = Label(seen[number], "first")
            reporter.report("band-twice", span, number=number_text(number), labels=(label,))
            return False
        seen[number] = span
    numbers = [number for number, _ in bounds]
    falls = len(numbers) > 1 and numbers[1] < numbers[0]
    for before, (number, span) in zip(numbers, bounds[1:], strict=False):
        if (number < before) is not falls:
            reporter.report("bands-not-rising", span, lower=number_text(number))
            return False
    return True
