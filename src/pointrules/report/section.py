"""A titled part of a statement."""

from msgspec import Struct


class Section(Struct, frozen=True):
    """A title and the lines under it."""

    title: str
    lines: tuple[str, ...]
