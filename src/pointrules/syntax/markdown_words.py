"""The plain words of Markdown prose: without its marks, its indentation and its line breaks.

Marks are emphasis, code, links, pictures, HTML tags and comments, the signs of a table and of a
quote, and the backslash before a sign. Nothing else is taken off, and no word is changed.
"""

import re

_QUOTE_SIGNS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_TABLE_RULE = re.compile(r"[|:\- \t]+")
_BLANKS = " \t\r\u3000\u00a0"
_MARK = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<text>[^\[\]]*)\]\([^()\n]*\)"
    r"|</?[A-Za-z][^<>]*>"
    r"|`+|\*+|~~"
    r"|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])"
)
_MARKS_SAID = frozenset("\\`*~_<[")
_RUNS = re.compile(r"[ \t\u3000\u00a0]+")
_COMMENT, _COMMENT_END = "<!--", "-->"
_FIRST_WIDE = "\u2e80"
_SPACED_QUOTES = "“”‘’…—·"


def plain_words(markdown: str, *, is_quoted: bool = False) -> str:
    """The words of one paragraph on one line; in a quote its lines may begin with >."""
    if is_quoted:
        markdown = _QUOTE_SIGNS.sub("", markdown)
    if _COMMENT in markdown:
        markdown = _without_comments(markdown)
    lines = []
    for line in markdown.split("\n"):
        bare = line.strip(_BLANKS)
        if bare.startswith("|"):
            bare = "" if _TABLE_RULE.fullmatch(bare) else bare.replace("|", " ").strip(_BLANKS)
        elif bare.endswith("\\"):
            bare = bare[:-1].rstrip(_BLANKS)  # a line broken on purpose
        if bare:
            lines.append(bare)
    text = _joined(lines)
    if not _MARKS_SAID.isdisjoint(text):
        text = _MARK.sub(_unmarked, text)
    return _RUNS.sub(" ", text).strip()


def in_a_row(paragraphs: list[str]) -> str:
    """Several paragraphs or items of a list on one line."""
    parts: list[str] = []
    for paragraph in paragraphs:
        if parts and parts[-1][-1].isalnum():
            parts.append(" ")
        parts.append(paragraph)
    return "".join(parts)


def _joined(lines: list[str]) -> str:
    """Lines in a row; Chinese is joined without a space, as a line broken in it has none."""
    parts: list[str] = []
    for line in lines:
        if parts and not (_is_wide(parts[-1][-1]) or _is_wide(line[0])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _is_wide(character: str) -> bool:
    return character >= _FIRST_WIDE or character in _SPACED_QUOTES


def _unmarked(mark: re.Match[str]) -> str:
    if mark["sign"] is not None:
        return mark["sign"]
    text = mark["text"]
    return "" if text is None else _MARK.sub(_unmarked, text)


def _without_comments(text: str) -> str:
    kept = []
    position = 0
    while (start := text.find(_COMMENT, position)) >= 0:
        end = text.find(_COMMENT_END, start + len(_COMMENT))
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + len(_COMMENT_END)
    kept.append(text[position:])
    return "".join(kept)
