"""The canonical form of a ruleset in YAML: one way to write its keys, values and remarks.

Values that other programs would take for numbers, dates or yes and no are quoted, so that 3.10 is
text for everyone who reads the file.
"""

import re
from collections.abc import Iterator

from pointrules.syntax.outlined import (
    OutlinedBlock,
    OutlinedEntry,
    OutlinedRuleset,
    OutlinedValue,
)

_INDENT = "  "
_UNSAFE_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`＃=<~ ")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|[#＃]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_LOOKS_LIKE_OTHER = re.compile(
    r"[-+]?[\d.][\d_.,:eExXoOa-fA-F+-]*"
    r"|(?:y|n|yes|no|on|off|true|false|null)"
    r"|\d{4}-\d{1,2}-\d{1,2}.*",
    re.IGNORECASE,
)
_NEEDS_ESCAPES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def write_yaml(ruleset: OutlinedRuleset) -> str:
    """The ruleset as a list of blocks, a blank line between them."""
    lines: list[str] = []
    for block in ruleset.blocks:
        if lines:
            lines.append("")
        lines.extend(_block_lines(block))
    if ruleset.last:
        lines += ["", *ruleset.last]
    return "\n".join(lines) + "\n"


def _block_lines(block: OutlinedBlock) -> Iterator[str]:
    title = block.title
    yield from block.head.before
    if title is not None:
        yield from title.before
    entries = list(block.entries)
    head = block.head.text
    if block.outline.title == "parts":
        (parts,) = entries
        yield from _entry_lines(parts, head, "- ", _INDENT)
        return
    after = [remark for remark in (block.head.after, title and title.after) if remark]
    value = "" if title is None else f" {yaml_scalar(title.text)}"
    yield from after[1:]
    yield f"- {head}:{value}{_behind(after[0] if after else None)}"
    for entry in entries:
        key = entry.key.text(block.language)
        yield from _entry_lines(entry, key, _INDENT, _INDENT)


def _entry_lines(entry: OutlinedEntry, key: str, first: str, indent: str) -> Iterator[str]:
    values = entry.values
    if len(values) == 1:
        (value,) = values
        yield from (indent + remark for remark in value.before)
        yield f"{first}{key}: {yaml_scalar(value.text)}{_behind(value.after)}"
        return
    yield f"{first}{key}:"
    for value in values:
        yield from (f"{indent}{_INDENT}{remark}" for remark in value.before)
        yield f"{indent}{_INDENT}- {_item(value)}"


def _item(value: OutlinedValue) -> str:
    return f"{yaml_scalar(value.text)}{_behind(value.after)}"


def _behind(remark: str | None) -> str:
    return "" if remark is None else f"  {remark}"


def yaml_scalar(text: str) -> str:
    """The text as one line of YAML that reads as this text, and as text only."""
    is_plain = (
        text
        and text[0] not in _UNSAFE_FIRST
        and not text[-1].isspace()
        and not text[0].isspace()
        and not _UNSAFE_INSIDE.search(text)
        and not _LOOKS_LIKE_OTHER.fullmatch(text)
    )
    if is_plain:
        return text
    if not _NEEDS_ESCAPES.search(text):
        return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
    escaped = "".join(map(_escaped, text))
    return f'"{escaped}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if _NEEDS_ESCAPES.match(character):
        return f"\\u{ord(character):04x}"
    return character
