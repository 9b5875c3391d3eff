"""Who gets what a clause gives (计给), beside the subject that the record itself names."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span


class Relation(StrEnum):
    """Whom dated facts name: the head of a household, a person's spouse or parents.

    MEMBERS are all who belong to the household (家庭成员).

    GROUP, ORGANISATION and VILLAGE are those that a household belongs to (本组, 本组织, 本村).
    """

    HEAD = "head"
    SPOUSE = "spouse"
    PARENTS = "parents"
    MEMBERS = "members"
    GROUP = "group"
    ORGANISATION = "organisation"
    VILLAGE = "village"


class Own(StrEnum):
    """The record's own person (本人) or household (本户)."""

    PERSON = "person"
    HOUSEHOLD = "household"


class PartiesOf(Struct, frozen=True):
    """The record's parties with one of `roles`, every party (各方) where there are none."""

    roles: tuple[str, ...]


Who: TypeAlias = Own | Relation | PartiesOf


class Beneficiary(Struct, frozen=True):
    """One of those after 计给; with `otherwise` only where nobody before it is there (或)."""

    who: Who
    otherwise: bool
    origin: Span

    @property
    def kind(self) -> SubjectKind | None:
        """The kind of its subjects; None where parties may be of several."""
        match self.who:
            case PartiesOf():
                return None
            case Own.HOUSEHOLD:
                return SubjectKind.HOUSEHOLD
            case Relation.GROUP | Relation.ORGANISATION | Relation.VILLAGE:
                return SubjectKind(self.who.value)
            case _:
                return SubjectKind.PERSON
