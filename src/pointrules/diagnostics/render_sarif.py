"""Diagnostics as SARIF 2.1.0, the interchange format of static analysis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from pointrules.diagnostics.catalogue import (
    explanation,
    help_text,
    label_text,
    message,
    page,
    severity_of,
    summary,
)
from pointrules.diagnostics.diagnostic import Diagnostic, Fix, Label
from pointrules.diagnostics.file_uri import Folders, file_uri
from pointrules.diagnostics.fix_words import fix_words
from pointrules.diagnostics.json_text import indented, json_items, json_text
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en-US"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "pointrulesLine/v1"
_LONGEST_LINE = 400
"""Of a longer line only the characters around the place go into a fingerprint."""


class SarifRun(Struct, frozen=True):
    """What there is to say of a run besides its diagnostics.

    `version` is that of the program, None where it is not known; `was_read` is False where a file
    could not be read, so that the run says nothing of it.
    """

    folders: Folders
    version: str | None = None
    was_read: bool = True


def render_sarif(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    language: Language,
    run: SarifRun,
) -> Iterator[str]:
    """One log with one run, in pieces, without a line end after it."""
    codes = sorted({item.code for item in diagnostics})
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": []}
    head, _, tail = json_text(log).rpartition("[]")
    told = {
        "tool": {"driver": _driver(codes, language, run)},
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": run.was_read}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _root_words(language)}}},
        "artifacts": [
            {"location": _artifact(name, run.folders), "roles": ["analysisTarget"]}
            for name in sources
        ],
        "results": [],
    }
    run_head, _, run_tail = indented(json_text(told), "    ").rpartition("[]")
    yield f"{head}[\n{run_head}"
    yield from json_items(_results(diagnostics, codes, sources, language, run.folders), depth=3)
    yield f"{run_tail}\n  ]{tail}"


def _driver(codes: Sequence[str], language: Language, run: SarifRun) -> dict[str, object]:
    version = {} if run.version is None else {"version": run.version}
    return {
        "name": "pointrules",
        **version,
        "language": _LANGUAGES[language],
        "rules": [_rule(code, language) for code in codes],
    }


def _rule(code: str, language: Language) -> dict[str, object]:
    """The code's page in both languages, the one asked for first."""
    other = Language.EN if language is Language.ZH else Language.ZH
    pages = "\n\n".join(_page(code, one) for one in (language, other))
    level = severity_of(code).value
    return {
        "id": code,
        "shortDescription": {"text": _literal(summary(code, language))},
        "fullDescription": {"text": _literal(explanation(code, language))},
        "help": {"text": _literal(pages), "markdown": _literal(pages)},
        "defaultConfiguration": {"level": level},
        "properties": {"problem.severity": level},
    }


def _page(code: str, language: Language) -> str:
    text = page(code, language)
    assert text is not None, "a diagnostic's code is in the catalogue"
    return text.rstrip("\n")


def _root_words(language: Language) -> str:
    if language is Language.ZH:
        return "代码库的根目录，或运行 pointrules 的文件夹"
    return "the root of the repository, or the folder in which pointrules ran"


def _results(
    diagnostics: Iterable[Diagnostic],
    codes: Sequence[str],
    sources: Mapping[str, SourceFile],
    language: Language,
    folders: Folders,
) -> Iterator[dict[str, object]]:
    indexes = {code: index for index, code in enumerate(codes)}
    seen: dict[tuple[str, str], int] = {}
    for item in diagnostics:
        source = sources.get(item.span.file)
        digest = _line_digest(item, source)
        alike = (item.span.file, digest)
        seen[alike] = seen.get(alike, 0) + 1
        result: dict[str, object] = {
            "ruleId": item.code,
            "ruleIndex": indexes[item.code],
            "level": item.severity.value,
            "message": {"text": _literal(_words(item, language))},
            "locations": [{"physicalLocation": _physical(item.span, sources, folders)}],
        }
        if item.labels:
            result["relatedLocations"] = [
                _related(number, item, label, sources, language, folders)
                for number, label in enumerate(item.labels, start=1)
            ]
        result["partialFingerprints"] = {_FINGERPRINT: f"{digest}:{seen[alike]}"}
        if item.fix is not None and all(edit.span.file in sources for edit in item.fix.edits):
            result["fixes"] = [_fix(item.fix, sources, language, folders)]
        yield result


def _words(diagnostic: Diagnostic, language: Language) -> str:
    advice = help_text(diagnostic, language)
    words = message(diagnostic, language)
    if not advice:
        return words
    return f"{words}\n帮助：{advice}" if language is Language.ZH else f"{words}\nhelp: {advice}"


def _literal(text: str) -> str:
    """`text` as a message: braces would be placeholders, and brackets before ( links."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _related(  # noqa: PLR0913, PLR0917 - what a place is told with
    number: int,
    diagnostic: Diagnostic,
    label: Label,
    sources: Mapping[str, SourceFile],
    language: Language,
    folders: Folders,
) -> dict[str, object]:
    return {
        "id": number,
        "message": {"text": _literal(label_text(diagnostic, label, language))},
        "physicalLocation": _physical(label.span, sources, folders),
    }


def _physical(span: Span, sources: Mapping[str, SourceFile], folders: Folders) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": _artifact(span.file, folders)}
    source = sources.get(span.file)
    if source is not None:
        place["region"] = _region(span, source)
    return place


def _artifact(file: str, folders: Folders) -> dict[str, object]:
    uri, is_relative = file_uri(file, folders)
    return {"uri": uri, "uriBaseId": _ROOT} if is_relative else {"uri": uri}


def _region(span: Span, source: SourceFile) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(
    fix: Fix, sources: Mapping[str, SourceFile], language: Language, folders: Folders
) -> dict[str, object]:
    files = dict.fromkeys(edit.span.file for edit in fix.edits)
    return {
        "description": {"text": _literal(fix_words(fix, sources, language))},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file, folders),
                "replacements": [
                    {
                        "deletedRegion": _region(edit.span, sources[file]),
                        "insertedContent": {"text": edit.replacement},
                    }
                    for edit in fix.edits
                    if edit.span.file == file
                ],
            }
            for file in files
        ],
        "properties": {"applicability": fix.applicability.value},
    }


def _line_digest(diagnostic: Diagnostic, source: SourceFile | None) -> str:
    """What stays the same when other lines change: the code, and the line without blanks."""
    line = "" if source is None else _line(diagnostic.span, source)
    told = f"{diagnostic.code}\0{''.join(line.split())}"
    return sha256(told.encode("utf-8", errors="replace")).hexdigest()[:16]


def _line(span: Span, source: SourceFile) -> str:
    start, end = source.line_bounds(source.position(span.start).line)
    if end - start > _LONGEST_LINE:
        start = max(start, span.start - _LONGEST_LINE // 2)
        end = min(end, start + _LONGEST_LINE)
    return source.text[start:end]
