"""An award that can be had again and again, without a limit."""

from collections.abc import Iterator

from pointrules.checking.lower_limit import bounds_repeats
from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.period import Period
from pointrules.model.scan import Direction, RunningSum
from pointrules.model.schedule import Banded
from pointrules.model.settlement import ByTally
from pointrules.model.value import ByRunningSum, Ladder, Value


def limit_missing(meaning: Meaning) -> Iterator[Diagnostic]:
    """An award needs a limit of its own, of its category or of its accounts, or 不设上限.

    Without one a household could earn a year's points by sweeping the same yard every day. What
    bounds a single record bounds no repeats. Steps on the sum of a period are bounded by the last
    of them; deductions need no limit.
    """
    for clause in meaning.scoring:
        is_award = clause.value is not None and clause.direction is not Direction.LOSS
        if is_award and not clause.unlimited and not _is_limited(clause, meaning):
            yield diagnose("limit-missing", meaning.number_span(clause), clause=clause.number)
    for settled in meaning.settlements:
        # Each settlement gives once; what grows with a count or a sum has no end.
        is_open = isinstance(settled.value, ByTally) and not isinstance(
            settled.value.schedule, Banded
        )
        is_gain = settled.direction is Direction.GAIN
        if is_open and is_gain and not settled.unlimited and not _is_bounded(settled, meaning):
            yield diagnose("limit-missing", meaning.number_span(settled), clause=settled.number)


def _is_limited(clause: ScoringClause, meaning: Meaning) -> bool:
    if clause.last_counts is not None or _ends_by_itself(clause.value):
        return True
    return _is_bounded(clause, meaning)


def _is_bounded(clause: ScoringClause | SettlementClause, meaning: Meaning) -> bool:
    category = meaning.category(clause.category)
    limits = clause.limits if category is None else (*clause.limits, *category.limits)
    if any(bounds_repeats(limit, Direction.GAIN) for limit in limits):
        return True
    accounts = [account for account in meaning.accounts if account.name in clause.accounts]
    return bool(accounts) and all(
        account.running_ceiling is not None
        or any(bounds_repeats(limit, Direction.GAIN) for limit in account.limits)
        for account in accounts
    )


def _ends_by_itself(value: Value | None) -> bool:
    if isinstance(value, Ladder):
        return value.scan.window is Period.EVER and value.steps[-1].points == 0
    if not isinstance(value, ByRunningSum):
        return False
    transfer = value.scan.transfer
    return (
        isinstance(transfer, RunningSum)
        and isinstance(transfer.schedule, Banded)
        and value.scan.window is not Period.RECORD
    )
