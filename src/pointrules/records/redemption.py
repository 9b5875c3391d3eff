"""Redemptions (兑换): points that a subject gives for something."""

from datetime import date

from msgspec import Struct

from pointrules.model.number import Number
from pointrules.model.subject import Subject
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason


class Redemption(Struct, frozen=True):
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


class RedemptionRequest(Struct, frozen=True):
    """A redemption that is not confirmed yet, and what it waits for."""

    redemption: Redemption
    awaited: Reason
