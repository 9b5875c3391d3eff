"""Columns as most editors count them, where a rare character such as 𠮷 counts twice."""

import re
from bisect import bisect_left

from msgspec import Struct, field

from pointrules.source.source_file import Position, SourceFile

_TWICE = re.compile("[\U00010000-\U0010ffff]")


class Utf16Columns(Struct):
    """Counts columns in UTF-16; where the rare characters of a text are is looked up once."""

    _found: dict[str, list[int]] = field(default_factory=dict)

    def column(self, source: SourceFile, position: Position) -> int:
        """The column of a position of `source`, beginning at 1."""
        if source.name not in self._found:
            self._found[source.name] = [found.start() for found in _TWICE.finditer(source.text)]
        rare = self._found[source.name]
        start = source.line_starts[position.line - 1]
        before = bisect_left(rare, start + position.column - 1) - bisect_left(rare, start)
        return position.column + before
