"""Bytes of a file to text, without guessing: UTF-8, marked UTF-16, or else GB18030, strictly."""

import codecs
from enum import StrEnum

from msgspec import Struct

MAX_RULESET_BYTES = 16 * 1024 * 1024
"""No ruleset is larger; whoever reads one checks the size before reading it whole."""

_OFFICE_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
_FIRST_THREE_BYTE_CHARACTER = "\u0800"


class Encoding(StrEnum):
    """How a text was stored."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    GB18030 = "gb18030"


class Undecodable(StrEnum):
    """Why bytes are no text.

    OFFICE: a Word, WPS, Excel or PDF file. BINARY: it holds null characters. DAMAGED: almost all of
    it is UTF-8, some bytes are not. UNKNOWN: no encoding that is read here fits.
    """

    OFFICE = "office"
    BINARY = "binary"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


class UndecodableError(Exception):
    """The bytes are no text; `line` is where the damage is, counted from 1, where that is known."""

    def __init__(self, reason: Undecodable, line: int | None = None) -> None:
        super().__init__(reason.value if line is None else f"{reason.value}, line {line}")
        self.reason = reason
        self.line = line


class Decoded(Struct, frozen=True):
    """The text, without a byte order mark and with its line ends as they were."""

    text: str
    encoding: Encoding


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Raises:
        UndecodableError: the bytes are no text, or no encoding fits all of them.
    """
    if data.startswith(_OFFICE_BEGINNINGS):
        raise UndecodableError(Undecodable.OFFICE)
    decoded = _decode_any(data)
    if "\0" in decoded.text:
        raise UndecodableError(Undecodable.BINARY)
    return decoded


def _decode_any(data: bytes) -> Decoded:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(data.decode("utf-16"), Encoding.UTF_16)
        except UnicodeDecodeError as error:
            raise UndecodableError(Undecodable.UNKNOWN) from error
    try:
        return Decoded(data.decode("utf-8-sig"), Encoding.UTF_8)
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise UndecodableError(Undecodable.BINARY)
    _refuse_damaged(data)
    try:
        return Decoded(data.decode("gb18030"), Encoding.GB18030)
    except UnicodeDecodeError as error:
        raise UndecodableError(Undecodable.UNKNOWN) from error


def _refuse_damaged(data: bytes) -> None:
    """Damaged UTF-8 often passes for GB18030 and reads as 鍙嬭皧; say that it is damaged."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(character >= _FIRST_THREE_BYTE_CHARACTER for character in text) - broken
    if sound > broken:
        raise UndecodableError(Undecodable.DAMAGED, text.count("\n", 0, text.index("\ufffd")) + 1)
