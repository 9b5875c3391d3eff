"""Limits made ready: which can cut an amount of a sign, and which counters it moves."""

from collections.abc import Iterable

from msgspec import Struct

from pointrules.engine.scan import Counter, Counters
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number
from pointrules.model.period import MonthDay, Period
from pointrules.model.scan import Counted, Direction, LetThrough, OwnerKind

_SHORTEST_FIRST = (
    Period.RECORD,
    Period.DAY,
    Period.WEEK,
    Period.MONTH,
    Period.QUARTER,
    Period.HALF_YEAR,
    Period.YEAR,
    Period.EVER,
)


class LimitRule(Struct, frozen=True):
    """A limit with what it asks: its counter, or each record by itself, or the balance.

    `place` is that of its counter among those that move; None where it reads none. `refuses`
    whether it lets nothing through of what goes beyond it.
    """

    limit: Limit
    maximum: Number
    counts_times: bool
    refuses: bool
    place: int | None
    bounds_balance: bool


class Limits(Struct, frozen=True):
    """All limits that can cut an amount of one sign, and all counters that it moves.

    Limits stand so that of two equally tight ones the first is named; the counters are also those
    that only another edition asks.
    """

    limits: tuple[LimitRule, ...]
    counters: tuple[Counter, ...]


def limits_for(
    limits: Iterable[Limit],
    moved: Iterable[Counter],
    counters: Counters,
    year_start: MonthDay,
    sign: Direction,
) -> Limits:
    """Those for amounts of `sign`, GAIN or LOSS; of equal room the shorter period is named (R3)."""
    asked = tuple(
        counter
        for counter in moved
        if isinstance(counter.transfer, LetThrough)
        and counter.transfer.direction in (sign, Direction.NET)
    )
    slots = [counter.slot for counter in asked]
    rules: list[tuple[Period, LimitRule]] = []
    for limit in limits:
        scan, transfer = limit.scan, limit.scan.transfer
        if not isinstance(scan.window, Period) or not isinstance(transfer, LetThrough):
            msg = "a limit lets through so much a period"
            raise TypeError(msg)
        is_net = transfer.direction is Direction.NET and transfer.counted is Counted.POINTS
        if transfer.direction not in (sign, Direction.NET) or (is_net and sign is Direction.LOSS):
            continue
        # 合计最多, said of an account for good, bounds the balance itself (R1, R7).
        of_account = scan.owner.kind is OwnerKind.ACCOUNT
        bounds_balance = is_net and of_account and scan.window is Period.EVER
        place = (
            None if scan.window is Period.RECORD else slots.index(counters.slot(scan, year_start))
        )
        rule = LimitRule(
            limit=limit,
            maximum=transfer.maximum,
            counts_times=transfer.counted is Counted.TIMES,
            refuses=limit.beyond is Beyond.REFUSE,
            place=place,
            bounds_balance=bounds_balance,
        )
        rules.append((scan.window, rule))
    # The sort is stable: in one period the clause's limits stay before the category's.
    rules.sort(key=lambda pair: _SHORTEST_FIRST.index(pair[0]))
    return Limits(tuple(rule for _, rule in rules), asked)
