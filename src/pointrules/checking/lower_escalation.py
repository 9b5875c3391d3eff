"""第 2 次起 加倍: repeats that weigh more."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.value_types import duration, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.clause import Escalation, EscalationStep
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.scan import Occurrences, Scan, WhileValid, Window
from pointrules.model.schedule import Banded, Linear
from pointrules.model.value import (
    ByRunningSum,
    Constant,
    Discretion,
    Lookup,
    PerQuantity,
    Value,
)
from pointrules.syntax import tree

_FIRST_REPEAT = 2


def lower_escalation(
    written: Sequence[tree.Escalation], value: Value | None, setting: ClauseSetting
) -> Escalation | None:
    """All steps of a clause count in one window, which the first of them names."""
    if not written:
        return None
    reporter = setting.scope.reporter
    first = written[0]
    if first.window is None:
        if setting.is_whole:
            reporter.report("escalation-without-window", first.span)
        return None
    if isinstance(value, ByRunningSum):
        reporter.report("escalation-with-running-sum", first.span)
        return None
    window = lower_window(first.window, setting)
    steps: list[EscalationStep] = []
    is_sound = True
    for item in written:
        if item.window is not None and window is not None and item is not first:
            other = lower_window(item.window, setting)
            if other is not None and other != window:
                label = Label(first.span, "first")
                reporter.report("escalation-of-two-windows", item.span, labels=(label,))
                is_sound = False
        step = _step(item, steps, first, setting)
        if step is None:
            is_sound = False
        else:
            steps.append(step)
    if window is None or not is_sound:
        return None
    if value is not None and _is_too_fine(value, steps, first, setting):
        return None
    of_kind = any(item.of_kind for item in written)
    scan = Scan(setting.owner, window, (), Occurrences(of_kind))
    return Escalation(scan, tuple(steps), first.span)


def lower_window(
    window: tree.Rolling | tree.Calendar | tree.StillValid, setting: ClauseSetting
) -> Window | None:
    """The stretch of time in which occurrences count; None after saying what is wrong."""
    if isinstance(window, tree.StillValid):
        return WhileValid()
    if isinstance(window, tree.Calendar):
        setting.scope.reporter.uses_period(window.period, window.span)
        return window.period
    count = whole_number(window.count, window.span, setting.scope)
    if count is not None and count <= 0:
        number = number_text(window.count)
        setting.scope.reporter.report("step-not-positive", window.span, number=number)
        return None
    return None if count is None else duration(count, window.unit, window.span, setting.scope)


def _step(
    item: tree.Escalation,
    before: Sequence[EscalationStep],
    first: tree.Escalation,
    setting: ClauseSetting,
) -> EscalationStep | None:
    reporter = setting.scope.reporter
    ordinal = whole_number(item.ordinal, item.span, setting.scope)
    if ordinal is None:
        return None
    if item.factor <= 0:
        reporter.report("escalation-factor", item.span, factor=number_text(item.factor))
        return None
    if ordinal < _FIRST_REPEAT or (before and ordinal <= before[-1].ordinal):
        labels = (Label(first.span, "first"),) if before else ()
        reporter.report("escalation-step-order", item.span, ordinal=str(ordinal), labels=labels)
        return None
    return EscalationStep(ordinal, item.factor)


def _is_too_fine(
    value: Value, steps: Sequence[EscalationStep], first: tree.Escalation, setting: ClauseSetting
) -> bool:
    """Whether a factor such as 1.5 makes more digits than an account has."""
    for step in steps:
        for amount in _amounts(value, setting):
            product = simplified(Fraction(amount) * step.factor)
            if not setting.fits(product, first.span):
                return True
    return False


def _amounts(value: Value, setting: ClauseSetting) -> Iterator[Number]:
    """Amounts of which every amount that the value can give is a sum or a multiple."""
    match value:
        case Constant(points):
            yield points
        case Lookup(_, rows, otherwise):
            yield from (row.points for row in rows)
            if otherwise is not None:
                yield otherwise
        case Discretion():
            yield from (account.precision for account in setting.accounts)
        case PerQuantity(_, Banded(bands, below)):
            yield from (band.value for band in bands)
            yield below
        case PerQuantity(_, Linear(_, _, per_step, True)):
            yield per_step
        case PerQuantity(_, schedule) if not isinstance(schedule, Banded):
            if schedule.rounding is not None:
                yield schedule.rounding.step
            else:
                yield from (account.precision for account in setting.accounts)
        case _:
            return
