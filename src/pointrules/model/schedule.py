"""Schedules: a number in, a number out. One concept for clause values, rate cuts and credit lines.

`schedule_value` is the whole meaning; it is exact, and rounds only where the rule says so.
"""

from fractions import Fraction
from typing import TypeAlias, assert_never

from msgspec import Struct

from pointrules.model.number import Number, Rounding, simplified


class Linear(Struct, frozen=True):
    """`per_step` for every `step` above `start`, proportionally or for full steps only.

    Below `start` it gives 0. `per_step` may be negative: a deduction.
    """

    start: Number
    step: Number
    per_step: Number
    full_steps: bool
    rounding: Rounding | None


class Band(Struct, frozen=True):
    """From `lower` on (that number itself included if `inclusive`) the value is `value`."""

    lower: Number
    inclusive: bool
    value: Number


class Banded(Struct, frozen=True):
    """The value of the highest band reached; `below` where none is. Bands rise."""

    bands: tuple[Band, ...]
    below: Number


class Bracket(Struct, frozen=True):
    """From `start` up to the next bracket, `per_step` for every `step` of the part inside."""

    start: Number
    step: Number
    per_step: Number
    full_steps: bool


class Progressive(Struct, frozen=True):
    """Marginal brackets, as a tax has them: each part of the number at its own rate. They rise."""

    brackets: tuple[Bracket, ...]
    rounding: Rounding | None


Schedule: TypeAlias = Linear | Banded | Progressive


def schedule_value(schedule: Schedule, number: Number) -> Number:
    """The value of `schedule` at `number`."""
    match schedule:
        case Linear(start, step, per_step, full_steps, rounding):
            value = _steps(number - start, step, full_steps=full_steps) * per_step
            return _rounded(value, rounding)
        case Banded(bands, below):
            reached = below
            for band in bands:
                if number > band.lower or (band.inclusive and number == band.lower):
                    reached = band.value
            return reached
        case Progressive(brackets, rounding):
            total: Number = 0
            ends = [bracket.start for bracket in brackets[1:]]
            for index, bracket in enumerate(brackets):
                top = min(number, ends[index]) if index < len(ends) else number
                inside = _steps(top - bracket.start, bracket.step, full_steps=bracket.full_steps)
                total += inside * bracket.per_step
            return _rounded(total, rounding)
        case _:
            assert_never(schedule)


def _steps(amount: Number, step: Number, *, full_steps: bool) -> Number:
    if amount <= 0:
        return 0
    if full_steps:
        return amount // step
    return amount if step == 1 else Fraction(amount) / step


def _rounded(value: Number, rounding: Rounding | None) -> Number:
    return simplified(value) if rounding is None else rounding.of(value)
