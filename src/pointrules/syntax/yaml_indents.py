"""Lines of YAML that are indented by something else than spaces: tabs, U+3000, pasted blanks."""

import re

from pointrules.syntax.yaml_slips import Slip, mended, uncertain
from pointrules.syntax.yaml_text import TextEdit

_WIDE = "\u3000"
_TAB = "\t"
_TWO_SPACES = "  "  # U+3000 is drawn two columns wide; for a tab it is what YAML authors write
_NARROW = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_ODD = _TAB + _WIDE + _NARROW + _INVISIBLE
_ODD_INDENT = re.compile(f"^ *[{_ODD}]", re.MULTILINE)
_LINE = re.compile(rf"(?P<indent>[ {_ODD}]*)(?P<rest>[^\n]*)(?:\n|\Z)")
_BLOCK_HEAD = re.compile(
    r"(?P<dashes>(?:- +)*)(?P<key>[^\n]*?:(?: +[&!]\S+)* +)?[|>][-+0-9]* *(?: #.*)?\r?"
)
_HYPHENS = re.compile(r"(?:- +)+")
_KEY = re.compile(r"[^\s，。；（(「“:：]{1,40}[ \u3000]*[:：]")
_REPLACEMENTS = {
    _WIDE: _TWO_SPACES,
    _TAB: _TWO_SPACES,
    **dict.fromkeys(_NARROW, " "),
    **dict.fromkeys(_INVISIBLE, ""),
}
_NAMES = {_TAB: "Tab", _WIDE: "U+3000"}


def odd_indents(text: str) -> tuple[list[Slip], list[TextEdit]]:
    """The slips, and the edits that make spaces of all indents, those of blank lines too."""
    if _ODD_INDENT.search(text) is None:
        return [], []
    slips: list[Slip] = []
    edits: list[TextEdit] = []
    with_spaces = re.search(r"^ +[^\s#]", text, re.MULTILINE) is not None
    block_column = -1  # of the line whose block scalar goes on
    last_column, is_open = 0, True  # of the line above: where its key stands, has it no value
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None, "every text is made of lines"
        position = line.end()
        indent, rest = line["indent"], line["rest"].rstrip("\r")
        written = len(indent) - len(indent.lstrip(" "))
        if not rest:  # blank, whatever it is made of: no block ends here
            if indent.strip(" "):
                edits.append(TextEdit(line.start(), line.start("rest"), ""))
            continue
        if written > block_column >= 0:
            continue
        block_column = -1
        spaces = indent if indent.strip(" ") == "" else "".join(map(_as_spaces, indent))
        head = _BLOCK_HEAD.fullmatch(rest)
        if head is not None:
            block_column = len(spaces) + (len(head["dashes"]) if head["key"] else 0)
            if not head["key"]:
                block_column += max(0, len(head["dashes"].rstrip()) - 1)
        column = len(spaces) + (len(hyphens[0]) if (hyphens := _HYPHENS.match(rest)) else 0)
        is_sibling = not is_open and len(spaces) > last_column and _KEY.match(rest) is not None
        if not rest.startswith("#"):
            if spaces is not indent and is_sibling:
                column, spaces = last_column, " " * last_column
            last_column, is_open = column, rest.rstrip(" ").endswith((":", "："))
        if indent.strip(" ") == "":
            continue
        edit = TextEdit(line.start(), line.start("rest"), spaces)
        edits.append(edit)
        if not rest.startswith("#"):
            odd = indent.lstrip(" ")[0]
            name = _NAMES.get(odd, f"U+{ord(odd):04X}")
            is_guess = is_sibling or (_TAB in indent and with_spaces)
            make = uncertain if is_guess else mended
            slips.append(make("yaml-indent", edit.start, edit.end, edit, character=name))
    return slips, edits


def _as_spaces(character: str) -> str:
    return _REPLACEMENTS.get(character, character)
