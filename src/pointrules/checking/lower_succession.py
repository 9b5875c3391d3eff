"""接续 and 重新起算: whose counters a clause or category goes on with in a new edition."""

from collections.abc import Iterator, Sequence

from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.succession import Succession
from pointrules.syntax import tree


def lower_successions(
    clauses: Sequence[tree.Clause], categories: Sequence[tree.Category], scope: Scope
) -> tuple[Succession, ...]:
    """What is said of them, each at most once; which numbers there were, other editions know."""
    said: list[tuple[Owner, Sequence[tree.Tail | tree.CategoryPart]]] = [
        (Owner(OwnerKind.CLAUSE, clause.number.text), clause.body.tails)
        for clause in clauses
        if isinstance(clause.body, tree.Sentence | tree.Settlement)
    ]
    said += [
        (Owner(OwnerKind.CATEGORY, category.name.text.strip()), category.parts)
        for category in categories
    ]
    return tuple(found for owner, parts in said for found in _of_one(owner, parts, scope))


def _of_one(
    owner: Owner, parts: Sequence[tree.Tail | tree.CategoryPart], scope: Scope
) -> Iterator[Succession]:
    found = [part for part in parts if isinstance(part, tree.Continues | tree.Afresh)]
    for again in found[1:]:
        label = Label(found[0].span, "first")
        scope.reporter.report("part-twice", again.span, part="succession", labels=(label,))
    for part in found[:1]:
        predecessor = part.predecessor.text if isinstance(part, tree.Continues) else None
        yield Succession(owner, predecessor and predecessor.strip(), part.span)
