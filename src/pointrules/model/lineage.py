"""Whose counters are whose from one edition to the next (接续, 重新起算)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind

Lineage: TypeAlias = tuple[Owner, int]
"""Who had the counters first, and which edition in order they began with (0: no matter which)."""


def lineages(editions: Sequence[Ruleset]) -> tuple[Mapping[Owner, Lineage], ...]:
    """The lineage of every clause and category, edition by edition, in order of their first days.

    Number and name carry the counters on, also over an edition that leaves them out.
    """
    known: dict[Owner, Lineage] = {}
    found: list[Mapping[Owner, Lineage]] = []
    for index, ruleset in enumerate(editions):
        said = {succession.owner: succession for succession in ruleset.successions}
        own: dict[Owner, Lineage] = {}
        for owner in owners_of(ruleset):
            succession = said.get(owner)
            if succession is None:
                own[owner] = known.get(owner, (owner, 0))
            elif succession.predecessor is None:
                own[owner] = (owner, index)
            else:
                before = Owner(owner.kind, succession.predecessor)
                own[owner] = known.get(before, (before, 0))
        known |= own
        found.append(own)
    return tuple(found)


def owners_of(ruleset: Ruleset) -> Iterator[Owner]:
    """Its clauses and categories."""
    for clause in ruleset.clauses:
        yield Owner(OwnerKind.CLAUSE, clause.number)
    for category in ruleset.categories:
        yield Owner(OwnerKind.CATEGORY, category.name)
