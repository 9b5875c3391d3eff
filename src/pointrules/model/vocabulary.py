"""What can be recorded and known: behaviours, attributes, flags, deciders, roles."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pointrules.model.flag import Flag, FlagEffect
from pointrules.model.number import Number
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import Unit
from pointrules.source.source_file import Span

AttributeValue: TypeAlias = Number | str | bool | date
"""A value as a record or a fact carries it; which kind it is, its attribute's type says."""


@dataclass(frozen=True, slots=True)
class EnumeratedType:
    """One of the listed values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumericType:
    """A number of `unit`, not below 0; counted units take whole numbers only."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class TextType:
    """Any words."""


@dataclass(frozen=True, slots=True)
class DateType:
    """A day."""


@dataclass(frozen=True, slots=True)
class YesNoType:
    """是 or 否."""


AttributeType: TypeAlias = EnumeratedType | NumericType | TextType | DateType | YesNoType


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something a record or a subject has; an `optional` one may be left out of a record."""

    name: str
    type: AttributeType
    optional: bool
    origin: Span


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A kind of act or inspection that can be recorded; `aliases` (又称) mean the same."""

    name: str
    aliases: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    origin: Span

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name."""
        return next((item for item in self.attributes if item.name == name), None)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed list of names that rules and records may use."""

    behaviours: tuple[Behaviour, ...]
    household_attributes: tuple[Attribute, ...]
    person_attributes: tuple[Attribute, ...]
    flags: tuple[Flag, ...]
    deciders: tuple[str, ...]
    roles: tuple[str, ...]
    collective_attributes: tuple[tuple[SubjectKind, tuple[Attribute, ...]], ...] = ()

    def behaviour(self, name: str) -> Behaviour | None:
        """The behaviour of that name or alias."""
        for behaviour in self.behaviours:
            if behaviour.name == name or name in behaviour.aliases:
                return behaviour
        return None

    def flag_effects(self, name: str) -> tuple[FlagEffect, ...]:
        """What the flag of that name does."""
        return next((flag.effects for flag in self.flags if flag.name == name), ())

    def subject_attributes(self, kind: SubjectKind) -> tuple[Attribute, ...]:
        """The dated attributes that subjects of that kind have."""
        if kind is SubjectKind.HOUSEHOLD:
            return self.household_attributes
        if kind is SubjectKind.PERSON:
            return self.person_attributes
        return dict(self.collective_attributes).get(kind, ())
