"""自 … 之日起, and nothing says for how long."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic


def validity_clock_without_validity(meaning: Meaning) -> Iterator[Diagnostic]:
    """A day from which time runs is of use where something lapses."""
    for clause in meaning.scoring:
        own = clause.validity
        if own is None or own.clock is None or own.rule is not None:
            continue
        accounts = [item for item in meaning.accounts if item.name in clause.accounts]
        if all(meaning.validity(clause, account) is None for account in accounts):
            yield diagnose("validity-clock-without-validity", own.origin)
