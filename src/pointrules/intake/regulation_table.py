"""A regulation's tables from a spreadsheet, a Word document or separated values."""

from pathlib import Path

from pointrules.intake.regulation_csv import csv_grids
from pointrules.intake.regulation_docx import docx_grids
from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_package import Package, open_package
from pointrules.intake.regulation_read import RegulationTables
from pointrules.intake.regulation_xlsx import xlsx_grids

_MEBIBYTE = 1 << 20
FILE_BYTES = 16 * _MEBIBYTE
"""The largest file that is read."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"


def read_regulation(path: Path) -> RegulationTables:
    """All tables of the file; what the file holds decides how it is read, not its ending.

    Raises:
        RegulationError: it is missing, too large, locked, of another kind, damaged, or the
            libraries that read it are not there.
    """
    data = _bytes(path)
    if data.startswith(_OLD_OFFICE):
        raise RegulationError("regulation-old-format", file=str(path))
    if not data.startswith(_ZIP):
        return csv_grids(path, data)
    package = open_package(path, data)
    match package:
        case Package(kind="xlsx"):
            return xlsx_grids(path, package)
        case _:
            return docx_grids(path, package)


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise RegulationError("regulation-missing", file=str(path))
        if not path.is_file():
            raise RegulationError("regulation-not-a-file", file=str(path))
        with path.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise RegulationError("regulation-unreadable", file=str(path)) from error
    if len(data) > FILE_BYTES:
        raise RegulationError(
            "regulation-too-big",
            file=str(path),
            what=path.suffix or "文件",
            limit=str(FILE_BYTES // _MEBIBYTE),
        )
    return data
