"""What is wrong with the columns of a table, told with the place and the nearest known column."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pointrules.intake.table_error import TableError
from pointrules.records.columns import (
    DoubledColumn,
    Header,
    MissingColumns,
    TableShape,
    UnknownColumn,
    resolve_header,
)
from pointrules.source.edit_distance import nearest_name

_SHORTEST_PART = 2  # a single character is in too many names


def header_of(path: Path, cells: Sequence[str], shape: TableShape, line: int) -> tuple[str, ...]:
    """The canonical names of a table's columns, in order.

    Raises:
        TableError: a column is unknown, doubled or missing.
    """
    match resolve_header(cells, shape):
        case Header(names):
            return names
        case UnknownColumn(column):
            raise unknown_column(path, column, shape, line)
        case DoubledColumn(column, other):
            raise doubled_column(path, column, other, line)
        case MissingColumns(columns, any_is_enough):
            code = "column-missing-either" if any_is_enough else "column-missing"
            words = "、".join(f"{column.chinese} {column.name}" for column in columns)
            raise TableError(code, file=str(path), line=str(line), column=words)


def _part_of_one(column: str, names: Iterable[str]) -> str | None:
    """公示 for 公示日期, 审核状态 for 状态: the one name that holds the word or is held by it."""
    found = [
        name
        for name in names
        if min(len(name), len(column)) >= _SHORTEST_PART and (name in column or column in name)
    ]
    return found[0] if len(found) == 1 else None


def unknown_column(path: Path, column: str, shape: TableShape, line: int) -> TableError:
    """The error for a column that no table of this kind has."""
    nearest = nearest_name(column, shape.spellings) or _part_of_one(column, shape.spellings)
    place = {"file": str(path), "line": str(line), "column": column}
    if nearest is None:
        return TableError("column-unknown", **place, known=known_columns(shape))
    return TableError("column-misspelt", **place, nearest=nearest)


def doubled_column(path: Path, column: str, other: str, line: int) -> TableError:
    """The error for two columns that mean the same."""
    return TableError("column-doubled", file=str(path), line=str(line), column=column, other=other)


def known_columns(shape: TableShape) -> str:
    """The names of all columns, the Chinese one where there are two."""
    chosen = {name: word for word, name in shape.spellings.items()}
    return "、".join(chosen.values())
