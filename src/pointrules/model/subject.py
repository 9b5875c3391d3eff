"""Who points belong to."""

from enum import StrEnum

from msgspec import Struct


class SubjectKind(StrEnum):
    """The kinds of subject an account is kept for."""

    HOUSEHOLD = "household"
    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    VILLAGE = "village"


COLLECTIVES = (SubjectKind.GROUP, SubjectKind.ORGANISATION, SubjectKind.VILLAGE)
"""组, 组织, 村: whoever is neither a household nor a person."""


class Subject(Struct, frozen=True, order=True):
    """One household, person, group, …; `id` is opaque, and sorts by code point."""

    kind: SubjectKind
    id: str
