"""Any value that a type of the model allows, sense or none, worked out from its annotations."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from pointrules.model.number import simplified
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import Span, source_file

SOURCE = source_file("村.points", "细则「柳树村」\n条款 1\r\n\n  加 2 分")
SOURCES = {SOURCE.name: SOURCE}
LARGE = 2**53

_DEEPEST = 4


def values(annotation: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of that type, not nested without end."""
    if annotation is Span:
        place = st.integers(0, len(SOURCE.text))
        return st.builds(Span, st.just(SOURCE.name), place, place)
    if annotation is int:
        return st.integers(1 - LARGE, LARGE - 1)
    if annotation is Fraction:
        return st.builds(simplified, st.fractions(max_denominator=360))
    if annotation is str:
        return st.text(max_size=5)
    if annotation is bool:
        return st.booleans()
    if annotation is date:
        return st.dates()
    if annotation is NoneType:
        return st.none()
    if get_origin(annotation) is tuple:
        items = get_args(annotation)
        if items[1:] == (...,):
            if depth > _DEEPEST:
                return st.just(())
            return st.lists(values(items[0], depth + 1), max_size=2).map(tuple)
        return st.tuples(*(values(item, depth + 1) for item in items))
    if get_origin(annotation) in (Union, UnionType):
        return _values_of_union(get_args(annotation), depth)
    if issubclass(annotation, StrEnum):
        return st.sampled_from(annotation)
    assert issubclass(annotation, Struct), annotation
    parts = (values(field.type, depth + 1) for field in fields(annotation))
    return st.builds(annotation, *parts)


def _values_of_union(members: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    if depth > _DEEPEST:
        members = (NoneType,) if NoneType in members else _shallow(members)
    if int in members and Fraction in members:
        # Beyond what JSON's integers hold everywhere, too.
        beyond = st.integers(LARGE, 10 * LARGE)
        return st.one_of(beyond, *(values(member, depth) for member in members))
    chosen = st.sampled_from(members)
    return chosen.flatmap(lambda member: values(member, depth))


def _shallow(members: tuple[Any, ...]) -> tuple[Any, ...]:
    """Those that hold nothing of their own kind, so that generation ends."""
    return tuple(
        member
        for member in members
        if not (isinstance(member, type) and issubclass(member, Struct))
        or not any("Condition" in str(field.type) for field in fields(member))
    )[:2]


def structs_of_model() -> list[type[Struct]]:
    """Every struct that a ruleset may hold, found from `Ruleset` by the fields alone."""
    found: list[type[Struct]] = []

    def look_at(annotation: Any) -> None:
        for part in get_args(annotation):
            look_at(part)
        if not isinstance(annotation, type) or not issubclass(annotation, Struct):
            return
        if annotation not in found:
            found.append(annotation)
            for field in fields(annotation):
                look_at(field.type)

    look_at(Ruleset)
    return found


def unions_of_model() -> list[tuple[Any, ...]]:
    """The types of every place where one of several may stand."""
    found: list[tuple[Any, ...]] = []

    def look_at(annotation: Any) -> None:
        parts = get_args(annotation)
        for part in parts:
            look_at(part)
        if get_origin(annotation) in (Union, UnionType):
            choices = tuple(part for part in parts if part is not NoneType)
            if len(choices) > 1 and set(choices) != {int, Fraction}:
                found.append(choices)

    for struct in structs_of_model():
        for field in fields(struct):
            look_at(field.type)
    return found
