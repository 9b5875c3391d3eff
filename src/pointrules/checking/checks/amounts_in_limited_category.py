"""A clause with an amount for each account, whose category has one limit or best-of for all."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.value import ByAccount


def amounts_in_limited_category(meaning: Meaning) -> Iterator[Diagnostic]:
    """Nobody could say which account's points use the category's limit up."""
    for clause in meaning.scoring:
        if not isinstance(clause.value, ByAccount):
            continue
        shared = [(group.name, group.best_of.origin) for group in meaning.groups_of(clause)]
        category = meaning.category(clause.category)
        if category is not None:
            shared.extend((category.name, limit.origin) for limit in category.limits)
            if category.best_of is not None:
                shared.append((category.name, category.best_of.origin))
        for name, origin in shared[:1]:
            yield diagnose(
                "amounts-in-limited-category",
                clause.value.origin,
                category=name,
                labels=(Label(origin, "limit"),),
            )
