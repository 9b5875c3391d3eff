"""Redemptions (兑换): points that a subject gives for something."""

from dataclasses import dataclass
from datetime import date

from pointrules.model.number import Number
from pointrules.model.subject import Subject
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason


@dataclass(frozen=True, slots=True)
class Redemption:
    """Points above 0 that leave an account on the day they were exchanged, and for what.

    Whoever confirmed it judged it: it is never judged again (R23). `edition` is the version in
    force on that day. `household`, `person` and `collective` are as a record has them.
    """

    id: str
    at: LineNumber
    occurred_on: date
    entered_on: date
    edition: str
    account: str
    subject: Subject
    points: Number
    goods: str | None
    household: str | None
    person: str | None
    collective: Subject | None


@dataclass(frozen=True, slots=True)
class RedemptionRequest:
    """A redemption that is not confirmed yet, and what it waits for."""

    redemption: Redemption
    awaited: Reason
