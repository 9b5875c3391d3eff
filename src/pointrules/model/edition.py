"""What a ruleset says of itself: title, version, dates in force, how it was enacted."""

from datetime import date

from msgspec import Struct

from pointrules.model.number import Number


class Enactment(Struct, frozen=True):
    """Who passed it, when, and by how many; None where the ruleset does not say."""

    body: str
    passed_on: date
    entitled: Number | None
    present: Number | None
    in_favour: Number | None


class Filing(Struct, frozen=True):
    """Where it was filed (备案), and when."""

    authority: str
    filed_on: date


class Edition(Struct, frozen=True):
    """One edition, in force from `first_day` to `last_day` (None: until another follows)."""

    title: str
    version: str
    first_day: date
    last_day: date | None
    basis: tuple[str, ...]
    enactment: Enactment | None
    filing: Filing | None
