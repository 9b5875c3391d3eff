"""Limits: how much of an amount is let through, and by which limit it was cut."""

from collections.abc import Sequence

from pointrules.engine.account_rule import AccountRule
from pointrules.engine.candidate import Candidate
from pointrules.engine.limit_rule import LimitRule
from pointrules.engine.scan import Counter, ScanStates, StateKey
from pointrules.ledger.entry import Adjustment, StoppedAtCeiling, StoppedAtFloor
from pointrules.model.account import Account
from pointrules.model.limit import Limit
from pointrules.model.number import Number, simplified, size
from pointrules.model.scan import Counted, Direction, LetThrough

_NO_STATES = ScanStates()


def let_through_clause(candidate: Candidate, states: ScanStates) -> None:
    """Cut the amount by the limits of clause and category, and let their counters grow by it."""
    if not candidate.amount:
        return
    limits = candidate.rule.gains if candidate.amount > 0 else candidate.rule.losses
    keys = candidate.state_keys(limits.counters)
    _cut(candidate, limits.limits, keys, states, 0)
    _use(candidate, limits.counters, keys, states)


def let_through_account(
    candidate: Candidate, rule: AccountRule, states: ScanStates, balance: Number
) -> None:
    """The same for one account, where deductions may stop at a floor too."""
    if not candidate.amount:
        return
    limits = rule.gains if candidate.amount > 0 else rule.losses
    keys = candidate.state_keys_of_account(limits.counters)
    _cut(candidate, limits.limits, keys, states, balance)
    stop_at_ends(candidate, rule.account, balance)
    _use(candidate, limits.counters, keys, states)


def let_through_difference(candidate: Candidate, rule: AccountRule, balance: Number) -> None:
    """Keep a difference (以最后一次为准) within what bounds the balance.

    A deduction that a smaller one replaces gives points, of which the limits of the later record
    itself say nothing.
    """
    if candidate.amount > 0:
        bounds = [item for item in rule.gains.limits if item.bounds_balance]
        _cut(candidate, bounds, (), _NO_STATES, balance)
    stop_at_ends(candidate, rule.account, balance)


def _cut(
    candidate: Candidate,
    limits: Sequence[LimitRule],
    keys: Sequence[StateKey],
    states: ScanStates,
    balance: Number,
) -> None:
    """Cut the amount to the least room; a rejecting limit is asked first (R3, R5)."""
    before = candidate.amount
    asked = least = size(before)
    named: tuple[LimitRule, Number] | None = None
    rejects = False
    for rule in limits:
        counts_times = rule.counts_times
        if counts_times and candidate.is_raise:
            continue  # a matter that is raised is no new time (R6)
        if rule.bounds_balance:
            used = balance
        else:
            used = 0 if rule.place is None else states.total(keys[rule.place])
        room = rule.maximum - used
        if (room > 0) if counts_times else (asked <= room):
            continue
        room = 0 if counts_times or room < 0 else room
        if (rule.refuses and not rejects) or (rule.refuses == rejects and room < least):
            least, named, rejects = room, (rule, used), rule.refuses
    if named is None:
        return
    rule, used = named
    kept = 0 if rejects else simplified(least)
    candidate.amount = kept if before > 0 else -kept
    candidate.adjustments += (Adjustment(rule.limit, used, before, candidate.amount),)


def _use(
    candidate: Candidate,
    counters: Sequence[Counter],
    keys: Sequence[StateKey],
    states: ScanStates,
) -> None:
    """Let every counter grow by the amount that came out at the end (R3)."""
    amount = candidate.amount
    if not amount:
        return
    stands = candidate.stands
    for counter, key in zip(counters, keys, strict=True):
        used: Number
        if counter.counts_times:
            used = 0 if candidate.is_raise else 1
        else:
            used = amount if counter.is_net else size(amount)
        states.add(key, used)
        if stands is not None:
            stands.used.append((key, used))


def is_of_balance(adjustment: Adjustment) -> bool:
    """Whether what the rule had counted is the account's balance."""
    match adjustment.cause:
        case StoppedAtFloor() | StoppedAtCeiling():
            return True
        case Limit(scan=scan):
            transfer = scan.transfer
            return (
                isinstance(transfer, LetThrough)
                and transfer.direction is Direction.NET
                and transfer.counted is Counted.POINTS
            )
        case _:
            return False


def stop_at_ends(candidate: Candidate, account: Account, balance: Number) -> None:
    """Cut the amount where the account is empty (扣完为止) or full (加满 … 为止)."""
    if candidate.amount < 0:
        _stop_at_floor(candidate, account, balance)
    else:
        _stop_at_ceiling(candidate, account, balance)


def _stop_at_floor(candidate: Candidate, account: Account, balance: Number) -> None:
    """扣完为止: a deduction takes what there is above the floor, and never gives (R31)."""
    floor, before = account.running_floor, candidate.amount
    if floor is None:
        return
    takes = min(-before, max(balance - floor, 0))
    if takes != -before:
        candidate.amount = simplified(-takes)
        adjustment = Adjustment(StoppedAtFloor(account, floor), balance, before, candidate.amount)
        candidate.adjustments += (adjustment,)


def _stop_at_ceiling(candidate: Candidate, account: Account, balance: Number) -> None:
    """加满 … 为止: an award fills what there is below the ceiling, and never takes (R31)."""
    ceiling, before = account.running_ceiling, candidate.amount
    if ceiling is None:
        return
    gives = min(before, max(ceiling - balance, 0))
    if gives != before:
        candidate.amount = simplified(gives)
        cause = StoppedAtCeiling(account, ceiling)
        candidate.adjustments += (Adjustment(cause, balance, before, candidate.amount),)
