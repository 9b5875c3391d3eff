"""Two clauses that one record can match, without a word on how they stand to each other."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from pointrules.checking.meaning import Meaning
from pointrules.checking.regions import Witness, common_record, witness_words
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.clause import ScoringClause

MOST_PAIRS = 20_000
"""Beyond so many pairs of clauses for one behaviour nothing is compared."""


def overlap_without_stacking(meaning: Meaning) -> Iterator[Diagnostic]:
    """Counting one act twice is a decision, and the village must take it: 可叠加, 取最高 or 优先于.

    Only clauses that give points can clash. Within a category or a group of which only the best
    counts, the word is said already.
    """
    by_behaviour: dict[str, list[ScoringClause]] = {}
    for clause in meaning.scoring:
        if clause.value is not None:
            for behaviour in clause.behaviours:
                by_behaviour.setdefault(behaviour, []).append(clause)
    order = {clause.number: index for index, clause in enumerate(meaning.scoring)}
    found: dict[tuple[str, str], Witness] = {}
    for behaviour, clauses in by_behaviour.items():
        if len(clauses) * (len(clauses) - 1) // 2 > MOST_PAIRS:
            continue
        for first, second in combinations(clauses, 2):
            pair = (first.number, second.number)
            if pair in found or first.number == second.number or _is_said(first, second, meaning):
                continue
            witness = common_record(first.condition, second.condition, behaviour)
            if witness is not None:
                found[pair] = witness
    by_number = {clause.number: clause for clause in meaning.scoring}
    for pair in sorted(found, key=lambda item: (order[item[1]], order[item[0]])):
        yield _overlap(by_number, pair, found[pair], meaning)


def _is_said(first: ScoringClause, second: ScoringClause, meaning: Meaning) -> bool:
    for one, other in ((first, second), (second, first)):
        if any(other.number in stacking.clauses for stacking in one.stacking):
            return True
    if any(second.number in group.clauses for group in meaning.groups_of(first)):
        return True
    category = meaning.category(first.category)
    return (
        first.category == second.category
        and category is not None
        and (category.best_of is not None)
    )


def _overlap(
    by_number: Mapping[str, ScoringClause],
    pair: tuple[str, str],
    witness: Witness,
    meaning: Meaning,
) -> Diagnostic:
    first, second = (by_number[number] for number in pair)
    return diagnose(
        "overlap-without-stacking",
        meaning.number_span(second),
        first=first.number,
        second=second.number,
        record=witness_words(witness),
        labels=(Label(meaning.number_span(first), "other"),),
    )
