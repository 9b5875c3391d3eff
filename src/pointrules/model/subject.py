"""Who points belong to."""

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """The kinds of subject an account is kept for."""

    HOUSEHOLD = "household"
    PERSON = "person"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """One household or person; `id` is opaque, and sorts by code point."""

    kind: SubjectKind
    id: str
