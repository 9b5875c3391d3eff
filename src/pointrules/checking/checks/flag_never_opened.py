"""A clause that withdraws a flag which no clause opens."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic


def flag_never_opened(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn where a repair repairs nothing: the clause that opens the flag was forgotten.

    Nothing is said while a clause could not be understood: it may be the one.
    """
    if not meaning.has_all_sentences:
        return
    opened = {opens.flag for opens in meaning.opened_flags()}
    for clause in meaning.scoring:
        told: set[str] = set()
        for clears in clause.clears:
            if clears.flag not in opened | told:
                told.add(clears.flag)
                yield diagnose(
                    "flag-never-opened", clears.origin, clause=clause.number, flag=clears.flag
                )
