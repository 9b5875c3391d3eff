"""What a clause gives."""

from typing import TypeAlias

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_amounts import lower_by_role
from pointrules.checking.lower_ladder import ladder_direction, lower_ladder
from pointrules.checking.lower_schedule import (
    ValueTails,
    lower_per_quantity,
    lower_running_sum,
    report_reached,
)
from pointrules.checking.lower_table import lower_table, report_row
from pointrules.model.number import number_text
from pointrules.model.scan import Direction
from pointrules.model.value import Constant, Discretion, Value
from pointrules.syntax import tree

GivesPoints: TypeAlias = (
    tree.Constant
    | tree.PerQuantity
    | tree.ByTable
    | tree.ByRunningSum
    | tree.ByRole
    | tree.Discretion
    | tree.LadderStep
    | tree.ByTally
)


def direction_of(effect: GivesPoints | tree.AccountAmount, tails: ValueTails) -> Direction:
    """Whether a clause gives or takes; NET where the decision may do either."""
    match effect:
        case tree.LadderStep():
            return ladder_direction((effect, *tails.steps))
        case tree.Discretion(_, lower, upper) if lower is not upper:
            return Direction.NET
        case _:
            return effect.direction


def lower_value(
    effect: GivesPoints,
    tails: ValueTails,
    setting: ClauseSetting,
) -> Value | None:
    """The value of an effect with its rows, its rounding and its word on steps."""
    is_sound = True
    if not isinstance(effect, tree.ByTable | tree.ByRunningSum | tree.ByRole | tree.ByTally):
        for row in tails.rows:
            report_row(row, setting)
            is_sound = False
    if tails.reached is not None and not isinstance(effect, tree.ByRunningSum):
        report_reached(tails.reached, setting)
        is_sound = False
    if tails.rounding is not None and not isinstance(effect, tree.PerQuantity | tree.ByRunningSum):
        setting.scope.reporter.report("rounding-without-fraction", tails.rounding.span)
        is_sound = False
    if tails.steps and not isinstance(effect, tree.LadderStep):
        setting.scope.reporter.report("ladder-step-without-ladder", tails.steps[0].span)
        is_sound = False
    value: Value | None
    match effect:
        case tree.Constant():
            value = _constant(effect, setting)
        case tree.PerQuantity():
            value = lower_per_quantity(effect, tails.rounding, setting)
        case tree.ByTable():
            value = lower_table(effect, tails.rows, setting)
        case tree.ByRunningSum():
            value = lower_running_sum(effect, tails, setting)
        case tree.ByRole():
            value = lower_by_role(effect, tails.rows, setting)
        case tree.Discretion():
            value = _discretion(effect, setting)
        case tree.LadderStep():
            value = lower_ladder((effect, *tails.steps), setting)
        case tree.ByTally():
            setting.scope.reporter.report("settlement-condition-elsewhere", effect.span)
            value = None
    return value if is_sound else None


def _constant(effect: tree.Constant, setting: ClauseSetting) -> Constant | None:
    points = setting.points(effect.amount, effect.direction)
    if points is None:
        return None
    parameter = effect.amount.name if isinstance(effect.amount, tree.ParameterUse) else None
    return Constant(points, parameter, effect.span)


def _discretion(effect: tree.Discretion, setting: ClauseSetting) -> Discretion | None:
    scope = setting.scope
    key = scope.key(effect.decider, "decider")
    decider = None if key is None else scope.deciders.get(key)
    is_mixed = effect.direction is not effect.upper_direction
    lower, upper = (
        (effect.direction, effect.upper_direction) if is_mixed else (Direction.GAIN, Direction.GAIN)
    )
    first = setting.points(effect.lowest, lower)
    last = setting.points(effect.highest, upper)
    if first is None or last is None or decider is None:
        return None
    if first > last:
        scope.reporter.report(
            "range-reversed",
            effect.lowest.span.to(effect.highest.span),
            first=number_text(first),
            last=number_text(last),
        )
        return None
    if effect.direction is Direction.LOSS and not is_mixed:
        return Discretion(decider, -last, -first, effect.span)
    return Discretion(decider, first, last, effect.span)
