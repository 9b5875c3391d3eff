"""自设: how many clauses of its own a village may have, and how much each may give or take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in, whole_number
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.clause import (
    Clause,
    DraftClause,
    ManualClause,
    ScoringClause,
    SettlementClause,
    UnscoredClause,
)
from pointrules.model.flag import Flag
from pointrules.model.number import Number, number_text, size
from pointrules.model.overlay import Allowance
from pointrules.model.scan import Counted, Direction, LetThrough
from pointrules.model.settlement import ByTally
from pointrules.model.trigger import TriggerClause
from pointrules.model.value import ByAccount, ByRole, Constant, Discretion, Ladder, Lookup, Value
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_SIGNS = (Direction.GAIN, Direction.LOSS)
_OPENS_FLAGS = (ScoringClause, SettlementClause, TriggerClause)
_TERMS = {None: "clause", Direction.GAIN: "award", Direction.LOSS: "deduction"}


class OwnBounds(Struct, frozen=True):
    """What the template allows; a direction that is not there is not bounded by itself."""

    origin: Span
    counts: Mapping[Direction | None, int]
    amounts: Mapping[Direction, Number]


def lower_own_clauses(block: tree.OwnClauses, scope: Scope) -> OwnBounds:
    """The bounds, after saying what is wrong with them."""
    counts: dict[Direction | None, int] = {}
    amounts: dict[Direction, Number] = {}
    first: dict[tuple[str, Direction | None], Span] = {}
    for part in block.parts:
        if isinstance(part, tree.OwnUnbounded):
            continue
        word = "own-count" if isinstance(part, tree.OwnCount) else "own-amount"
        before = first.setdefault((word, part.direction), part.span)
        if before is not part.span:
            labels = (Label(before, "first"),)
            scope.reporter.report("part-twice", part.span, part=word, labels=labels)
        elif isinstance(part, tree.OwnCount):
            count = whole_number(part.number, part.span, scope)
            counts[part.direction] = count or 0
        else:
            points = points_in(part.quantity, scope) or 0
            directions = [part.direction] if part.direction is not None else list(_SIGNS)
            amounts |= dict.fromkeys(directions, points)
    return OwnBounds(block.span, counts, amounts)


def own_clause_mistakes(
    clauses: Iterable[Clause],
    flags: Iterable[Flag],
    own: Mapping[str, tree.Clause],
    bounds: OwnBounds | None,
) -> Iterator[Diagnostic]:
    """Own clauses that the template does not allow: any, so many, or with so many points.

    Clauses that give no points are free: nobody is worse off by them.
    """
    scored = [clause for clause in clauses if clause.number in own and _gives_points(clause)]
    if bounds is None:
        for clause in scored[:1]:
            yield diagnose(
                "own-clauses-not-allowed", own[clause.number].number.span, clause=clause.number
            )
        return
    for allowance in allowances(scored, own, bounds):
        if allowance.used > allowance.most:
            counted = [item for item in scored if _counts_as(item, allowance.direction)]
            yield diagnose(
                "own-clauses-too-many",
                own[counted[allowance.most].number].number.span,
                kind=_TERMS[allowance.direction],
                most=str(allowance.most),
                count=str(allowance.used),
                labels=(Label(bounds.origin, "bounds"),),
            )
    for clause in scored:
        for direction, most in bounds.amounts.items():
            if _counts_as(clause, direction) and not _is_within(clause, direction, most):
                yield diagnose(
                    "own-clause-too-heavy",
                    own[clause.number].number.span,
                    clause=clause.number,
                    kind=_TERMS[direction],
                    most=number_text(most),
                    labels=(Label(bounds.origin, "bounds"),),
                )
    if bounds.amounts:
        yield from _flags_with_effects(scored, flags, own, bounds)


def _flags_with_effects(
    clauses: Iterable[Clause],
    flags: Iterable[Flag],
    own: Mapping[str, tree.Clause],
    bounds: OwnBounds,
) -> Iterator[Diagnostic]:
    """Two points at most, says the template: no back door by a flag that takes them all."""
    heavy = {flag.name for flag in flags if flag.effects}
    for clause in clauses:
        opened = clause.flags if isinstance(clause, _OPENS_FLAGS) else ()
        for opens in opened:
            if opens.flag in heavy:
                yield diagnose(
                    "own-clause-opens-flag",
                    own[clause.number].number.span,
                    clause=clause.number,
                    flag=opens.flag,
                    labels=(Label(bounds.origin, "bounds"),),
                )


def allowances(
    clauses: Iterable[Clause], own: Mapping[str, tree.Clause], bounds: OwnBounds
) -> tuple[Allowance, ...]:
    """How many own clauses there are of those that the template counts."""
    scored = [clause for clause in clauses if clause.number in own and _gives_points(clause)]
    return tuple(
        Allowance(direction, sum(_counts_as(item, direction) for item in scored), most)
        for direction, most in bounds.counts.items()
    )


def _gives_points(clause: Clause) -> bool:
    return not isinstance(clause, UnscoredClause | ManualClause | DraftClause)


def _counts_as(clause: Clause, direction: Direction | None) -> bool:
    """A clause that can both give and take, or that opens flags, counts as each."""
    if direction is None or not isinstance(clause, ScoringClause | SettlementClause):
        return True
    return clause.direction in (direction, Direction.NET)


def _is_within(clause: Clause, direction: Direction, most: Number) -> bool:
    """Whether the clause can never give or take more than `most` points at once."""
    if isinstance(clause, TriggerClause):
        return True
    if not isinstance(clause, ScoringClause | SettlementClause):
        return False
    if clause.value is None:
        return True
    is_multiplied = isinstance(clause, ScoringClause) and clause.multiplier is not None
    largest = None if is_multiplied else _largest(clause.value, direction)
    if largest is not None and isinstance(clause, ScoringClause) and clause.escalation is not None:
        largest *= max(step.factor for step in clause.escalation.steps)
    bounds: list[Number] = [] if largest is None else [largest]
    for limit in clause.limits:
        transfer = limit.scan.transfer
        if (
            isinstance(transfer, LetThrough)
            and transfer.counted is Counted.POINTS
            and transfer.direction in (direction, Direction.NET)
        ):
            bounds.append(transfer.maximum)
    return any(bound <= most for bound in bounds)


def _largest(value: Value | ByTally, direction: Direction) -> Number | None:
    """The most points that a value can ask for; None where only a limit bounds it."""
    asked: Sequence[Number]
    match value:
        case Constant(points):
            asked = (points,)
        case Lookup(rows=rows, otherwise=otherwise):
            asked = (*(row.points for row in rows), otherwise or 0)
        case ByRole(rows=rows, otherwise=otherwise):
            asked = (*(points for _, points in rows), otherwise or 0)
        case ByAccount(rows=rows):
            asked = tuple(points for _, points in rows)
        case Ladder(steps=steps):
            asked = tuple(step.points for step in steps)
        case Discretion(lowest=lowest, highest=highest):
            asked = (lowest, highest)
        case _:
            return None
    sign = 1 if direction is Direction.GAIN else -1
    return max((size(points) for points in asked if points * sign > 0), default=0)
