"""Tables of real schemes, written down as text, made into the files that villages have.

Each line of a table is its cells, then what the draft must make of it, worked out by hand:
`类别 | 项目 | 分值 => 表头`. `^` is merged with the cell above, `<` with the one to the left.
"""

import csv
import re
from pathlib import Path
from typing import Any

from docx import Document
from msgspec import Struct
from openpyxl import Workbook

HERE = Path(__file__).parent / "tables"
_WHOLE = re.compile(r"-?[0-9]+")


class Row(Struct, frozen=True):
    """A row's cells and what it must become: one expectation for each clause."""

    cells: tuple[str, ...]
    expected: tuple[str, ...]


class Sheet(Struct, frozen=True):
    """A table with the format of its file, and how many clauses and 待定 it must make."""

    name: str
    form: str
    title: str
    scoring: int
    undecided: int
    rows: tuple[Row, ...]


def sheet(name: str) -> Sheet:
    """The table of that name."""
    head, body = (HERE / f"{name}.txt").read_text(encoding="utf-8").split("---\n")
    found = re.search(r"格式 (\w+) ?(\w*) · 条款 (\d+) 待定 (\d+)", head)
    assert found, name
    rows = tuple(_row(line) for line in body.splitlines())
    return Sheet(name, found[1], found[2], int(found[3]), int(found[4]), rows)


def _row(line: str) -> Row:
    cells, expected = line.rsplit("=>", 1)
    return Row(
        tuple(cell.strip() for cell in cells.split("|")),
        tuple(part.strip() for part in expected.split(" / ")),
    )


def _areas(rows: tuple[Row, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    """The extent of each cell that is merged with others, by its upper left corner."""
    found = {}
    for row, line in enumerate(rows):
        for column, text in enumerate(line.cells):
            if text in ("^", "<"):
                continue
            last_row, last_column = row, column
            while column + 1 < len(line.cells) and line.cells[last_column + 1 :][:1] == ("<",):
                last_column += 1
            while last_row + 1 < len(rows) and rows[last_row + 1].cells[column : column + 1] == (
                "^",
            ):
                last_row += 1
            if (last_row, last_column) != (row, column):
                found[row, column] = (last_row, last_column)
    return found


def write(table: Sheet, folder: Path) -> Path:
    """The file; numbers are stored as numbers where the program does so."""
    path = folder / f"{table.name}.{table.form}"
    {"csv": _csv, "xlsx": _xlsx, "docx": _docx}[table.form](table, path)
    return path


def _csv(table: Sheet, path: Path) -> None:
    """As an old Excel writes it."""
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows(row.cells for row in table.rows)


def _xlsx(table: Sheet, path: Path) -> None:
    workbook = Workbook()
    page: Any = workbook.active
    page.title = table.title
    for row, line in enumerate(table.rows, start=1):
        for column, text in enumerate(line.cells, start=1):
            if text and text not in ("^", "<"):
                page.cell(row, column, int(text) if _WHOLE.fullmatch(text) else text)
    for (row, column), (last_row, last_column) in _areas(table.rows).items():
        page.merge_cells(
            start_row=row + 1,
            start_column=column + 1,
            end_row=last_row + 1,
            end_column=last_column + 1,
        )
    workbook.save(path)


def _docx(table: Sheet, path: Path) -> None:
    document = Document()
    width = max(len(row.cells) for row in table.rows)
    page = document.add_table(len(table.rows), width)
    for row, line in enumerate(table.rows):
        for column, text in enumerate(line.cells):
            if text and text not in ("^", "<"):
                page.cell(row, column).text = text
    for (row, column), (last_row, last_column) in _areas(table.rows).items():
        page.cell(row, column).merge(page.cell(last_row, last_column))
    document.save(str(path))
