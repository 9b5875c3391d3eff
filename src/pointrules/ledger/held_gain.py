"""Gains that wait for the end of a flag (暂停加分)."""

from dataclasses import dataclass

from pointrules.ledger.entry import Entry
from pointrules.ledger.flag_interval import FlagInterval


@dataclass(frozen=True, slots=True)
class HeldGain:
    """`entry` is as it would have entered on the day it was due; no balance counts it.

    `flag` is the one that holds it; the entry comes on the first day on which none does.
    """

    entry: Entry
    flag: FlagInterval
