"""A flag as the ledger tells it: on whom, from when to when, by what, and what it does."""

from datetime import date

from msgspec import Struct

from pointrules.model.flag import FlagEffect, FlagEnd
from pointrules.model.subject import Subject


class FlagInterval(Struct, frozen=True):
    """A flag that was open on a subject, both days included.

    `last_day` is None while only a record can close it, which `end` tells. `record_id` is the
    record that opened it; None where points or a settlement did. `closed_by` is the record that
    closed it before its time, on the day after `last_day`; one closed on the day of its opening was
    never open, and its last day lies before its first.
    """

    subject: Subject
    flag: str
    first_day: date
    last_day: date | None
    clause: str
    record_id: str | None
    end: FlagEnd
    closed_by: str | None
    effects: tuple[FlagEffect, ...]

    def covers(self, day: date) -> bool:
        """Whether it was open on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
