"""Lines of YAML, looked at one by one where the parser gave up, to say what is wrong and where.

A parser of YAML often gives up a line too late. Here each line is compared with those above it: is
a key expected, does its value need quotes, does its indentation fit? The reading is the simple one
that authors have in mind; where it finds nothing, the parser's own words decide what is told.
"""

import re

from pointrules.syntax.yaml_slips import (
    COLONS,
    Slip,
    mended,
    quotes_around,
    uncertain,
)
from pointrules.syntax.yaml_text import TextEdit

_MOST_SLIPS = 50
_LONGEST_KEY = 40

_LINE_END = re.compile(r"\r?\n|\r|\Z")
_DASH = re.compile(r"-(?= |$)")
_PROPERTIES = re.compile(r"(?:(?:&[A-Za-z0-9_-]+|!\S*)(?: +|$))+")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*(?: *| +#.*)$")
_ALIAS = re.compile(r"\*[A-Za-z0-9_-]+$")
_COLON = re.compile(r":(?= |$)")
_REMARK = re.compile(r"(?:^| )#")
_QUOTED = {
    '"': re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    "'": re.compile(r"'[^']*(?:''[^']*)*'"),
}
_FLOW_PIECE = re.compile(r"""[\[\]{}\n]|(?<![^\s,:\[\]{}])["']|(?<!\S)#[^\n]*""")
_NEVER_FIRST = "%@`,]}&*!|>"
_WIDE_DASHES = "－—–•·●"
_BEFORE_COLON = re.compile(
    r"""\"[^"\n]*\"|'[^'\n]*'|"""
    rf"""[^\s，。；、（(「『“《\[{{{COLONS}:#"']{{1,{_LONGEST_KEY}}}"""
)
_BLANKS = " \u3000\u00a0"
_CLOSERS = {"[": "]］】〕", "{": "}｝"}


class LineReader:
    """Looks for slips from the first line to the last."""

    def __init__(self, text: str) -> None:
        self.slips: list[Slip] = []
        self._text = text
        self._columns: list[tuple[int, bool]] = []  # of open levels; is it one of a list?
        self._is_open = True  # what stands above has no value yet
        self._read_up_to = 0  # the end of a value of several lines
        self._block_column: int | None = None
        self._unclosed: set[str] = set()

    def read(self) -> tuple[Slip, ...]:
        """All slips in the order of their lines."""
        position = 0
        text = self._text
        while position < len(text) and len(self.slips) < _MOST_SLIPS:
            line_end = _LINE_END.search(text, position)
            assert line_end is not None, "the end of the text ends a line"
            if position >= self._read_up_to:
                self._line(position, line_end.start())
            position = max(line_end.end(), position + 1)
        return tuple(self.slips)

    def _line(self, start: int, end: int) -> None:
        content = self._text[start:end]
        at = start + len(content) - len(content.lstrip(" "))
        end = start + len(content.rstrip(" "))
        indent = at - start
        if at >= end or self._text.startswith("#", at):
            return
        if self._block_column is not None and indent > self._block_column:
            return
        self._block_column = None
        if content[:3] in {"---", "..."} and content[3:4] in {"", " "}:
            self._columns, self._is_open = [], True
            return
        if not self._columns and content[0] == "%":
            self.slips.append(uncertain("yaml-directive", at, end, TextEdit(at, end, "")))
            return
        column = indent
        popped = self._pop(indent)
        dash = _DASH.match(self._text, at, end)
        while dash is not None:
            if not self._columns or self._columns[-1] != (column, True):
                self._columns.append((column, True))
            self._is_open = True
            popped = None
            following = dash.end()
            while following < end and self._text[following] == " ":
                following += 1
            column += following - at
            at = following
            dash = _DASH.match(self._text, at, end)
        if at >= end or self._text.startswith("#", at):
            return
        self._content(at, end, column, popped)

    def _pop(self, indent: int) -> int | None:
        """Leave the levels that end here; the column of the last one if no other fits."""
        popped = None
        while self._columns and self._columns[-1][0] > indent:
            popped = self._columns.pop()[0]
        if popped is None or not self._columns or self._columns[-1][0] == indent:
            return None if self._columns or popped is None else popped
        return popped

    def _content(self, at: int, end: int, column: int, popped: int | None) -> None:
        top = self._columns[-1] if self._columns else None
        if top == (column, True) and self._hyphen_slip(at):
            at, column, popped = at + 1, column + 2, None
            self._is_open = True
            while at < end and self._text[at] == " ":
                at += 1
            if at >= end or self._text[at] == "#":
                return
        key = self._key(at, end)
        if key is None:
            self._without_key(at, end, column)
            return
        top = self._columns[-1] if self._columns else None
        if popped is not None:
            self._misplaced(at, column, popped)
            column = popped
        elif top is not None and not top[1] and column > top[0] and not self._is_open:
            self._misplaced(at, column, top[0])
            column = top[0]
        while self._columns and self._columns[-1] == (column, True):
            self._columns.pop()  # a list at the column of the key it belongs to
        if not self._columns or self._columns[-1][0] < column:
            self._columns.append((column, False))
        value = key
        while value < end and self._text[value] == " ":
            value += 1
        self._value(value, end, column, key)

    def _misplaced(self, at: int, column: int, right: int) -> None:
        line = at - column
        edit = TextEdit(line, at, " " * right)
        is_only_indent = not self._text[line:at].strip(" ")
        self.slips.append(uncertain("yaml-indentation", line, at, *((edit,) * is_only_indent)))

    def _key(self, at: int, end: int) -> int | None:
        """Where what follows the colon begins, if the line is a key."""
        first = self._text[at]
        if first in _QUOTED:
            match = _QUOTED[first].match(self._text, at, end)
            if match is None:
                return None
            after = re.compile(r" *:(?= |$)").match(self._text, match.end(), end)
            return None if after is None else after.end()
        if first in "[{":
            return None
        colon = _COLON.search(self._text, at, end)
        if colon is None:
            return None
        remark = _REMARK.search(self._text, at, colon.start())
        return None if remark is not None else colon.end()

    # lines that are no key

    def _without_key(self, at: int, end: int, column: int) -> None:
        top = self._columns[-1] if self._columns else None
        is_sibling = top == (column, False)
        if top == (column, True):
            if self._columns[-2:-1] != [(column, False)] or self._colon_slip(at, end) is None:
                self._in_list(at, end)
                return
            self._columns.pop()
            is_sibling = True
        if not is_sibling and not (self._is_open and self._begins_keys(at, end, column)):
            if self._is_open:
                self._value(at, end, column, at)
            return
        if not is_sibling:
            self._columns.append((column, False))
        self._is_open = False
        remark = _REMARK.search(self._text, at, end)
        end = end if remark is None else remark.start()
        slip = self._colon_slip(at, end)
        if slip is None and self._text[at] == "＃":
            slip = mended("yaml-fullwidth-hash", at, at + 1, TextEdit(at, at + 1, "#"))
        if slip is None:
            drop = Slip("yaml-line-without-colon", at, end, (TextEdit(at, at, "# "),))
            self.slips.append(drop)
            return
        self.slips.append(slip)
        if slip.code != "yaml-fullwidth-hash":
            after = slip.end
            while after < end and self._text[after] in _BLANKS:
                after += 1
            self._value(after, end, column, slip.end)

    def _begins_keys(self, at: int, end: int, column: int) -> bool:
        """Whether this is the first of several keys, as far as the next line tells."""
        if self._colon_slip(at, end) is None:
            return False
        if not self._columns:
            return True
        line_end = _LINE_END.search(self._text, end)
        assert line_end is not None, "the end of the text ends a line"
        following = re.compile(r"(?:[ \r]*(?:#[^\n]*)?\n)*(?P<indent> *)(?P<rest>[^\n]*)").match(
            self._text, line_end.end()
        )
        if following is None or len(following["indent"]) != column or not following["rest"]:
            return False
        start, stop = following.span("rest")
        return self._key(start, stop) is not None or self._colon_slip(start, stop) is not None

    def _colon_slip(self, at: int, end: int) -> Slip | None:
        """A colon of the wrong width, or without a blank behind it, after what may be a key."""
        word = _BEFORE_COLON.match(self._text, at, end)
        if word is None:
            return None
        colon = word.end()
        while colon < end and self._text[colon] in _BLANKS:
            colon += 1
        if colon >= end:
            return None
        blank_end = colon + 1
        while blank_end < end and self._text[blank_end] in _BLANKS:
            blank_end += 1
        blanks = self._text[colon + 1 : blank_end]
        is_wide = bool(blanks.strip(" "))
        if self._text[colon] in COLONS:
            edit = TextEdit(colon, colon + 1, ":" if blanks or blank_end >= end else ": ")
            if is_wide:
                edit = TextEdit(colon, blank_end, ": ")
            return mended("yaml-fullwidth-colon", colon, colon + 1, edit)
        if self._text[colon] != ":" or self._text[blank_end : blank_end + 1] in {"/", ""}:
            return None
        edit = TextEdit(colon + 1, blank_end, " ")
        return mended("yaml-space-after-colon", colon, blank_end, edit)

    def _in_list(self, at: int, end: int) -> None:
        """A line among the items of a list that does not begin with a hyphen."""
        self._is_open = False
        if self._text[at] == "＃":
            self.slips.append(mended("yaml-fullwidth-hash", at, at + 1, TextEdit(at, at + 1, "#")))
        else:
            drop = TextEdit(at, at, "# ")
            self.slips.append(Slip("yaml-line-without-hyphen", at, end, (drop,)))

    def _hyphen_slip(self, at: int) -> bool:
        """An item of a list whose hyphen has no space behind it, or the wrong width."""
        first = self._text[at]
        if first != "-" and first not in _WIDE_DASHES:
            return False
        after = "-" if self._text[at + 1 : at + 2] == " " else "- "
        edit = TextEdit(at, at + 1, after)
        self.slips.append(mended("yaml-space-after-hyphen", at, at + 1, edit))
        return True

    # values

    def _value(self, at: int, end: int, column: int, after_colon: int) -> None:
        """What stands at `at`, behind a colon or a hyphen or on a line of its own."""
        properties = _PROPERTIES.match(self._text, at, end)
        if properties is not None:
            at = properties.end()
        self._is_open = at >= end or self._text[at] == "#"
        if self._is_open:
            return
        first = self._text[at]
        if _BLOCK_HEAD.match(self._text, at, end):
            self._block_column = column if after_colon != at else max(0, column - 2)
        elif first in _QUOTED:
            self._quoted_value(at, end, column)
        elif first in "[{":
            self._flow_value(at, end, column)
        elif first in _NEVER_FIRST:
            if not _ALIAS.match(self._text, at, self._without_remark(at, end)):
                self._needs_quotes("yaml-needs-quotes", at, end, found=first)
        elif first == "-" and self._text[at + 1 : at + 2] == " ":
            self.slips.append(uncertain("yaml-list-after-colon", at, at + 1))
        else:
            self._plain_value(at, end)

    def _without_remark(self, at: int, end: int) -> int:
        remark = _REMARK.search(self._text, at, end)
        stop = end if remark is None else remark.start()
        return at + len(self._text[at:stop].rstrip(" "))

    def _needs_quotes(self, code: str, at: int, end: int, **arguments: str) -> None:
        end = self._without_remark(at, end)
        edits = quotes_around(self._text, at, end)
        self.slips.append(mended(code, at, end, *edits, **arguments))

    def _plain_value(self, at: int, end: int) -> None:
        end = self._without_remark(at, end)
        colon = _COLON.search(self._text, at, end)
        if colon is not None:
            edits = quotes_around(self._text, at, end)
            place = colon.start()
            self.slips.append(uncertain("yaml-colon-in-value", place, place + 1, *edits))

    def _quoted_value(self, at: int, end: int, column: int) -> None:
        quote = self._text[at]
        match = None if quote in self._unclosed else _QUOTED[quote].match(self._text, at)
        if match is None:
            self._unclosed.add(quote)
        if match is None or not self._may_end(match.end(), end, column):
            close = TextEdit(end, end, quote)
            self.slips.append(uncertain("yaml-unclosed-quote", at, at + 1, close))
        elif match.end() <= end:
            rest = self._text[match.end() : end].strip(" ")
            if rest and not rest.startswith("#"):
                self._needs_quotes("yaml-text-after-quote", at, end)
        else:
            self._read_up_to = match.end()

    def _may_end(self, close: int, end: int, column: int) -> bool:
        """Whether a quote at `close` may end a value whose first line ends at `end`."""
        if close <= end:
            return True
        line_end = _LINE_END.search(self._text, close)
        assert line_end is not None, "the end of the text ends a line"
        rest = self._text[close : line_end.start()].strip(" ")
        return not self._holds_keys(end, close, column) and (not rest or rest[0] == "#")

    def _holds_keys(self, start: int, end: int, column: int) -> bool:
        """Whether a line in this stretch begins no further right than the key before."""
        piece = self._text[start:end]
        return re.search(rf"\n {{0,{column}}}[^\s\]}}]", piece) is not None

    def _flow_value(self, at: int, end: int, column: int) -> None:
        opened: list[str] = []
        position = at
        while True:
            piece = _FLOW_PIECE.search(self._text, position)
            if piece is None:
                break
            found, position = piece[0], piece.end()
            if found in _QUOTED:
                match = _QUOTED[found].match(self._text, piece.start())
                if match is None:
                    break
                position = match.end()
            elif found == "\n":
                if self._holds_keys(piece.start(), piece.start() + column + 2, column):
                    break
            elif found in "[{":
                opened.append(found)
            elif found in "]}":
                opened.pop()
                if not opened:
                    self._after_flow(at, position, end)
                    return
        self._unclosed_bracket(at, end)

    def _after_flow(self, at: int, close: int, end: int) -> None:
        if close > end:
            line_end = _LINE_END.search(self._text, close)
            assert line_end is not None, "the end of the text ends a line"
            self._read_up_to = end = line_end.start()
        rest = self._text[close:end].strip(" ")
        if rest and not rest.startswith("#"):
            self._needs_quotes("yaml-needs-quotes", at, end, found=self._text[at])

    def _unclosed_bracket(self, at: int, end: int) -> None:
        opened = self._text[at]
        end = self._without_remark(at, end)
        last = self._text[end - 1]
        if last in _CLOSERS[opened]:
            edit = TextEdit(end - 1, end, _CLOSERS[opened][0])
            self.slips.append(mended("yaml-fullwidth-bracket", end - 1, end, edit, found=last))
        else:
            close = TextEdit(end, end, _CLOSERS[opened][0])
            self.slips.append(uncertain("yaml-unclosed-bracket", at, at + 1, close, found=opened))
