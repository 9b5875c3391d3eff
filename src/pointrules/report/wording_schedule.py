"""Schedules at a number: which step, band or bracket it reaches, and the arithmetic."""

from fractions import Fraction
from typing import assert_never

from pointrules.model.number import Number, Rounding, RoundingMode, number_text, simplified
from pointrules.model.schedule import (
    Band,
    Banded,
    Bracket,
    Linear,
    Progressive,
    Schedule,
    schedule_value,
)
from pointrules.model.unit import Unit
from pointrules.report.wording_quantity import amount_words, quantity_words
from pointrules.source.language import Language

_ROUNDED = {
    Language.ZH: {
        RoundingMode.DOWN: "舍去到 {step}",
        RoundingMode.UP: "进位到 {step}",
        RoundingMode.HALF_UP: "四舍五入到 {step}",
    },
    Language.EN: {
        RoundingMode.DOWN: "rounded down to {step}",
        RoundingMode.UP: "rounded up to {step}",
        RoundingMode.HALF_UP: "rounded to the nearest {step}",
    },
}


def rounding_words(rounding: Rounding, unit: str, language: Language) -> str:
    """`舍去到 0.01 个百分点`."""
    step = number_text(rounding.step)
    return _ROUNDED[language][rounding.mode].format(step=f"{step} {unit}".rstrip())


def schedule_words(schedule: Schedule, number: Number, unit: Unit, language: Language) -> str:
    """How `schedule` values `number`: `每满 1 小时 2 分 × 3 = 6 分`."""
    match schedule:
        case Linear():
            return _linear(schedule, number, unit, language)
        case Banded():
            return _banded(schedule, number, unit, language)
        case Progressive():
            return _progressive(schedule, number, unit, language)
        case _:
            assert_never(schedule)


def _linear(schedule: Linear, number: Number, unit: Unit, language: Language) -> str:
    steps = _steps(number - schedule.start, schedule.step, full_steps=schedule.full_steps)
    raw = simplified(steps * schedule.per_step)
    words = (
        f"{_per(schedule, unit, language)} × {number_text(steps)} = {amount_words(raw, language)}"
    )
    if schedule.start != 0:
        words = f"{_from(schedule.start, unit, language)} {words}"
    return words + rounded_words(raw, schedule.rounding, language)


def _banded(schedule: Banded, number: Number, unit: Unit, language: Language) -> str:
    reached: Band | None = None
    for band in schedule.bands:
        if number > band.lower or (band.inclusive and number == band.lower):
            reached = band
    if reached is None:
        value = amount_words(schedule.below, language)
        return f"不到第一档，{value}" if language is Language.ZH else f"below all bands, {value}"
    value = amount_words(reached.value, language)
    return f"{band_edge(reached.lower, unit, language, inclusive=reached.inclusive)} {value}"


def _progressive(schedule: Progressive, number: Number, unit: Unit, language: Language) -> str:
    parts: list[str] = []
    total: Number = 0
    ends = [bracket.start for bracket in schedule.brackets[1:]]
    for index, bracket in enumerate(schedule.brackets):
        if index > 0 and number <= bracket.start:
            break
        top = min(number, ends[index]) if index < len(ends) else number
        steps = _steps(top - bracket.start, bracket.step, full_steps=bracket.full_steps)
        total += steps * bracket.per_step
        start = _from(bracket.start, unit, language)
        parts.append(f"{start} {_per(bracket, unit, language)} × {number_text(steps)}")
    total = simplified(total)
    sums = " + ".join(parts)
    return f"{sums} = {amount_words(total, language)}" + rounded_words(
        total, schedule.rounding, language
    )


def band_edge(lower: Number, unit: Unit, language: Language, *, inclusive: bool) -> str:
    """Where a band begins: `2 小时起`, `超过 2 小时`."""
    edge = quantity_words(lower, unit, language)
    if language is Language.ZH:
        return f"{edge}起" if inclusive else f"超过 {edge}"
    return f"from {edge}" if inclusive else f"above {edge}"


def _per(part: Linear | Bracket, unit: Unit, language: Language) -> str:
    step = quantity_words(part.step, unit, language)
    points = amount_words(part.per_step, language)
    if language is Language.ZH:
        return f"{'每满' if part.full_steps else '每'} {step} {points}"
    return f"{points} per {'full ' if part.full_steps else ''}{step}"


def _from(start: Number, unit: Unit, language: Language) -> str:
    edge = quantity_words(start, unit, language)
    return f"{edge}起" if language is Language.ZH else f"from {edge}"


def rounded_words(raw: Number, rounding: Rounding | None, language: Language) -> str:
    """`，舍去到 1 分 = 3 分`, or nothing where nothing is rounded."""
    if rounding is None or rounding.of(raw) == raw:
        return ""
    unit = "分" if language is Language.ZH else "point"
    joint = "，" if language is Language.ZH else ", "
    how = rounding_words(rounding, unit, language)
    return f"{joint}{how} = {amount_words(rounding.of(raw), language)}"


def _steps(amount: Number, step: Number, *, full_steps: bool) -> Number:
    # A schedule of one point a step tells the steps themselves: the one place that counts them.
    counting = Linear(0, step, 1, full_steps=full_steps, rounding=None)
    return schedule_value(counting, simplified(Fraction(amount)))
