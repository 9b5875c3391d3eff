"""Offers (资格单): what an account gives at a date, with every step. A quote, never a transfer."""

from typing import TypeAlias

from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.loan_quote import LoanQuote

Quote: TypeAlias = LoanQuote
"""What an incentive offers one subject."""

Offer: TypeAlias = GradeHeld | Quote
