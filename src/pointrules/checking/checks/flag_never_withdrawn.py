"""A flag that lasts until it is withdrawn, and that no clause withdraws."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.flag import UntilCleared


def flag_never_withdrawn(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn of a state without a way out: a veto that never ends is a sentence for life.

    Nothing is said while a clause could not be understood: it may be the one.
    """
    if not meaning.has_all_sentences:
        return
    withdrawn = {clears.flag for clause in meaning.scoring for clears in clause.clears}
    told: set[str] = set()
    for opens in meaning.opened_flags():
        is_told = opens.flag in withdrawn | told
        if isinstance(opens.end, UntilCleared) and not is_told:
            told.add(opens.flag)
            yield diagnose("flag-never-withdrawn", opens.origin, flag=opens.flag)
