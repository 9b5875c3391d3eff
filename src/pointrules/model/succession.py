"""What becomes of a rule's counters when a new edition begins: they go on, or begin afresh."""

from msgspec import Struct

from pointrules.model.scan import Owner
from pointrules.source.source_file import Span


class Succession(Struct, frozen=True):
    """Said of a clause or category where its number or name does not tell it already.

    With `predecessor` (接续) it goes on with the counters of that clause or category of the edition
    before; without (重新起算) its counters begin at nothing, though number or name return.
    """

    owner: Owner
    predecessor: str | None
    origin: Span
