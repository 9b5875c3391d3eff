"""A ruleset by keys written in the language itself; `fmt` then gives it its canonical form.

The grammar says which sign stands between two parts: a table of signs would be a second grammar.
"""

from collections.abc import Iterable, Sequence

from pointrules.source.display_width import display_width
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.outline import Key
from pointrules.syntax.outline import Word as KeyWord
from pointrules.syntax.outlined import OutlinedBlock, OutlinedRuleset, OutlinedValue
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.tokens import Token
from pointrules.syntax.written_words import Word, WordWriter, space

_INDENT = "  "
_WIDEST = 96
_IN_LINES = ("EDITION", "VOCABULARY", "EXAMPLE", "INCENTIVE", "BOARD")
"""Blocks that have each part on a line of its own."""

_GUARDS = ("phrase_guard", "phrase_settle")
"""What begins the sentence of a clause."""

_CLAUSES = ("CLAUSE", "AMEND")
_WITHOUT_SIGNS = ("EDITION", "VOCABULARY", "EXAMPLE")
"""Of these, the ones whose parts need no sign between them."""


def write_points(ruleset: OutlinedRuleset, writer: WordWriter) -> str:
    """The ruleset as text; `writer` knows the text that the words come from."""
    lines: list[str] = []
    for block in ruleset.blocks:
        if lines:
            lines.append("")
        lines.extend(_Block(block, writer).lines())
    if ruleset.last:
        lines += ["", *ruleset.last]
    return "\n".join(lines) + "\n"


class _Block:
    """One block, word by word."""

    def __init__(self, block: OutlinedBlock, writer: WordWriter) -> None:
        self._block = block
        self._writer = writer
        self._state = ParserState(parse_table(), "")
        self._lines: list[str] = []
        self._line = ""
        self._before: Word | None = None
        self._last: Token | None = None

    def lines(self) -> Sequence[str]:
        """The lines of the block, those behind the first one indented."""
        block, outline = self._block, self._block.outline
        self._lines.extend(block.head.before)
        if block.title is not None:
            self._lines.extend(block.title.before)
        self._put((outline.head, ""))
        self._put_all(outline.behind_head)
        if block.title is not None:
            self._put_all(outline.lead)
            self._put_value(block.title)
            self._put_trail(outline.trail)
        self._remark(block.head.after)
        self._remark(None if block.title is None else block.title.after)
        for entry in block.entries:
            for index, value in enumerate(entry.values):
                self._part(entry.key, value, is_first=index == 0)
        self._break()
        return self._lines

    def _part(self, key: Key, value: OutlinedValue, *, is_first: bool) -> None:
        """One value behind the sign that belongs there, with the words that its key stands for."""
        is_joined = key.join is not None and not is_first
        if is_joined:
            assert key.join is not None, "values are joined by something"
            self._put((key.join, ""))
        elif key.is_rows:
            self._put_first("COLON", "COMMA")
        else:
            self._sign_before(key, value)
        if not is_joined and self._is_own_line(key, value):
            self._break()
        if value.before:
            self._break()
            self._lines.extend(_INDENT + remark for remark in value.before)
        if not is_joined:
            self._put_all(key.lead)
        self._put_value(value)
        values = self._values_of(key)
        if key.join is None or value is values[-1]:
            self._put_trail(key.trail)
        self._remark(value.after)

    def _keys_before(self, key: Key) -> Sequence[str]:
        keys = [entry.key for entry in self._block.entries]
        return [other.zh for other in keys[: keys.index(key)]]

    def _values_of(self, key: Key) -> Sequence[OutlinedValue]:
        return next(entry.values for entry in self._block.entries if entry.key is key)

    def _sign_before(self, key: Key, value: OutlinedValue) -> None:
        first = key.lead[0][0] if key.lead else value.tokens[0].terminal
        head = self._block.outline.head
        if key.zh == "计分":
            self._put_first("COMMA")
        elif not key.is_loose or head in _WITHOUT_SIGNS:
            if not self._state.takes(first):
                self._put_first("COLON", "COMMA")
        elif head in _IN_LINES or head in _CLAUSES:
            self._put_first("SEMICOLON")
        else:
            self._put_first("COLON", "COMMA")

    def _is_own_line(self, key: Key, value: OutlinedValue) -> bool:
        head = self._block.outline.head
        if key.phrase in _GUARDS and "结算" not in self._keys_before(key):
            return True
        if head in _IN_LINES and key.zh != "类型":
            return True
        return display_width(self._line) + display_width(value.text) > _WIDEST

    # ---- words

    def _put_value(self, value: OutlinedValue) -> None:
        for token in value.tokens:
            self._token(token)

    def _put_all(self, words: Iterable[KeyWord]) -> None:
        for word in words:
            self._put(word)

    def _put_trail(self, words: Iterable[KeyWord]) -> None:
        for word in words:
            if self._state.takes(word[0]):
                self._put(word)

    def _put_first(self, *signs: str) -> None:
        """The first of these that may stand here, if any."""
        for sign in signs:
            if self._state.takes(sign):
                self._put((sign, ""))
                return

    def _put(self, word: KeyWord) -> None:
        """A word that stands in no text."""
        self._token(Token(word[0], word[1], 0, 0))

    def _token(self, token: Token) -> None:
        self._state.feed(token)
        word = self._writer.word(token, self._block.language, self._last)
        if not self._line:
            self._line = (_INDENT if self._last is not None else "") + word.text
        elif self._before is not None:
            self._line += space(self._before, word, self._block.language, is_plain=False)
            self._line += word.text
        self._before, self._last = word, token

    def _remark(self, remark: str | None) -> None:
        if remark:
            self._line += f"  {remark}"
            self._break()

    def _break(self) -> None:
        if self._line:
            self._lines.append(self._line)
            self._line = ""
