"""For which behaviours a condition can be true, and for which false."""

from msgspec import Struct

from pointrules.checking.resolve import Scope, key_of
from pointrules.syntax import tree


class Reach(Struct, frozen=True):
    """The behaviours for which a condition can be true, and those for which it can be false."""

    true: frozenset[str]
    false: frozenset[str]


def reach_of(condition: tree.Condition, scope: Scope) -> Reach | None:
    """None where a behaviour in it is not known."""
    return _reach(condition, scope, frozenset(scope.behaviours_by_name))


def _reach(condition: tree.Condition, scope: Scope, everything: frozenset[str]) -> Reach | None:
    match condition:
        case tree.BehaviourIs():
            names = [scope.behaviours.get(key_of(name.text)) for name in condition.behaviours]
            listed = frozenset(item.name for item in names if item is not None)
            if None in names:
                return None
            reach = Reach(listed, everything - listed)
            return Reach(reach.false, reach.true) if condition.is_negated else reach
        case tree.Not():
            inner = _reach(condition.item, scope, everything)
            return None if inner is None else Reach(inner.false, inner.true)
        case tree.And() | tree.Or():
            found = [_reach(item, scope, everything) for item in condition.items]
            parts = [item for item in found if item is not None]
            if len(parts) < len(found):
                return None
            trues = [part.true for part in parts]
            falses = [part.false for part in parts]
            if isinstance(condition, tree.And):
                return Reach(everything.intersection(*trues), frozenset().union(*falses))
            return Reach(frozenset().union(*trues), everything.intersection(*falses))
        case _:
            return Reach(everything, everything)


def names_behaviour(condition: tree.Condition) -> bool:
    """Whether a behaviour stands anywhere in it."""
    match condition:
        case tree.BehaviourIs():
            return True
        case tree.Not():
            return names_behaviour(condition.item)
        case tree.And() | tree.Or():
            return any(names_behaviour(item) for item in condition.items)
        case _:
            return False
