"""The words that stand beside codes and numbers; who makes them is no business of the wire."""

from typing import Protocol

from pointrules.ledger.eligibility import Requirement
from pointrules.ledger.entry import Adjustment, Entry
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.loan_quote import LoanQuote, RateStep
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.board import Board
from pointrules.records.reason import Reason


class WireWords(Protocol):
    """One line of words for each part, in one language."""

    def entry(self, entry: Entry) -> str:
        """What moved the balance."""
        ...

    def valuation(self, entry: Entry) -> str | None:
        """How the value came about."""
        ...

    def adjustment(self, entry: Entry, adjustment: Adjustment) -> str:
        """What a stage did to the amount."""
        ...

    def reason(self, reason: Reason) -> str:
        """Why a line did not count."""
        ...

    def board(self, board: Board) -> str:
        """What a board goes by."""
        ...

    def exchange_lines(self, quote: ExchangeQuote) -> list[str]:
        """What points would buy."""
        ...

    def share_lines(self, share: PoolShare) -> list[str]:
        """A share of a pool, step by step."""
        ...

    def division(self, division: PoolDivision) -> str:
        """The whole of a pool, and what is left over."""
        ...

    def requirement(self, requirement: Requirement) -> str:
        """How one part of a loan's eligibility stands."""
        ...

    def rate_step(self, quote: LoanQuote, step: RateStep) -> str:
        """One step of a rate's arithmetic."""
        ...

    def line(self, quote: LoanQuote) -> str:
        """The credit line, and where it comes from."""
        ...
