"""The canonical form of a ruleset: one way to write its words, its author's lines and comments."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.unit import TIME
from pointrules.source.folding import fold
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse_dsl import parse_ruleset
from pointrules.syntax.spellings import spellings
from pointrules.syntax.tokens import Token
from pointrules.syntax.written_words import SIGN_NAMES, Word, WordWriter, space

INDENT = "  "
_NO_NAMES = DeclaredNames()
_BEFORE_COMMENT = "  "

_ENDS = ("COMMA", "SEMICOLON", "STOP")


class Formatted(Struct, frozen=True):
    """The canonical text, None where there are mistakes: what cannot be read is not rewritten."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...]


Blocks: TypeAlias = Sequence[Sequence[Token]]

_Meaning: TypeAlias = tuple[tuple[str, object], ...]


def format_ruleset(
    source: SourceFile, language: Language | None = None, known: DeclaredNames = _NO_NAMES
) -> Formatted:
    """The ruleset in canonical form; with `language`, its keywords and units in that language.

    `known` are the names of the template that it uses, if any.

    Within one language the author's words stay, being the regulation's; numbers always do.
    A text that would not read the same afterwards is left as its author wrote it.
    """

    def read(text: str) -> ParsedRuleset:
        return parse_ruleset(source_file(source.name, text), known)

    def write(blocks: Blocks, plain: frozenset[int]) -> str:
        return written(source.text, blocks, language, plain)

    return written_anew(source, read, write)


def written_anew(
    source: SourceFile,
    read: Callable[[str], ParsedRuleset],
    write: Callable[[Blocks, frozenset[int]], str],
) -> Formatted:
    """The text as `write` has it, if `read` reads the same out of it; else as it was.

    What `write` is given are the words of each block, and which blocks to write without joining
    any.
    """
    parsed = read(source.text)
    if parsed.diagnostics:
        return Formatted(None, parsed.diagnostics)
    blocks = tuple(_without_noise(source.text, tokens) for tokens in parsed.tokens)
    wanted = [_meaning(tokens) for tokens in blocks]
    # Joined words or a line broken anew can meet a name that an author declared on purpose to be
    # read across them. Such blocks are written without either.
    plain: frozenset[int] = frozenset()
    for _ in range(2):
        text = write(blocks, plain)
        again = read(text)
        got = [_meaning(_without_noise(text, tokens)) for tokens in again.tokens]
        if got == wanted and not again.diagnostics:
            return Formatted(text, ())
        if len(got) == len(wanted):
            plain = frozenset(i for i, meaning in enumerate(wanted) if meaning != got[i])
        else:
            plain = frozenset(range(len(blocks)))
    return Formatted(source.text, ())


def written(text: str, blocks: Blocks, language: Language | None, plain: frozenset[int]) -> str:
    """The blocks of `text` with its comments in canonical form; `plain` ones join no words."""
    return _Writer(text, language, plain).write(blocks)


def is_formatted(source: SourceFile, language: Language | None = None) -> bool:
    """Whether the text is in canonical form already; one with mistakes never is."""
    return format_ruleset(source, language).text == source.text


def _meaning(tokens: Sequence[Token]) -> _Meaning:
    """What the parser makes its tree of: the same words give the same tree."""
    return tuple(
        ("TO" if token.terminal == "DASH" else token.terminal, token.value) for token in tokens
    )


def _without_noise(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without 超出不计 behind a limit that counts times: there is nothing that could be cut."""
    kept: list[Token] = []
    for token in tokens:
        if token.terminal == "RPAR" and _ends_with(kept, "LPAR", "BEYOND"):
            first = 2
            token_is_noise = True
        else:
            first = 1
            token_is_noise = token.terminal == "BEYOND" and bool(kept) and _is_end(kept[-1])
        before = kept[:-first]
        if (
            token_is_noise
            and _is_count_limit(before)
            and "#" not in fold(text[before[-1].end : token.end])
        ):
            del kept[-first:]
        else:
            kept.append(token)
    return tuple(kept)


def _is_end(token: Token) -> bool:
    return token.terminal in _ENDS


def _ends_with(tokens: Sequence[Token], *terminals: str) -> bool:
    return tuple(token.terminal for token in tokens[-len(terminals) :]) == terminals


def _is_count_limit(tokens: Sequence[Token]) -> bool:
    """Whether they end in 最多 3 次 of a limit."""
    if not _ends_with(tokens, "NUMBER", "UNIT") or tokens[-1].value != TIME.symbol:
        return False
    head = tokens[:-2]
    if head and head[-1].terminal in ("ADD", "DEDUCT"):
        head = head[:-1]
    return any(_ends_with(head, every, "AT_MOST") for every in ("EVERY", "EACH_TIME", "EVER"))


class _Writer:
    """The lines of a ruleset, written anew."""

    __slots__ = ("_language", "_line", "_lines", "_plain", "_scanner", "_words")

    def __init__(self, text: str, language: Language | None, plain: frozenset[int]) -> None:
        self._words = WordWriter(text, language)
        self._scanner = self._words.scanner
        self._language = language
        self._plain = plain
        self._lines: list[str] = []
        self._line = ""

    def write(self, blocks: Sequence[Sequence[Token]]) -> str:
        """All blocks, with every comment in its place."""
        end = 0
        for number, tokens in enumerate(blocks):
            self._write_block(tokens, end, is_plain=number in self._plain)
            end = tokens[-1].end
        self._write_gap(end, len(self._scanner.raw), "")
        self._break_line()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "\n".join(self._lines) + "\n"

    def _write_block(self, tokens: Sequence[Token], end: int, *, is_plain: bool) -> None:
        head = self._words.spelling(tokens[0], Language.ZH)
        language = self._language or head.language
        body = None if is_plain else _body_of_clause(tokens)
        after_title = _after_title(tokens)
        before: Word | None = None
        for index, token in enumerate(tokens):
            word = self._words.word(token, language, tokens[index - 1] if index else None)
            indent = INDENT if index else ""
            # As the first of its line, a year of 1 year would begin a block: its gap stands behind.
            is_held = index > 0 and word.text in _head_words()
            if not is_held:
                self._write_gap(end, token.start, indent)
            if index == body:
                self._break_line()
            if not self._line:
                self._line = indent + word.text
            elif before is not None and index == after_title:
                self._line += ("" if word.terminal in SIGN_NAMES else " ") + word.text
            elif before is not None:
                self._line += space(before, word, language, is_plain=is_plain) + word.text
            if is_held:
                self._write_gap(end, token.start, indent)
            before, end = word, token.end

    def _write_gap(self, start: int, end: int, indent: str) -> None:
        """The comments and line ends between two words; `indent` is that of the second."""
        first, *others = self._comments(start, end)
        if first:
            self._line += _BEFORE_COMMENT + first if self._line else indent + first
        elif start == 0 and others:
            self._lines.append("")
        for count, comment in enumerate(others, start=1):
            self._break_line()
            if comment:
                self._line = indent + comment
            elif count < len(others):
                self._lines.append("")

    def _comments(self, start: int, end: int) -> Iterator[str]:
        """The comment of each line between two words, '' where there is none."""
        while True:
            line_end = self._scanner.folded.find("\n", start, end)
            stop = end if line_end < 0 else line_end
            sign = self._scanner.folded.find("#", start, stop)
            yield "" if sign < 0 else self._scanner.raw[sign:stop].rstrip()
            if line_end < 0:
                return
            start = line_end + 1

    def _break_line(self) -> None:
        if self._line:
            self._lines.append(self._line)
            self._line = ""


@cache
def _head_words() -> frozenset[str]:
    known = spellings()
    return frozenset(item.text for head in known.heads for item in known.by_terminal[head])


def _behind_number(tokens: Sequence[Token]) -> int | None:
    """Which word follows the number of a clause, one that is amended included."""
    match tokens[0].terminal:
        case "CLAUSE":
            return 2
        case "AMEND":
            return 3
        case _:
            return None


def _after_title(tokens: Sequence[Token]) -> int | None:
    """Which word follows the text of a clause; elsewhere texts stand without spaces."""
    first = index = _behind_number(tokens)
    if first is None or index is None:
        return None
    while index < len(tokens) and tokens[index].terminal == "STRING":
        index += 1
    return index if index > first else None


def _body_of_clause(tokens: Sequence[Token]) -> int | None:
    """Which word begins the sentence of a clause: it stands on a line of its own."""
    index = _after_title(tokens) or _behind_number(tokens)
    if index is None:
        return None
    if tokens[index].terminal == "INTO":
        index += 2
    if tokens[index].terminal == "COLON":
        index += 1
    return None if tokens[index].terminal in ("UNSCORED", "MANUAL", "DRAFT") else index
