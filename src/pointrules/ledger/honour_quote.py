"""Honours at a date: who is eligible for a title."""

from datetime import date

from msgspec import Struct

from pointrules.ledger.eligibility import Requirement
from pointrules.model.honour import Honour
from pointrules.model.subject import Subject


class HonourQuote(Struct, frozen=True):
    """Whether a subject is to have the title; one who is not listed is not."""

    honour: Honour
    subject: Subject
    as_of: date
    requirements: tuple[Requirement, ...]
    is_listed: bool
    is_eligible: bool

    @property
    def name(self) -> str:
        """Of the honour."""
        return self.honour.name
