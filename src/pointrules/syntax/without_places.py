"""Trees compared by what they say, and not by where it stands."""

from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from pointrules.source.source_file import Span

_PLACES = frozenset({"span", "file"})


def without_places(node: Any) -> Any:
    """The tree as nested tuples, without the spans of its nodes."""
    if isinstance(node, Span):
        return None
    if isinstance(node, Struct):
        parts = ((item.name, getattr(node, item.name)) for item in fields(node))
        return (
            type(node).__name__,
            *((name, without_places(part)) for name, part in parts if name not in _PLACES),
        )
    if isinstance(node, tuple):
        return tuple(map(without_places, node))
    return node
