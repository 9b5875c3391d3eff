"""Entries on the wire: each with its clause, record, value and adjustments."""

from datetime import date

from pydantic import Field

from pointrules.ledger.entry import Adjustment, Entry, EntryKind
from pointrules.model.number import Number, number_text
from pointrules.wire.cause_json import WireCause, wire_cause
from pointrules.wire.ground_json import WireGround, wire_ground
from pointrules.wire.record_json import WireRecord, wire_record
from pointrules.wire.valuation_json import WireValuation, wire_valuation
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords


class WireClause(WireModel):
    """The clause that a record met."""

    number: str
    text: str | None = Field(description="the regulation's own words, where the ruleset has them")


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
    withheld: NumberText = Field(
        description="of a balance that was counted, the part that a flag keeps out of the account"
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
        record=None if entry.record is None else wire_record(entry.record),
        valuation=wire_valuation(entry, entry.valuation, words),
        adjustments=tuple(
            _adjustment(entry, adjustment, words) for adjustment in entry.adjustments
        ),
        ground=None if entry.ground is None else wire_ground(entry.ground),
        words=words.entry(entry),
    )


def _adjustment(entry: Entry, adjustment: Adjustment, words: WireWords) -> WireAdjustment:
    person = adjustment.counted_for
    return WireAdjustment(
        cause=wire_cause(adjustment),
        used=number_text(adjustment.used),
        counted_for=None if person is None else WireSubject(kind=person.kind, id=person.id),
        withheld=number_text(adjustment.withheld),
        before=number_text(adjustment.before),
        after=number_text(adjustment.after),
        words=words.adjustment(entry, adjustment),
    )
