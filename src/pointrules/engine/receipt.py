"""The receipt of a ledger: what it was computed from, in digests."""

import hashlib
from collections.abc import Sequence
from datetime import date

from pointrules.ledger.receipt import Receipt
from pointrules.model.ruleset import Ruleset
from pointrules.records.facts import Facts
from pointrules.records.log import Log

SEMANTICS = "0.1"
"""The version of the meaning of rulesets; it rises with anything that can change a total."""


def receipt_of(
    editions: Sequence[Ruleset], facts: Facts, log: Log, as_of: date, known_at: date | None
) -> Receipt:
    """The receipt of what is computed from these."""
    digests = tuple(ruleset.digest for ruleset in editions)
    fields = (
        SEMANTICS,
        *digests,
        facts.digest,
        log.digest,
        as_of.isoformat(),
        "" if known_at is None else known_at.isoformat(),
    )
    digest = hashlib.sha256("\n".join(fields).encode()).hexdigest()
    return Receipt(SEMANTICS, digests, facts.digest, log.digest, as_of, known_at, digest)
