"""Conditions joined into one, where each of them has its meaning."""

from collections.abc import Iterable, Sequence

from pointrules.model import condition as model
from pointrules.source.source_file import Span


def all_of(items: Iterable[model.Condition | None], span: Span) -> model.Condition | None:
    """All of `items`, None where one of them is missing."""
    found: list[model.Condition] = []
    for item in items:
        if item is None:
            return None
        found.append(item)
    return found[0] if len(found) == 1 else model.And(tuple(found), span)


def any_of(items: Sequence[model.Condition | None], span: Span) -> model.Condition | None:
    """At least one of `items`, None where one of them is missing."""
    found = tuple(item for item in items if item is not None)
    if len(found) < len(items):
        return None
    return found[0] if len(found) == 1 else model.Or(found, span)
