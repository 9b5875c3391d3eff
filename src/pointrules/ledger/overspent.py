"""Balances below 0 where points were spent: a void afterwards may leave one (R23)."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from pointrules.ledger.entry import Entry, EntryKind
from pointrules.model.number import Number, simplified
from pointrules.model.subject import Subject


class Overspent(Struct, frozen=True):
    """An account below 0; `spent` and `owed` are above 0."""

    subject: Subject
    account: str
    spent: Number
    owed: Number


def overspent(entries: Iterable[Entry]) -> tuple[Overspent, ...]:
    """The accounts below 0 that something was spent from, in order."""
    balances: dict[tuple[Subject, str], Number] = defaultdict(int)
    spent: dict[tuple[Subject, str], Number] = defaultdict(int)
    for entry in entries:
        balances[entry.subject, entry.account] += entry.points
        if entry.kind is EntryKind.SPENDING:
            spent[entry.subject, entry.account] -= entry.points
    return tuple(
        Overspent(*key, simplified(spent[key]), simplified(-balances[key]))
        for key in sorted(spent)
        if balances[key] < 0
    )
