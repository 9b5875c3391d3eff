"""按 成员平均 积分, 按 户主 积分: points of members, read for whom they belong to."""

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import above_zero
from pointrules.model.account import Account
from pointrules.model.number import Rounding
from pointrules.model.roll_up import RollUp, RollUpKind
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.unit import POINT
from pointrules.syntax import tree

_PLAIN = {
    SubjectKind.PERSON: SubjectKind.HOUSEHOLD,
    SubjectKind.HOUSEHOLD: SubjectKind.GROUP,
}
"""Whose members those of an account are, where the ruleset does not say."""
_BELONG_TO = {
    SubjectKind.PERSON: (SubjectKind.HOUSEHOLD, *COLLECTIVES),
    SubjectKind.HOUSEHOLD: COLLECTIVES,
}


def lower_roll_up(
    measured: tree.Measured, account: Account, scope: Scope, *, is_whole: bool
) -> RollUp | bool:
    """The roll-up of a measure; True where there is none, False after saying what is wrong."""
    report = scope.reporter.report
    rolled = measured.rolled
    if rolled is None:
        if measured.rounding is not None:
            report("rounding-without-fraction", measured.rounding.span)
            return False
        return True
    kind = RollUpKind(rolled.kind)
    if kind is RollUpKind.HEAD:
        if account.subject_kind is not SubjectKind.PERSON:
            report("head-of-no-person", rolled.span, account=account.name)
            return False
        if measured.rounding is not None:
            report("rounding-without-fraction", measured.rounding.span)
            return False
        return RollUp(kind, SubjectKind.HOUSEHOLD, None)
    wanted = rolled.subject_kind or _PLAIN.get(account.subject_kind)
    if wanted is None or wanted not in _BELONG_TO.get(account.subject_kind, ()):
        report("mean-of-no-members", rolled.span, account=account.name)
        return False
    if measured.rounding is None:
        if is_whole:
            report("mean-without-rounding", rolled.span)
        return False
    step = above_zero(measured.rounding.quantity, POINT, scope)
    if step is None:
        return False
    return RollUp(kind, wanted, Rounding(measured.rounding.mode, step))


def refuse_roll_up(measured: tree.Measured, scope: Scope) -> bool:
    """Whether a measure is read of members where only a subject's own can be; says so."""
    if measured.rolled is None:
        return False
    scope.reporter.report("roll-up-in-loan", measured.rolled.span)
    return True
