"""Columns that stand right under Chinese text."""

from collections.abc import Sequence

from pointrules.source.display_width import display_width, visible

_GAP = "  "


def table_lines(rows: Sequence[Sequence[str]], right: frozenset[int]) -> tuple[str, ...]:
    """`rows` as lines, padded to the widest cell; columns in `right` are set to the right."""
    cells = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    return tuple(
        _GAP.join(
            _padded(cell, width, is_right=index in right)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _padded(cell: str, width: int, *, is_right: bool) -> str:
    padding = " " * (width - display_width(cell))
    return padding + cell if is_right else cell + padding
