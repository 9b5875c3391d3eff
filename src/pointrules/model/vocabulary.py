"""What can be recorded and known: behaviours, attributes, flags, deciders, roles."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.flag import Flag, FlagEffect
from pointrules.model.number import Number
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import Unit
from pointrules.source.source_file import Span

AttributeValue: TypeAlias = Number | str | bool | date
"""A value as a record or a fact carries it; which kind it is, its attribute's type says."""


class EnumeratedType(Struct, frozen=True):
    """One of the listed values."""

    values: tuple[str, ...]


class NumericType(Struct, frozen=True):
    """A number of `unit`, not below 0; counted units take whole numbers only."""

    unit: Unit


class TextType(Struct, frozen=True):
    """Any words."""


class DateType(Struct, frozen=True):
    """A day."""


class YesNoType(Struct, frozen=True):
    """是 or 否."""


AttributeType: TypeAlias = EnumeratedType | NumericType | TextType | DateType | YesNoType


class Attribute(Struct, frozen=True):
    """Something a record or a subject has; an `optional` one may be left out of a record."""

    name: str
    type: AttributeType
    optional: bool
    origin: Span


class Behaviour(Struct, frozen=True):
    """A kind of act or inspection that can be recorded; `aliases` (又称) mean the same."""

    name: str
    aliases: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    origin: Span

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name."""
        return next((item for item in self.attributes if item.name == name), None)


class Vocabulary(Struct, frozen=True):
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
