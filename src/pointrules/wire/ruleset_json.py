"""A checked ruleset as JSON: versioned, complete, exact; `read_ruleset_json` reads it back."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any, TypeAlias, assert_never

from pointrules.model.ruleset import Ruleset
from pointrules.source.digest import digest_of_text, digest_with_template
from pointrules.source.source_file import SourceFile, Span
from pointrules.wire.ruleset_document import FORMAT, VERSION, RulesetDocument, SourceText
from pointrules.wire.ruleset_form import (
    Form,
    Listed,
    Maybe,
    OneOf,
    Parts,
    Plain,
    Several,
    Valued,
    Word,
    keys_of,
    number_json,
)
from pointrules.wire.ruleset_json_error import RulesetJsonError
from pointrules.wire.ruleset_kinds import KINDS

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def ruleset_json(ruleset: Ruleset, sources: Mapping[str, SourceFile], made_by: str | None) -> str:
    """The ruleset as JSON, with the texts of `sources` that it was made from.

    Raises:
        RulesetJsonError: its text, or its template's, is not among the sources.
    """
    document = ruleset_document(ruleset, sources, made_by)
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    # Half a surrogate pair, if a host's text holds one, cannot be written as UTF-8.
    return _HALF_A_PAIR.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def ruleset_document(
    ruleset: Ruleset, sources: Mapping[str, SourceFile], made_by: str | None
) -> dict[str, Json]:
    """The same before it is put into text."""
    texts = sources_of(ruleset, sources.values())
    whole = RulesetDocument(
        FORMAT,
        VERSION,
        made_by,
        ruleset.edition.title,
        ruleset.digest,
        tuple(SourceText(text.name, text.text) for text in texts),
        ruleset,
        "",
    )
    by_name = {text.name: text for text in texts}
    document = {
        key.key: written(key.form, getattr(whole, key.field), by_name)
        for key in keys_of(RulesetDocument)
    }
    return document | {"content_digest": content_digest(document)}


def content_digest(document: Mapping[str, Any]) -> str:
    """SHA-256 of the document without its own digest, in canonical form.

    That is one line in UTF-8, keys in order of code points, no spaces, nothing escaped that need
    not be.
    """
    rest = {key: value for key, value in document.items() if key != "content_digest"}
    return hashlib.sha256(_encode(rest).encode("utf-8", "surrogatepass")).hexdigest()


def sources_of(ruleset: Ruleset, sources: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """The ruleset's own text, then that of the template which it uses.

    Raises:
        RulesetJsonError: no text is the ruleset's.
    """
    texts = tuple(sources)
    for source in texts:
        if digest_of_sources([source]) == ruleset.digest:
            return (source,)
    for pair in permutations(texts, 2):
        if digest_of_sources(pair) == ruleset.digest:
            return pair
    raise RulesetJsonError("ruleset-sources-missing")


def digest_of_sources(sources: Sequence[SourceFile]) -> str:
    """The digest of a ruleset that was made from these texts: its own, then its template's."""
    own, *template = (digest_of_text(source.text) for source in sources)
    return digest_with_template(own, template[0]) if template else own


def written(form: Form, value: Any, sources: Mapping[str, SourceFile]) -> Json:
    """A part of a document in its form, its places by the lines of `sources`."""
    match form:
        case Plain():
            return _plain(form, value, sources)
        case Word():
            return str(value.value)
        case Listed(item):
            return [written(item, each, sources) for each in value]
        case Several(items):
            pairs = zip(items, value, strict=True)
            return [written(item, each, sources) for item, each in pairs]
        case Parts(struct):
            kind_first: dict[str, Json] = {"kind": KINDS[struct]} if struct in KINDS else {}
            return kind_first | {
                key.key: written(key.form, getattr(value, key.field), sources)
                for key in keys_of(struct)
            }
        case Valued(kind, inner):
            return {"kind": kind, "value": written(inner, value, sources)}
        case Maybe(inner):
            return None if value is None else written(inner, value, sources)
        case OneOf(choices):
            kind = KINDS[Fraction if type(value) is int else type(value)]
            return written(dict(choices)[kind], value, sources)
        case _:
            assert_never(form)


def _plain(form: Plain, value: Any, sources: Mapping[str, SourceFile]) -> Json:
    match form:
        case Plain.TEXT | Plain.TRUTH | Plain.WHOLE:
            as_it_is: Json = value
            return as_it_is
        case Plain.NUMBER:
            return number_json(value)
        case Plain.DAY:
            return str(value.isoformat())
        case Plain.PLACE:
            return _place(value, sources)
        case _:
            assert_never(form)


def _place(span: Span, sources: Mapping[str, SourceFile]) -> Json:
    source = sources.get(span.file)
    if source is None:
        raise RulesetJsonError("ruleset-sources-missing")
    start, end = source.position(span.start), source.position(span.end)
    return {
        "file": span.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
