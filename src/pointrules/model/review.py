"""Which records count (评议), and which of their dates rules."""

from dataclasses import dataclass
from enum import StrEnum

from pointrules.source.source_file import Span


class RulingDate(StrEnum):
    """The one date that rules order, limit period and total (归期)."""

    OCCURRED = "occurred"
    REVIEWED = "reviewed"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Review:
    """Only approved records count; edition and attributes always follow the date of occurrence."""

    ruling_date: RulingDate
    origin: Span
