"""An account with its limits, and who enters points into it."""

from msgspec import Struct

from pointrules.engine.limit_rule import Limits, limits_for
from pointrules.engine.scan import Counters
from pointrules.model.account import Account
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Direction, Owner, OwnerKind
from pointrules.model.subject import SubjectKind


class AccountRule(Struct, frozen=True):
    """An account with its limits on gains and on losses; `bounds`: whether it can cut at all."""

    account: Account
    gains: Limits
    losses: Limits
    bounds: bool


class Holder(Struct, frozen=True):
    """A beneficiary: whose counters the candidate passes, and which accounts it enters.

    `household` is the one that points roll up to, into `household_accounts`; `role` is a party's;
    `person` is whose part it is, where 按人 keeps the members of a household apart.
    """

    kind: SubjectKind
    id: str
    household: str | None
    role: str | None
    accounts: tuple[AccountRule, ...]
    household_accounts: tuple[AccountRule, ...]
    person: str | None


def account_rule(account: Account, ruleset: Ruleset, counters: Counters) -> AccountRule:
    """The rule of `account` in `ruleset`, with the counters that it moves."""
    owner = Owner(OwnerKind.ACCOUNT, account.name)
    moved = counters.of_owners([owner])
    start = ruleset.year_start
    gains = limits_for(account.limits, moved, counters, start, Direction.GAIN)
    losses = limits_for(account.limits, moved, counters, start, Direction.LOSS)
    stops = account.running_floor is not None or account.running_ceiling is not None
    bounds = stops or bool(moved or account.limits)
    return AccountRule(account, gains, losses, bounds)
