"""From a file's bytes to lines of text, within bounds, whatever the file holds."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from pointrules.intake.table_error import TableError

FILE_BYTES = 1 << 30
"""The largest file that is read: 1 GiB."""
LINE_CHARACTERS = 1 << 20
"""The longest line, also of several joined by quotes: about a million characters."""
_CHUNK = 1 << 18
_MIB = 1 << 20


class Encoding(StrEnum):
    """The encodings that are told apart. GB18030 is a guess, and worth a note to the reader."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    GB18030 = "gb18030"


def encoding_of(path: Path) -> Encoding:
    """In which encoding the whole file can be read.

    A byte-order mark decides; without one it is UTF-8 if all of it is, else GB18030 if all is.

    Raises:
        TableError: there is no such file, it is no text, or no encoding fits.
    """
    with _failures_told(path):
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise TableError("file-is-directory", file=str(path))
        if not S_ISREG(status.st_mode):
            raise TableError("file-not-regular", file=str(path))
        if status.st_size > FILE_BYTES:
            raise TableError("file-too-big", file=str(path), limit=str(FILE_BYTES // _MIB))
        with path.open("rb") as stream:
            mark = stream.read(len(codecs.BOM_UTF8))
        if not mark:
            raise TableError("file-empty", file=str(path))
        if mark.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            candidates: tuple[Encoding, ...] = (Encoding.UTF_16,)
        elif mark == codecs.BOM_UTF8:
            candidates = (Encoding.UTF_8,)
        else:
            candidates = (Encoding.UTF_8, Encoding.GB18030)
        for encoding in candidates:
            if _decodes(path, encoding):
                return encoding
    raise TableError("encoding-unknown", file=str(path))


def lines_of(path: Path, encoding: Encoding) -> Iterator[str]:
    """The lines of the file, each with one line feed at its end, however the file ends them.

    Raises:
        TableError: a line is too long, or the file can no longer be read.
    """
    codec = "utf-8-sig" if encoding is Encoding.UTF_8 else encoding.value
    with _failures_told(path), path.open(encoding=codec, newline=None) as stream:
        number = 0
        while line := stream.readline(LINE_CHARACTERS + 1):
            number += 1
            if len(line) > LINE_CHARACTERS:
                raise line_too_long(path, number)
            yield line if line.endswith("\n") else f"{line}\n"


def line_too_long(path: Path, line: int) -> TableError:
    """The error for a line, or a cell in quotes, that does not end."""
    return TableError("line-too-long", file=str(path), line=str(line), limit=str(LINE_CHARACTERS))


def _decodes(path: Path, encoding: Encoding) -> bool:
    decoder = codecs.getincrementaldecoder(encoding.value)()
    read = 0
    with path.open("rb") as stream:
        while True:
            chunk = stream.read(_CHUNK)
            read += len(chunk)
            if read > FILE_BYTES:
                raise TableError("file-too-big", file=str(path), limit=str(FILE_BYTES // _MIB))
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                # A binary file seldom decodes, and is better called by its name.
                if encoding is not Encoding.UTF_16 and b"\0" in chunk:
                    raise TableError("file-binary", file=str(path)) from None
                return False
            if "\0" in text:
                raise TableError("file-binary", file=str(path))
            if not chunk:
                return True


@contextmanager
def _failures_told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise TableError("file-missing", file=str(path)) from error
    except IsADirectoryError as error:
        raise TableError("file-is-directory", file=str(path)) from error
    except OSError as error:
        raise TableError("file-unreadable", file=str(path)) from error
    except UnicodeError as error:
        raise TableError("encoding-unknown", file=str(path)) from error
    except ValueError as error:
        # A name with a NUL in it is no name of a file.
        raise TableError("file-missing", file=str(path)) from error
