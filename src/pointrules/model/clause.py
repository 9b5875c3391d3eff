"""Clauses of the regulation, made executable or accounted for."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.beneficiary import Beneficiary
from pointrules.model.condition import (
    And,
    Condition,
    NoneTallied,
    Not,
    Or,
    PeriodsInARow,
    TallyCompares,
)
from pointrules.model.flag import ClearsFlag, OpensFlag
from pointrules.model.limit import Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number
from pointrules.model.scan import Direction, Scan
from pointrules.model.settlement import ByTally, SettledWhen
from pointrules.model.subject import SubjectKind
from pointrules.model.trigger import TriggerClause
from pointrules.model.validity import Validity
from pointrules.model.value import Constant, Value
from pointrules.source.source_file import Span


class EscalationStep(Struct, frozen=True):
    """From the `ordinal`-th occurrence in the window on, the value is taken `factor` times."""

    ordinal: int
    factor: Number


class Escalation(Struct, frozen=True):
    """Repeats weigh more (一年内 第 2 次起 加倍). `scan.transfer` is `Occurrences`; steps rise.

    The factor acts on the record's own value, never on one already multiplied.
    """

    scan: Scan
    steps: tuple[EscalationStep, ...]
    origin: Span


class BestOf(Struct, frozen=True):
    """Of one matter only the best counts (同一 事项 取最高). `scan.transfer` is `HighestSoFar`.

    Over `Period.RECORD` it chooses among the clauses that one record meets.
    """

    scan: Scan
    origin: Span


class LastCounts(Struct, frozen=True):
    """Of one matter and period only the last record counts (每月最多 1 次，以最后一次为准).

    `scan.transfer` is `LastOne`, `scan.window` a `Period`.
    """

    scan: Scan
    origin: Span


class ClauseGroup(Struct, frozen=True):
    """Clauses of which, in one matter, only the best counts (同组)."""

    name: str
    clauses: tuple[str, ...]
    best_of: BestOf
    origin: Span


class StackingKind(StrEnum):
    """How two clauses that match one record stand to each other."""

    ADDS = "adds"
    PRECEDES = "precedes"


class Stacking(Struct, frozen=True):
    """ADDS (与 … 可叠加): both count. PRECEDES (优先于 …): where this one matches, they do not."""

    kind: StackingKind
    clauses: tuple[str, ...]
    origin: Span


class ScoringClause(Struct, frozen=True):
    """A clause that scores records.

    `behaviours` are the only ones its condition can hold for, so that others need not ask.
    `value` is None for a clause that only opens flags. `direction` is that of its value, NET where
    it can give both. `accounts` are names, in the order of the ruleset. `limits` holds the clause's
    own limits only; `last_counts` is a limit of one time whose last record counts. `unlimited` says
    that the author wrote 不设上限. `judged_first`: where this clause opens its flags, deductions of
    the same record count nothing (直接判级优先, R10).
    """

    number: str
    text: str | None
    category: str | None
    accounts: tuple[str, ...]
    behaviours: tuple[str, ...]
    condition: Condition
    value: Value | None
    direction: Direction
    escalation: Escalation | None
    best_of: BestOf | None
    last_counts: LastCounts | None
    limits: tuple[Limit, ...]
    unlimited: bool
    stacking: tuple[Stacking, ...]
    flags: tuple[OpensFlag, ...]
    clears: tuple[ClearsFlag, ...]
    judged_first: bool
    beneficiaries: tuple[Beneficiary, ...]
    multiplier: Multiplier | None
    validity: Validity | None
    origin: Span


class SettlementClause(Struct, frozen=True):
    """A clause that is evaluated at a date, for every subject listed then (R36).

    `condition` is None where it asks nothing, `value` where it only opens flags. What it gives
    takes the place of what the clauses `replaces` let through in the same period. The rest is as in
    a `ScoringClause`.
    """

    number: str
    text: str | None
    category: str | None
    accounts: tuple[str, ...]
    subject_kind: SubjectKind
    when: SettledWhen
    condition: Condition | None
    value: Constant | ByTally | None
    direction: Direction
    limits: tuple[Limit, ...]
    unlimited: bool
    replaces: tuple[str, ...]
    flags: tuple[OpensFlag, ...]
    validity: Validity | None
    origin: Span


class UnscoredClause(Struct, frozen=True):
    """A clause that gives no points, with the reason (不计分，因为 …)."""

    number: str
    text: str | None
    category: str | None
    reason: str
    origin: Span


class ManualClause(Struct, frozen=True):
    """A clause that people decide about outside the engine (人工评议); `decided_by` says who."""

    number: str
    text: str | None
    category: str | None
    decided_by: str | None
    reason: str | None
    origin: Span


class DraftClause(Struct, frozen=True):
    """A clause of a draft, not worked out yet (待定): nothing is scored by such a ruleset."""

    number: str
    text: str | None
    category: str | None
    reason: str | None
    origin: Span


Clause: TypeAlias = (
    ScoringClause | SettlementClause | TriggerClause | UnscoredClause | ManualClause | DraftClause
)


def tallied_behaviours(clause: SettlementClause) -> tuple[str, ...]:
    """The behaviours whose records the clause counts, sums or misses."""
    found = [] if clause.condition is None else [*_tallied(clause.condition)]
    if isinstance(clause.value, ByTally):
        found.append(clause.value.tally.behaviour)
    return tuple(dict.fromkeys(found))


def _tallied(condition: Condition) -> Iterator[str]:
    match condition:
        case And(items) | Or(items):
            for item in items:
                yield from _tallied(item)
        case Not(item):
            yield from _tallied(item)
        case TallyCompares(tally) | NoneTallied(tally):
            yield tally.behaviour
        case PeriodsInARow():
            yield condition.each.tally.behaviour
        case _:
            return
