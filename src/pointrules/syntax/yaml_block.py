"""A mapping of a YAML file as a block: which outline it follows, and what each of its keys says."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix, Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.source.folding import fold
from pointrules.source.source_file import Span
from pointrules.syntax.outline import INCENTIVES, Key, Outline, outlines_by_head
from pointrules.syntax.spellings import spellings
from pointrules.syntax.yaml_nodes import YamlMapping, YamlNode, YamlScalar

EXCLUSIVE = ("处理", "情形", "之一", "当")
"""Keys of a clause of which it has one: what is not scored has no situation, and so on."""

OF_SETTLEMENTS = ("结算", "情形")
"""Of these a clause that is settled has both."""

BESIDE_TREATED = ("处理", "条文", "归入")
"""All that a clause has which is not scored."""


class Entry(Struct, frozen=True):
    """A key of a block with its values."""

    key: Key
    written: YamlScalar
    value: YamlNode


class YamlBlock(Struct, frozen=True):
    """One block: its outline, its head with what stands behind it, its keys in the file's order.

    `is_whole` where every key is one of the block's; `is_complete` where it has all it needs, and
    nothing that cannot stand together.
    """

    outline: Outline
    head: YamlScalar
    title: YamlNode
    entries: tuple[Entry, ...]
    is_whole: bool
    is_complete: bool
    diagnostics: tuple[Diagnostic, ...]


def block_of(node: YamlNode, file: str) -> YamlBlock | tuple[Diagnostic, ...]:
    """The block that a node is, or why it is none."""
    if not isinstance(node, YamlMapping):
        return (diagnose("yaml-block-expected", Span(file, node.start, node.end)),)
    found = _head_of(node)
    if found is None:
        return (_without_head(node, file),)
    outline, head, title = found
    diagnostics: list[Diagnostic] = []
    entries: list[Entry] = []
    for written, value in node.pairs:
        if written is head:
            continue
        key = outline.key(_name(written))
        if key is None:
            diagnostics.append(_unknown_key(written, outline, head, file))
            continue
        before = next((entry for entry in entries if entry.key is key), None)
        if before is None:
            entries.append(Entry(key, written, value))
        else:
            diagnostics.append(_twice(before.written, written, file))
    amiss = tuple(_amiss(outline, head, entries, file))
    if diagnostics:
        # The key that is missing may be the one that is misspelt.
        told = tuple(item for item in amiss if item.code != "yaml-key-missing")
    else:
        told = amiss
    diagnostics += told
    is_whole = not diagnostics
    return YamlBlock(outline, head, title, tuple(entries), is_whole, not amiss, tuple(diagnostics))


def _head_of(node: YamlMapping) -> tuple[Outline, YamlScalar, YamlNode] | None:
    """The key that is the head: the first of those with which most other keys go."""
    heads = outlines_by_head()
    names = [_name(key) for key, _ in node.pairs]
    best: tuple[Outline, YamlScalar, YamlNode] | None = None
    best_known = -1
    for key, value in node.pairs:
        name = _name(key)
        for outline in heads.get(name, ()):
            if outline.kind and outline is not _of_kind(node):
                continue
            known = sum(outline.key(other) is not None for other in names)
            if known > best_known:
                best, best_known = (outline, key, value), known
    return best


def _of_kind(node: YamlMapping) -> Outline:
    """The outline of an incentive: that of its kind; of a loan where no known kind is said."""
    for key, value in node.pairs:
        if _name(key) in ("类型", "kind") and isinstance(value, YamlScalar):
            said = fold(value.text).strip().lower()
            for terminal, outline in INCENTIVES.items():
                if any(spelling.text == said for spelling in spellings().by_terminal[terminal]):
                    return outline
    return INCENTIVES["LOAN"]


def _name(key: YamlScalar) -> str:
    return fold(key.text).strip().lower()


def _without_head(node: YamlMapping, file: str) -> Diagnostic:
    """No key is a head word: the first one that is nearly one, or else the first, is shown."""
    heads = outlines_by_head()
    for key, _ in node.pairs:
        near = suggest(key.text, heads, limit=1)
        if near:
            return _diagnose_key("unknown-head", key, near, file, found=key.text)
    span = Span(file, node.start, node.pairs[0][0].end if node.pairs else node.end)
    return diagnose("yaml-head-missing", span)


def _unknown_key(written: YamlScalar, outline: Outline, head: YamlScalar, file: str) -> Diagnostic:
    names = [name for key in outline.keys for name in (key.zh, key.en)]
    near = suggest(written.text, names)
    return _diagnose_key(
        "yaml-unknown-key", written, near, file, found=written.text, head=head.text
    )


def _twice(first: YamlScalar, second: YamlScalar, file: str) -> Diagnostic:
    """A key and its twin of the other language, or in capitals: only one of them would count."""
    label = Label(Span(file, first.start, first.end), "first")
    span = Span(file, second.start, second.end)
    return diagnose("yaml-duplicate-key", span, labels=(label,), key=second.text)


def _diagnose_key(
    code: str, written: YamlScalar, near: tuple[str, ...], file: str, **arguments: str
) -> Diagnostic:
    span = Span(file, written.start, written.end)
    fix = None
    if len(near) == 1 and written.offsets is None:
        inner = Span(file, written.inner_start, written.inner_end)
        fix = Fix(Applicability.ASK, (Edit(inner, near[0]),))
    return diagnose(code, span, choices=near, labels=(), fix=fix, **arguments)


def _amiss(
    outline: Outline, head: YamlScalar, entries: Sequence[Entry], file: str
) -> Iterator[Diagnostic]:
    """Keys that a block cannot be without, and keys that do not go together."""
    there = [entry.key.zh for entry in entries]
    span = Span(file, head.start, head.end)
    for group in outline.needs:
        if not any(name in there for name in group):
            keys = "、".join(_keys(outline, group, head))
            yield diagnose("yaml-key-missing", span, head=head.text, keys=keys)
    if outline.key("处理") is None:
        return
    is_scored = any(name in there for name in ("结算", "情形", "之一", "当"))
    if is_scored and "计分" not in there:
        (points,) = _keys(outline, ("计分",), head)
        yield diagnose("yaml-key-missing", span, head=head.text, keys=points)
    for first, second in _clashes(entries):
        place = Span(file, second.written.start, second.written.end)
        yield diagnose(
            "yaml-keys-clash", place, first=first.written.text, second=second.written.text
        )


def _clashes(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Keys of one clause that cannot stand together."""
    by_name = {entry.key.zh: entry for entry in entries}
    if "处理" in by_name:
        for entry in entries:
            if entry.key.zh not in BESIDE_TREATED:
                yield by_name["处理"], entry
        return
    guards = [entry for entry in entries if entry.key.zh in EXCLUSIVE]
    if "结算" in by_name:
        guards = [by_name["结算"], *(e for e in guards if e.key.zh not in OF_SETTLEMENTS)]
    for entry in guards[1:]:
        yield guards[0], entry


def _keys(outline: Outline, names: Sequence[str], head: YamlScalar) -> tuple[str, ...]:
    """The keys in the language of the head."""
    is_english = head.text.isascii()
    found = [key for name in names if (key := outline.key(name)) is not None]
    return tuple(key.en if is_english else key.zh for key in found)
