"""参数 that a village may set for itself: 可在 2 到 5 分 之间自定."""

from pointrules.checking.reporter import Reporter
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.number import number_text
from pointrules.syntax import tree


def check_adjustable(parameter: tree.Parameter, reporter: Reporter) -> None:
    """The range is in the parameter's unit, runs upwards, and holds the parameter's own value."""
    adjustable = parameter.adjustable
    if adjustable is None:
        return
    low, high = adjustable.lowest, adjustable.highest
    for end in (low, high):
        if not _same_unit(end, parameter.quantity, reporter):
            return
    if low.number > high.number:
        reporter.report(
            "range-reversed",
            low.span.to(high.span),
            first=number_text(low.number),
            last=number_text(high.number),
        )
        return
    _within(parameter, adjustable, reporter)


def adjusted(parameter: tree.Parameter, old: tree.Parameter, reporter: Reporter) -> bool:
    """Whether a village may give the template's parameter `old` this value; says why not."""
    label = Label(old.name.span, "template")
    if old.adjustable is None:
        name = old.name.text
        reporter.report("parameter-not-adjustable", parameter.name.span, name=name, labels=(label,))
        return False
    return _same_unit(parameter.quantity, old.quantity, reporter) and _within(
        parameter, old.adjustable, reporter
    )


def _same_unit(found: tree.Quantity, wanted: tree.Quantity, reporter: Reporter) -> bool:
    if found.unit and wanted.unit and found.unit != wanted.unit:
        reporter.report("unit-clash", found.span, found=found.unit, wanted=wanted.unit)
        return False
    return True


def _within(parameter: tree.Parameter, range_: tree.Adjustable, reporter: Reporter) -> bool:
    low, high = range_.lowest.number, range_.highest.number
    if low <= parameter.quantity.number <= high:
        return True
    reporter.report(
        "parameter-out-of-bounds",
        parameter.quantity.span,
        name=parameter.name.text,
        low=number_text(low),
        high=number_text(high),
        labels=(Label(range_.span, "range"),),
    )
    return False
