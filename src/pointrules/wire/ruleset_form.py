"""What a ruleset's JSON looks like, worked out from the types of the model.

Whoever writes it, reads it or describes it goes by the same forms, so that a field that the model
gains is in all three.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from pointrules.model.number import Number, number_text
from pointrules.source.source_file import Span
from pointrules.wire.ruleset_kinds import KEYS, KINDS

LARGEST_INTEGER = 2**53 - 1
"""What every program that reads JSON can hold exactly; larger whole numbers are text."""


class Plain(StrEnum):
    """A value without parts.

    WHOLE is a JSON integer. NUMBER is one too where it is whole, and otherwise text. PLACE is a
    stretch of a source, by lines and columns.
    """

    TEXT = "text"
    TRUTH = "truth"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    PLACE = "place"


class Word(Struct, frozen=True):
    """One of an enumeration's values."""

    of: type[StrEnum]


class Listed(Struct, frozen=True):
    """A list, as long as it is."""

    item: "Form"


class Several(Struct, frozen=True):
    """A list of so many things, each of its own form."""

    items: "tuple[Form, ...]"


class Parts(Struct, frozen=True):
    """An object: a struct of the model, key by key."""

    of: type[Struct]


class Valued(Struct, frozen=True):
    """An object with the value of something that is no struct."""

    kind: str
    form: "Form"


class Maybe(Struct, frozen=True):
    """The form, or null."""

    form: "Form"


class OneOf(Struct, frozen=True):
    """One of several objects; `kind` says which."""

    choices: "tuple[tuple[str, Parts | Valued], ...]"


Form: TypeAlias = Plain | Word | Listed | Several | Parts | Valued | Maybe | OneOf


class Key(Struct, frozen=True):
    """A field of a struct, and the key that it has."""

    field: str
    key: str
    form: Form


_PLAIN = {
    str: Plain.TEXT,
    bool: Plain.TRUTH,
    int: Plain.WHOLE,
    Fraction: Plain.NUMBER,
    date: Plain.DAY,
    Span: Plain.PLACE,
}


@cache
def keys_of(struct: type[Struct]) -> tuple[Key, ...]:
    """The keys of a struct in order, but for its `kind`."""
    return tuple(
        Key(field.name, KEYS.get((struct, field.name), field.name), form_of(field.type))
        for field in fields(struct)
    )


def form_of(annotation: Any) -> Form:
    """The form of whatever a field of the model may hold."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if get_origin(annotation) is tuple:
        items = get_args(annotation)
        if items[1:] == (Ellipsis,):
            return Listed(form_of(items[0]))
        return Several(tuple(form_of(item) for item in items))
    if get_origin(annotation) in (Union, UnionType):
        return _form_of_union(get_args(annotation))
    assert isinstance(annotation, type), f"a form is needed for {annotation}"
    if issubclass(annotation, StrEnum):
        return Word(annotation)
    assert issubclass(annotation, Struct), f"a form is needed for {annotation}"
    return Parts(annotation)


def _form_of_union(members: tuple[Any, ...]) -> Form:
    if NoneType in members:
        rest = tuple(member for member in members if member is not NoneType)
        return Maybe(_form_of_union(rest))
    if Fraction in members:
        # A whole number is an `int` and every other one a fraction: together they are one thing.
        members = tuple(member for member in members if member is not int)
    if len(members) == 1:
        return form_of(members[0])
    return OneOf(tuple((KINDS[member], _choice(member)) for member in members))


def _choice(member: Any) -> "Parts | Valued":
    form = form_of(member)
    return form if isinstance(form, Parts) else Valued(KINDS[member], form)


def number_json(number: Number) -> int | str:
    """The number as an integer where every reader of JSON can hold it, or else as text."""
    if number.denominator == 1 and -LARGEST_INTEGER <= number <= LARGEST_INTEGER:
        return number.numerator
    return number_text(number)
