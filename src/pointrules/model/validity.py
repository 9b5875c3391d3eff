"""Validity of an entry (有效期): how long its points count before they are taken back."""

from collections.abc import Mapping
from typing import TypeAlias, assert_never

from msgspec import Struct

from pointrules.model.number import Number, size
from pointrules.model.period import Duration
from pointrules.model.vocabulary import Attribute, AttributeValue
from pointrules.source.source_file import Span

Lasts: TypeAlias = Duration | None
"""How long something is valid; None is for good."""


class FixedValidity(Struct, frozen=True):
    """有效期 1 年, or 长期有效: the same for every entry."""

    lasts: Lasts


class LevelValidity(Struct, frozen=True):
    """有效期 按 级别：国家级 5 年，其余 1 年: by an enumerated attribute of the record.

    Every value has a row, or `otherwise` is for those without; `has_otherwise` says which.
    """

    attribute: Attribute
    rows: tuple[tuple[str, Lasts], ...]
    otherwise: Lasts
    has_otherwise: bool


class SizeBand(Struct, frozen=True):
    """From `lower` points on, gained or lost (that number included if `inclusive`)."""

    lower: Number
    inclusive: bool
    lasts: Lasts


class SizeValidity(Struct, frozen=True):
    """有效期：10 分以上 2 年，其余 1 年: by the size of the entry's final amount. Bands rise."""

    bands: tuple[SizeBand, ...]
    below: Lasts


ValidityRule: TypeAlias = FixedValidity | LevelValidity | SizeValidity


class Validity(Struct, frozen=True):
    """What a clause, a category or an account says of the validity of its entries.

    `rule` is None where a clause only says from when the time runs, and leaves how long to its
    category or account. `clock` is the day-attribute that it runs from (自 … 之日起): while it is
    not known, entries stay. None: from the date of occurrence.
    """

    rule: ValidityRule | None
    clock: Attribute | None
    origin: Span


def lasts(rule: ValidityRule, points: Number, attributes: Mapping[str, AttributeValue]) -> Lasts:
    """How long an entry of `points` is valid that a record with `attributes` made."""
    match rule:
        case FixedValidity(duration):
            return duration
        case LevelValidity(attribute, rows, otherwise):
            level = attributes.get(attribute.name)
            return next((duration for value, duration in rows if value == level), otherwise)
        case SizeValidity(bands, below):
            reached, how_much = below, size(points)
            for band in bands:
                if how_much > band.lower or (band.inclusive and how_much == band.lower):
                    reached = band.lasts
            return reached
        case _:
            assert_never(rule)
