"""What an entry rests on that a flag took, gave back or kept back."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.measure import Measure
from pointrules.model.number import Number


class TakenByFlag(Struct, frozen=True):
    """A flag took what lay above `to`: `found` is what the measure was when it opened.

    `record_id` is the record that opened it, None where points or a settlement did.
    """

    flag: str
    clause: str
    record_id: str | None
    measure: Measure
    found: Number
    to: Number


class ReturnedByRepair(Struct, frozen=True):
    """The flag was withdrawn, so what it had taken comes back.

    `taken_by` is the flag that had taken it, on `taken_on`; where several overlapped, `flag` is the
    last of them to be withdrawn, and `closed_by` the record that did.
    """

    flag: str
    closed_by: str
    taken_by: str
    taken: Number
    taken_on: date


class EndAgain(Struct, frozen=True):
    """The end of a period as it was without some points, and as it would have been with them.

    `without` and `together` are balances; the next period began with `left_without` of the one and
    would have begun with `left_together` of the other.
    """

    last_day: date
    without: Number
    left_without: Number
    together: Number
    left_together: Number


class KeptBack(Struct, frozen=True):
    """Points that a flag had not taken, but let enter as 0: of a record, or of a settlement."""

    record_id: str | None


class LapsedWithPeriod(Struct, frozen=True):
    """The flag was withdrawn when the period was over from which it had taken.

    What it took would have been reset or carried in part with that period: so much is `left`, as
    the `ends` say, each worked out with what has come back before it. `kept` where the flag had
    kept them back.
    """

    flag: str
    closed_by: str
    taken_by: str
    taken: Number
    taken_on: date
    left: Number
    kept: KeptBack | None
    ends: tuple[EndAgain, ...]


FlagGround: TypeAlias = TakenByFlag | ReturnedByRepair | LapsedWithPeriod
