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
        category = meaning.category(clause.category)
        outer = [None if category is None else category.validity]
        outer += [item.validity for item in meaning.accounts if item.name in clause.accounts]
        if all(item is None or item.rule is None for item in outer):
            yield diagnose("validity-clock-without-validity", own.origin)
