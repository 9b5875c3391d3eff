"""等级: bands of a measure with names."""

from pointrules.checking.bands import are_monotone, is_lower_bound
from pointrules.checking.lower_roll_up import lower_roll_up, refuse_roll_up
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.condition import Comparison
from pointrules.model.grade import Grade, GradeBand
from pointrules.model.number import Number
from pointrules.model.roll_up import RollUp
from pointrules.source.source_file import Span
from pointrules.syntax import tree


def measured_account(
    measured: tree.Measured, scope: Scope, *, of_members: bool = False
) -> Account | None:
    """The account whose measure is read; of members' only where that can be."""
    if not of_members and refuse_roll_up(measured, scope):
        return None
    scope.reporter.uses_measure(measured.measure, measured.span)
    key = scope.key(measured.account, "account")
    return None if key is None else scope.accounts.get(key)


def lower_grade(grade: tree.Grade, scope: Scope, *, is_whole: bool) -> Grade | None:
    """A grade; whoever reaches none of its bands has the level called 其余."""
    reporter = scope.reporter
    name = grade.name.text.strip()
    account = measured_account(grade.measured, scope, of_members=True)
    roll_up: RollUp | bool = False
    if account is not None:
        roll_up = lower_roll_up(grade.measured, account, scope, is_whole=is_whole)
    others = [band for band in grade.bands if isinstance(band, tree.OtherwiseBand)]
    for again in others[1:]:
        label = Label(others[0].span, "first")
        reporter.report("part-twice", again.span, part="otherwise", labels=(label,))
    if not others and is_whole:
        reporter.report("grade-otherwise-missing", grade.name.span, grade=name)
    bands = [band for band in grade.bands if isinstance(band, tree.Band)]
    if not bands and is_whole:
        reporter.report("grade-otherwise-only", grade.name.span, grade=name)
    found: list[GradeBand] = []
    bounds: list[tuple[Number, Span]] = []
    for band in bands:
        if not is_lower_bound(band.bounded, reporter):
            return None
        lower = points_in(band.bounded.quantity, scope, signed=True)
        if lower is None:
            return None
        inclusive = band.bounded.comparison is Comparison.AT_LEAST
        found.append(GradeBand(lower, inclusive, band.level.text.strip()))
        bounds.append((lower, band.span))
    if (
        account is None
        or roll_up is False
        or not others
        or not bands
        or not are_monotone(bounds, reporter)
    ):
        return None
    return Grade(
        name,
        account.name,
        grade.measured.measure,
        tuple(sorted(found, key=lambda band: band.lower)),
        others[0].level.text.strip(),
        grade.name.span,
        roll_up if isinstance(roll_up, RollUp) else None,
    )
