"""One line of the ledger: points with their full reason. The entry is the trace.

What each record makes anew is small: a county's night makes a hundred million. Frozen, none of it
can be part of a cycle, so the cycle collector need not look at it (`gc=False`).
"""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.ledger.ground import Ground
from pointrules.model.account import Account
from pointrules.model.clause import BestOf, Escalation, LastCounts, ScoringClause, SettlementClause
from pointrules.model.limit import Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number
from pointrules.model.settlement import ByTally
from pointrules.model.subject import Subject
from pointrules.model.value import Value
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.record import Record


class EntryKind(StrEnum):
    """得分, 结算得分, 到期, 下限, 封顶, 清算, 基础, 结转, 清零, 使用: what moved the balance (R30).

    AWARD is of a record, SETTLEMENT of a settlement clause. EXPIRY takes back what is valid no
    longer, FLOOR and CEILING are of a period's last day, VETO is what a flag takes or gives back,
    SPENDING a redemption.
    """

    AWARD = "award"
    SETTLEMENT = "settlement"
    EXPIRY = "expiry"
    FLOOR = "floor"
    CEILING = "ceiling"
    VETO = "veto"
    BASE = "base"
    CARRY = "carry"
    RESET = "reset"
    SPENDING = "spending"


class RunningQuantity(Struct, frozen=True, gc=False):
    """A running sum before and after this record, and its schedule's value at both."""

    before: Number
    after: Number
    value_before: Number
    value_after: Number


class Valuation(Struct, frozen=True, gc=False):
    """How a clause's value came about: the rule, what it read, and the points asked for.

    `ordinal` is which occurrence this is, where the value goes by that. Of a tally,
    `inputs` is its number, under the name of what is tallied.
    """

    value: Value | ByTally
    inputs: tuple[tuple[str, AttributeValue], ...]
    running: RunningQuantity | None
    points: Number
    ordinal: Number | None = None


class PrecededBy(Struct, frozen=True):
    """Another clause that matched the same record goes before this one (优先于)."""

    clause: str


class StoppedAtFloor(Struct, frozen=True):
    """扣完为止: deductions stop at the account's floor."""

    account: Account
    floor: Number


class Replaced(Struct, frozen=True):
    """替代: what these clauses let through in the same period is taken off, down to 0."""

    clauses: tuple[str, ...]


class KeptAtZero(Struct, frozen=True):
    """A flag keeps the account lowered: what comes meanwhile enters as 0 (一票否决)."""

    flag: str
    clause: str


class ReleasedFrom(Struct, frozen=True):
    """Points that a flag had held or kept at 0 enter now; without it they had on `due_on`.

    It changes no amount.
    """

    flag: str
    due_on: date


class JudgedFirst(Struct, frozen=True):
    """A clause opened its flag for the same record, and goes before deductions (直接判级优先)."""

    clause: str


class NothingWithdrawn(Struct, frozen=True):
    """改扣 stands in place of a flag, and none of `flags` was open."""

    flags: tuple[str, ...]


class Lapsed(Struct, frozen=True):
    """The validity had ended on `last_day`, before the entry was made."""

    last_day: date


class StoppedAtCeiling(Struct, frozen=True):
    """加满 … 为止: awards stop at the account's ceiling."""

    account: Account
    ceiling: Number


Cause: TypeAlias = (
    Replaced
    | Limit
    | Escalation
    | BestOf
    | LastCounts
    | Multiplier
    | PrecededBy
    | StoppedAtFloor
    | KeptAtZero
    | ReleasedFrom
    | JudgedFirst
    | NothingWithdrawn
    | Lapsed
    | StoppedAtCeiling
)


class Adjustment(Struct, frozen=True, gc=False):
    """A stage that changed the amount: by which rule, from `before` to `after`.

    `used` is what the rule had counted before this record: for a limit the points or times of its
    period already let through, for an escalation the ordinal of this occurrence, for best-of the
    value that stood so far, for 以最后一次为准 what stood before, for a floor the balance
    before, for 乘 人数 the number of members. `rival` is the id of the record that this one was
    measured by, and `rival_clause` the clause that gave it its points, for best-of. `counted_for`
    is whose count it was where that is not the entry's subject: the person, whose own limits act
    before the points enter the household's account. Of a balance `used`, `withheld` is the part
    that a flag keeps out of the account: held gains, and what a repair would bring back.
    """

    cause: Cause
    used: Number
    before: Number
    after: Number
    rival: str | None = None
    counted_for: Subject | None = None
    rival_clause: str | None = None
    withheld: Number = 0


class Entry(Struct, frozen=True, gc=False):
    """Points that moved in one account on one day.

    A RESET is dated on the first day of the new period but belongs to the one it ends: PERIOD
    (本期) leaves it out. `clause` and `valuation` are None but for
    AWARD and SETTLEMENT, `record` but for AWARD. `ground` says
    what the entry rests on besides, or instead.
    `edition` is the version of the edition that ruled.
    """

    subject: Subject
    account: str
    day: date
    kind: EntryKind
    points: Number
    edition: str
    clause: ScoringClause | SettlementClause | None
    record: Record | None
    valuation: Valuation | None
    adjustments: tuple[Adjustment, ...]
    ground: Ground | None = None
