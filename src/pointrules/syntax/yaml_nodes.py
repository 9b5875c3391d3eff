"""YAML as nodes: texts, sequences and mappings, each with its exact place in the file."""

from typing import TypeAlias

from msgspec import Struct


class YamlScalar(Struct, frozen=True):
    """One value. It is always text: what 3.10, yes or 2026-01-01 mean is for the reader to say.

    `start` and `end` are the value as written, quotes included; both are the place where it would
    stand if it is empty. `inner_start` and `inner_end` leave out quotes and the head of a block.
    `offsets` is None where the text is the slice of the file between these two, or where that
    slice, read with its line ends as spaces, says the same (blocks and values of several lines).
    Otherwise, in quoted values with escapes, it has the place of each character of `text`, and of
    its end.
    """

    text: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    offsets: tuple[int, ...] | None = None


class YamlSequence(Struct, frozen=True):
    """Values in a row, in lines with a hyphen or between square brackets."""

    items: tuple["YamlNode", ...]
    start: int
    end: int


class YamlMapping(Struct, frozen=True):
    """Keys and their values in the order of the file; a key may stand twice."""

    pairs: tuple[tuple[YamlScalar, "YamlNode"], ...]
    start: int
    end: int


YamlNode: TypeAlias = YamlScalar | YamlSequence | YamlMapping


class YamlComment(Struct, frozen=True):
    """A remark as it is written, from its # on, without blanks at its end."""

    text: str
    start: int
    end: int
