"""Who may have what an incentive offers: each condition and how it stands."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from pointrules.model.condition import Condition


class Standing(StrEnum):
    """Whether a condition of eligibility holds."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_KNOWN = "not-known"


class Requirement(Struct, frozen=True):
    """One part of an incentive's eligibility and how it stands.

    `found` is what it was compared with; it was so on `found_on` if the condition asks for a day
    that is over.
    """

    condition: Condition
    standing: Standing
    found: str | None
    found_on: date | None = None
