"""Points that lapse, in an account that settles them in another way."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.exchange import Exchange
from pointrules.model.flag import LowersPoints
from pointrules.model.limit import Limit
from pointrules.model.period import Period
from pointrules.model.scan import Direction, LetThrough
from pointrules.model.validity import FixedValidity
from pointrules.source.source_file import Span


def validity_in_closing_account(meaning: Meaning) -> Iterator[Diagnostic]:
    """What lapses must not have been taken away before, nor be kept from going (R38).

    +10, reset −10, lapsed −10 would leave −10. A floor, a ceiling or a net limit that acted on the
    points would be left as wrong once they go.
    """
    told: set[tuple[Span, str]] = set()
    clauses: tuple[ScoringClause | SettlementClause, ...]
    clauses = (*meaning.scoring, *meaning.settlements)
    for clause in clauses:
        for account in meaning.accounts:
            if account.name not in clause.accounts:
                continue
            validity = meaning.validity(clause, account)
            if validity is None or validity.rule == FixedValidity(None):
                continue
            why = _settles(account, meaning)
            if why is None or (validity.origin, account.name) in told:
                continue
            told.add((validity.origin, account.name))
            yield diagnose(
                "validity-in-closing-account",
                validity.origin,
                account=account.name,
                why=why,
                labels=(Label(account.origin, "account"),),
            )


def _settles(account: Account, meaning: Meaning) -> str | None:
    """How the account takes away or keeps points itself, as a word of the table of terms."""
    if account.period_end in {PeriodEnd.RESET, PeriodEnd.RESET_POSITIVE}:
        return "is-reset"
    if account.carry is not None:
        return "is-carried-in-part"
    if account.closing_floor is not None or account.closing_ceiling is not None:
        return "is-raised-or-lowered"
    if account.running_floor is not None:
        return "stops-at-floor"
    if account.running_ceiling is not None:
        return "stops-at-ceiling"
    if any(_bounds_balance(limit) for limit in account.limits):
        return "is-bounded"
    lowering = (effect for flag in meaning.vocabulary.flags for effect in flag.effects)
    if any(
        isinstance(effect, LowersPoints) and account.name in (effect.accounts or (account.name,))
        for effect in lowering
    ):
        return "is-lowered-by-flag"
    spending = (item for item in meaning.incentives if isinstance(item, Exchange))
    return "is-spent" if any(account.name in item.accounts for item in spending) else None


def _bounds_balance(limit: Limit) -> bool:
    transfer = limit.scan.transfer
    is_net = isinstance(transfer, LetThrough) and transfer.direction is Direction.NET
    return is_net and limit.scan.window is Period.EVER
