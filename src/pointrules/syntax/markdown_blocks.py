"""The blocks of a Markdown text, as CommonMark 0.31 cuts them: headings, fences, paragraphs.

Only as much of Markdown is read as it takes to know what is a heading and what is a fence. So
lists, quotes and raw HTML are followed too, but leave no trace of their own. Why no library does
this is told in docs/decisions/0020-markdown-is-cut-by-our-own-scanner.md.

Lines end at a line feed and at nothing else, as in all files that are read here; definitions of
link references are paragraphs.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

DEEPEST_NESTING = 100
"""Lists and quotes inside each other beyond this are read as prose."""

_TAB = 4
_CODE_INDENT = 4
_LONGEST_GAP = 4  # between a list item's marker and its words; what is indented more is code
_QUOTE = -1  # among the containers; all others are list items, told by their indentation
_BLANKS = " \t"
_MAY_BEGIN_BLOCK = frozenset(" \t\r\n#`~=-*_+<>0123456789")
_LONGEST_LONE_TAG = 1000

_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_MARKER = re.compile(r"(?:[*+-]|([0-9]{1,9})[.)])(?=[ \t]|$)")
_HTML_UNTIL = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in (
        (r"<(?:script|pre|textarea|style)(?:[ \t>]|$)", r"</(?:script|pre|textarea|style)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (r"<![a-z]", r">"),
    )
)
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd"
    r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]"
    r"|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup"
    r"|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?:[ \t]|/?>|$)",
    re.IGNORECASE,
)
_HTML_TAG = re.compile(
    r"(?:<[a-z][a-z0-9-]*(?:[ \t]+[a-z_:][a-z0-9_.:-]*"
    r"(?:[ \t]*=[ \t]*(?:[^\"'=<>`\s]+|'[^']*'|\"[^\"]*\"))?)*[ \t]*/?>"
    r"|</[a-z][a-z0-9-]*[ \t]*>)[ \t]*$",
    re.IGNORECASE,
)


class Heading(Struct, frozen=True):
    """A heading in no list and no quote, of `level` 1 to 6; its words lie from `start` to `end`.

    `begin` and `line_end` are where its first line begins and its last one ends.
    """

    level: int
    start: int
    end: int
    begin: int
    line_end: int


class Fence(Struct, frozen=True):
    """A fenced block; from `start` to `end` lie its opening signs and `info`, the words there.

    Its content lies from `body` to `body_end`, in whole lines. It is closed by signs of its own or
    else by the end of the text, or of the list or quote (`is_quoted`) that it stands in.
    """

    start: int
    end: int
    info: str
    body: int
    body_end: int
    is_closed: bool
    is_quoted: bool


class Prose(Struct, frozen=True):
    """A paragraph, or a line of indented text; in a quote its lines may still begin with >."""

    start: int
    end: int
    is_quoted: bool


MarkdownBlock: TypeAlias = Heading | Fence | Prose


class _Paragraph(Struct):
    begin: int
    start: int
    end: int
    is_quoted: bool


class _OpenFence(Struct):
    start: int
    end: int
    signs: str
    body: int
    is_quoted: bool


class _Html(Struct):
    until: re.Pattern[str] | None  # None: until an empty line


def markdown_blocks(text: str) -> Iterator[MarkdownBlock]:
    """The blocks in order; raw HTML, rules and empty lines are none of them."""
    return _Cutter(text).blocks()


class _Cutter:
    """A walk through the lines of a text; within one, `_at` and `_column` are where it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[MarkdownBlock] = []
        self._containers: list[int] = []
        self._matched = 0  # so many of the containers go on in this line
        self._is_empty_item = False  # the last container is an item with nothing in it yet
        self._leaf: _Paragraph | _OpenFence | _Html | None = None
        self._begin = self._at = self._end = self._next = self._column = 0
        self._word = self._word_column = 0  # the first place in this line behind all blanks

    def blocks(self) -> Iterator[MarkdownBlock]:
        text, length = self._text, len(self._text)
        start = 1 if text.startswith("\ufeff") else 0
        while start < length:
            line_end = text.find("\n", start)
            self._next = length if line_end < 0 else line_end + 1
            end = length if line_end < 0 else line_end
            self._end = end - 1 if end > start and text[end - 1] == "\r" else end
            leaf = self._leaf
            if (
                isinstance(leaf, _Paragraph)
                and not self._containers
                and text[start] not in _MAY_BEGIN_BLOCK
            ):
                leaf.end = self._end  # most lines: the paragraph goes on
            else:
                self._begin = self._at = self._word = start
                self._column = self._word_column = 0
                self._find_word()
                self._line()
                if self._found:
                    yield from self._found
                    self._found.clear()
            start = self._next
        self._begin = length
        self._close_leaf()
        yield from self._found

    def _line(self) -> None:
        self._match_containers()
        if self._matched == len(self._containers):
            if isinstance(self._leaf, _OpenFence):
                self._in_fence(self._leaf)
                return
            if isinstance(self._leaf, _Html):
                self._in_html(self._leaf)
                return
        while True:
            indent, at = self._indent()
            if indent >= _CODE_INDENT or at >= self._end:
                break
            if self._leaf_begins(at):
                return
            if self._matched >= DEEPEST_NESTING or not self._container_begins(indent, at):
                break
        self._words()

    # ---- containers

    def _match_containers(self) -> None:
        is_empty_item, self._is_empty_item = self._is_empty_item, False
        self._matched = 0
        if self._word >= self._end and _QUOTE not in self._containers:
            self._matched = len(self._containers) - is_empty_item
            return  # an empty line belongs to all lists
        for kind in self._containers:
            indent, at = self._indent()
            if kind == _QUOTE:
                if indent >= _CODE_INDENT or at >= self._end or self._text[at] != ">":
                    return
                self._take_quote_sign(indent)
            elif at >= self._end:
                if is_empty_item and self._matched == len(self._containers) - 1:
                    return
                self._advance(indent)
            elif indent >= kind:
                self._advance(kind)
            else:
                return
            self._matched += 1

    def _container_begins(self, indent: int, at: int) -> bool:
        if self._text[at] == ">":
            self._break_in()
            self._take_quote_sign(indent)
            self._open(_QUOTE)
            return True
        marker = _MARKER.match(self._text, at, self._end)
        if marker is None:
            return False
        is_bare = not self._text[marker.end() : self._end].strip(_BLANKS)
        is_first = marker[1] is None or int(marker[1]) == 1
        if self._is_in_paragraph() and (is_bare or not is_first):
            return False
        self._break_in()
        width = indent + marker.end() - at
        self._advance(width)
        gap, _ = self._indent()
        if is_bare or gap > _LONGEST_GAP:
            gap = 1
        if not is_bare:
            self._advance(gap)
        self._open(width + gap)
        self._is_empty_item = is_bare
        return True

    def _take_quote_sign(self, indent: int) -> None:
        self._advance(indent + 1)
        if self._at < self._end and self._text[self._at] in _BLANKS:
            self._advance(1)

    def _open(self, kind: int) -> None:
        self._containers.append(kind)
        self._matched = len(self._containers)

    def _break_in(self) -> None:
        """Close what does not go on, now that something else begins."""
        self._close_leaf()
        del self._containers[self._matched :]

    # ---- what stands in them

    def _leaf_begins(self, at: int) -> bool:
        """Take the line if a heading, a fence, raw HTML or a rule begins there."""
        match self._text[at]:
            case "#":
                return self._heading_begins(at)
            case "`" | "~":
                return self._fence_begins(at)
            case "<":
                return self._html_begins(at)
            case "=" | "-" if self._is_in_paragraph() and self._is_underline(at):
                assert isinstance(self._leaf, _Paragraph), "it is in a paragraph"
                self._underlined(self._leaf, 1 if self._text[at] == "=" else 2)
                return True
            case "*" | "-" | "_" as sign:
                signs = self._text[at : self._end].replace(" ", "").replace("\t", "")
                if len(signs) >= 3 and signs == sign * len(signs):  # noqa: PLR2004 - three make a rule
                    self._break_in()
                    return True
            case _:
                pass
        return False

    def _heading_begins(self, at: int) -> bool:
        heading = _HEADING.match(self._text, at, self._end)
        if heading is None:
            return False
        self._break_in()
        start = heading.end(1)
        words = self._text[start : self._end]
        start += len(words) - len(words.lstrip(_BLANKS))
        words = words.strip(_BLANKS)
        bare = words.rstrip("#")
        if not bare or bare[-1] in _BLANKS:
            words = bare.rstrip(_BLANKS)
        end = start + len(words)
        if self._containers:
            self._found.append(Prose(start, end, _QUOTE in self._containers))
        else:
            level = len(heading[1])
            self._found.append(Heading(level, start, end, self._begin, self._end))
        return True

    def _is_underline(self, at: int) -> bool:
        return _UNDERLINE.match(self._text, at, self._end) is not None

    def _underlined(self, leaf: _Paragraph, level: int) -> None:
        if self._containers:
            self._close_leaf()
            return
        self._leaf = None
        self._found.append(Heading(level, leaf.start, leaf.end, leaf.begin, self._end))

    def _fence_begins(self, at: int) -> bool:
        fence = _FENCE.match(self._text, at, self._end)
        if fence is None:
            return False
        self._break_in()
        is_quoted = _QUOTE in self._containers
        self._leaf = _OpenFence(at, self._end, fence.group(), self._next, is_quoted)
        return True

    def _in_fence(self, leaf: _OpenFence) -> None:
        indent, at = self._indent()
        line = self._text[at : self._end].rstrip(_BLANKS)
        if indent < _CODE_INDENT and line.startswith(leaf.signs) and not line.strip(leaf.signs[0]):
            self._close_leaf(is_closed=True)

    def _html_begins(self, at: int) -> bool:
        for start, until in _HTML_UNTIL:
            if start.match(self._text, at, self._end):
                self._break_in()
                self._leaf = _Html(until)
                self._in_html(self._leaf)
                return True
        is_html = _HTML_BLOCK.match(self._text, at, self._end) is not None or (
            not isinstance(self._leaf, _Paragraph)
            and self._end - at <= _LONGEST_LONE_TAG
            and _HTML_TAG.match(self._text, at, self._end) is not None
        )
        if is_html:
            self._break_in()
            self._leaf = _Html(None)
        return is_html

    def _in_html(self, leaf: _Html) -> None:
        if leaf.until is None:
            _, at = self._indent()
            is_over = at >= self._end
        else:
            is_over = leaf.until.search(self._text, self._at, self._end) is not None
        if is_over:
            self._leaf = None

    def _words(self) -> None:
        """A line that begins nothing: empty, or words of a paragraph, old or new."""
        _, at = self._indent()
        if at >= self._end:
            self._break_in()
            return
        if isinstance(self._leaf, _Paragraph):
            self._leaf.end = self._end  # a line of a list or quote may lack their signs
            return
        indent, _ = self._indent()
        self._break_in()
        is_quoted = _QUOTE in self._containers
        if indent >= _CODE_INDENT:
            self._found.append(Prose(at, self._end, is_quoted))
        else:
            self._leaf = _Paragraph(self._begin, at, self._end, is_quoted)

    def _is_in_paragraph(self) -> bool:
        return isinstance(self._leaf, _Paragraph) and self._matched == len(self._containers)

    def _close_leaf(self, *, is_closed: bool = False) -> None:
        leaf, self._leaf = self._leaf, None
        match leaf:
            case _Paragraph(_, start, end, is_quoted):
                self._found.append(Prose(start, end, is_quoted))
            case _OpenFence(start, end, signs, body, is_quoted):
                info = self._text[start + len(signs) : end].strip(_BLANKS)
                self._found.append(Fence(start, end, info, body, self._begin, is_closed, is_quoted))
            case _:
                pass

    # ---- the walk within a line

    def _indent(self) -> tuple[int, int]:
        """How many columns of blanks stand here, and where they end."""
        return self._word_column - self._column, self._word

    def _find_word(self) -> None:
        text, at, column = self._text, self._at, self._column
        while at < self._end and text[at] in _BLANKS:
            column += 1 if text[at] == " " else _TAB - column % _TAB
            at += 1
        self._word, self._word_column = at, column

    def _advance(self, columns: int) -> None:
        """Go on by so many columns; a tab may be taken in part."""
        target = self._column + columns
        while self._column < target:
            width = _TAB - self._column % _TAB if self._text[self._at] == "\t" else 1
            if self._column + width > target:
                self._column = target
                break
            self._column += width
            self._at += 1
        if self._at > self._word:
            self._find_word()
