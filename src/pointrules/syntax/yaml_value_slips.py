"""Values that YAML reads without a word though their author likely meant something else."""

import re

from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import SourceFile
from pointrules.syntax.yaml_nodes import YamlScalar
from pointrules.syntax.yaml_slips import COLONS, Slip, diagnosed, outside_brackets, uncertain
from pointrules.syntax.yaml_text import TextEdit, YamlText

_COMMA = "，"
WIDE_BRACKETS = {"【": "】", "［": "］", "〔": "〕", "｛": "｝"}
"""What is typed for the brackets of a list, and its other half."""

_SEPARATORS = "，、,"
_HASH = re.compile(r"(?<=[^\sA-Za-z0-9])#|(?<![A-Za-z0-9])＃")
_LONGEST_KEY = 40


def item_slip(text: str, start: int, end: int) -> Slip | None:
    """A full-width comma in an item between square brackets: the list has one item too few."""
    comma = outside_brackets(text[start:end], _COMMA)
    if comma < 0:
        return None
    place = start + comma
    return uncertain("yaml-fullwidth-comma", place, place + 1, TextEdit(place, place + 1, ", "))


def bracket_slip(text: str, start: int, end: int) -> Slip | None:
    """A whole value between full-width brackets, with several names in it: no list, but text."""
    value = text[start:end]
    closer = WIDE_BRACKETS.get(value[0])
    if closer is None or value[-1] not in {closer, "]", "}"}:
        return None
    inner = value[1:-1]
    if not any(separator in inner for separator in _SEPARATORS):
        return None
    opener, closing = ("{", "}") if value[0] == "｛" else ("[", "]")
    edits = [TextEdit(start, start + 1, opener)]
    position = 0
    while (comma := outside_brackets(inner[position:], _SEPARATORS)) >= 0:
        place = start + 1 + position + comma
        edits.append(TextEdit(place, place + 1, ", "))
        position += comma + 1
    edits.append(TextEdit(end - 1, end, closing))
    return uncertain("yaml-fullwidth-bracket", start, start + 1, *edits, found=value[0])


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
        if 0 < colon <= _LONGEST_KEY:
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
