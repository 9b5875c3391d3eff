"""The parties (当事人) of a record: `书记:王五;主任:赵六`, each by role and id."""

import re
from collections.abc import Sequence
from datetime import date

from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.records.columns import SUBJECT_KIND_WORDS
from pointrules.records.facts import Facts
from pointrules.records.reason import Expected, ReasonCode
from pointrules.records.record import Party
from pointrules.records.values import UnfitError, nearby
from pointrules.source.folding import fold

_BETWEEN = re.compile(r"[;；]")
_AFTER_ROLE = re.compile(r"[:：]")
_KINDS = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD, *COLLECTIVES)


def read_parties(cell: str, roles: Sequence[str], facts: Facts, day: date) -> tuple[Party, ...]:
    """The parties in a cell, in its order.

    An id is that of a person, or of a household where no person is called so, or else of a group,
    organisation or village; `甲方:户:张家` says which. Everyone must be on the register on `day`.

    Raises:
        UnfitError: a party cannot be read, has an unknown role, or is not on the register.
    """
    found: list[Party] = []
    for part in _BETWEEN.split(cell):
        if part.strip():
            party = _party(part.strip(), roles, facts, day)
            if party in found:
                raise UnfitError(ReasonCode.PARTY_TWICE, value=part.strip())
            found.append(party)
    if not found:
        raise _unreadable(cell)
    return tuple(found)


def _party(text: str, roles: Sequence[str], facts: Facts, day: date) -> Party:
    pieces = [piece.strip() for piece in _AFTER_ROLE.split(text, maxsplit=1)]
    if len(pieces) < 2 or not all(pieces):  # noqa: PLR2004 - role and id
        raise _unreadable(text)
    written, subject_id = pieces
    role = next((item for item in roles if written == item or fold(written) == fold(item)), None)
    if role is None:
        raise UnfitError(ReasonCode.ROLE_UNKNOWN, **nearby(written, tuple(roles), value=written))
    kinds: tuple[SubjectKind, ...] = _KINDS
    said = [piece.strip() for piece in _AFTER_ROLE.split(subject_id, maxsplit=1)]
    if len(said) > 1 and SUBJECT_KIND_WORDS.get(fold(said[0]).lower()) in _KINDS:
        kinds, subject_id = (SUBJECT_KIND_WORDS[fold(said[0]).lower()],), said[1]
    subjects = [Subject(kind, subject_id) for kind in kinds]
    subject = next((item for item in subjects if facts.is_known(item)), None)
    if subject is None:
        raise _unknown(kinds[0], subject_id)
    if not facts.is_listed(subject, day):
        raise UnfitError(
            ReasonCode.SUBJECT_NOT_LISTED, **{subject.kind.value: subject.id}, day=day.isoformat()
        )
    match subject.kind:
        case SubjectKind.HOUSEHOLD:
            return Party(role, subject, subject.id)
        case SubjectKind.PERSON:
            return Party(role, subject, facts.household_of(subject.id, day))
        case _:
            return Party(role, subject, None)


def _unknown(kind: SubjectKind, subject_id: str) -> UnfitError:
    match kind:
        case SubjectKind.PERSON:
            return UnfitError(ReasonCode.PERSON_UNKNOWN, person=subject_id)
        case SubjectKind.HOUSEHOLD:
            return UnfitError(ReasonCode.HOUSEHOLD_UNKNOWN, household=subject_id)
        case _:
            return UnfitError(ReasonCode.COLLECTIVE_UNKNOWN, kind=kind, value=subject_id)


def _unreadable(text: str) -> UnfitError:
    return UnfitError(
        ReasonCode.FIELD_UNREADABLE, column="parties", value=text, expected=str(Expected.PARTIES)
    )
