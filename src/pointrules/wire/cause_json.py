"""What changed an amount, on the wire: a class for each cause."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.entry import (
    Adjustment,
    JudgedFirst,
    KeptAtZero,
    Lapsed,
    NothingWithdrawn,
    PrecededBy,
    ReleasedFrom,
    Replaced,
    StoppedAtCeiling,
    StoppedAtFloor,
)
from pointrules.model.clause import BestOf, Escalation, LastCounts
from pointrules.model.limit import Beyond, Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import number_text
from pointrules.model.period import Duration, DurationUnit, Period
from pointrules.model.scan import (
    Counted,
    Direction,
    LetThrough,
    Occurrences,
    OwnerKind,
    Per,
    Scan,
    WhileValid,
    Window,
)
from pointrules.wire.wire_model import NumberText, WireModel


class WireWindow(WireModel):
    """A calendar period, a duration that rolls back from the record's date, or a validity."""

    period: Period | None
    count: int | None
    unit: DurationUnit | None
    while_valid: bool = Field(description="what earlier records gave or took is still valid")


class WireOwner(WireModel):
    """Whose rule it is: a clause by number, a category, a group or an account by name."""

    kind: OwnerKind
    name: str


class WireLimitCause(WireModel):
    """A limit cut the amount."""

    kind: Literal["limit"] = "limit"
    owner: WireOwner
    window: WireWindow
    counted: Counted
    direction: Direction
    maximum: NumberText
    beyond: Beyond
    matter: tuple[str, ...] = Field(description="the attributes that tell matters apart")
    per: Per = Field(description="whether the members of a household are counted apart")


class WireEscalationCause(WireModel):
    """Repeats weigh more."""

    kind: Literal["escalation"] = "escalation"
    owner: WireOwner
    window: WireWindow
    of_kind: bool = Field(description="whether all records of the behaviour are counted")


class WireBestOfCause(WireModel):
    """Of one matter only the best counts."""

    kind: Literal["best-of"] = "best-of"
    owner: WireOwner
    window: WireWindow
    matter: tuple[str, ...] = Field(description="the attributes that tell matters apart")
    per: Per = Field(description="whether the members of a household are counted apart")
    rival: str | None = Field(description="id of the record that set the best value so far")
    rival_clause: str | None = Field(description="number of the clause that gave it")


class WireLastCountsCause(WireModel):
    """Of one matter and period the last record counts; the one before is taken back."""

    kind: Literal["last-counts"] = "last-counts"
    owner: WireOwner
    window: WireWindow
    matter: tuple[str, ...] = Field(description="the attributes that tell matters apart")
    per: Per = Field(description="whether the members of a household are counted apart")
    rival: str | None = Field(description="id of the record that stood before")


class WireMultiplierCause(WireModel):
    """The value counts once for each of so many."""

    kind: Literal["multiplier"] = "multiplier"
    attribute: str | None = Field(
        description="what gives the number; null for the listed members of the household"
    )


class WireReplacedCause(WireModel):
    """What these clauses gave in the same period is taken off."""

    kind: Literal["replaced"] = "replaced"
    clauses: tuple[str, ...]


class WirePrecededCause(WireModel):
    """Another clause goes before this one."""

    kind: Literal["preceded-by"] = "preceded-by"
    clause: str


class WireLapsedCause(WireModel):
    """The validity had ended before the entry was made."""

    kind: Literal["lapsed"] = "lapsed"
    last_day: date


class WireFloorCause(WireModel):
    """Deductions stop at the account's floor."""

    kind: Literal["stopped-at-floor"] = "stopped-at-floor"
    account: str
    floor: NumberText


class WireKeptCause(WireModel):
    """A flag keeps the account lowered."""

    kind: Literal["kept-at-zero"] = "kept-at-zero"
    flag: str
    clause: str


class WireReleasedCause(WireModel):
    """Points that a flag had held or kept at 0 enter now; the amount stays."""

    kind: Literal["released-from"] = "released-from"
    flag: str
    due_on: date


class WireJudgedCause(WireModel):
    """A clause opened its flag for the same record, and goes before deductions."""

    kind: Literal["judged-first"] = "judged-first"
    clause: str


class WireNothingWithdrawnCause(WireModel):
    """The deduction stands in place of flags, and none of them was open."""

    kind: Literal["nothing-withdrawn"] = "nothing-withdrawn"
    flags: tuple[str, ...]


class WireCeilingCause(WireModel):
    """Awards stop at the account's ceiling."""

    kind: Literal["stopped-at-ceiling"] = "stopped-at-ceiling"
    account: str
    ceiling: NumberText


WireCause: TypeAlias = (
    WireLimitCause
    | WireEscalationCause
    | WireBestOfCause
    | WireLastCountsCause
    | WireMultiplierCause
    | WireReplacedCause
    | WirePrecededCause
    | WireFloorCause
    | WireKeptCause
    | WireReleasedCause
    | WireJudgedCause
    | WireNothingWithdrawnCause
    | WireLapsedCause
    | WireCeilingCause
)


def wire_cause(adjustment: Adjustment) -> WireCause:
    """The cause of `adjustment`."""
    match adjustment.cause:
        case Limit(scan, beyond):
            transfer = scan.transfer
            assert isinstance(transfer, LetThrough), "a limit lets points or times through"
            return WireLimitCause(
                owner=WireOwner(kind=scan.owner.kind, name=scan.owner.name),
                window=_window(scan.window),
                counted=transfer.counted,
                direction=transfer.direction,
                maximum=number_text(transfer.maximum),
                beyond=beyond,
                matter=_matter(scan),
                per=scan.per,
            )
        case Escalation(scan):
            return WireEscalationCause(
                owner=WireOwner(kind=scan.owner.kind, name=scan.owner.name),
                window=_window(scan.window),
                of_kind=isinstance(scan.transfer, Occurrences) and scan.transfer.of_kind,
            )
        case BestOf(scan):
            return WireBestOfCause(
                owner=WireOwner(kind=scan.owner.kind, name=scan.owner.name),
                window=_window(scan.window),
                matter=_matter(scan),
                per=scan.per,
                rival=adjustment.rival,
                rival_clause=adjustment.rival_clause,
            )
        case LastCounts(scan):
            return WireLastCountsCause(
                owner=WireOwner(kind=scan.owner.kind, name=scan.owner.name),
                window=_window(scan.window),
                matter=_matter(scan),
                per=scan.per,
                rival=adjustment.rival,
            )
        case Multiplier(operand):
            return WireMultiplierCause(
                attribute=None if operand is None else operand.attribute.name
            )
        case Replaced(clauses):
            return WireReplacedCause(clauses=clauses)
        case PrecededBy(clause):
            return WirePrecededCause(clause=clause)
        case StoppedAtFloor(account, floor):
            return WireFloorCause(account=account.name, floor=number_text(floor))
        case KeptAtZero(flag, clause):
            return WireKeptCause(flag=flag, clause=clause)
        case ReleasedFrom(flag, due_on):
            return WireReleasedCause(flag=flag, due_on=due_on)
        case JudgedFirst(clause):
            return WireJudgedCause(clause=clause)
        case NothingWithdrawn(flags):
            return WireNothingWithdrawnCause(flags=flags)
        case Lapsed(last_day):
            return WireLapsedCause(last_day=last_day)
        case StoppedAtCeiling(account, ceiling):
            return WireCeilingCause(account=account.name, ceiling=number_text(ceiling))
        case _:
            assert_never(adjustment.cause)


def _matter(scan: Scan) -> tuple[str, ...]:
    return tuple(attribute.name for attribute in scan.key)


def _window(window: Window) -> WireWindow:
    if isinstance(window, WhileValid):
        return WireWindow(period=None, count=None, unit=None, while_valid=True)
    if isinstance(window, Duration):
        return WireWindow(period=None, count=window.count, unit=window.unit, while_valid=False)
    return WireWindow(period=window, count=None, unit=None, while_valid=False)
