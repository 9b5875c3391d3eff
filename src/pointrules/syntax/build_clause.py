"""The nodes of a clause (条): its kind, its guard, and to whom its points go."""

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from pointrules.model.measure import Measure
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.build_condition import span_of_time
from pointrules.syntax.children import Builders, Children, Node
from pointrules.syntax.tokens import Token


def build_clause(c: Children) -> tree.Clause:
    """A clause, or one that stands in another's place."""
    body = c.optional(tree.Unscored, tree.Manual, tree.Draft, tree.Settlement)
    head = [item for item in c.items if isinstance(item, tree.Text | Token)]
    category = None
    for before, item in pairwise(head):
        if isinstance(before, Token) and before.terminal == "INTO":
            category = c.name_of(cast("Token", item))
    if body is None:
        guard = c.one(
            tree.SituationGuard, tree.AnyGuard, tree.WhenGuard, tree.PointsGuard, tree.StreakGuard
        )
        position = list(c.items).index(guard)
        rest = [item for item in c.items[position + 1 :] if not isinstance(item, Token)]
        body = _sentence(c, cast("tree.Guard", guard), rest)
    return tree.Clause(
        c.clause_numbers()[0],
        next((item for item in c.items[:4] if isinstance(item, tree.Text)), None),
        category,
        cast("tree.Unscored | tree.Manual | tree.Draft | tree.Sentence | tree.Settlement", body),
        c.span,
    )


def _sentence(c: Children, guard: tree.Guard, rest: Sequence[Node]) -> tree.Sentence:
    effect, *tails = rest
    return tree.Sentence(
        guard, effect, tuple(tails), Span(c.file, guard.span.start, rest[-1].span.end)
    )


def _streak_guard(c: Children) -> tree.StreakGuard:
    return tree.StreakGuard(c.number(), span_of_time(c), c.one(tree.Situation), c.span)


def _unscored(c: Children) -> tree.Unscored:
    return tree.Unscored(c.optional(tree.Text), c.span)


def _manual(c: Children) -> tree.Manual:
    return tree.Manual(c.optional(tree.ByWhom), c.optional(tree.Text), c.span)


def _by_whom(c: Children) -> tree.ByWhom:
    return tree.ByWhom(c.optional(tree.Text) or c.names()[0], c.span)


def _draft(c: Children) -> tree.Draft:
    return tree.Draft(c.optional(tree.Text), c.span)


def _situation_guard(c: Children) -> tree.SituationGuard:
    situation, *conditions = c.nodes()
    return tree.SituationGuard(situation, tuple(conditions), c.span)


def _any_guard(c: Children) -> tree.AnyGuard:
    return tree.AnyGuard(c.all(tree.Situation), c.span)


def _when_guard(c: Children) -> tree.WhenGuard:
    return tree.WhenGuard(c.nodes()[0], c.span)


def _points_guard(c: Children) -> tree.PointsGuard:
    measure = Measure(str(c.token("MEASURE").value))
    return tree.PointsGuard(c.names()[0], measure, c.one(tree.Bounded), c.span)


def _given_to(c: Children) -> tree.GivenTo:
    receivers: list[tree.Receiver] = []
    for item in c.items:
        if isinstance(item, Token) and item.terminal in _RECEIVERS:
            word = "head" if item.terminal == "HEAD" else str(item.value)
            who = c.name_of(item) if item.terminal == "NAME" else word
            receivers.append(tree.Receiver(who, c.span_of(item)))
    first_only = any(isinstance(item, Token) and item.terminal == "OR" for item in c.items)
    return tree.GivenTo(tuple(receivers), first_only, c.span)


_RECEIVERS = frozenset({"OWN", "HEAD", "RELATIVE", "NAME"})


def _multiplied(c: Children) -> tree.Multiplied:
    names = c.names()
    return tree.Multiplied(names[0] if names else None, c.span)


def _adds(c: Children) -> tree.Adds:
    return tree.Adds(c.clause_numbers(), c.span)


def _precedes(c: Children) -> tree.Precedes:
    return tree.Precedes(c.clause_numbers(), c.span)


CLAUSE_BUILDERS: Builders = {
    "clause": build_clause,
    "streak_guard": _streak_guard,
    "unscored": _unscored,
    "manual": _manual,
    "by_whom": _by_whom,
    "draft": _draft,
    "situation_guard": _situation_guard,
    "any_guard": _any_guard,
    "when_guard": _when_guard,
    "points_guard": _points_guard,
    "given_to": _given_to,
    "multiplied": _multiplied,
    "adds": _adds,
    "precedes": _precedes,
}
