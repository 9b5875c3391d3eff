"""加满 100 分 为止 of an account; 最低 and 最高, which say too little, of anything."""

from collections.abc import Sequence

from pointrules.checking.lower_account_period import PeriodSetting
from pointrules.checking.resolve import Scope
from pointrules.model.number import Number, number_text
from pointrules.syntax import tree


def lower_running_ceiling(setting: PeriodSetting, base: Number) -> tuple[Number | None, bool]:
    """The balance that awards stop at, and whether nothing is wrong with it."""
    parts = setting.account.parts
    written = next((part for part in parts if isinstance(part, tree.RunningCeiling)), None)
    if written is None:
        return None, True
    ceiling = setting.points(written.quantity)
    if ceiling is None:
        return None, False
    if ceiling < base:
        setting.scope.reporter.report(
            "ceiling-below-base",
            written.span,
            ceiling=number_text(ceiling),
            base=number_text(base),
        )
        return None, False
    return ceiling, True


def is_without_bare_bounds(parts: Sequence[object], scope: Scope, *, of_account: bool) -> bool:
    """Whether no part is 最低 or 最高, which do not say what they bound and when (R31)."""
    bare = [part for part in parts if isinstance(part, tree.BareBound)]
    for part in bare:
        of_balance = "bare-lowest" if part.is_lowest else "bare-highest"
        code = of_balance if of_account else "bare-bound"
        scope.reporter.report(code, part.span, points=number_text(part.quantity.number))
    return not bare
