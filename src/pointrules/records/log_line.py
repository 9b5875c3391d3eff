"""A line of the log on its way to an outcome."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from pointrules.records.columns import LineKind
from pointrules.records.line import RawLine, place_text
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record, WaitingRecord
from pointrules.records.redemption import Redemption, RedemptionRequest


class LineFate(StrEnum):
    """What became of a line that does not come before the clauses.

    Only a line about another one is SCORED without a clause: a step of its review.
    """

    SCORED = "scored"
    PENDING = "pending"
    REFUSED = "refused"
    VOIDED = "voided"
    REPEATED = "repeated"


class Verdict(Struct, frozen=True):
    """A fate with its reason."""

    fate: LineFate
    reason: Reason


class LogLine(Struct):
    """A line with an id, and what is to become of it: None until that is known.

    `kind` is the reason where it cannot be read. An effective void has the fate VOIDED from the
    start.
    """

    raw: RawLine
    id: str
    entered_on: date
    kind: LineKind | Reason
    result: Record | WaitingRecord | Redemption | RedemptionRequest | Verdict | None = None
    mark: Reason | None = None

    @property
    def fate(self) -> LineFate | None:
        """None for a record that counts or waits, and for a redemption."""
        return self.result.fate if isinstance(self.result, Verdict) else None

    def refuse(self, reason: Reason) -> None:
        """Let the line be refused."""
        self.result = Verdict(LineFate.REFUSED, reason)

    def void_by(self, other: "LogLine", code: ReasonCode) -> None:
        """Let the line no longer count because of another one."""
        place = place_text(other.raw.at, self.raw.at)
        reason = Reason(code, (("line", place), ("record", other.id)))
        self.result = Verdict(LineFate.VOIDED, reason)
