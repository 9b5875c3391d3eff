"""Tables of records and of facts from files, chosen by the ending of the name."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from pointrules.intake.csv_lines import csv_lines
from pointrules.intake.decoding import Encoding, encoding_of, lines_of
from pointrules.intake.json_lines import json_lines
from pointrules.intake.table_error import TableError
from pointrules.model.ruleset import Ruleset
from pointrules.records.columns import TableShape, attributes_lost, fact_shape, record_shape
from pointrules.records.line import RawLine

_SEPARATED = {".csv": None, ".tsv": "\t"}
_JSON = (".jsonl", ".ndjson")


class Table(Struct, frozen=True):
    """An open table. `lines` can be gone through once, and raises `TableError` where it breaks.

    `encoding` is a guess where it is GB18030: the reader should be told.
    """

    path: Path
    encoding: Encoding
    lines: Iterator[RawLine]


def read_records(path: Path, editions: Sequence[Ruleset]) -> Table:
    """The lines of a log, with columns for the attributes of all `editions`.

    Raises:
        TableError: the file cannot be read as such a table; also later, from `lines`.
    """
    lost = attributes_lost(editions)
    if lost:
        raise TableError("attribute-named-as-column", attribute=lost[0], file=str(path))
    return _read_table(path, record_shape(editions))


def read_facts(path: Path) -> Table:
    """The lines of a table of facts.

    Raises:
        TableError: the file cannot be read as such a table; also later, from `lines`.
    """
    return _read_table(path, fact_shape())


def _read_table(path: Path, shape: TableShape) -> Table:
    ending = path.suffix.lower()
    if ending not in _SEPARATED and ending not in _JSON:
        if path.is_dir():
            raise TableError("file-is-directory", file=str(path))
        if path.exists() and not path.is_file():
            raise TableError("file-not-regular", file=str(path))
        if not ending:
            raise TableError("ending-missing", file=str(path))
        raise TableError("ending-unknown", file=str(path), ending=ending)
    encoding = encoding_of(path)
    text = lines_of(path, encoding)
    if ending in _JSON:
        return Table(path, encoding, json_lines(path, text, shape))
    return Table(path, encoding, csv_lines(path, text, shape, separator=_SEPARATED[ending]))
