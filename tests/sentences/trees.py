"""Trees compared by what they say, and not by where it stands."""

from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from pointrules.source.source_file import Span


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


_PLACES = frozenset({"span", "file"})


def same_tree(one: Any, other: Any) -> bool:
    """Whether two trees, or parts of them, say the same."""
    return bool(without_places(one) == without_places(other))


def without_noise(node: Any) -> Any:
    """As `without_places`, less the 超出不计 that says nothing at a limit of times."""
    return _less_noise(without_places(node))


def _less_noise(node: Any) -> Any:
    if not isinstance(node, tuple):
        return node
    kept: list[Any] = []
    for part in map(_less_noise, node):
        if _is(part, "Beyond") and kept and _counts_times(kept[-1]):
            continue
        kept.append(part)
    if _counts_times(tuple(kept)):
        return tuple(("refuses", False) if part == ("refuses", True) else part for part in kept)
    return tuple(kept)


def _is(node: Any, kind: str) -> bool:
    return isinstance(node, tuple) and node[:1] == (kind,)


def _counts_times(node: Any) -> bool:
    return _is(node, "Limit") and ("unit", "次") in dict(node[1:])["quantity"]
