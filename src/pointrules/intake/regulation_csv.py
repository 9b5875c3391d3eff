"""A regulation's table in separated values, from whatever program and in whatever encoding."""

import csv
from pathlib import Path

from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_read import RegulationTables, bounded
from pointrules.source.decode import Encoding, UndecodableError, decode
from pointrules.syntax.draft_grid import Cell, Grid

_SEPARATORS = (",", "\t", ";")
_LINES_LOOKED_AT = 50


def csv_grids(path: Path, data: bytes) -> RegulationTables:
    """The one table of the file.

    Raises:
        RegulationError: it is no such text.
    """
    try:
        decoded = decode(data)
    except UndecodableError as error:
        raise RegulationError("regulation-not-text", file=str(path)) from error
    text = decoded.text
    if text.lstrip()[:1] in ("<", "{") or text.startswith("%PDF"):
        raise RegulationError("regulation-other-format", file=str(path))
    lines = text.splitlines(keepends=True)
    beginning = "".join(lines[:_LINES_LOOKED_AT])
    separator = max(_SEPARATORS, key=beginning.count)
    cells: list[Cell] = []
    try:
        for row, fields in enumerate(csv.reader(lines, delimiter=separator)):
            cells += [Cell(row, column, field) for column, field in enumerate(fields) if field]
    except csv.Error as error:
        raise RegulationError("regulation-damaged", file=str(path)) from error
    kept = bounded(path, cells)
    if not kept:
        raise RegulationError("regulation-without-table", file=str(path))
    is_guessed = decoded.encoding is Encoding.GB18030
    return RegulationTables((Grid("", "", "", kept),), is_guessed=is_guessed)
