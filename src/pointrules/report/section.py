"""A titled part of a statement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A title and the lines under it."""

    title: str
    lines: tuple[str, ...]
