"""The last record counts, and what it is let through lapses."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.clause import ScoringClause
from pointrules.model.validity import FixedValidity, Validity


def last_counts_with_validity(meaning: Meaning) -> Iterator[Diagnostic]:
    """Each entry would lapse on its own day, and the differences between them on others.

    After 5 and then 3 points the 5 lapse first: for some days the household would be 2 short.
    """
    for clause in meaning.scoring:
        if clause.last_counts is None:
            continue
        validity = next(filter(_lapses, _said(clause, meaning)), None)
        if validity is not None:
            yield diagnose(
                "last-counts-with-validity",
                clause.last_counts.origin,
                labels=(Label(validity.origin, "other"),),
            )


def _said(clause: ScoringClause, meaning: Meaning) -> Iterator[Validity]:
    """What holds for its entries: the nearest of clause, category and account."""
    category = meaning.category(clause.category)
    near = [clause.validity, None if category is None else category.validity]
    nearest = next((item for item in near if item is not None and item.rule is not None), None)
    if nearest is not None:
        yield nearest
        return
    for account in meaning.accounts:
        if account.name in clause.accounts and account.validity is not None:
            yield account.validity


def _lapses(validity: Validity) -> bool:
    return validity.rule != FixedValidity(None)
