"""Honours at a ledger's date."""

from pointrules.engine.eligibility import are_met, requirements
from pointrules.engine.offer_desk import OfferDesk
from pointrules.ledger.honour_quote import HonourQuote
from pointrules.model.honour import Honour
from pointrules.model.subject import Subject


def honour_quote(desk: OfferDesk, honour: Honour, subject: Subject) -> HonourQuote:
    """Whether the subject is to have the title."""
    required = requirements(desk, honour.eligibility, subject)
    is_listed = desk.facts.is_listed(subject, desk.as_of)
    return HonourQuote(
        honour, subject, desk.as_of, required, is_listed, is_listed and are_met(required)
    )
