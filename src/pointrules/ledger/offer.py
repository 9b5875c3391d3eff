"""Offers (资格单): what an account gives at a date, with every step. A quote, never a transfer."""

from dataclasses import dataclass
from typing import TypeAlias

from pointrules.ledger.board_ranking import BoardRanking
from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.model.subject import Subject

Quote: TypeAlias = LoanQuote
"""What an incentive offers one subject."""

Offer: TypeAlias = GradeHeld | Quote
"""What one subject has or may have by its points."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Everything at one date: grades and boards in the order of the ruleset, quotes likewise."""

    grades: tuple[GradeHeld, ...]
    boards: tuple[BoardRanking, ...]
    quotes: tuple[Quote, ...]

    def only(self, subject: Subject) -> "Offers":
        """The same of one subject."""
        return Offers(
            tuple(held for held in self.grades if held.subject == subject),
            tuple(ranking.only(subject) for ranking in self.boards),
            tuple(quote for quote in self.quotes if quote.subject == subject),
        )


NO_OFFERS = Offers((), (), ())
"""Where no edition is in force."""
