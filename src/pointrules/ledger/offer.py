"""Offers (资格单): what an account gives at a date, with every step. A quote, never a transfer."""

from typing import TypeAlias

from msgspec import Struct

from pointrules.ledger.board_ranking import BoardRanking
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.honour_quote import HonourQuote
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.subject import Subject

Quote: TypeAlias = LoanQuote | ExchangeQuote | HonourQuote | PoolShare
"""What an incentive offers one subject."""

Offer: TypeAlias = GradeHeld | Quote
"""What one subject has or may have by its points."""


class Offers(Struct, frozen=True):
    """Everything at one date, in the order of the ruleset; `divisions` are of its pools."""

    grades: tuple[GradeHeld, ...]
    boards: tuple[BoardRanking, ...]
    quotes: tuple[Quote, ...]
    divisions: tuple[PoolDivision, ...] = ()

    def only(self, subject: Subject) -> "Offers":
        """The same of one subject."""
        return Offers(
            tuple(held for held in self.grades if held.subject == subject),
            tuple(ranking.only(subject) for ranking in self.boards),
            tuple(quote for quote in self.quotes if quote.subject == subject),
        )


NO_OFFERS = Offers((), (), ())
"""Where no edition is in force."""
