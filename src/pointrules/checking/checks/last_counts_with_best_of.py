"""The last record counts, and the best one too."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label


def last_counts_with_best_of(meaning: Meaning) -> Iterator[Diagnostic]:
    """Of a clause whose last record counts, no category or group can count the best one."""
    for clause in meaning.scoring:
        if clause.last_counts is None:
            continue
        category = meaning.category(clause.category)
        others = [group.origin for group in meaning.groups_of(clause)]
        if category is not None and category.best_of is not None:
            others.append(category.origin)
        if others:
            yield diagnose(
                "last-counts-with-best-of",
                clause.last_counts.origin,
                labels=(Label(others[0], "other"),),
            )
