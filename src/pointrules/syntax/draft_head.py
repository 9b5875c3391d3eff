"""Where a regulation's table begins, what its columns are, and whether it is two in one."""

from collections.abc import Sequence

from msgspec import Struct

from pointrules.model.scan import Direction
from pointrules.syntax.draft_columns import Column, Role, column_of, plain
from pointrules.syntax.draft_grid import Cell, Cover

_LAST_HEAD_ROW = 40
_RULED = frozenset((Role.POINTS, Role.LIMIT, Role.FULL_MARKS, Role.FREQUENCY, Role.NUMBER))


class Head(Struct, frozen=True):
    """The head of a table: above it stand titles, from `first_row` on what it is about."""

    row: int
    first_row: int
    columns: tuple[Column, ...]

    def halves(self) -> tuple[tuple[Column, ...], ...]:
        """加分项 | 分值 | 扣分项 | 分值 are two tables; what stands left of both is shared."""
        starts = [
            column.index
            for column in self.columns
            if column.role is Role.ITEM and column.direction is not None
        ]
        directions = {column.direction for column in self.columns if column.index in starts}
        if len(starts) != 2 or len(directions) != 2:  # noqa: PLR2004 - one of each
            return (self.columns,)
        first, second = starts
        shared = tuple(column for column in self.columns if column.index < first)
        return (
            (*shared, *(column for column in self.columns if first <= column.index < second)),
            (*shared, *(column for column in self.columns if column.index >= second)),
        )


def head_of(cover: Cover) -> Head | None:
    """The head of the table, None where no row looks like one."""
    rows = dict(cover.rows())
    for row in sorted(rows)[:_LAST_HEAD_ROW]:
        own = [cell for cell in rows[row] if cell.row == row]
        columns = _columns(cover, own, row)
        if not _is_head(columns):
            continue
        below = _second_row(cover, own, rows)
        if below is None:
            last = max(cell.last_row for cell in own)
            is_tall = all(cell.last_row == last for cell in own)
            return Head(row, (last if is_tall else row) + 1, _with_unnamed(columns, rows))
        columns = _columns(cover, own, row, below)
        return Head(row, below + 1, _with_unnamed(columns, rows))
    return None


def is_repeated(head: Head, cover: Cover, row: int) -> bool:
    """Whether the row is the head once more, as on each page of a long table."""
    there = [
        (column, cell)
        for column in head.columns
        if (cell := cover.at(row, column.index)) is not None and cell.row == row
    ]
    return len(there) >= 2 and all(  # noqa: PLR2004 - a single word may be an item
        plain(cell.text) in (plain(column.head), plain(_top(head, cover, column)))
        for column, cell in there
    )


def _top(head: Head, cover: Cover, column: Column) -> str:
    cell = cover.at(head.row, column.index)
    return cell.text if cell is not None else column.head


def _with_unnamed(
    columns: Sequence[Column], rows: dict[int, tuple[Cell, ...]]
) -> tuple[Column, ...]:
    """Columns without a name at their head hold words too."""
    named = {column.index for column in columns}
    used = {cell.column for cells in rows.values() for cell in cells}
    unnamed = (Column(index, "", Role.NOTE) for index in used - named)
    return tuple(sorted((*columns, *unnamed), key=lambda column: column.index))


def _is_head(columns: Sequence[Column]) -> bool:
    roles = {column.role for column in columns}
    return bool(roles & {Role.ITEM, Role.CATEGORY}) and bool(roles & _RULED)


def _second_row(cover: Cover, own: Sequence[Cell], rows: dict[int, tuple[Cell, ...]]) -> int | None:
    """The row of the parts of 分值: 加分, 扣分."""
    wide = [cell for cell in own if cell.columns > 1 and cell.rows == 1]
    if not wide:
        return None
    row = wide[0].row + 1
    beneath = [cell for cell in rows.get(row, ()) if cell.row == row]
    if len(beneath) < 2:  # noqa: PLR2004 - a part alone divides nothing
        return None
    for cell in beneath:
        above = cover.at(row - 1, cell.column)
        head = column_of(cell.column, cell.text, above.text if above is not None else "")
        if above is None or head.role is Role.NOTE:
            return None
    return row


def _columns(
    cover: Cover, own: Sequence[Cell], row: int, below: int | None = None
) -> tuple[Column, ...]:
    found: list[Column] = []
    for cell in own:
        for index in range(cell.column, cell.column + cell.columns):
            part = cover.at(below, index) if below is not None else None
            if part is not None and part.row > row:
                found.append(column_of(index, part.text, cell.text))
            else:
                found.append(column_of(index, cell.text))
    return tuple(found)


def heading_direction(columns: Sequence[Column]) -> Direction | None:
    """What the column of the items says: 加分项, 扣分项."""
    said = {column.direction for column in columns if column.role is Role.ITEM} - {None}
    return said.pop() if len(said) == 1 else None
