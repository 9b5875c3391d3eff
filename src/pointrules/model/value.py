"""What a clause gives: signed points, deductions negative."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.number import Number
from pointrules.model.scan import Scan
from pointrules.model.schedule import Schedule
from pointrules.model.vocabulary import Attribute
from pointrules.source.source_file import Span


class Constant(Struct, frozen=True):
    """The same points each time; `parameter` names the parameter they were written as."""

    points: Number
    parameter: str | None
    origin: Span


class PerQuantity(Struct, frozen=True):
    """Points by a numeric attribute of this one record, along `schedule`."""

    attribute: Attribute
    schedule: Schedule
    origin: Span


class LookupRow(Struct, frozen=True):
    """The points for one combination of values, in the order of the table's attributes."""

    values: tuple[str, ...]
    points: Number


class Lookup(Struct, frozen=True):
    """Points by one or two enumerated attributes; every cell is there, or `otherwise` (其余) is."""

    attributes: tuple[Attribute, ...]
    rows: tuple[LookupRow, ...]
    otherwise: Number | None
    origin: Span


class Reached(StrEnum):
    """Steps on a running sum: only the highest step reached counts, or each one adds up."""

    HIGHEST = "highest"
    EACH = "each"


class ByRunningSum(Struct, frozen=True):
    """Points along a schedule of a running sum: f(after) − f(before).

    `scan.transfer` is a `RunningSum`. `reached` is None where the schedule has no steps; for EACH
    the schedule's bands already hold the totals of all steps up to each of them.
    """

    scan: Scan
    reached: Reached | None
    origin: Span


class ByRole(Struct, frozen=True):
    """Points by a party's role (按 角色); `otherwise` (其余) is None where only these count."""

    rows: tuple[tuple[str, Number], ...]
    otherwise: Number | None
    origin: Span


class ByAccount(Struct, frozen=True):
    """Points by account (积分 加 5 分，荣誉积分 加 2 分): each amount is a candidate of its own."""

    rows: tuple[tuple[str, Number], ...]
    origin: Span


class Discretion(Struct, frozen=True):
    """`decider` decides between `lowest` and `highest`, both included, and the record says so.

    A decided value outside the range is refused, never clamped. For deductions both ends are
    negative or 0; `lowest` is the smaller number.
    """

    decider: str
    lowest: Number
    highest: Number
    origin: Span


class OrdinalStep(Struct, frozen=True):
    """The points from the `ordinal`-th occurrence on, up to the next step; 0 may be a warning."""

    ordinal: int
    points: Number
    is_warning: bool


class Ladder(Struct, frozen=True):
    """Points by ordinal (第 1 次 警告，第 2 次 扣 5 分，第 3 次起 每次 扣 10 分).

    `scan.transfer` is `Occurrences`. Steps rise from the first occurrence; the last has no end.
    """

    scan: Scan
    steps: tuple[OrdinalStep, ...]
    origin: Span

    def step(self, ordinal: Number) -> OrdinalStep:
        """The step of an occurrence."""
        return next(step for step in reversed(self.steps) if step.ordinal <= ordinal)


Value: TypeAlias = (
    Constant | PerQuantity | Lookup | ByRunningSum | ByRole | ByAccount | Discretion | Ladder
)
