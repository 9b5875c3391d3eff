"""How a clause's value came about, so that anyone can check it by hand."""

from collections.abc import Mapping
from typing import assert_never

from msgspec.structs import replace

from pointrules.ledger.entry import Valuation
from pointrules.model.number import Number, number_text
from pointrules.model.scan import RunningSum
from pointrules.model.schedule import Banded, Progressive, Schedule, schedule_value
from pointrules.model.settlement import ByTally
from pointrules.model.unit import TIME, Unit
from pointrules.model.value import (
    ByAccount,
    ByRole,
    ByRunningSum,
    Constant,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
    Reached,
)
from pointrules.model.vocabulary import Attribute, AttributeValue, NumericType
from pointrules.report.headings import HEADINGS
from pointrules.report.wording_ladder import ladder_words
from pointrules.report.wording_period import this_window
from pointrules.report.wording_quantity import (
    amount_words,
    attribute_value_words,
    points_words,
    quantity_words,
)
from pointrules.report.wording_schedule import rounding_words, schedule_words
from pointrules.report.wording_settlement import by_tally_words
from pointrules.source.language import Language


def valuation_words(valuation: Valuation, language: Language) -> str:
    """Rule, points and what was read: `每满 1 小时 2 分 × 3 = 6 分（时长 3 小时）`."""
    inputs = dict(valuation.inputs)
    match valuation.value:
        case Constant() as constant:
            return _constant(constant, language)
        case PerQuantity() as quantity:
            return _per_quantity(quantity, inputs, language)
        case Lookup() as lookup:
            return _lookup(lookup, inputs, valuation.points, language)
        case ByRunningSum() as by_sum:
            return _running_sum(by_sum, valuation, language)
        case ByRole():
            role = " ".join(str(role) for role in inputs.values())
            return f"{role} {amount_words(valuation.points, language)}"
        case ByAccount():
            return amount_words(valuation.points, language)
        case Discretion() as discretion:
            return _discretion(discretion, valuation.points, language)
        case Ladder() as ladder:
            return ladder_words(ladder, valuation, language)
        case ByTally() as by_tally:
            return by_tally_words(by_tally, valuation, language)
        case _:
            assert_never(valuation.value)


def looked_up_words(valuation: Valuation, language: Language) -> str | None:
    """What a table was asked: `省级`, `区级、第一`; None where the value is no lookup."""
    if not isinstance(valuation.value, Lookup):
        return None
    inputs = dict(valuation.inputs)
    asked = (str(inputs[attribute.name]) for attribute in valuation.value.attributes)
    return HEADINGS[language].joint.join(asked)


def _constant(constant: Constant, language: Language) -> str:
    points = amount_words(constant.points, language)
    if constant.parameter is None:
        return points
    if language is Language.ZH:
        return f"{constant.parameter}（{points}）"
    return f"{constant.parameter} ({points})"


def _per_quantity(
    value: PerQuantity, inputs: Mapping[str, AttributeValue], language: Language
) -> str:
    attribute = value.attribute
    number = inputs[attribute.name]
    assert isinstance(number, Number), "points per quantity read a number"
    how = schedule_words(value.schedule, number, _unit(attribute), language)
    read = f"{attribute.name} {attribute_value_words(number, attribute, language)}"
    if isinstance(value.schedule, Progressive):
        how = f"累进：{how}" if language is Language.ZH else f"progressively: {how}"
    return f"{how}（{read}）" if language is Language.ZH else f"{how} ({read})"


def _lookup(
    value: Lookup, inputs: Mapping[str, AttributeValue], points: Number, language: Language
) -> str:
    given = tuple(str(inputs[attribute.name]) for attribute in value.attributes)
    joint = HEADINGS[language].joint
    names = joint.join(attribute.name for attribute in value.attributes)
    cell = joint.join(given)
    is_listed = any(row.values == given for row in value.rows)
    if language is Language.ZH:
        other = "" if is_listed else "（其余）"
        return f"按 {names}：{cell}{other} {amount_words(points, language)}"
    other = "" if is_listed else " (otherwise)"
    return f"by {names}: {cell}{other} {amount_words(points, language)}"


def _running_sum(value: ByRunningSum, valuation: Valuation, language: Language) -> str:
    running, transfer = valuation.running, value.scan.transfer
    assert running is not None, "such a value was made from a running sum"
    assert isinstance(transfer, RunningSum), "a running sum has a scan that sums"
    unit = TIME if transfer.attribute is None else _unit(transfer.attribute)
    name = "" if transfer.attribute is None else f" {transfer.attribute.name}"
    window = this_window(value.scan.window, language)
    before = quantity_words(running.before, unit, language)
    after = quantity_words(running.after, unit, language)
    due_before = amount_words(running.value_before, language)
    due_after = amount_words(running.value_after, language)
    this = amount_words(valuation.points, language)
    way = _way(transfer.schedule, value.reached, language)
    rounded = _sums_rounded(transfer.schedule, (running.before, running.after), language)
    if language is Language.ZH:
        sums = f"{way}：{window}累计{name} {before} → {after}"
        return f"{sums}，应得 {due_before} → {due_after}{rounded}，本次 {this}"
    count = "" if transfer.attribute is not None else " count"
    sums = f"{way}:{name}{count} {window} {before} → {after}"
    return f"{sums}, due {due_before} → {due_after}{rounded}, this {this}"


def _sums_rounded(schedule: Schedule, sums: tuple[Number, Number], language: Language) -> str:
    """`（舍去到 0.1 分）` where one of the two points due was rounded."""
    if isinstance(schedule, Banded) or schedule.rounding is None:
        return ""
    exact = replace(schedule, rounding=None)
    if all(schedule_value(schedule, number) == schedule_value(exact, number) for number in sums):
        return ""
    if language is Language.ZH:
        return f"（{rounding_words(schedule.rounding, '分', language)}）"
    return f" ({rounding_words(schedule.rounding, 'point', language)})"


def _way(schedule: Schedule, reached: Reached | None, language: Language) -> str:
    chinese = language is Language.ZH
    if isinstance(schedule, Progressive):
        return "累进" if chinese else "progressively"
    if isinstance(schedule, Banded):
        if reached is Reached.EACH:
            return "分档，各档累加" if chinese else "in steps, each step counts"
        return "分档，取最高档" if chinese else "in steps, only the highest step counts"
    return "累计" if chinese else "running total"


def _discretion(value: Discretion, points: Number, language: Language) -> str:
    size = amount_words(points, language)
    is_decided = value.lowest <= points <= value.highest
    if value.lowest < 0 < value.highest:
        return _mixed_discretion(value, points, language, is_decided=is_decided)
    is_loss = value.highest <= 0 and value.lowest < 0
    low, high = (-value.highest, -value.lowest) if is_loss else (value.lowest, value.highest)
    bounds = number_text(low)
    # Only a clause that another one goes before is asked without a decision.
    if language is Language.ZH:
        taken = "扣 " if is_loss else ""
        decided = f"{value.decider}裁量 {size}" if is_decided else f"{value.decider}没有裁量"
        return f"{decided}（{taken}{bounds} 到 {points_words(high, language)}）"
    taken = " off" if is_loss else ""
    decided = f"{value.decider} decided {size if is_decided else 'nothing'}"
    return f"{decided} ({bounds} to {points_words(high, language)}{taken})"


def _mixed_discretion(
    value: Discretion, points: Number, language: Language, *, is_decided: bool
) -> str:
    size = amount_words(points, language)
    most = points_words(-value.lowest, language), points_words(value.highest, language)
    if language is Language.ZH:
        decided = f"{value.decider}裁量 {size}" if is_decided else f"{value.decider}没有裁量"
        return f"{decided}（扣 {most[0]} 到 加 {most[1]}）"
    decided = f"{value.decider} decided {size if is_decided else 'nothing'}"
    return f"{decided} ({most[0]} off to {most[1]})"


def _unit(attribute: Attribute) -> Unit:
    assert isinstance(attribute.type, NumericType), "a schedule reads a numeric attribute"
    return attribute.type.unit
