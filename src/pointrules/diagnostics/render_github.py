"""Diagnostics as commands that GitHub Actions turns into annotations.

GitHub shows ten errors and ten warnings of a step: errors come first, in the order found, and what
is not shown is counted in a notice.
"""

from collections.abc import Iterator, Mapping, Sequence

from pointrules.diagnostics.catalogue import help_text, message
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.diagnostics.file_uri import Folders, name_in_root
from pointrules.diagnostics.fix_words import fix_words
from pointrules.diagnostics.render_text import summary_line
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span

MOST_OF_A_KIND = 10
"""GitHub shows no more errors, and no more warnings, of one step."""

_TITLE = "pointrules"


def render_github(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    language: Language,
    folders: Folders,
) -> Iterator[str]:
    """One line for each annotation, and at last one that counts all there is."""
    counts: dict[Severity, int] = {}
    for severity in (Severity.ERROR, Severity.WARNING):
        found = [item for item in diagnostics if item.severity is severity]
        counts[severity] = len(found)
        for item in found[:MOST_OF_A_KIND]:
            yield _annotation(item, sources, language, folders)
    summary = summary_line(counts[Severity.ERROR], counts[Severity.WARNING], language)
    hidden = sum(max(0, count - MOST_OF_A_KIND) for count in counts.values())
    if not hidden:
        yield summary
    elif language is Language.ZH:
        yield f"::notice title={_TITLE}::{summary}，其中 {hidden} 个没有列在这里"
    else:
        yield f"::notice title={_TITLE}::{summary}, of which {hidden} are not shown here"


def _annotation(
    diagnostic: Diagnostic,
    sources: Mapping[str, SourceFile],
    language: Language,
    folders: Folders,
) -> str:
    in_chinese = language is Language.ZH
    lines = [message(diagnostic, language)]
    advice = help_text(diagnostic, language)
    if advice:
        lines.append(f"帮助：{advice}" if in_chinese else f"help: {advice}")
    if diagnostic.fix is not None:
        words = fix_words(diagnostic.fix, sources, language)
        lines.append(f"可以{words}" if in_chinese else f"you may {words}")
    properties = {
        **_place(diagnostic.span, sources, folders),
        "title": f"{_TITLE}: {diagnostic.code}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{diagnostic.severity.value} {written}::{_data(chr(10).join(lines))}"


def _place(span: Span, sources: Mapping[str, SourceFile], folders: Folders) -> dict[str, str]:
    place = {"file": name_in_root(span.file, folders) or span.file}
    source = sources.get(span.file)
    if source is None:
        return place
    start, end = source.position(span.start), source.position(span.end)
    place |= {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # GitHub takes columns within one line only
        place |= {"col": str(start.column), "endColumn": str(end.column)}
    return place


def _data(text: str) -> str:
    """A runner takes these three signs, and no others, for parts of the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
