"""Gains that wait for the end of a flag (暂停加分)."""

from msgspec import Struct

from pointrules.ledger.entry import Entry
from pointrules.ledger.flag_interval import FlagInterval


class HeldGain(Struct, frozen=True):
    """`entry` is as it would have entered on the day it was due; no balance counts it.

    `flag` is the one that holds it; the entry comes on the first day on which none does.
    """

    entry: Entry
    flag: FlagInterval
