"""Records on the wire."""

from datetime import date
from typing import TypeAlias

from pydantic import Field

from pointrules.model.number import number_text
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.record import Record
from pointrules.wire.wire_model import NumberText, WireLine, WireModel, WireSubject

WireValue: TypeAlias = str | bool


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


def wire_record(record: Record) -> WireRecord:
    """`record` as it crosses the border."""
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
        attributes=wire_attributes(sorted(record.attributes.items())),
        decided=None if record.decided is None else number_text(record.decided),
        decided_by=record.decided_by,
    )


def wire_attributes(items: list[tuple[str, AttributeValue]]) -> tuple[WireAttribute, ...]:
    """Attributes as they cross the border, in the order given."""
    return tuple(WireAttribute(name=name, value=_value(value)) for name, value in items)


def _value(value: AttributeValue) -> WireValue:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return number_text(value)
