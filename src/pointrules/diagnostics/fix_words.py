"""What a fix does, in words."""

from collections.abc import Mapping

from pointrules.diagnostics.catalogue import quotable
from pointrules.diagnostics.diagnostic import Edit, Fix
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile

_CUT = "…"


def fix_words(fix: Fix, sources: Mapping[str, SourceFile], language: Language) -> str:
    """Each edit in order: 改成“…”，加上“…”，删去“…”."""
    if language is Language.ZH:
        return "，".join(_edit_zh(edit, sources) for edit in fix.edits)
    return ", ".join(_edit_en(edit, sources) for edit in fix.edits)


def _edit_zh(edit: Edit, sources: Mapping[str, SourceFile]) -> str:
    if not edit.replacement:
        return f"删去“{_replaced(edit, sources)}”"
    verb = "加上" if edit.span.start == edit.span.end else "改成"
    return f"{verb}“{quotable(edit.replacement)}”"


def _edit_en(edit: Edit, sources: Mapping[str, SourceFile]) -> str:
    if not edit.replacement:
        return f"delete “{_replaced(edit, sources)}”"
    verb = "insert" if edit.span.start == edit.span.end else "write"
    return f"{verb} “{quotable(edit.replacement)}”"


def _replaced(edit: Edit, sources: Mapping[str, SourceFile]) -> str:
    source = sources.get(edit.span.file)
    return quotable(source.excerpt(edit.span)) if source else _CUT
