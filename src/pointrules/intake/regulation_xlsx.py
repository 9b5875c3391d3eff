"""The sheets of a workbook, with what Excel shows: values, merged cells, hidden rows."""

import re
import warnings
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_package import Package
from pointrules.intake.regulation_read import COLUMNS, RegulationTables, bounded
from pointrules.syntax.draft_grid import Beside, Cell, Grid, Trouble

_PLAIN_FORMAT = re.compile(r"General|@|(?:#,##)?0(?:\.(?P<places>0+))?_?\s?|#")
_PERCENT_FORMAT = re.compile(r"0(?:\.0+)?%")
_EXCEL_DIGITS = 15


def xlsx_grids(path: Path, package: Package) -> RegulationTables:
    """Each visible sheet that holds something.

    Raises:
        RegulationError: openpyxl is missing, or the workbook is damaged or too large.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise RegulationError("reader-missing", ending=".xlsx") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = load_workbook(package.stream())
            values = load_workbook(package.stream(), data_only=True)
            grids = []
            unread = []
            for sheet in formulas.worksheets:
                if sheet.sheet_state != "visible":
                    unread.append(str(sheet.title))
                    continue
                cells = _cells(sheet, values[sheet.title])
                hidden = _hidden_columns(sheet)
                kept = bounded(path, [cell for cell in cells if cell.column not in hidden])
                if kept:
                    title = str(sheet.title)
                    grids.append(
                        Grid(
                            f"工作表“{title}”",
                            f"sheet “{title}”",
                            title,
                            kept,
                            has_letters=True,
                            unread_columns=tuple(
                                sorted({cell.column for cell in cells if cell.column in hidden})
                            ),
                        )
                    )
    except RegulationError:
        raise
    except Exception as error:  # whatever a damaged workbook makes the library raise
        raise RegulationError("regulation-damaged", file=str(path)) from error
    if not grids:
        raise RegulationError("regulation-without-table", file=str(path))
    return RegulationTables(tuple(grids), Beside(hidden_sheets=tuple(unread)))


def _cells(sheet: Any, values: Any) -> list[Cell]:
    extents = {
        (area.min_row, area.min_col): (
            area.max_row - area.min_row + 1,
            area.max_col - area.min_col + 1,
        )
        for area in sheet.merged_cells.ranges
    }
    hidden = {row for row, shape in sheet.row_dimensions.items() if shape.hidden}
    found: list[Cell] = []
    # Going through the rows would make every cell between the table and a stray one far away.
    for place, cell in sheet._cells.items():  # noqa: SLF001
        if cell.value is None:
            continue
        rows, columns = extents.get(place, (1, 1))
        text, trouble = _shown(cell, values.cell(*place).value)
        if cell.row in hidden:
            trouble = Trouble.HIDDEN
        found.append(Cell(cell.row - 1, cell.column - 1, text, rows, columns, trouble))
    return found


def _hidden_columns(sheet: Any) -> set[int]:
    found: set[int] = set()
    for shape in sheet.column_dimensions.values():
        if shape.hidden and shape.min and shape.max:
            found.update(range(shape.min - 1, min(shape.max, 16 * COLUMNS)))
    return found


def _shown(cell: Any, value: object) -> tuple[str, Trouble | None]:
    """What the cell shows, and what is wrong with it; a formula by the value that was stored."""
    if cell.data_type == "f" and value is None:
        return f"{cell.value if isinstance(cell.value, str) else '='}", Trouble.NO_VALUE
    if cell.data_type == "e" or (isinstance(value, str) and value in _ERRORS):
        return str(value), Trouble.ERROR
    struck = Trouble.STRUCK if cell.font is not None and cell.font.strike else None
    match value:
        case bool():
            return ("TRUE" if value else "FALSE"), struck
        case datetime() | date() | time() | timedelta():
            return str(value), Trouble.DATE
        case int() | float():
            text, trouble = _number(value, str(cell.number_format))
            return text, trouble or struck
        case None:
            return "", None
        case _:
            return str(value), struck


_ERRORS = frozenset(("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"))


def _number(value: float, number_format: str) -> tuple[str, Trouble | None]:
    """5.0 is 5 and 0.1 is 0.1, with the fifteen digits that Excel shows; formats may hide some."""
    text = format(Decimal(f"{value:.{_EXCEL_DIGITS}g}").normalize(), "f")
    if _PERCENT_FORMAT.fullmatch(number_format):
        return f"{format((Decimal(text) * 100).normalize(), 'f')}%", None
    unit = "分" if number_format.endswith('"分"') else ""  # a format that villages use: 0"分"
    plain = _PLAIN_FORMAT.fullmatch(number_format.removesuffix('"分"'))
    if plain is None:
        return text, Trouble.FORMAT
    places = len(text.partition(".")[2])
    shown = len(plain["places"] or "")
    if not number_format.startswith(("General", "@")) and places > shown:
        return text, Trouble.FORMAT
    return f"{text}{unit}", None
