"""Dated facts about subjects: attributes, membership, relations, and who is on the register."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from pointrules.model.beneficiary import Relation
from pointrules.model.period import Interval
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.columns import MEMBERSHIP_WORDS, RELATION_WORDS
from pointrules.records.values import ids_in

LISTED = "listed"


MEMBERSHIP = "household"


_NOBODY: Mapping[str, "SubjectFacts"] = MappingProxyType({})


class Timeline(Struct, frozen=True):
    """One attribute of one subject over time: pieces in order of days, none touching another."""

    starts: tuple[date, ...]
    pieces: tuple[tuple[Interval, AttributeValue], ...]

    def at(self, day: date) -> AttributeValue | None:
        """The value on `day`, None where it is not known."""
        index = bisect_right(self.starts, day)
        if index == 0:
            return None
        interval, value = self.pieces[index - 1]
        return value if interval.last is None or day <= interval.last else None


class SubjectFacts(Struct, frozen=True):
    """What is known of one subject; without `spells` it is known but on no register."""

    spells: tuple[Interval, ...]
    timelines: Mapping[str, Timeline]

    def is_listed(self, day: date) -> bool:
        """Whether the subject is on the register (在册) on `day`."""
        # A loop, since every record asks and a generator costs more than the question.
        for spell in self.spells:  # noqa: SIM110
            if spell.covers(day):
                return True
        return False


class Facts(Struct, frozen=True):
    """All dated facts, by subject. `digest` is that of the lines they were read from.

    `collectives` holds groups, organisations and villages; a kind without any may be missing.
    """

    households: Mapping[str, SubjectFacts]
    persons: Mapping[str, SubjectFacts]
    collectives: Mapping[SubjectKind, Mapping[str, SubjectFacts]]
    digest: str

    def of_kind(self, kind: SubjectKind) -> Mapping[str, SubjectFacts]:
        """The subjects of one kind, by id."""
        if kind is SubjectKind.HOUSEHOLD:
            return self.households
        return self.persons if kind is SubjectKind.PERSON else self.collectives.get(kind, _NOBODY)

    def value(
        self, kind: SubjectKind, subject_id: str, attribute: str, day: date
    ) -> AttributeValue | None:
        """An attribute on `day`, None where it is not known. A person's `household` (户) is one."""
        facts = self.of_kind(kind).get(subject_id)
        if facts is None:
            return None
        if kind is SubjectKind.PERSON and attribute in MEMBERSHIP_WORDS:
            attribute = MEMBERSHIP
        timeline = facts.timelines.get(attribute)
        return None if timeline is None else timeline.at(day)

    def is_known(self, subject: Subject) -> bool:
        """Whether any line names the subject, also one that was refused for what it says of it."""
        return subject.id in self.of_kind(subject.kind)

    def is_listed(self, subject: Subject, day: date) -> bool:
        """Whether the subject is on the register (在册) on `day`."""
        facts = self.of_kind(subject.kind).get(subject.id)
        return facts is not None and facts.is_listed(day)

    def listed_spells(self, subject: Subject) -> tuple[Interval, ...]:
        """The stretches of days on the register, in order, none touching another."""
        facts = self.of_kind(subject.kind).get(subject.id)
        return () if facts is None else facts.spells

    def subjects(self) -> tuple[Subject, ...]:
        """Every known subject: households, then persons, then the rest, each in order of id."""
        return tuple(
            Subject(kind, subject_id)
            for kind in SubjectKind
            for subject_id in sorted(self.of_kind(kind))
        )

    def household_of(self, person_id: str, day: date) -> str | None:
        """The household that a person belongs to on `day`."""
        facts = self.persons.get(person_id)
        if facts is None:
            return None
        timeline = facts.timelines.get(MEMBERSHIP)
        household = None if timeline is None else timeline.at(day)
        return household if isinstance(household, str) else None

    def related(
        self, kind: SubjectKind, subject_id: str, relation: Relation, day: date
    ) -> tuple[str, ...]:
        """The ids that a subject's facts name on `day`; several stand in one cell: 王五、赵六."""
        facts = self.of_kind(kind).get(subject_id)
        if facts is None:
            return ()
        for name in _names_of(kind, relation):
            timeline = facts.timelines.get(name)
            value = None if timeline is None else timeline.at(day)
            if isinstance(value, str):
                return ids_in(value)
        return ()


@lru_cache(maxsize=64)
def _names_of(kind: SubjectKind, relation: Relation) -> tuple[str, ...]:
    """The names that a relation's timeline may have: ours, or those that a ruleset declares."""
    words = RELATION_WORDS[kind]
    return (relation.value, *(word for word, of_word in words.items() if of_word is relation))
