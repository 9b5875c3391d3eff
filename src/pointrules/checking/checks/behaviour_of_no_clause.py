"""A behaviour that no clause mentions."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.clause import tallied_behaviours
from pointrules.model.condition import And, Condition, NoRecordOf, Not, Or
from pointrules.model.flag import UntilRecordOf
from pointrules.syntax import tree


def behaviour_of_no_clause(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn of a behaviour whose records would all end as matching no clause.

    Often a clause was forgotten, or says another name. Nothing is said while a clause could not be
    understood or is still to be settled (待定): it may be the one.
    """
    if any(isinstance(item.body, tree.Draft) for item in meaning.written.values()):
        return
    if not meaning.has_all_sentences or not (meaning.scoring or meaning.settlements):
        return
    used = {name for clause in meaning.scoring for name in clause.behaviours}
    conditions = [clause.condition for clause in meaning.scoring]
    conditions += [loan.eligibility for loan in meaning.incentives if loan.eligibility is not None]
    for condition in conditions:
        used.update(_absent(condition))
    for settlement in meaning.settlements:
        used.update(tallied_behaviours(settlement))
    for opens in meaning.opened_flags():
        if isinstance(opens.end, UntilRecordOf):
            used.update(opens.end.behaviours)
    for behaviour in meaning.vocabulary.behaviours:
        if behaviour.name not in used:
            yield diagnose("behaviour-of-no-clause", behaviour.origin, behaviour=behaviour.name)


def _absent(condition: Condition) -> Iterator[str]:
    """The behaviours of which it matters that there is no record."""
    match condition:
        case And(items) | Or(items):
            for item in items:
                yield from _absent(item)
        case Not(item):
            yield from _absent(item)
        case NoRecordOf(behaviour):
            yield behaviour
        case _:
            return
