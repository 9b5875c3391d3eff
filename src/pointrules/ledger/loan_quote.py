"""Loan quotes, with every step of the rate. A quote, never a transfer."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from pointrules.ledger.eligibility import Requirement
from pointrules.model.loan import Loan
from pointrules.model.number import Number
from pointrules.model.subject import Subject


class RateStepKind(StrEnum):
    """The arithmetic of a rate, in order."""

    BAND = "band"
    STEPS = "steps"
    CUT = "cut"
    CUT_ROUNDED = "cut-rounded"
    LARGEST_CUT = "largest-cut"
    RATE = "rate"
    RATE_ROUNDED = "rate-rounded"
    LOWEST_RATE = "lowest-rate"
    NOT_BELOW_ZERO = "not-below-zero"


class RateStep(Struct, frozen=True):
    """One step: `before` is the number it acts on, `after` what it gives.

    BAND turns points into the rate at once, where there is a table. STEPS turns points into steps;
    CUT steps into percentage points; RATE the cut into the rate; the others bound or round the cut
    or the rate, and stand only where they changed it or could have.
    """

    kind: RateStepKind
    before: Number
    after: Number


class LoanQuote(Struct, frozen=True):
    """A loan at a date. `rate` is None where the household is not eligible or others decide it.

    One who is not listed (在册) at the date is not eligible, whatever the ruleset asks.
    `line` is in yuan, None where the ruleset leaves it to others; with `line_most` it is the lower
    end of a range. The quote is valid to
    `valid_until`, included.
    """

    loan: Loan
    subject: Subject
    as_of: date
    requirements: tuple[Requirement, ...]
    is_listed: bool
    is_eligible: bool
    points: Number
    steps: tuple[RateStep, ...]
    rate: Number | None
    line_points: Number | None
    line: Number | None
    valid_until: date
    line_most: Number | None = None

    @property
    def name(self) -> str:
        """Of the loan."""
        return self.loan.name
