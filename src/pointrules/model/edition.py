"""What a ruleset says of itself: title, version, dates in force, how it was enacted."""

from dataclasses import dataclass
from datetime import date

from pointrules.model.number import Number


@dataclass(frozen=True, slots=True)
class Enactment:
    """Who passed it, when, and by how many; None where the ruleset does not say."""

    body: str
    passed_on: date
    entitled: Number | None
    present: Number | None
    in_favour: Number | None


@dataclass(frozen=True, slots=True)
class Filing:
    """Where it was filed (备案), and when."""

    authority: str
    filed_on: date


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition, in force from `first_day` to `last_day` (None: until another follows)."""

    title: str
    version: str
    first_day: date
    last_day: date | None
    basis: tuple[str, ...]
    enactment: Enactment | None
    filing: Filing | None
