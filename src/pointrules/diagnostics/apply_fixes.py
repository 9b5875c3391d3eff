"""Fixes made in texts: all that can be made together."""

from bisect import bisect, insort
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.source.source_file import SourceFile


class FixedTexts(Struct, frozen=True):
    """The texts that change, by name, and how many fixes were made in each."""

    texts: Mapping[str, str]
    counts: Mapping[str, int]


def apply_fixes(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceFile],
    kinds: Collection[Applicability],
) -> FixedTexts:
    """Make the fixes of these kinds in `sources`; of two that overlap, the first.

    A fix is made as a whole or not at all: not if an edit of it is in a file that is not among
    `sources`, or outside its text. One that would change nothing is left out.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    edits: dict[str, list[Edit]] = {}
    counts: dict[str, int] = {}
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or fix.applicability not in kinds or not _fits(fix, sources):
            continue
        if not _take(fix, taken):
            continue
        for edit in fix.edits:
            edits.setdefault(edit.span.file, []).append(edit)
        for name in {edit.span.file for edit in fix.edits}:
            counts[name] = counts.get(name, 0) + 1
    texts = {name: _edited(sources[name].text, made) for name, made in edits.items()}
    return FixedTexts(texts, counts)


def _fits(fix: Fix, sources: Mapping[str, SourceFile]) -> bool:
    for edit in fix.edits:
        source = sources.get(edit.span.file)
        if source is None or not 0 <= edit.span.start <= edit.span.end <= len(source.text):
            return False
    return any(sources[edit.span.file].excerpt(edit.span) != edit.replacement for edit in fix.edits)


def _take(fix: Fix, taken: dict[str, list[tuple[int, int]]]) -> bool:
    """Note the places of the fix as taken, unless one of them is taken already."""
    mine = sorted((edit.span.file, edit.span.start, edit.span.end) for edit in fix.edits)
    for one, other in pairwise(mine):
        if one[0] == other[0] and other[1] < one[2]:
            return False  # it would change the same words twice
    for name, start, end in mine:
        places = taken.setdefault(name, [])
        index = bisect(places, (start, end))
        near = places[max(0, index - 1) : index + 1]
        if any(_clash((start, end), other) for other in near):
            return False
    for name, start, end in mine:
        insort(taken[name], (start, end))
    return True


def _clash(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one would change what the other is about; what is put in beside a change clashes."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def _edited(text: str, edits: list[Edit]) -> str:
    # Where every line ends as on Windows, new lines do so too.
    has_returns = "\r\n" in text and text.count("\n") == text.count("\r\n")
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda item: (item.span.start, item.span.end)):
        written = edit.replacement
        if has_returns:
            written = written.replace("\r\n", "\n").replace("\n", "\r\n")
        pieces += (text[position : edit.span.start], written)
        position = edit.span.end
    return "".join((*pieces, text[position:]))
