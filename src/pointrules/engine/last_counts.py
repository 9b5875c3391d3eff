"""以最后一次为准: the later record takes the place of the one before it.

The former is taken back first, with the room and the times that it used; then the later one passes
all limits as if it were the only one. Its entry is the difference.
"""

from pointrules.engine import limit
from pointrules.engine.account_rule import AccountRule
from pointrules.engine.candidate import Candidate
from pointrules.engine.scan import ScanStates, Stood
from pointrules.ledger.entry import Adjustment, PrecededBy
from pointrules.model.account import Account
from pointrules.model.number import Number, simplified


def take_back(candidate: Candidate, states: ScanStates) -> None:
    """Let the counters forget what the record that stood before was let through."""
    rule, record = candidate.rule, candidate.record
    if any(isinstance(item.cause, PrecededBy) for item in candidate.adjustments):
        return  # it does not count, so the one before stands
    if rule.last_counts is not None:
        _, counter = rule.last_counts
        (key,) = candidate.state_keys([counter])
        stood = states.stood.get(key)
        if stood is not None:
            for used, amount in stood.used:
                states.add(used, -amount)
            candidate.taken_back = stood
    now = Stood(record.id)
    candidate.stands = now
    for key in candidate.state_keys(rule.lasts):
        states.stood[key] = now


def stood(candidate: Candidate, account: Account) -> Number:
    """What the record that is taken back has in `account`."""
    before = candidate.taken_back
    return 0 if before is None else before.let_through.get(account.name, 0)


def enter_difference(candidate: Candidate, of_account: AccountRule, balance: Number) -> None:
    """Leave of the amount what it is above the record before; no end of the account is passed.

    What stands afterwards is what is in the account: where the floor keeps something of the record
    before, that is still there.
    """
    before, rule, now = candidate.taken_back, candidate.rule.last_counts, candidate.stands
    assert now is not None, "a record that is not measured leaves nothing behind"
    account = of_account.account
    was = stood(candidate, account)
    if before is not None and rule is not None and was:
        amount = candidate.amount
        candidate.amount = simplified(amount - was)
        cause = rule[0]
        adjustment = Adjustment(cause, was, amount, candidate.amount, before.record_id)
        candidate.adjustments += (adjustment,)
        limit.let_through_difference(candidate, of_account, balance)
    now.let_through[account.name] = simplified(was + candidate.amount)
