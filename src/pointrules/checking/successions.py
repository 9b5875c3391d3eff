"""What carries counters from one edition to the next, and must be said where it is not plain."""

from collections.abc import Iterator, Mapping, Sequence

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.lineage import Lineage, lineages, owners_of
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.vocabulary import Vocabulary

_TERMS = {OwnerKind.CLAUSE: "clause", OwnerKind.CATEGORY: "category"}


def succession_mistakes(editions: Sequence[Ruleset]) -> Iterator[Diagnostic]:
    """Mistakes of 接续 and 重新起算 in editions that are in order of their first days."""
    for index, (ruleset, lineage) in enumerate(zip(editions, lineages(editions), strict=True)):
        if index == 0:
            continue
        yield from _unknown_predecessors(editions[index - 1], ruleset)
        yield from _other_matters(editions[:index], ruleset)
        yield from _shared(ruleset, lineage)


def _unknown_predecessors(before: Ruleset, ruleset: Ruleset) -> Iterator[Diagnostic]:
    there = set(owners_of(before))
    for succession in ruleset.successions:
        name, kind = succession.predecessor, succession.owner.kind
        if name is None or Owner(kind, name) in there:
            continue
        known = [owner.name for owner in there if owner.kind is kind]
        yield diagnose(
            "continues-unknown",
            succession.origin,
            kind=_TERMS[kind],
            name=name,
            version=before.edition.version,
            choices=suggest(name, sorted(known)),
        )


def _other_matters(earlier: Sequence[Ruleset], ruleset: Ruleset) -> Iterator[Diagnostic]:
    """A number that returns for other behaviours: do its counters go on, or begin afresh (R25)?

    A clause that was of a record and is now settled at a date, or the other way, is another one.
    """
    said = {succession.owner.name for succession in ruleset.successions}
    for clause in ruleset.clauses:
        if clause.number in said or not isinstance(clause, ScoringClause | SettlementClause):
            continue
        for before in reversed(earlier):
            old = next((item for item in before.clauses if item.number == clause.number), None)
            if old is None:
                continue
            if isinstance(old, ScoringClause | SettlementClause) and not _same_matter(
                old, before.vocabulary, clause, ruleset.vocabulary
            ):
                yield diagnose(
                    "clause-number-reused",
                    clause.origin,
                    clause=clause.number,
                    version=before.edition.version,
                    before=_matter(old),
                    after=_matter(clause),
                    labels=(Label(old.origin, "before"),),
                )
            break


def _matter(clause: ScoringClause | SettlementClause) -> str:
    if isinstance(clause, ScoringClause):
        return "、".join(clause.behaviours)
    return f"结算：{clause.text}" if clause.text is not None else "结算"


def _same_matter(
    old: ScoringClause | SettlementClause,
    old_words: Vocabulary,
    new: ScoringClause | SettlementClause,
    new_words: Vocabulary,
) -> bool:
    """Whether they are about the same behaviours, by whichever of their names."""
    if not isinstance(old, ScoringClause) or not isinstance(new, ScoringClause):
        return type(old) is type(new)
    before = [_names(name, old_words) for name in old.behaviours]
    after = [_names(name, new_words) for name in new.behaviours]
    return all(any(names & others for others in after) for names in before) and all(
        any(names & others for others in before) for names in after
    )


def _names(name: str, words: Vocabulary) -> frozenset[str]:
    behaviour = words.behaviour(name)
    return frozenset({name} if behaviour is None else {behaviour.name, *behaviour.aliases})


def _shared(ruleset: Ruleset, lineage: Mapping[Owner, Lineage]) -> Iterator[Diagnostic]:
    """Counters go on in one place: two clauses would use up each other's room unseen."""
    places = {Owner(OwnerKind.CLAUSE, item.number): item.origin for item in ruleset.clauses}
    places |= {Owner(OwnerKind.CATEGORY, item.name): item.origin for item in ruleset.categories}
    places |= {item.owner: item.origin for item in ruleset.successions}
    first: dict[Lineage, Owner] = {}
    for owner, line in lineage.items():
        other = first.setdefault(line, owner)
        if other is not owner:
            yield diagnose(
                "continued-twice",
                places[owner],
                kind=_TERMS[owner.kind],
                name=line[0].name,
                first=other.name,
                second=owner.name,
                labels=(Label(places[other], "first"),),
            )
