"""What a ledger was computed from, so that anyone can compute it again and compare."""

from datetime import date

from msgspec import Struct


class Receipt(Struct, frozen=True):
    """Digests are SHA-256 in hexadecimal; `digest` covers all the other fields.

    `semantics` is the version of the language's meaning, apart from the software's own version.
    """

    semantics: str
    editions: tuple[str, ...]
    facts: str
    log: str
    as_of: date
    known_at: date | None
    digest: str
