"""第 1 次 警告，第 2 次 扣 5 分，第 3 次起 每次 扣 10 分: points by ordinal."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_escalation import lower_window
from pointrules.checking.value_types import whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.number import Number, number_text
from pointrules.model.period import Period
from pointrules.model.scan import Direction, Occurrences, Scan
from pointrules.model.value import Ladder, OrdinalStep
from pointrules.syntax import tree


def ladder_direction(steps: Sequence[tree.LadderStep]) -> Direction:
    """What the first step that gives points does; both ways are refused."""
    return next((step.direction for step in steps if step.direction is not None), Direction.LOSS)


def lower_ladder(written: Sequence[tree.LadderStep], setting: ClauseSetting) -> Ladder | None:
    """Every occurrence has its step: the first is the first, none is left out, the last goes on."""
    report = setting.scope.reporter.report
    first = written[0]
    window = Period.EVER if first.window is None else lower_window(first.window, setting)
    steps: list[OrdinalStep] = []
    is_sound = window is not None
    for index, item in enumerate(written):
        if item.window is not None and index and window is not None:
            other = lower_window(item.window, setting)
            if other is not None and other != window:
                labels = (Label(first.span, "first"),)
                report("escalation-of-two-windows", item.span, labels=labels)
                is_sound = False
        before = written[index - 1] if index else None
        ordinal = _ordinal(item, before, steps, setting)
        points = _points(item, setting)
        if ordinal is None or points is None:
            is_sound = False
            continue
        steps.append(OrdinalStep(ordinal, points, item.is_warning))
    if not is_sound or window is None:
        return None
    if not _is_of_one_direction(written, setting):
        return None
    if not written[-1].is_onward:
        if setting.is_whole:
            last = number_text(written[-1].ordinal)
            report("ladder-end-missing", written[-1].span, ordinal=last)
        return None
    of_kind = any(step.of_kind for step in written)
    scan = Scan(setting.owner, window, (), Occurrences(of_kind))
    return Ladder(scan, tuple(steps), first.span.to(written[-1].span))


def _ordinal(
    item: tree.LadderStep,
    before: tree.LadderStep | None,
    steps: Sequence[OrdinalStep],
    setting: ClauseSetting,
) -> int | None:
    report = setting.scope.reporter.report
    ordinal = whole_number(item.ordinal, item.span, setting.scope)
    if ordinal is None or (before is not None and not steps):
        return None
    last = steps[-1].ordinal if steps else 0
    if ordinal <= last:
        labels = () if before is None else (Label(before.span, "first"),)
        report("ladder-order", item.span, ordinal=str(ordinal), labels=labels)
        return None
    if ordinal > last + 1 and (before is None or not before.is_onward):
        report("ladder-gap", item.span, missing=str(last + 1))
        return None
    return ordinal


def _points(item: tree.LadderStep, setting: ClauseSetting) -> Number | None:
    if item.amount is None or item.direction is None:
        return 0
    return setting.points(item.amount, item.direction)


def _is_of_one_direction(written: Sequence[tree.LadderStep], setting: ClauseSetting) -> bool:
    report = setting.scope.reporter.report
    signed = [step for step in written if step.direction is not None]
    if not signed:
        if setting.is_whole:
            report("ladder-without-points", written[0].span)
        return False
    other = next((step for step in signed if step.direction is not signed[0].direction), None)
    if other is not None:
        labels = (Label(signed[0].span, "other"),)
        report("ladder-of-both-signs", other.span, labels=labels)
        return False
    return True
