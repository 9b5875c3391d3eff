"""Conditions of eligibility on the wire."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from pointrules.ledger.eligibility import Requirement, Standing
from pointrules.wire.wire_model import WireModel, Words
from pointrules.wire.wire_words import WireWords


class WireRequirement(WireModel):
    """One part of an incentive's eligibility."""

    standing: Standing
    found: str | None = Field(
        description="what the condition was compared with, where there is any"
    )
    found_on: date | None = Field(description="the day that is over on which it was so")
    words: Words


def wire_requirements(
    requirements: Sequence[Requirement], words: WireWords
) -> tuple[WireRequirement, ...]:
    """Each part of an eligibility as it crosses the border."""
    return tuple(
        WireRequirement(
            standing=requirement.standing,
            found=requirement.found,
            found_on=requirement.found_on,
            words=words.requirement(requirement),
        )
        for requirement in requirements
    )
