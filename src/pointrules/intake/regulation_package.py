"""The parts of an .xlsx or .docx file, looked at before any library unpacks them."""

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from pointrules.intake.regulation_error import RegulationError

_MEBIBYTE = 1 << 20
PART_BYTES = 8 * _MEBIBYTE
"""The most that one part may hold when it is unpacked, and four times that for all together."""
PARTS = 2_000
_MERGED_PLACES = 200_000
_RANGES = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7}):\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


class Package(Struct, frozen=True):
    """The bytes of a file that is safe to unpack, and which kind of document it is."""

    kind: Literal["xlsx", "docx"]
    data: bytes

    def stream(self) -> BytesIO:
        """The bytes, to be read from their beginning."""
        return BytesIO(self.data)


def open_package(path: Path, data: bytes) -> Package:
    """The document in a zip file.

    Raises:
        RegulationError: it is none, is damaged, or would unpack to more than it may.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            names = {entry.filename for entry in package.infolist()}
            _check_sizes(path, package)
            if any(entry.flag_bits & 1 for entry in package.infolist()):
                raise RegulationError("regulation-old-format", file=str(path))
            for entry in package.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    _check_part(path, package.read(entry))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise RegulationError("regulation-damaged", file=str(path)) from error
    if "xl/workbook.xml" in names:
        return Package("xlsx", data)
    if "word/document.xml" in names:
        return Package("docx", data)
    raise RegulationError("regulation-other-format", file=str(path))


def _check_sizes(path: Path, package: ZipFile) -> None:
    """A zip file says how large its parts are, and Python unpacks no more than that."""
    entries = package.infolist()
    if len(entries) > PARTS:
        raise RegulationError("regulation-damaged", file=str(path))
    total = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue  # pictures are never unpacked
        total += entry.file_size
        if entry.file_size > PART_BYTES or total > 4 * PART_BYTES:
            limit = str(
                (PART_BYTES if entry.file_size > PART_BYTES else 4 * PART_BYTES) // _MEBIBYTE
            )
            raise RegulationError(
                "regulation-too-big", file=str(path), what=entry.filename, limit=limit
            )


def _check_part(path: Path, part: bytes) -> None:
    """No office program writes entities; and a merged range must not be a whole sheet."""
    plain = part.replace(b"\0", b"")  # so that UTF-16 hides nothing
    if any(word in plain for word in _DECLARATIONS):
        raise RegulationError("regulation-damaged", file=str(path))
    merged = sum(_size(found.group(1)) for found in _RANGES.finditer(plain))
    if merged > _MERGED_PLACES:
        raise RegulationError(
            "regulation-too-wide", file=str(path), limit=str(_MERGED_PLACES), what="格 cells"
        )


def _size(reference: bytes) -> int:
    found = _RANGE.fullmatch(reference.decode("ascii", errors="replace").strip())
    if found is None:
        return 1
    first_column, first_row, last_column, last_row = found.groups()
    width = abs(_column(last_column) - _column(first_column)) + 1
    return width * (abs(int(last_row) - int(first_row)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
