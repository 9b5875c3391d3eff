"""A settlement clause in a category of which only the best counts."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label


def best_of_with_settlement(meaning: Meaning) -> Iterator[Diagnostic]:
    """A settlement is of no matter, so that it can be neither the best of one nor lose to it."""
    for clause in meaning.settlements:
        category = meaning.category(clause.category)
        if category is not None and category.best_of is not None:
            yield diagnose(
                "best-of-with-settlement",
                meaning.number_span(clause),
                clause=clause.number,
                category=category.name,
                labels=(Label(category.best_of.origin, "other"),),
            )
