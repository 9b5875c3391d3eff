"""Lines of a file with one JSON object on each line (JSON lines)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from pointrules.intake.columns_told import doubled_column, unknown_column
from pointrules.intake.csv_lines import CELLS
from pointrules.intake.table_error import TableError
from pointrules.records.columns import TableShape, column_of
from pointrules.records.line import LineNumber, RawLine

_CONSTANTS = {True: "yes", False: "no"}
_PARTY_KEYS = {
    "role": "role",
    "角色": "role",
    "person": "person",
    "人": "person",
    "household": "household",
    "户": "household",
    "group": "group",
    "组": "group",
    "organisation": "organisation",
    "组织": "organisation",
    "village": "village",
    "村": "village",
}
_PARTING = re.compile(r"[:：;；]")


def json_lines(path: Path, lines: Iterator[str], shape: TableShape) -> Iterator[RawLine]:
    """One line for each object; a number stays the text that it was written with.

    Raises:
        TableError: a line is no flat object, or has a column that `shape` does not know.
    """
    found_any = False
    decoder = json.JSONDecoder(
        object_pairs_hook=_JsonObject,
        parse_float=str,
        parse_int=str,
        parse_constant=_refuse_constant,
    )
    for number, line in enumerate(lines, start=1):
        text = line.strip(" \t\n")
        if not text:
            continue
        found_any = True
        try:
            value = decoder.decode(text)
        except _ConstantError as error:
            raise TableError(
                "json-not-a-number", file=str(path), line=str(number), value=error.word
            ) from error
        except (ValueError, RecursionError) as error:
            raise TableError("json-broken", file=str(path), line=str(number)) from error
        if not isinstance(value, _JsonObject):
            raise TableError("json-broken", file=str(path), line=str(number))
        fields = _fields(path, value, shape, number)
        if fields:
            yield RawLine(LineNumber(str(path), number), fields)
    if not found_any:
        raise TableError("file-empty", file=str(path))


class _ConstantError(Exception):
    """NaN or an infinity, which no JSON knows and no village counts."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class _JsonObject(Struct, frozen=True):
    """An object with its keys as they came, doubled ones too."""

    pairs: list[tuple[str, object]]


def _refuse_constant(word: str) -> NoReturn:
    raise _ConstantError(word)


def _fields(path: Path, value: _JsonObject, shape: TableShape, number: int) -> dict[str, str]:
    place = {"file": str(path), "line": str(number)}
    if len(value.pairs) > CELLS:
        raise TableError("too-many-cells", **place, limit=str(CELLS))
    fields: dict[str, str] = {}
    seen: dict[str, str] = {}
    for key, item in value.pairs:
        name = column_of(key.strip(), shape)
        if name is None:
            raise unknown_column(path, key, shape, number)
        if name in seen:
            raise doubled_column(path, key, seen[name], number)
        seen[name] = key
        if item is None:
            continue
        if isinstance(item, bool):
            text = _CONSTANTS[item]
        elif isinstance(item, str):
            text = item.strip()
        elif name == "parties" and (cell := _parties(item)) is not None:
            text = cell
        else:
            raise TableError("json-nested", **place, column=key)
        if not _is_whole_text(text):
            raise TableError("text-broken", **place)
        if text:
            fields[name] = text
    return fields


def _parties(item: object) -> str | None:
    """`[{"role": "书记", "person": "王五"}]` as the cell of a table: 书记:王五; None if it is not.

    An id with a sign that parts cells cannot be told apart there, so it is not taken.
    """
    if not isinstance(item, list):
        return None
    found: list[str] = []
    for party in item:
        if not isinstance(party, _JsonObject):
            return None
        given = {_PARTY_KEYS.get(key.strip(), ""): value for key, value in party.pairs}
        kinds = given.keys() - {"role"}
        if len(given) != len(party.pairs) or "role" not in given or len(kinds) != 1:
            return None
        (kind,) = kinds
        words = [given["role"], given[kind]]
        if not kind or not all(isinstance(word, str) and word.strip() for word in words):
            return None
        role, subject = (str(word).strip() for word in words)
        if _PARTING.search(role) or _PARTING.search(subject):
            return None
        found.append(f"{role}:{kind}:{subject}")
    return ";".join(found)


def _is_whole_text(text: str) -> bool:
    """Whether no half of a surrogate pair, which can be written as an escape, is in `text`."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)
