"""A flag of a run, from its opening on; a record may close it before its time."""

from datetime import date

from msgspec import Struct

from pointrules.ledger.flag_interval import FlagInterval
from pointrules.model.flag import FlagEffect, FlagEnd, HoldsGains, LowersPoints
from pointrules.model.subject import Subject


class OpenedFlag(Struct, eq=False):
    """`reached_on` is the day of what opened it; `closed_by` the record that closed it, if any.

    A flag keeps the effects and the duration of the edition that it was opened under (R25).
    """

    subject: Subject
    flag: str
    effects: tuple[FlagEffect, ...]
    end: FlagEnd
    clause: str
    edition: str
    record_id: str | None
    reached_on: date
    first_day: date
    last_day: date | None
    due_day: date | None
    closed_by: str | None = None

    def covers(self, day: date) -> bool:
        """Whether it is open on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def holds(self, account: str) -> bool:
        """Whether it holds the gains of an account (暂停加分)."""
        return any(
            isinstance(effect, HoldsGains) and (not effect.accounts or account in effect.accounts)
            for effect in self.effects
        )

    def lowers(self, account: str) -> bool:
        """Whether it keeps an account lowered (本期清零)."""
        return any(
            isinstance(effect, LowersPoints) and (not effect.accounts or account in effect.accounts)
            for effect in self.effects
        )

    def interval(self, as_of: date) -> FlagInterval:
        """As the ledger tells it on `as_of`: it knows of no record that closes it later."""
        is_closed = self.last_day is not None and self.last_day < as_of
        return FlagInterval(
            subject=self.subject,
            flag=self.flag,
            first_day=self.first_day,
            last_day=self.last_day if is_closed else self.due_day,
            clause=self.clause,
            record_id=self.record_id,
            end=self.end,
            closed_by=self.closed_by if is_closed else None,
            effects=self.effects,
        )
