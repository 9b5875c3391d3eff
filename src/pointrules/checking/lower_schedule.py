"""Schedules of a number: per quantity, in steps, progressively."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from pointrules.checking.bands import are_monotone, is_lower_bound
from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_table import report_row
from pointrules.checking.operands import unreadable_attributes
from pointrules.checking.value_types import (
    above_zero,
    directed,
    in_unit,
    is_multiple,
    points_in,
    unit_of,
    unit_of_attribute,
)
from pointrules.model.condition import Comparison
from pointrules.model.number import Number, Rounding, number_text
from pointrules.model.scan import Direction, RunningSum, Scan
from pointrules.model.schedule import Band, Banded, Bracket, Linear, Progressive, Schedule
from pointrules.model.unit import TIME, Unit
from pointrules.model.value import ByRunningSum, PerQuantity, Reached
from pointrules.model.vocabulary import Attribute, NumericType
from pointrules.source.language import Language
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.spellings import spellings


def lower_rounding(
    rounding: tree.Rounding | None, setting: ClauseSetting
) -> tuple[Rounding | None, bool]:
    """The rounding, and whether it could be read; it is as coarse as every account at least."""
    if rounding is None:
        return None, True
    step = setting.points(rounding.quantity, Direction.GAIN)
    if step == 0:
        setting.scope.reporter.report(
            "precision-not-positive", rounding.quantity.span, precision=number_text(step)
        )
        return None, False
    return (None, False) if step is None else (Rounding(rounding.mode, step), True)


# ---- 每, 每满


def lower_per_quantity(
    effect: tree.PerQuantity, rounding: tree.Rounding | None, setting: ClauseSetting
) -> PerQuantity | None:
    """Points for every so much of the one attribute that has this unit."""
    scope = setting.scope
    unit = unit_of(effect.quantity.unit, effect.quantity.span, scope)
    attribute = None if unit is None else _attribute_of_unit(unit, effect.quantity.span, setting)
    per_step = _per_step(effect, setting)
    rounded, is_readable = lower_rounding(rounding, setting)
    if attribute is None or per_step is None or not is_readable:
        return None
    step = above_zero(effect.quantity, _unit(attribute), scope)
    if step is None:
        return None
    if effect.is_full:
        if rounding is not None:
            scope.reporter.report("rounding-without-fraction", rounding.span)
            return None
    elif rounding is None and not _is_surely_whole(attribute, step, per_step, setting):
        if setting.is_whole:
            scope.reporter.report("rounding-missing", effect.span, why="proportional-value")
        return None
    linear = Linear(0, step, per_step, effect.is_full, rounded)
    return PerQuantity(attribute, linear, effect.span)


def _per_step(effect: tree.PerQuantity, setting: ClauseSetting) -> Number | None:
    """In proportion, the amount of a step need not be fit for an account: its fractions are cut."""
    if effect.is_full:
        return setting.points(effect.amount, effect.direction)
    free = ClauseSetting(setting.number, setting.scope, setting.is_whole, setting.behaviours, ())
    return free.points(effect.amount, effect.direction)


def _unit(attribute: Attribute) -> Unit:
    if not isinstance(attribute.type, NumericType):
        raise TypeError(attribute)
    return attribute.type.unit


def _attribute_of_unit(unit: Unit, span: Span, setting: ClauseSetting) -> Attribute | None:
    """The one numeric attribute, common to all behaviours, that is counted in such a unit."""
    if setting.behaviours is None:
        return None
    shared: list[Attribute] = []
    for behaviour in setting.behaviours:
        fitting = [
            attribute
            for attribute in behaviour.attributes
            if isinstance(attribute.type, NumericType)
            and attribute.type.unit.dimension == unit.dimension
        ]
        names = tuple(attribute.name for attribute in fitting)
        if not fitting and unreadable_attributes(behaviour, setting.scope):
            return None
        if not fitting:
            setting.scope.reporter.report(
                "no-attribute-of-unit", span, behaviour=behaviour.name, unit=unit.symbol
            )
            return None
        if len(fitting) > 1:
            setting.scope.reporter.report(
                "which-attribute", span, behaviour=behaviour.name, unit=unit.symbol, choices=names
            )
            return None
        shared.append(fitting[0])
    first = shared[0]
    for other, behaviour in zip(shared[1:], setting.behaviours[1:], strict=True):
        if other.name != first.name:
            setting.scope.reporter.report(
                "attribute-not-of-behaviour",
                span,
                attribute=first.name,
                behaviour=behaviour.name,
                choices=(other.name,),
            )
            return None
    return first


def _is_surely_whole(
    attribute: Attribute | None, step: Number, per_step: Number, setting: ClauseSetting
) -> bool:
    """Whether what comes in whole numbers gives whole multiples of every account's precision."""
    if attribute is not None and not _unit(attribute).counted:
        return False
    each = Fraction(per_step) / step
    return all(is_multiple(each, account.precision) for account in setting.accounts)


# ---- 按 … 分档 加, 按 … 累进 加


class ValueTails(Struct, frozen=True):
    """What stands after an effect and belongs to its value."""

    rows: Sequence[tree.Row]
    rounding: tree.Rounding | None
    reached: tree.Reached | None
    steps: Sequence[tree.LadderStep]


def lower_running_sum(
    effect: tree.ByRunningSum, tails: ValueTails, setting: ClauseSetting
) -> PerQuantity | ByRunningSum | None:
    """Points by steps or brackets of one record's number, or of a running sum of numbers."""
    scope = setting.scope
    attribute: Attribute | None = None
    unit: Unit | None = TIME
    if effect.attribute is not None:
        attribute = setting.record_attribute(effect.attribute)
        if attribute is None:
            return None
        unit = unit_of_attribute(attribute, effect.attribute, scope)
    if unit is None:
        return None
    if effect.running is not None:
        scope.reporter.uses_period(effect.running.period, effect.running.span)
    elif attribute is None:
        scope.reporter.report("count-without-period", effect.span)
        return None
    schedule: Schedule | None
    if effect.is_progressive:
        if tails.reached is not None:
            report_reached(tails.reached, setting)
            return None
        schedule = _progressive(effect, attribute, unit, tails, setting)
    else:
        schedule = _banded(effect, unit, tails, setting)
    if schedule is None:
        return None
    if effect.running is None:
        if attribute is None:
            raise TypeError(effect)
        return PerQuantity(attribute, schedule, effect.span)
    if isinstance(schedule, Banded) and tails.reached is None:
        if setting.is_whole:
            words = (_written("HIGHEST_STEP"), _written("EACH_STEP"))
            scope.reporter.report("reached-missing", effect.span, choices=words)
        return None
    scan = Scan(setting.owner, effect.running.period, (), RunningSum(attribute, schedule))
    return ByRunningSum(scan, _reached(tails.reached), effect.span)


def lower_steps(
    effect: tree.ByRunningSum,
    attribute: Attribute | None,
    unit: Unit,
    tails: ValueTails,
    setting: ClauseSetting,
) -> Schedule | None:
    """Steps or brackets of a number that is read elsewhere, in `unit`."""
    if effect.is_progressive:
        return _progressive(effect, attribute, unit, tails, setting)
    return _banded(effect, unit, tails, setting)


def _written(terminal: str) -> str:
    return spellings().written(terminal, "", Language.ZH)


def report_reached(reached: tree.Reached, setting: ClauseSetting) -> None:
    """Say that there are no steps of which one could be reached."""
    word = _written("HIGHEST_STEP" if reached.is_highest else "EACH_STEP")
    setting.scope.reporter.report("reached-without-steps", reached.span, found=word)


def _reached(reached: tree.Reached | None) -> Reached | None:
    if reached is None:
        return None
    return Reached.HIGHEST if reached.is_highest else Reached.EACH


def _banded(
    effect: tree.ByRunningSum, unit: Unit, tails: ValueTails, setting: ClauseSetting
) -> Banded | None:
    is_sound = True
    below: Number = 0
    found: list[tuple[Band, Span]] = []
    for row in tails.rows:
        match row:
            case tree.StepRow():
                band = _band(row, effect.direction, unit, setting)
                if band is None:
                    is_sound = False
                else:
                    found.append((band, row.span))
            case tree.OtherwiseRow() if effect.running is None:
                points = (
                    0 if row.quantity is None else setting.points(row.quantity, effect.direction)
                )
                if points is None:
                    is_sound = False
                else:
                    below = points
            case _:
                report_row(row, setting)
                is_sound = False
    if tails.rounding is not None:
        setting.scope.reporter.report("rounding-without-fraction", tails.rounding.span)
        return None
    if not is_sound or not found:
        return None
    rising = _rising_bands(found, setting)
    if rising is None:
        return None
    if tails.reached is not None and not tails.reached.is_highest:
        rising = _totals(rising)
    return Banded(rising, below)


def _band(
    row: tree.StepRow, direction: Direction, unit: Unit, setting: ClauseSetting
) -> Band | None:
    if not is_lower_bound(row.bounded, setting.scope.reporter):
        return None
    lower = in_unit(row.bounded.quantity, unit, setting.scope)
    points = setting.points(row.quantity, direction)
    if lower is None or points is None:
        return None
    return Band(lower, row.bounded.comparison is Comparison.AT_LEAST, points)


def _rising_bands(
    found: Sequence[tuple[Band, Span]], setting: ClauseSetting
) -> tuple[Band, ...] | None:
    """Bands written rising or falling, but not mixed; stored rising."""
    if not are_monotone([(band.lower, span) for band, span in found], setting.scope.reporter):
        return None
    return tuple(sorted((band for band, _ in found), key=lambda band: band.lower))


def _totals(bands: tuple[Band, ...]) -> tuple[Band, ...]:
    total: Number = 0
    found = []
    for band in bands:
        total += band.value
        found.append(Band(band.lower, band.inclusive, total))
    return tuple(found)


def _progressive(
    effect: tree.ByRunningSum,
    attribute: Attribute | None,
    unit: Unit,
    tails: ValueTails,
    setting: ClauseSetting,
) -> Progressive | None:
    rounding = tails.rounding
    found: list[tuple[Bracket, Span]] = []
    is_sound = True
    for row in tails.rows:
        bracket = None
        if isinstance(row, tree.BracketRow):
            bracket = _bracket(row, effect.direction, unit, setting)
        else:
            report_row(row, setting)
        if bracket is None:
            is_sound = False
        else:
            found.append((bracket, row.span))
    rounded, is_readable = lower_rounding(rounding, setting)
    if not is_sound or not found or not is_readable:
        return None
    if not are_monotone([(bracket.start, span) for bracket, span in found], setting.scope.reporter):
        return None
    has_fraction = any(
        not bracket.full_steps
        and not _is_surely_whole(attribute, bracket.step, bracket.per_step, setting)
        for bracket, _ in found
    )
    if has_fraction and rounding is None:
        if setting.is_whole:
            setting.scope.reporter.report("rounding-missing", effect.span, why="proportional-value")
        return None
    if rounding is not None and all(bracket.full_steps for bracket, _ in found):
        setting.scope.reporter.report("rounding-without-fraction", rounding.span)
        return None
    brackets = sorted((bracket for bracket, _ in found), key=lambda bracket: bracket.start)
    return Progressive(tuple(brackets), rounded)


def _bracket(
    row: tree.BracketRow, direction: Direction, unit: Unit, setting: ClauseSetting
) -> Bracket | None:
    if not is_lower_bound(row.bounded, setting.scope.reporter):
        return None
    start = in_unit(row.bounded.quantity, unit, setting.scope)
    step = above_zero(row.step, unit, setting.scope)
    if row.is_full:
        points = setting.points(row.quantity, direction)
    else:
        points = points_in(row.quantity, setting.scope)
        points = None if points is None else directed(points, direction)
    if start is None or step is None or points is None:
        return None
    return Bracket(start, step, points, row.is_full)
