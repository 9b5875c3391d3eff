"""How many points a clause asks for, on the wire."""

from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.entry import Entry, Valuation
from pointrules.model.number import number_text
from pointrules.model.settlement import ByTally
from pointrules.model.value import (
    ByAccount,
    ByRole,
    ByRunningSum,
    Constant,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
    Value,
)
from pointrules.wire.record_json import WireAttribute, wire_attributes
from pointrules.wire.wire_model import NumberText, WireModel, Words
from pointrules.wire.wire_words import WireWords

ValueKind: TypeAlias = Literal[
    "constant",
    "per-quantity",
    "lookup",
    "running-sum",
    "by-role",
    "by-account",
    "by-tally",
    "discretion",
    "ladder",
]


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


def wire_valuation(
    entry: Entry, valuation: Valuation | None, words: WireWords
) -> WireValuation | None:
    """The valuation of `entry`, where it has one."""
    if valuation is None:
        return None
    running = valuation.running
    return WireValuation(
        kind=_value_kind(valuation.value),
        inputs=wire_attributes(list(valuation.inputs)),
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
        case ByRunningSum():
            return "running-sum"
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
