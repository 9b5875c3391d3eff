"""Honours on the wire."""

from datetime import date
from typing import Literal

from pointrules.ledger.honour_quote import HonourQuote
from pointrules.wire.eligibility_json import WireRequirement, wire_requirements
from pointrules.wire.wire_model import WireModel, WireSubject
from pointrules.wire.wire_words import WireWords


class WireHonour(WireModel):
    """Whether a subject is to have a title."""

    kind: Literal["honour"] = "honour"
    name: str
    subject: WireSubject
    as_of: date
    listed: bool
    eligible: bool
    requirements: tuple[WireRequirement, ...]


def wire_honour(quote: HonourQuote, words: WireWords) -> WireHonour:
    """An honour as it crosses the border."""
    return WireHonour(
        name=quote.name,
        subject=WireSubject(kind=quote.subject.kind, id=quote.subject.id),
        as_of=quote.as_of,
        listed=quote.is_listed,
        eligible=quote.is_eligible,
        requirements=wire_requirements(quote.requirements, words),
    )
