"""Values that YAML reads without a word though their author likely meant something else."""

import re
from collections.abc import Iterator
from typing import TypeGuard

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import SourceFile
from pointrules.syntax.yaml_nodes import YamlNode, YamlScalar
from pointrules.syntax.yaml_slips import COLONS, Slip, diagnosed, outside_brackets, uncertain
from pointrules.syntax.yaml_text import TextEdit, YamlText

_COMMA = "，"
_OF_PHRASES = re.compile(r"[\s，：:「“（(]")
WIDE_BRACKETS = {"【": "】", "［": "］", "〔": "〕"}
"""What is typed for the brackets of a list, and its other half."""

_SEPARATORS = "，、,"
_HASH = re.compile(r"(?<=[^\sA-Za-z0-9])#|(?<![A-Za-z0-9])＃")
_LONGEST_KEY = 40


class SplitList(Struct, frozen=True):
    """The items that a list was meant to have, and what to tell of the commas or brackets."""

    items: tuple[YamlScalar, ...]
    diagnostic: Diagnostic


def split_item(source: SourceFile, item: YamlNode) -> SplitList | None:
    """The only item of a list, where full-width commas stand between what looks like names.

    With blanks or a colon it is a phrase, in which such a comma is right.
    """
    if not _is_plain_line(item) or _COMMA not in item.text:
        return None
    items = tuple(_pieces(source.text, item.start, item.end, _COMMA))
    looks_like_phrase = any(not item.text or _OF_PHRASES.search(item.text) for item in items)
    if len(items) == 1 or looks_like_phrase:
        return None
    edits = [TextEdit(one.end, one.end + 1, ", ") for one in items[:-1]]
    place = items[0].end
    slip = uncertain("yaml-fullwidth-comma", place, place + 1, *edits)
    return SplitList(items, diagnosed(source, YamlText(source.text), slip))


def split_brackets(source: SourceFile, value: YamlNode) -> SplitList | None:
    """A whole value between full-width brackets, with several names in it: no list to YAML."""
    if not _is_plain_line(value):
        return None
    closer = WIDE_BRACKETS.get(value.text[0])
    if closer is None or value.text[-1] not in {closer, "]"}:
        return None
    start, end = value.start, value.end
    items = tuple(_pieces(source.text, start + 1, end - 1, _SEPARATORS))
    if len(items) == 1:
        return None
    edits = [TextEdit(start, start + 1, "[")]
    edits += (TextEdit(one.end, one.end + 1, ", ") for one in items[:-1])
    edits.append(TextEdit(end - 1, end, "]"))
    found = value.text[0]
    slip = uncertain("yaml-fullwidth-bracket", start, start + 1, *edits, found=found)
    return SplitList(items, diagnosed(source, YamlText(source.text), slip))


def _is_plain_line(node: YamlNode) -> TypeGuard[YamlScalar]:
    return (
        isinstance(node, YamlScalar)
        and node.start == node.inner_start
        and node.end - node.start == len(node.text) > 0
    )


def _pieces(text: str, start: int, end: int, separators: str) -> Iterator[YamlScalar]:
    """What stands between the separators, without blanks around it."""
    while True:
        found = outside_brackets(text[start:end], separators)
        stop = end if found < 0 else start + found
        yield YamlScalar(text[start:stop], start, stop, start, stop)
        if found < 0:
            return
        start = stop + 1


def hash_slip(text: str, start: int, end: int) -> Slip | None:
    """A # that YAML takes for a part of the value, since no blank stands before it."""
    match = _HASH.search(text, start, end)
    if match is None or match.start() == start:
        return None
    place = match.start()
    if outside_brackets(text[start : place + 1], text[place]) < 0:
        return None
    before = "" if text[place - 1] == " " else " "
    edit = TextEdit(place, place + 1, f"{before}#")
    return uncertain("yaml-hash-in-value", place, place + 1, edit, found=text[place])


def keys_meant(source: SourceFile, scalar: YamlScalar) -> Diagnostic | None:
    """Why `scalar` is a text, where its reader expects keys: a colon that YAML does not see.

    Ask it where nothing but keys can stand: in a phrase the same colon is right.
    """
    if scalar.start != scalar.inner_start:
        return None
    text = source.text
    slips: list[Slip] = []
    position = scalar.start
    while position < scalar.end:
        line_end = text.find("\n", position, scalar.end)
        stop = scalar.end if line_end < 0 else line_end
        line = text[position:stop]
        colon = outside_brackets(line, COLONS + ":")
        if 0 < colon <= _LONGEST_KEY and not _OF_PHRASES.search(line[:colon].strip()):
            slips.append(_colon_slip(text, position + colon))
        position = stop + 1
    if not slips:
        return None
    edits = tuple(edit for slip in slips for edit in slip.edits)
    first = slips[0]
    together = uncertain(first.code, first.start, first.end, *edits)
    return diagnosed(source, YamlText(text), together)


def _colon_slip(text: str, place: int) -> Slip:
    if text[place] == ":":
        edit = TextEdit(place + 1, place + 1, " ")
        return uncertain("yaml-space-after-colon", place, place + 1, edit)
    after = "" if text[place + 1 : place + 2] in {" ", "", "\r", "\n"} else " "
    edit = TextEdit(place, place + 1, f":{after}")
    return uncertain("yaml-fullwidth-colon", place, place + 1, edit)
