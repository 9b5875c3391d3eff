"""Best-of together with a running sum."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.value import ByRunningSum


def best_of_with_running_sum(meaning: Meaning) -> Iterator[Diagnostic]:
    """A record under a running sum gets only what the sum grew by: there is no best among those."""
    for clause in meaning.scoring:
        if not isinstance(clause.value, ByRunningSum):
            continue
        category = meaning.category(clause.category)
        if clause.best_of is not None:
            yield diagnose("best-of-with-running-sum", clause.best_of.origin)
        elif meaning.groups_of(clause):
            yield diagnose("best-of-with-running-sum", meaning.groups_of(clause)[0].origin)
        elif category is not None and category.best_of is not None:
            yield diagnose("best-of-with-running-sum", meaning.number_span(clause))
