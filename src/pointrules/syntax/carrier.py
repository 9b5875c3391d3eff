"""The phrases of a YAML file as one text for the scanner, each in the place where it is written.

All that is no value is blank, and a line ends behind each value, so that no word runs from one into
the next. A place in this text is a place in the file, but in quoted values with escapes, which are
closed up and remember where their characters stand.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from pointrules.syntax.places import AS_WRITTEN, ClosedUp, Places
from pointrules.syntax.yaml_nodes import YamlNode, YamlScalar, YamlSequence

_NOT_LINE_END = re.compile(r"[^\n]")


class Carrier(Struct, frozen=True):
    """The text to be scanned, and where in the file it stands otherwise than it is read."""

    text: str
    places: Places


def carry(text: str, root: YamlNode) -> Carrier:
    """The values of the file `text` whose nodes are under `root`."""
    written: list[str] = []
    closed_up: list[ClosedUp] = []
    position = 0
    for scalar in sorted(scalars_of((root,)), key=lambda item: item.inner_start):
        start, end = scalar.inner_start, scalar.inner_end
        if start < position or start == end:
            continue  # an alias stands where its anchor does
        written.append(_blank(text[position:start]))
        if scalar.offsets is None:
            written.append(text[start:end])
        else:
            closed_up.append(ClosedUp(start, scalar.offsets))
            written.append(scalar.text.replace("\n", " ").ljust(end - start))
        position = end
    written.append(_blank(text[position:]))
    return Carrier("".join(written), Places(closed_up) if closed_up else AS_WRITTEN)


def scalars_of(nodes: Iterable[YamlNode]) -> Iterator[YamlScalar]:
    """All values under `nodes`, keys too."""
    for node in nodes:
        if isinstance(node, YamlScalar):
            yield node
        elif isinstance(node, YamlSequence):
            yield from scalars_of(node.items)
        else:
            for key, value in node.pairs:
                yield key
                yield from scalars_of((value,))


def _blank(text: str) -> str:
    """What stands between two values: nothing, but that the line ends."""
    blank = _NOT_LINE_END.sub(" ", text)
    return "\n" + blank[1:] if blank else ""
