"""Lines of a log or of facts as they were read: text by column, nothing judged yet."""

from collections.abc import Mapping

from msgspec import Struct


class LineNumber(Struct, frozen=True, order=True, gc=False):
    """Where a line stands: the file's name, and its number there, counted from 1."""

    file: str
    number: int


class RawLine(Struct, frozen=True, gc=False):
    """A line by canonical column name; empty cells are absent.

    `overflow` holds cells beyond the last column, which make the line unreadable.
    """

    at: LineNumber
    fields: Mapping[str, str]
    overflow: tuple[str, ...] = ()


def place_text(place: LineNumber, seen_from: LineNumber) -> str:
    """How a message at `seen_from` names `place`: a number, with the file where it is another."""
    if place.file == seen_from.file:
        return str(place.number)
    return f"{place.file}:{place.number}"
