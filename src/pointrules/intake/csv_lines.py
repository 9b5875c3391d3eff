"""Lines of a table with separated values (CSV, TSV)."""

import csv
from collections.abc import Iterator
from pathlib import Path

from pointrules.intake.columns_told import header_of
from pointrules.intake.decoding import LINE_CHARACTERS, line_too_long
from pointrules.intake.table_error import TableError
from pointrules.records.columns import TableShape
from pointrules.records.line import LineNumber, RawLine

CELLS = 1_000
"""The most cells a line may have."""
_OTHER_SEPARATORS = (";", "；", "，", "|", "、")


def csv_lines(
    path: Path, lines: Iterator[str], shape: TableShape, *, separator: str | None
) -> Iterator[RawLine]:
    """The lines below the header, without wholly blank ones.

    A `separator` of None means a comma, or a tab where the header has tabs and no comma.

    Raises:
        TableError: the header does not fit `shape`, or the file cannot be cut into cells.
    """
    feed = _Feed(path, lines)
    first = next(feed, None)
    while first is not None and not first.strip():
        first = next(feed, None)
    if first is None:
        raise TableError("file-empty", file=str(path))
    if separator is None:
        separator = "\t" if "\t" in first and "," not in first else ","
    feed.hand_back(first)
    rows = csv.reader(feed, delimiter=separator, strict=True)
    names: tuple[str, ...] | None = None
    while (row := _next_row(path, rows, feed)) is not None:
        if names is None:
            names = _names(path, row, shape, feed.row_start)
            continue
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        yield _raw_line(LineNumber(str(path), feed.row_start), names, cells)


class _Feed:
    """Hands lines to the CSV reader and knows where the row now being read began.

    The CSV reader joins lines while a quote is open, without end; so the feed counts.
    """

    def __init__(self, path: Path, lines: Iterator[str]) -> None:
        self._path = path
        self._lines = lines
        self._waiting: str | None = None
        self._number = 0
        self._characters = 0
        self.row_start = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._waiting is None:
            line = next(self._lines)
            self._number += 1
        else:
            line, self._waiting = self._waiting, None
        if not self._characters:
            self.row_start = self._number
        self._characters += len(line)
        if self._characters > LINE_CHARACTERS:
            raise line_too_long(self._path, self.row_start)
        return line

    def hand_back(self, line: str) -> None:
        """Give `line`, the last one taken, once more."""
        self._waiting = line
        self._characters = 0

    def row_ends(self) -> None:
        """The next line begins a row."""
        self._characters = 0


def _next_row(path: Path, rows: "Iterator[list[str]]", feed: _Feed) -> list[str] | None:
    feed.row_ends()
    try:
        row = next(rows, None)
    except csv.Error as error:
        raise _row_error(path, feed, str(error)) from error
    if row is not None and len(row) > CELLS:
        raise TableError(
            "too-many-cells", file=str(path), line=str(feed.row_start), limit=str(CELLS)
        )
    return row


def _row_error(path: Path, feed: _Feed, message: str) -> TableError:
    if "field larger" in message:
        return TableError(
            "line-too-long",
            file=str(path),
            line=str(feed.row_start),
            limit=str(csv.field_size_limit()),
        )
    return TableError("quotes-broken", file=str(path), line=str(feed.row_start))


def _names(path: Path, row: list[str], shape: TableShape, line: int) -> tuple[str, ...]:
    if len(row) == 1 and any(separator in row[0] for separator in _OTHER_SEPARATORS):
        raise TableError("separator-unknown", file=str(path), line=str(line))
    return header_of(path, row, shape, line)


def _raw_line(at: LineNumber, names: tuple[str, ...], cells: list[str]) -> RawLine:
    fields: dict[str, str] = {}
    overflow: list[str] = []
    for name, cell in zip(names, cells, strict=False):
        if cell:
            if name:
                fields[name] = cell
            else:
                overflow.append(cell)
    if len(cells) > len(names):
        overflow.extend(cell for cell in cells[len(names) :] if cell)
    return RawLine(at, fields, tuple(overflow))
