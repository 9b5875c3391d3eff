"""Diagnostics as JSON for other programs.

Lines and columns begin at 1 and columns count code points; `utf16_column` counts as most editors
do. Offsets are code points from the beginning of the text, which is after a byte order mark.
Places in files that are not among the sources have null for all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pointrules.diagnostics.catalogue import help_text, label_text, message
from pointrules.diagnostics.diagnostic import Diagnostic, Fix
from pointrules.diagnostics.fix_words import fix_words
from pointrules.diagnostics.json_text import indented, json_items, json_text
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span
from pointrules.source.utf16 import Utf16Columns

JSON_VERSION = 1
"""Rises when a key changes its meaning or goes away, not when one is added."""


def render_json(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceFile],
    language: Language,
    rulesets: Sequence[Mapping[str, object]] = (),
) -> Iterator[str]:
    """All diagnostics as one JSON document, in pieces, without a line end after it.

    `rulesets` is what else there is to say of each ruleset that has no error.
    """
    columns = Utf16Columns()
    yield f'{{\n  "version": {JSON_VERSION},\n  "diagnostics": '
    yield from json_items(
        (as_json_object(item, sources, language, columns) for item in diagnostics), depth=1
    )
    yield ',\n  "rulesets": '
    yield indented(json_text(list(rulesets)), "  ").removeprefix("  ")
    yield "\n}"


def as_json_object(
    diagnostic: Diagnostic,
    sources: Mapping[str, SourceFile],
    language: Language,
    columns: Utf16Columns | None = None,
) -> dict[str, object]:
    """One diagnostic: its words in `language` and all that a host needs to word its own."""
    known = columns or Utf16Columns()
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": message(diagnostic, language),
        "help": help_text(diagnostic, language),
        **_place(diagnostic.span, sources, known),
        "labels": [
            {
                "role": label.role,
                "text": label_text(diagnostic, label, language),
                **_place(label.span, sources, known),
            }
            for label in diagnostic.labels
        ],
        "choices": list(diagnostic.choices),
        "arguments": dict(diagnostic.arguments),
        "fix": _fix(diagnostic.fix, sources, language, known),
    }


def _place(
    span: Span, sources: Mapping[str, SourceFile], columns: Utf16Columns
) -> dict[str, object]:
    source = sources.get(span.file)
    if source is None:
        return {
            "file": span.file,
            "line": None,
            "column": None,
            "end_line": None,
            "end_column": None,
            "utf16_column": None,
            "utf16_end_column": None,
            "offset": None,
            "end_offset": None,
        }
    start = source.position(span.start)
    end = source.position(span.end)
    return {
        "file": span.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "utf16_column": columns.column(source, start),
        "utf16_end_column": columns.column(source, end),
        "offset": span.start,
        "end_offset": span.end,
    }


def _fix(
    fix: Fix | None,
    sources: Mapping[str, SourceFile],
    language: Language,
    columns: Utf16Columns,
) -> dict[str, object] | None:
    if fix is None:
        return None
    return {
        "applicability": fix.applicability.value,
        "title": fix_words(fix, sources, language),
        "edits": [
            {**_place(edit.span, sources, columns), "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }
