"""JSON written piece by piece: a document of many items is never held as a whole."""

import json
from collections.abc import Iterable, Iterator

_STEP = "  "


def json_text(value: object) -> str:
    """Readable JSON that can be written as UTF-8 whatever it holds."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # Half a surrogate pair, if a host's text holds one, cannot be written as UTF-8.
    return text.encode("utf-8", errors="replace").decode("utf-8")


def json_items(items: Iterable[object], depth: int) -> Iterator[str]:
    """The items of an array that stands `depth` steps deep, with its brackets."""
    margin = _STEP * (depth + 1)
    is_first = True
    for item in items:
        yield "[\n" if is_first else ",\n"
        is_first = False
        yield indented(json_text(item), margin)
    yield "[]" if is_first else f"\n{_STEP * depth}]"


def indented(text: str, margin: str) -> str:
    """Each line behind the margin; in JSON a line feed never stands within a word."""
    return margin + text.replace("\n", f"\n{margin}")
