"""Records and facts that a host hands over as mappings from column to value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

from pointrules.intake.columns_told import doubled_column, unknown_column
from pointrules.intake.table_error import TableError
from pointrules.model.number import number_text
from pointrules.model.ruleset import Ruleset
from pointrules.records.columns import TableShape, column_of, fact_shape, record_shape
from pointrules.records.line import LineNumber, RawLine

Cell: TypeAlias = str | int | Decimal | Fraction | bool | date | None
"""What a cell may hold. A binary float is refused: 0.1 is not the number it looks like."""

Row: TypeAlias = Mapping[str, Cell]


def record_rows(rows: Iterable[Row], editions: Sequence[Ruleset]) -> Iterator[RawLine]:
    """The lines of a log from `rows`, numbered from 1, under the name `records`.

    Raises:
        TableError: a column is unknown or doubled, or a value is of a kind that is not read.
    """
    return _lines(rows, record_shape(editions), Path("records"))


def fact_rows(rows: Iterable[Row]) -> Iterator[RawLine]:
    """The lines of a table of facts from `rows`, likewise, under the name `facts`."""
    return _lines(rows, fact_shape(), Path("facts"))


def _lines(rows: Iterable[Row], shape: TableShape, table: Path) -> Iterator[RawLine]:
    for number, row in enumerate(rows, start=1):
        fields: dict[str, str] = {}
        seen: dict[str, str] = {}
        for key, value in row.items():
            name = column_of(key.strip(), shape)
            if name is None:
                raise unknown_column(table, key, shape, number)
            if name in seen:
                raise doubled_column(table, key, seen[name], number)
            seen[name] = key
            text = _text(value, table, number, key)
            if text:
                fields[name] = text
        if fields:
            yield RawLine(LineNumber(str(table), number), fields)


def _text(value: object, table: Path, number: int, column: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value.strip()
        case int() | Fraction():
            return number_text(value)
        case Decimal() if value.is_finite():
            return number_text(Fraction(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            raise TableError(
                "value-of-other-kind",
                file=str(table),
                line=str(number),
                column=column,
                kind=type(value).__name__,
            )
