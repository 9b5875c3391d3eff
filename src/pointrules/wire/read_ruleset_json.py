"""A ruleset read back from its JSON; what does not fit is refused, and its place is named."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, assert_never

from msgspec import Struct

from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import SourceFile, Span, source_file
from pointrules.wire.read_plain_json import LONGEST_NUMBER, PLAIN_VALUES
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
)
from pointrules.wire.ruleset_json import content_digest, digest_of_sources
from pointrules.wire.ruleset_json_error import MisfitError, RulesetJsonError
from pointrules.wire.ruleset_kinds import KINDS

MAX_MEGABYTES = 128
"""A text over this is not even looked at."""

_HOW_MANY_TEXTS = (1, 2)
_MEGABYTE = 1024 * 1024
_Sources: TypeAlias = Mapping[str, SourceFile]
_Reader: TypeAlias = Callable[[Any, _Sources], Any]


class _Inexact(Struct, frozen=True):
    """A number with a point or an exponent, NaN or an infinity: none of them belongs anywhere."""

    text: str


class _Doubled(Struct, frozen=True):
    """An object in which `key` stands twice: which of the two is meant, nobody knows."""

    key: str


def read_ruleset_json(text: str | bytes) -> Ruleset:
    """The ruleset, equal to the one that was written.

    Form and digests are checked, not the meaning: that was done when it was written.

    Raises:
        RulesetJsonError: the text is not what `ruleset_json` writes.
    """
    if len(text) > MAX_MEGABYTES * _MEGABYTE:
        raise RulesetJsonError("ruleset-json-too-large", limit=str(MAX_MEGABYTES))
    try:
        return _ruleset(_document(text))
    except MisfitError as misfit:
        raise misfit.told() from None
    except RecursionError:
        raise RulesetJsonError("ruleset-json-too-deep") from None


def _document(text: str | bytes) -> Any:
    try:
        decoded = text if isinstance(text, str) else text.decode("utf-8-sig")
        return json.loads(
            decoded,
            parse_float=_Inexact,
            parse_int=_whole,
            parse_constant=_Inexact,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise RulesetJsonError(
            "ruleset-json-unreadable", line=str(error.lineno), column=str(error.colno)
        ) from None
    except UnicodeDecodeError:
        raise RulesetJsonError("ruleset-json-not-utf-8") from None


def _whole(digits: str) -> int | _Inexact:
    return int(digits) if len(digits) <= LONGEST_NUMBER else _Inexact(digits)


def _object(pairs: list[tuple[str, Any]]) -> "dict[str, Any] | _Doubled":
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    counts = Counter(key for key, _ in pairs)
    return _Doubled(next(key for key, count in counts.items() if count > 1))


def _ruleset(document: Any) -> Ruleset:
    if isinstance(document, _Doubled):
        raise _no_object(document)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise MisfitError("ruleset-json-other-format", "format")
    version = document.get("version")
    if type(version) is not int or version != VERSION:
        found = version if type(version) in (int, str) else "?"
        raise MisfitError(
            "ruleset-json-other-version", "version", found=str(found), known=str(VERSION)
        )
    _refuse_other_keys(document, frozenset(key.key for key in keys_of(RulesetDocument)))
    sources = _read_sources(document["sources"])
    whole: RulesetDocument = reader(Parts(RulesetDocument))(document, sources)
    ruleset = whole.ruleset
    if whole.content_digest != content_digest(document):
        raise MisfitError("ruleset-json-changed", "content_digest")
    if whole.name != ruleset.edition.title:
        raise MisfitError("ruleset-json-changed", "name")
    if whole.digest != ruleset.digest:
        raise MisfitError("ruleset-json-changed", "digest")
    if ruleset.digest != digest_of_sources(tuple(sources.values())):
        raise MisfitError("ruleset-json-other-text", "digest")
    return ruleset


def _read_sources(data: Any) -> _Sources:
    """The texts by name, in their order: the ruleset's own, then its template's if it uses one."""
    try:
        texts: tuple[SourceText, ...] = reader(Listed(Parts(SourceText)))(data, {})
    except MisfitError as misfit:
        misfit.inward.append("sources")
        raise
    found = {text.file: source_file(text.file, text.text) for text in texts}
    if len(texts) not in _HOW_MANY_TEXTS or len(found) != len(texts):
        raise MisfitError("ruleset-json-other-length", "sources", length="1, 2")
    return found


def _no_object(data: Any) -> MisfitError:
    if isinstance(data, _Doubled):
        return MisfitError("ruleset-json-key-twice", key=data.key)
    return MisfitError("ruleset-json-not-an-object")


def _refuse_other_keys(data: Any, keys: frozenset[str]) -> None:
    if type(data) is not dict:
        raise _no_object(data)
    if data.keys() == keys:
        return
    missing = sorted(keys - data.keys())
    if missing:
        raise MisfitError("ruleset-json-key-missing", key=missing[0])
    raise MisfitError("ruleset-json-key-unknown", key=min(data.keys() - keys))


@cache
def reader(form: Form) -> _Reader:
    """Whoever reads that form, given the data and the sources that places are in."""
    match form:
        case Plain():
            return _PLAIN[form]
        case Word(words):
            return _word(words)
        case Listed(item):
            return _listed(item)
        case Several(items):
            return _several(items)
        case Parts(struct):
            return _parts(struct)
        case Valued(kind, inner):
            return _valued(kind, inner)
        case Maybe(inner):
            return _maybe(inner)
        case OneOf(choices):
            return _one_of(choices)
        case _:
            assert_never(form)


def _parts(struct: type[Struct]) -> _Reader:
    prepared: list[tuple[frozenset[str], tuple[tuple[str, _Reader], ...]]] = []
    kind = KINDS.get(struct)

    def read(data: Any, sources: _Sources) -> Any:
        if not prepared:  # when it is first met: a condition may hold conditions
            keys = keys_of(struct)
            names = frozenset(key.key for key in keys) | ({"kind"} if kind is not None else set())
            prepared.append((names, tuple((key.key, reader(key.form)) for key in keys)))
        names, readers = prepared[0]
        _refuse_other_keys(data, names)
        if kind is not None and data["kind"] != kind:
            raise MisfitError("ruleset-json-kind-unknown", "kind", kind=_shown(data["kind"]))
        values: list[Any] = []
        try:
            for key, read_value in readers:
                values.append(read_value(data[key], sources))
        except MisfitError as misfit:
            misfit.inward.append(readers[len(values)][0])
            raise
        return struct(*values)

    return read


def _valued(kind: str, form: Form) -> _Reader:
    read_value = reader(form)

    def read(data: Any, sources: _Sources) -> Any:
        _refuse_other_keys(data, frozenset(("kind", "value")))
        assert data["kind"] == kind, "whoever chose this reader went by the kind"
        try:
            return read_value(data["value"], sources)
        except MisfitError as misfit:
            misfit.inward.append("value")
            raise

    return read


def _one_of(choices: tuple[tuple[str, Parts | Valued], ...]) -> _Reader:
    readers = {kind: reader(form) for kind, form in choices}

    def read(data: Any, sources: _Sources) -> Any:
        if type(data) is not dict:
            raise _no_object(data)
        if "kind" not in data:
            raise MisfitError("ruleset-json-key-missing", key="kind")
        kind = data["kind"]
        chosen = readers.get(kind) if isinstance(kind, str) else None
        if chosen is None:
            raise MisfitError("ruleset-json-kind-unknown", "kind", kind=_shown(kind))
        return chosen(data, sources)

    return read


def _listed(form: Form) -> _Reader:
    read_item = reader(form)

    def read(data: Any, sources: _Sources) -> Any:
        if type(data) is not list:
            raise MisfitError("ruleset-json-not-a-list")
        values: list[Any] = []
        try:
            for item in data:
                values.append(read_item(item, sources))  # noqa: PERF401 - their number is told
        except MisfitError as misfit:
            misfit.inward.append(len(values))
            raise
        return tuple(values)

    return read


def _several(forms: tuple[Form, ...]) -> _Reader:
    readers = tuple(reader(form) for form in forms)

    def read(data: Any, sources: _Sources) -> Any:
        if type(data) is not list:
            raise MisfitError("ruleset-json-not-a-list")
        if len(data) != len(readers):
            raise MisfitError("ruleset-json-other-length", length=str(len(readers)))
        values: list[Any] = []
        try:
            for read_item, item in zip(readers, data, strict=True):
                values.append(read_item(item, sources))
        except MisfitError as misfit:
            misfit.inward.append(len(values))
            raise
        return tuple(values)

    return read


def _maybe(form: Form) -> _Reader:
    read_value = reader(form)

    def read(data: Any, sources: _Sources) -> Any:
        return None if data is None else read_value(data, sources)

    return read


def _word(words: type[StrEnum]) -> _Reader:
    by_value = {word.value: word for word in words}

    def read(data: Any, _: _Sources) -> Any:
        found = by_value.get(data) if isinstance(data, str) else None
        if found is None:
            raise MisfitError("ruleset-json-other-word", words=" ".join(by_value))
        return found

    return read


class _Place(Struct, frozen=True):
    file: str
    line: int
    column: int
    end_line: int
    end_column: int


def _place(data: Any, sources: _Sources) -> Span:
    read: _Place = reader(Parts(_Place))(data, sources)
    source = sources.get(read.file)
    start = None if source is None else _offset(source, read.line, read.column)
    end = None if source is None else _offset(source, read.end_line, read.end_column)
    if start is None or end is None:
        raise MisfitError("ruleset-json-no-such-place")
    return Span(read.file, start, end)


def _offset(source: SourceFile, line: int, column: int) -> int | None:
    """Where line and column are in the text; None where it has no such place."""
    if not 1 <= line <= len(source.line_starts):
        return None
    start = source.line_starts[line - 1]
    ends = [*source.line_starts[line : line + 1], len(source.text) + 1]
    return start + column - 1 if 1 <= column <= ends[0] - start else None


def _without_sources(read: Callable[[Any], Any]) -> _Reader:
    return lambda data, _: read(data)


def _shown(kind: Any) -> str:
    return kind if isinstance(kind, str) else "?"


_PLAIN: Mapping[Plain, _Reader] = {
    **{form: _without_sources(read) for form, read in PLAIN_VALUES.items()},
    Plain.PLACE: _place,
}
