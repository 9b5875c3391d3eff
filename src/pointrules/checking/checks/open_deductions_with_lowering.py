"""A reset of gains only that excepts deductions, in an account that a flag lowers."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.account import PeriodEnd
from pointrules.model.flag import LowersPoints


def open_deductions_with_lowering(meaning: Meaning) -> Iterator[Diagnostic]:
    """Points that a repair gives back could turn the debt of a period's end into gains.

    The debt was carried whole, of gains only the open deductions would have been: which deductions
    went over could not be told any more.
    """
    lowering = [
        effect
        for flag in meaning.vocabulary.flags
        for effect in flag.effects
        if isinstance(effect, LowersPoints)
    ]
    for account in meaning.accounts:
        if account.open_flag is None or account.period_end is not PeriodEnd.RESET_POSITIVE:
            continue
        if any(account.name in (effect.accounts or (account.name,)) for effect in lowering):
            yield diagnose("open-deductions-with-lowering", account.origin, account=account.name)
