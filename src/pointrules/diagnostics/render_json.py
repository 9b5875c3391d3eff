"""Diagnostics as JSON for other programs.

Lines and columns begin at 1 and columns count code points. Places in files that are not among the
sources have null for them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from pointrules.diagnostics.catalogue import help_text, label_text, message
from pointrules.diagnostics.diagnostic import Diagnostic, Fix
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span

JSON_VERSION = 1
"""Rises when a key changes its meaning or goes away, not when one is added."""


def render_json(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceFile],
    language: Language,
    rulesets: Sequence[Mapping[str, object]] = (),
) -> str:
    """All diagnostics as one JSON document, without a line end after it.

    `rulesets` is what else there is to say of each ruleset that has no error.
    """
    document = {
        "version": JSON_VERSION,
        "diagnostics": [as_json_object(item, sources, language) for item in diagnostics],
        "rulesets": list(rulesets),
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    # Half a surrogate pair, if a host's text holds one, cannot be written as UTF-8.
    return text.encode("utf-8", errors="replace").decode("utf-8")


def as_json_object(
    diagnostic: Diagnostic, sources: Mapping[str, SourceFile], language: Language
) -> dict[str, object]:
    """One diagnostic: its words in `language` and all that a host needs to word its own."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": message(diagnostic, language),
        "help": help_text(diagnostic, language),
        **_place(diagnostic.span, sources),
        "labels": [
            {
                "role": label.role,
                "text": label_text(diagnostic, label, language),
                **_place(label.span, sources),
            }
            for label in diagnostic.labels
        ],
        "choices": list(diagnostic.choices),
        "arguments": dict(diagnostic.arguments),
        "fix": _fix(diagnostic.fix, sources),
    }


def _place(span: Span, sources: Mapping[str, SourceFile]) -> dict[str, object]:
    source = sources.get(span.file)
    if source is None:
        return {
            "file": span.file,
            "line": None,
            "column": None,
            "end_line": None,
            "end_column": None,
        }
    start = source.position(span.start)
    end = source.position(span.end)
    return {
        "file": span.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _fix(fix: Fix | None, sources: Mapping[str, SourceFile]) -> dict[str, object] | None:
    if fix is None:
        return None
    return {
        "applicability": fix.applicability.value,
        "edits": [
            {**_place(edit.span, sources), "replacement": edit.replacement} for edit in fix.edits
        ],
    }
