"""Entries on the wire: each with its clause, record, value and adjustments."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.entry import (
    Adjustment,
    Entry,
    EntryKind,
    JudgedFirst,
    KeptAtZero,
    Lapsed,
    NothingWithdrawn,
    PrecededBy,
    ReleasedFrom,
    Replaced,
    StoppedAtCeiling,
    StoppedAtFloor,
    Valuation,
)
from pointrules.model.clause import BestOf, Escalation, LastCounts
from pointrules.model.limit import Beyond, Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number, number_text
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
from pointrules.model.settlement import ByTally
from pointrules.model.value import (
    ByAccount,
    ByRole,
    Constant,
    Cumulative,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
    Value,
)
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.record import Record
from pointrules.wire.ground_json import WireGround, wire_ground
from pointrules.wire.wire_model import NumberText, WireLine, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords

ValueKind: TypeAlias = Literal[
    "constant",
    "per-quantity",
    "lookup",
    "cumulative",
    "by-role",
    "by-account",
    "by-tally",
    "discretion",
    "ladder",
]
WireValue: TypeAlias = str | bool


class WireClause(WireModel):
    """The clause that a record met."""

    number: str
    text: str | None = Field(description="the regulation's own words, where the ruleset has them")


class WireAttribute(WireModel):
    """An attribute of a record: numbers as exact text in the attribute's unit, days in ISO."""

    name: str
    value: WireValue


class WireParty(WireModel):
    """One of the parties of a record."""

    role: str
    subject: WireSubject


class WireRecord(WireModel):
    """The record behind an award."""

    id: str
    at: WireLine
    occurred_on: date
    entered_on: date
    rules_on: date = Field(description="the date that orders the record and decides its periods")
    behaviour: str
    household: str | None
    person: str | None
    collective: WireSubject | None = Field(description="a group, an organisation or the village")
    parties: tuple[WireParty, ...] = Field(description="who took part, by role")
    attributes: tuple[WireAttribute, ...]
    decided: NumberText | None = Field(description="points, where a body decided")
    decided_by: str | None


class WireRunning(WireModel):
    """A running sum, in its attribute's unit or in records, and its value in points."""

    before: NumberText
    after: NumberText
    value_before: NumberText
    value_after: NumberText


class WireValuation(WireModel):
    """How many points the clause asks for, before any adjustment."""

    kind: ValueKind
    inputs: tuple[WireAttribute, ...]
    running: WireRunning | None
    ordinal: NumberText | None = Field(
        description="which occurrence it is, where points go by that"
    )
    points: NumberText
    words: Words


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


class WireAdjustment(WireModel):
    """A stage that changed the amount, in points."""

    cause: WireCause = Field(discriminator="kind")
    used: NumberText = Field(
        description="what the rule had counted before: points or times of a limit, the ordinal of "
        "an escalation, the best value so far, what the last record was let through, the balance "
        "above a floor or below a ceiling, the number of members"
    )
    counted_for: WireSubject | None = Field(
        description="whose count it was, where not the entry's subject: the person whose own "
        "limits act before the points enter the household's account"
    )
    before: NumberText
    after: NumberText
    words: Words


class WireEntry(WireModel):
    """One line of the ledger, in points. The balance of an account is the sum of its entries."""

    subject: WireSubject
    account: str
    day: date
    kind: EntryKind
    points: NumberText
    balance: NumberText = Field(description="of the account, after this entry")
    edition: str = Field(description="the version of the edition that ruled")
    clause: WireClause | None
    record: WireRecord | None
    valuation: WireValuation | None
    adjustments: tuple[WireAdjustment, ...]
    ground: WireGround | None = Field(
        discriminator="kind", description="what the entry rests on beside a record"
    )
    words: Words


def wire_entry(entry: Entry, balance: Number, words: WireWords) -> WireEntry:
    """`entry` as it crosses the border; `balance` is that of its account after it."""
    clause = entry.clause
    return WireEntry(
        subject=WireSubject(kind=entry.subject.kind, id=entry.subject.id),
        account=entry.account,
        day=entry.day,
        kind=entry.kind,
        points=number_text(entry.points),
        balance=number_text(balance),
        edition=entry.edition,
        clause=None if clause is None else WireClause(number=clause.number, text=clause.text),
        record=None if entry.record is None else _record(entry.record),
        valuation=_valuation(entry, entry.valuation, words),
        adjustments=tuple(
            _adjustment(entry, adjustment, words) for adjustment in entry.adjustments
        ),
        ground=None if entry.ground is None else wire_ground(entry.ground),
        words=words.entry(entry),
    )


def _record(record: Record) -> WireRecord:
    return WireRecord(
        id=record.id,
        at=WireLine(file=record.at.file, number=record.at.number),
        occurred_on=record.occurred_on,
        entered_on=record.entered_on,
        rules_on=record.rules_on,
        behaviour=record.behaviour,
        household=record.household,
        person=record.person,
        collective=None
        if record.collective is None
        else WireSubject(kind=record.collective.kind, id=record.collective.id),
        parties=tuple(
            WireParty(
                role=party.role, subject=WireSubject(kind=party.subject.kind, id=party.subject.id)
            )
            for party in record.parties
        ),
        attributes=_attributes(sorted(record.attributes.items())),
        decided=None if record.decided is None else number_text(record.decided),
        decided_by=record.decided_by,
    )


def _attributes(items: list[tuple[str, AttributeValue]]) -> tuple[WireAttribute, ...]:
    return tuple(WireAttribute(name=name, value=_value(value)) for name, value in items)


def _value(value: AttributeValue) -> WireValue:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return number_text(value)


def _valuation(entry: Entry, valuation: Valuation | None, words: WireWords) -> WireValuation | None:
    if valuation is None:
        return None
    running = valuation.running
    return WireValuation(
        kind=_value_kind(valuation.value),
        inputs=_attributes(list(valuation.inputs)),
        running=None
        if running is None
        else WireRunning(
            before=number_text(running.before),
            after=number_text(running.after),
            value_before=number_text(running.value_before),
            value_after=number_text(running.value_after),
        ),
        ordinal=None if valuation.ordinal is None else number_text(valuation.ordinal),
        points=number_text(valuation.points),
        words=words.valuation(entry) or "",
    )


def _value_kind(value: Value | ByTally) -> ValueKind:
    match value:
        case Constant():
            return "constant"
        case PerQuantity():
            return "per-quantity"
        case Lookup():
            return "lookup"
        case Cumulative():
            return "cumulative"
        case ByRole():
            return "by-role"
        case ByAccount():
            return "by-account"
        case Discretion():
            return "discretion"
        case Ladder():
            return "ladder"
        case ByTally():
            return "by-tally"
        case _:
            assert_never(value)


def _adjustment(entry: Entry, adjustment: Adjustment, words: WireWords) -> WireAdjustment:
    person = adjustment.counted_for
    return WireAdjustment(
        cause=_cause(adjustment),
        used=number_text(adjustment.used),
        counted_for=None if person is None else WireSubject(kind=person.kind, id=person.id),
        before=number_text(adjustment.before),
        after=number_text(adjustment.after),
        words=words.adjustment(entry, adjustment),
    )


def _cause(adjustment: Adjustment) -> WireCause:
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
