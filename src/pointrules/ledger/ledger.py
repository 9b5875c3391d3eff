"""The ledger: all entries up to a date, and what became of every line read."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from pointrules.ledger.entry import Entry
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.held_gain import HeldGain
from pointrules.ledger.receipt import Receipt
from pointrules.model.clause import SettlementClause
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.line import LineNumber
from pointrules.records.read_facts import RefusedFact
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Party


class Outcome(StrEnum):
    """What became of a line; each line read has exactly one outcome.

    A step of a review is SCORED once it is in effect: its record's own line tells the rest. So is
    a redemption once it is confirmed.
    """

    SCORED = "scored"
    UNMATCHED = "unmatched"
    PENDING = "pending"
    REFUSED = "refused"
    VOIDED = "voided"
    REPEATED = "repeated"


class LineOutcome(Struct, frozen=True, gc=False):
    """A line of the log with its outcome; what follows the reason is given as far as legible.

    `rules_on` is the date that rules a record that was judged. `mark` is what a reader is to know
    of a record though it counts.
    """

    at: LineNumber
    record_id: str | None
    outcome: Outcome
    reason: Reason | None
    subjects: tuple[Subject, ...]
    occurred_on: date | None
    behaviour: str | None
    rules_on: date | None = None
    mark: Reason | None = None


def named_subjects(
    household: str | None,
    person: str | None,
    collective: Subject | None,
    parties: tuple[Party, ...],
) -> tuple[Subject, ...]:
    """The subjects that a line names, each once."""
    named = []
    if household is not None:
        named.append(Subject(SubjectKind.HOUSEHOLD, household))
    if person is not None:
        named.append(Subject(SubjectKind.PERSON, person))
    if collective is not None:
        named.append(collective)
    named.extend(party.subject for party in parties)
    return tuple(dict.fromkeys(named))


class NotSettled(Struct, frozen=True):
    """A settlement that gave nothing because something is not known, and what that is."""

    subject: Subject
    clause: SettlementClause
    edition: str
    day: date
    reason: Reason


class Ledger(Struct, frozen=True):
    """Entries in order of evaluation, dated up to `as_of`; a balance is their sum, always.

    `held` are gains that wait for the end of a flag; no balance counts
    them. `subjects` are those listed on `as_of`, and any others with entries; in order. `outcomes`
    are in order of lines. `later_lines` counts the lines entered after `known_at`, which were not
    read.
    """

    editions: tuple[Ruleset, ...]
    as_of: date
    known_at: date | None
    subjects: tuple[Subject, ...]
    entries: tuple[Entry, ...]
    flags: tuple[FlagInterval, ...]
    held: tuple[HeldGain, ...]
    outcomes: tuple[LineOutcome, ...]
    not_settled: tuple[NotSettled, ...]
    refused_facts: tuple[RefusedFact, ...]
    later_lines: int
    receipt: Receipt

    @property
    def redemptions(self) -> int:
        """How many scored lines are redemptions."""
        return sum(
            line.reason is not None and line.reason.code is ReasonCode.REDEEMED
            for line in self.outcomes
        )

    @property
    def scored_later(self) -> int:
        """How many scored lines rule after `as_of`, so that their entries come later."""
        return sum(
            line.rules_on is not None and line.rules_on > self.as_of
            for line in self.outcomes
            if line.outcome is Outcome.SCORED
        )

    @property
    def review_steps(self) -> int:
        """How many scored lines are steps of the review of others."""
        return sum(
            line.reason is not None and line.reason.code is ReasonCode.REVIEWS
            for line in self.outcomes
        )
