"""限: whom an account is for."""

from collections.abc import Iterator

from pointrules.checking.lower_condition import lower_offer_condition
from pointrules.checking.resolve import Scope
from pointrules.model.condition import Condition
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree


def lower_population(
    written: tree.Restriction | None, kind: SubjectKind, scope: Scope
) -> tuple[Condition | None, bool]:
    """The condition on a subject's facts, and whether it is sound.

    It is asked on the day of every record, so it cannot depend on what records lead to: flags,
    grades, points and other records.
    """
    if written is None:
        return None, True
    for leaf in _leaves(written.condition):
        if _reads_more_than_facts(leaf, scope):
            scope.reporter.report("population-beyond-facts", leaf.span)
            return None, False
    condition = lower_offer_condition(written.condition, kind, scope, reads_boards=False)
    return condition, condition is not None


def _leaves(condition: tree.Condition) -> Iterator[tree.Condition]:
    match condition:
        case tree.And(items) | tree.Or(items):
            for item in items:
                yield from _leaves(item)
        case tree.Not(item):
            yield from _leaves(item)
        case _:
            yield condition


def _reads_more_than_facts(leaf: tree.Condition, scope: Scope) -> bool:
    match leaf:
        case tree.Bare(name):
            return scope.is_of_kind(name, "flag")
        case tree.Is(name) | tree.Compares(name):
            return scope.is_of_kind(name, "grade")
        case tree.Occurred() | tree.BehaviourIs():
            return False  # these are told apart where conditions are lowered
        case _:
            return True
