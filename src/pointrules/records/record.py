"""A record: one behaviour of one subject on one date, as it was approved."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from pointrules.model.number import Number
from pointrules.model.subject import Subject
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason


class Party(Struct, frozen=True):
    """One of the parties (当事人) of a record; `household` is a person's own on that day."""

    role: str
    subject: Subject
    household: str | None


class Record(Struct, frozen=True, gc=False):
    """A record that may score.

    `behaviour` is the canonical name. `household` is filled from the person's membership on the
    date of occurrence where the line names only a person; None where the person belongs to none.
    `collective` is the group, organisation or village that the line names instead of both.
    `attributes` holds those given, by name, numbers in the attribute's own unit. `rules_on` is the
    date that 归期 names: it orders records and decides their limit periods and totals.
    """

    id: str
    at: LineNumber
    occurred_on: date
    entered_on: date
    rules_on: date
    behaviour: str
    household: str | None
    person: str | None
    attributes: Mapping[str, AttributeValue]
    decided: Number | None
    decided_by: str | None
    collective: Subject | None = None
    parties: tuple[Party, ...] = ()


class WaitingRecord(Struct, frozen=True):
    """A record that does not count yet, and what its review waits for."""

    record: Record
    awaited: Reason
