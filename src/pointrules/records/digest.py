"""Digests of lines: the same lines give the same digest, in whatever order and file they came."""

import hashlib
import json
from collections.abc import Iterable

from pointrules.records.line import RawLine

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical_text(line: RawLine) -> str:
    """The cells of a line as one line of JSON, columns in order of their names."""
    if line.overflow:
        return _encode([dict(line.fields), list(line.overflow)])
    return _encode(line.fields if isinstance(line.fields, dict) else dict(line.fields))


def digest_of(canonical_texts: Iterable[str]) -> str:
    """SHA-256 over the texts, each on a line of its own, in order of code points."""
    total = hashlib.sha256()
    for text in sorted(canonical_texts):
        # Half a surrogate pair can reach us from a caller, though not from a file.
        total.update(text.encode("utf-8", "surrogatepass"))
        total.update(b"\n")
    return total.hexdigest()
