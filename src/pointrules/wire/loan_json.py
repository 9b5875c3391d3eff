"""Loan quotes on the wire, with every step."""

from datetime import date
from typing import Literal

from pydantic import Field

from pointrules.ledger.loan_quote import LoanQuote, RateStepKind
from pointrules.model.loan import RateDecidedBy
from pointrules.model.measure import Measure
from pointrules.model.number import Number, number_text
from pointrules.wire.eligibility_json import WireRequirement, wire_requirements
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords


class WireRateStep(WireModel):
    """One step: steps of points, a cut in percentage points, or a rate in percent."""

    kind: RateStepKind
    before: NumberText
    after: NumberText
    words: Words


class WireLoan(WireModel):
    """A quote with reasons; nothing is transferred by it."""

    kind: Literal["loan"] = "loan"
    name: str
    subject: WireSubject
    as_of: date
    listed: bool = Field(description="on the register at as_of; nobody else is eligible")
    eligible: bool
    requirements: tuple[WireRequirement, ...]
    account: str
    measure: Measure
    points: NumberText = Field(description="the measure that the rate is read from")
    base_rate: NumberText | None = Field(description="percent; null where others decide the rate")
    steps: tuple[WireRateStep, ...]
    rate: NumberText | None = Field(
        description="percent; null where the subject is not eligible, or others decide the rate"
    )
    rate_decided_by: str | None = Field(description="who decides the rate, where points do not")
    line_points: NumberText | None = Field(description="the measure the credit line is read from")
    line: NumberText | None = Field(
        description="credit line in yuan; null where the ruleset leaves it to others"
    )
    line_most: NumberText | None = Field(
        description="yuan; where it is given, the line is a range that begins with `line`"
    )
    line_words: Words
    valid_until: date = Field(description="the last day of the quote, included")


def wire_loan(quote: LoanQuote, words: WireWords) -> WireLoan:
    """A quote as it crosses the border."""
    cut = quote.loan.cut
    return WireLoan(
        name=quote.loan.name,
        subject=WireSubject(kind=quote.subject.kind, id=quote.subject.id),
        as_of=quote.as_of,
        listed=quote.is_listed,
        eligible=quote.is_eligible,
        requirements=wire_requirements(quote.requirements, words),
        account=quote.loan.account,
        measure=quote.loan.measure,
        points=number_text(quote.points),
        base_rate=_optional(quote.loan.base_rate),
        steps=tuple(
            WireRateStep(
                kind=step.kind,
                before=number_text(step.before),
                after=number_text(step.after),
                words=words.rate_step(quote, step),
            )
            for step in quote.steps
        ),
        rate=_optional(quote.rate),
        rate_decided_by=cut.decider if isinstance(cut, RateDecidedBy) else None,
        line_points=_optional(quote.line_points),
        line=_optional(quote.line),
        line_most=_optional(quote.line_most),
        line_words=words.line(quote) if quote.is_eligible else "",
        valid_until=quote.valid_until,
    )


def _optional(number: Number | None) -> str | None:
    return None if number is None else number_text(number)
