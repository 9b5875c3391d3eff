"""The tables of a Word document, cell by cell, with merged cells and what was revised."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_package import Package
from pointrules.intake.regulation_read import COLUMNS, RegulationTables, bounded
from pointrules.syntax.draft_grid import Beside, Cell, Grid, Trouble

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_PARAGRAPH = f"{_W}p"
_BREAKS = frozenset(f"{_W}{name}" for name in ("br", "cr"))


def docx_grids(path: Path, package: Package) -> RegulationTables:
    """Each table of the document's body; tables inside a table stay in the cell that holds them.

    Raises:
        RegulationError: python-docx is missing, or the document is damaged or too large.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise RegulationError("reader-missing", ending=".docx") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body: Any = Document(package.stream()).element.body
        blocks = list(_unwrapped(body))
        grids = []
        for number, table in enumerate(_of(blocks, "tbl"), start=1):
            kept = bounded(path, list(_cells(table)))
            if kept:
                grids.append(Grid(f"第 {number} 张表", f"table {number}", "", kept))
        beside = tuple(text for block in _of(blocks, "p") if (text := _text(block).strip()))
    except RegulationError:
        raise
    except Exception as error:  # whatever a damaged document makes the library raise
        raise RegulationError("regulation-damaged", file=str(path)) from error
    if not grids:
        raise RegulationError("regulation-without-table", file=str(path))
    return RegulationTables(tuple(grids), Beside(beside))


def _unwrapped(parent: Any) -> Iterator[Any]:
    """The children, also those inside content controls."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _of(blocks: list[Any], name: str) -> Iterator[Any]:
    return (block for block in blocks if block.tag == f"{_W}{name}")


def _cells(table: Any) -> Iterator[Cell]:
    """The cells; one that goes on from the row above (vMerge) makes that one taller."""
    open_cells: dict[int, Cell] = {}
    rows = list(_of(list(_unwrapped(table)), "tr"))
    for row, element in enumerate(rows):
        column = _value(element, "trPr", "gridBefore")
        is_gone = element.find(f"{_W}trPr/{_W}del") is not None
        still_open: dict[int, Cell] = {}
        for cell in _of(list(_unwrapped(element)), "tc"):
            columns = min(max(_value(cell, "tcPr", "gridSpan"), 1), COLUMNS + 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            above = open_cells.get(column)
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            if goes_on and above is not None and above.columns == columns:
                words = _text(cell)
                text = f"{above.text}\n{words}" if words.strip() else above.text
                made = Cell(above.row, column, text, above.rows + 1, columns, above.trouble)
            else:
                trouble = Trouble.REVISED if is_gone else _trouble(cell)
                made = Cell(row, column, _text(cell), 1, columns, trouble)
            if above is not None and not (goes_on and above.columns == columns):
                yield open_cells.pop(column)
            if merge is not None:
                still_open[column] = made
                open_cells.pop(column, None)
            else:
                yield made
            column += columns
        yield from open_cells.values()
        open_cells = still_open
    yield from open_cells.values()


def _value(element: Any, *names: str) -> int:
    found = element.find("/".join(f"{_W}{name}" for name in names))
    value = found.get(f"{_W}val", "") if found is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else 0  # noqa: PLR2004 - no table is so wide


def _text(element: Any) -> str:
    """What is written there; deleted words are not."""
    pieces: list[str] = []
    for part in element.iter():
        if part.tag == f"{_W}t":
            pieces.append(part.text or "")
        elif part.tag == f"{_W}tab":
            pieces.append(" ")
        elif part.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif part.tag in _BREAKS or (part.tag == _PARAGRAPH and part is not element and pieces):
            pieces.append("\n")
    return "".join(pieces).strip()


def _trouble(cell: Any) -> Trouble | None:
    inside = {part.tag for part in cell.iter()}
    if inside & {f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}:
        return Trouble.REVISED
    if f"{_W}tbl" in inside:
        return Trouble.NESTED
    if inside & {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
        return Trouble.FOOTNOTE
    for tag in ("strike", "dstrike"):
        marks = [part for part in cell.iter(f"{_W}{tag}") if part.get(f"{_W}val", "1") not in _OFF]
        if marks:
            return Trouble.STRUCK
    return None


_OFF = frozenset(("0", "false", "off", "none"))
