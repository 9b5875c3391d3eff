"""The ways to write a ruleset, told apart by how the file's name ends."""

from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType


class Notation(StrEnum):
    """POINTS: the language itself. YAML: the same as data. MARKDOWN: rules in the regulation."""

    POINTS = "points"
    YAML = "yaml"
    MARKDOWN = "markdown"


ENDINGS = MappingProxyType(
    {
        ".points": Notation.POINTS,
        ".yaml": Notation.YAML,
        ".yml": Notation.YAML,
        ".md": Notation.MARKDOWN,
        ".markdown": Notation.MARKDOWN,
    }
)


def notation_of(name: str) -> Notation:
    """How a file of this name is written; any other ending is that of the language itself."""
    return ENDINGS.get(PurePath(name).suffix.lower(), Notation.POINTS)
