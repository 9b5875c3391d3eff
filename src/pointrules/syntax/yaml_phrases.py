"""The values of a YAML block, parsed as phrases and put together to the block's node."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.language import Language
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.block_parser import ParsedBlock, parse_phrase
from pointrules.syntax.block_result import BlockResult
from pointrules.syntax.children import Children, Node
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.outline import Key, Outline, Word
from pointrules.syntax.parse_table import ParseTable
from pointrules.syntax.parser_state import Made
from pointrules.syntax.phrase import Given, Phrase, Piece, Stretch
from pointrules.syntax.places import Places
from pointrules.syntax.scanner import Scanner
from pointrules.syntax.tokens import Token
from pointrules.syntax.tree_builder import BUILDERS
from pointrules.syntax.yaml_block import Entry, YamlBlock
from pointrules.syntax.yaml_nodes import YamlNode, YamlScalar, YamlSequence

_SETTLEMENT = ("结算", "情形", "计分")


class ReadValue(Struct, frozen=True):
    """A value as it was read: the key that says it (None: the head), and its words.

    Words that the key stands for are not among them.
    """

    key: Key | None
    tokens: tuple[Token, ...]


class ReadBlock(BlockResult, frozen=True, kw_only=True):
    """What one mapping gave, and its values for writing them anew."""

    outline: Outline
    head: YamlScalar
    language: Language
    values: tuple[ReadValue, ...]


class BlockReader:
    """Reads the blocks of one file, whose values `scanner` has as text."""

    def __init__(self, table: ParseTable, scanner: Scanner, places: Places, file: str) -> None:
        self._table = table
        self._scanner = scanner
        self._places = places
        self._file = file

    def read(self, block: YamlBlock, names: DeclaredNames) -> ReadBlock:
        """The block, with the names that may stand in it."""
        return _Reading(self, block, names).result()

    def parse(self, phrase: Phrase, names: DeclaredNames, made: Made) -> ParsedBlock:
        """One phrase."""
        return parse_phrase(
            self._table, self._scanner, names, self._file, phrase, places=self._places, made=made
        )

    @property
    def file(self) -> str:
        """The file's name."""
        return self._file


class _Reading:
    """One block on its way into the tree."""

    def __init__(self, reader: BlockReader, block: YamlBlock, names: DeclaredNames) -> None:
        self._reader = reader
        self._block = block
        self._names = names
        self._made: Made = {}
        self._values_read: list[ReadValue] = []
        self._diagnostics = list(block.diagnostics)
        self._lost: set[str] = set()
        self._is_whole = block.is_whole
        self._is_lost = not block.is_complete

    def result(self) -> ReadBlock:
        outline, head = self._block.outline, self._block.head
        place = (head.inner_start, head.inner_end)
        head_items = [_token(word, place) for word in ((outline.head, ""), *outline.behind_head)]
        title, loose = self._title()
        # A title may be lost and the parts be read: their mistakes are told all the same.
        ordered: dict[str, list[Node]] = {}
        rows = next((e for e in self._block.entries if e.key.is_rows), None)
        for entry in self._block.entries:
            if entry is rows:
                continue
            more = rows if entry.key.phrase == "phrase_scoring" else None
            items = self._entry(entry, more)
            if entry.key.is_loose:
                loose += items
            else:
                ordered[entry.key.zh] = items
        node = None
        if not self._is_lost and title is not None:
            node = self._built(head_items + title, ordered, loose)
        return ReadBlock(
            node=node,
            is_whole=self._is_whole and node is not None,
            lost_names=frozenset(self._lost),
            clause_number=self._clause_number(title),
            diagnostics=tuple(self._diagnostics),
            outline=outline,
            head=head,
            language=Language.EN if head.text.isascii() else Language.ZH,
            values=tuple(self._values_read),
        )

    def _built(self, items: list[Node], ordered: dict[str, list[Node]], loose: list[Node]) -> Node:
        outline = self._block.outline
        in_order = [key.zh for key in outline.keys if key.zh in ordered]
        inner: list[Node] = loose
        if "结算" in ordered:
            own = [item for name in in_order if name in _SETTLEMENT for item in ordered[name]]
            inner = [self._build("settlement", own + loose)]
            in_order = [name for name in in_order if name not in _SETTLEMENT]
        others = [item for name in in_order for item in ordered[name]]
        return self._build(outline.production, [*items, *others, *inner])

    def _build(self, production: str, items: Sequence[Node]) -> Node:
        return BUILDERS[production](_InAnyOrder(self._reader.file, items))

    # ---- values

    def _title(self) -> tuple[list[Node] | None, list[Node]]:
        """What stands behind the head, and parts that do; None where it cannot be read."""
        outline, head, value = self._block.outline, self._block.head, self._block.title
        match outline.title:
            case "none":
                if not (isinstance(value, YamlScalar) and not value.text):
                    self._report("yaml-value-unwanted", value, key=head.text)
                return [], []
            case "text":
                text = self._text_of(head, value)
                return (None if text is None else [text]), []
            case "parts":
                return [], self._parts(outline.parts, head, value)
            case "phrase":
                key = Key(head.text, head.text, outline.phrase, (), outline.lead, outline.trail)
                scalar = self._scalar_of(head, value)
                if scalar is None:
                    return None, []
                stretch = Stretch(scalar.inner_start, scalar.inner_end)
                return self._parsed(key, head, [stretch]), []

    def _entry(self, entry: Entry, rows: Entry | None) -> list[Node]:
        key = entry.key
        if key.is_text and not key.phrase:
            text = self._text_of(entry.written, entry.value)
            return [] if text is None else [text]
        if key.is_text or key.is_loose or key.join is not None:
            return self._parts(key, entry.written, entry.value)
        scalar = self._scalar_of(entry.written, entry.value)
        if scalar is None:
            self._is_lost = True
            return []
        pieces: list[Piece] = [Stretch(scalar.inner_start, scalar.inner_end)]
        if rows is not None:
            for index, row in enumerate(self._values(rows.key, rows.written, rows.value)):
                place = (row.inner_start, row.inner_start)
                signs = [("COLON", ""), ("COMMA", "")] if not index else [("COMMA", "")]
                pieces.append(Given(tuple(_token(sign, place) for sign in signs), is_needed=True))
                pieces.append(Stretch(row.inner_start, row.inner_end))
        items = self._parsed(key, entry.written, pieces, None if rows is None else rows.key)
        if items is None:
            self._is_lost = True
            return []
        return items

    def _parts(self, key: Key, written: YamlScalar, value: YamlNode) -> list[Node]:
        """Each value a phrase, or all of them together one."""
        values = self._values(key, written, value)
        if key.join is None:
            found: list[Node] = []
            for scalar in values:
                items = self._parsed(key, written, self._pieces(key, scalar))
                found += items or []
            return found
        pieces: list[Piece] = []
        for scalar in values:
            if pieces:
                place = (scalar.inner_start, scalar.inner_start)
                pieces.append(Given((_token((key.join, ""), place),), is_needed=True))
            pieces += self._pieces(key, scalar)
        if not pieces:
            self._is_lost = self._is_lost or not key.is_loose
            return []
        items = self._parsed(key, written, pieces)
        if items is None and not key.is_loose:
            self._is_lost = True
        return items or []

    def _pieces(self, key: Key, scalar: YamlScalar) -> list[Piece]:
        if key.is_text:
            return [Token("STRING", one_line(scalar.text), scalar.start, scalar.end)]
        return [Stretch(scalar.inner_start, scalar.inner_end)]

    def _parsed(
        self, key: Key, written: YamlScalar, pieces: list[Piece], rows: Key | None = None
    ) -> list[Node] | None:
        """The words and nodes of a phrase, behind the words that its key says.

        All values but the first are those of `rows`, where that is given.
        """
        place = (written.inner_start, written.inner_end)
        end = _end(pieces[-1])
        around: list[Piece] = [_token(word, place) for word in key.lead]
        around += pieces
        around += [Given((_token(word, (end, end)),)) for word in key.trail]
        start = key.phrase
        if key.zh == "情形" and self._is_settlement():
            start = "phrase_settled_guard"
        phrase = Phrase(self._block.outline.head, tuple(around), start)
        parsed = self._reader.parse(phrase, self._names, self._made)
        self._diagnostics += parsed.diagnostics
        self._lost |= parsed.lost_names
        self._is_whole = self._is_whole and parsed.is_whole
        self._values_read += _values_in(key, rows, pieces, parsed.tokens)
        if parsed.node is None:
            return None
        items: list[Node] = list(parsed.node)
        self._diagnostics += self._misplaced(key, written, items)
        return items

    def _is_settlement(self) -> bool:
        return any(entry.key.zh == "结算" for entry in self._block.entries)

    def _misplaced(
        self, key: Key, written: YamlScalar, items: Sequence[Node]
    ) -> Iterator[Diagnostic]:
        """Parts under a key that is for others: both would read, but nobody would look there."""
        for item in items:
            made = None if isinstance(item, Token) else self._made.get(id(item))
            if made is None or not key.holds or made.production in key.holds:
                continue
            is_english = written.text.isascii()
            keys = self._block.outline.keys
            better = [other for other in keys if made.production in other.holds] or [
                other for other in keys if other.is_loose and not other.holds
            ]
            choices = tuple(other.en if is_english else other.zh for other in better)
            self._is_whole = False
            yield diagnose("yaml-wrong-key", item.span, choices=choices, key=written.text)

    def _values(self, key: Key, written: YamlScalar, value: YamlNode) -> list[YamlScalar]:
        """The values under a key: one, or those of a list."""
        nodes = value.items if isinstance(value, YamlSequence) else (value,)
        if not nodes:
            self._report("yaml-value-missing", written, key=written.text)
        return [
            scalar
            for node in nodes
            if (scalar := self._scalar_of(written, node, is_text=key.is_text)) is not None
        ]

    def _scalar_of(
        self, written: YamlScalar, value: YamlNode, *, is_text: bool = False
    ) -> YamlScalar | None:
        """The value, if it says anything; a text may be empty where its quotes are written."""
        if not isinstance(value, YamlScalar):
            self._report("yaml-phrase-expected", value, key=written.text)
            return None
        if not value.text.strip() and not (is_text and value.start < value.end):
            self._report("yaml-value-missing", written, key=written.text)
            return None
        return value

    def _text_of(self, written: YamlScalar, value: YamlNode) -> tree.Text | None:
        scalar = self._scalar_of(written, value, is_text=True)
        if scalar is None:
            return None
        token = Token("STRING", one_line(scalar.text), scalar.start, scalar.end)
        key = self._block.outline.key(written.text)
        self._values_read.append(ReadValue(key, (token,)))
        return tree.Text(str(token.value), Span(self._reader.file, scalar.start, scalar.end))

    def _report(self, code: str, node: YamlNode, **arguments: str) -> None:
        self._is_whole = False
        span = Span(self._reader.file, node.start, node.end)
        self._diagnostics.append(diagnose(code, span, choices=(), labels=(), fix=None, **arguments))

    def _clause_number(self, title: list[Node] | None) -> str | None:
        if self._block.outline.production not in ("clause", "amendment") or title is None:
            return None
        return next(
            str(item.value)
            for item in title
            if isinstance(item, Token) and item.terminal == "CLAUSE_NUMBER"
        )


class _InAnyOrder(Children):
    """The parts of a block whose keys may stand in any order."""

    @property
    def span(self) -> Span:
        """From the first of them in the file to the last."""
        starts = [item.start if isinstance(item, Token) else item.span.start for item in self.items]
        ends = [item.end if isinstance(item, Token) else item.span.end for item in self.items]
        return Span(self.file, min(starts), max(ends))


def one_line(text: str) -> str:
    """A text without line ends, which its quotes could not hold; Chinese lines join as they are."""
    lines = [line.strip() for line in text.split("\n")] if "\n" in text else [text]
    joined = lines[0]
    for line in lines[1:]:
        is_latin = joined[-1:].isascii() and line[:1].isascii() and joined and line
        joined += f" {line}" if is_latin else line
    return joined


def _values_in(
    key: Key | None, rows: Key | None, pieces: Sequence[Piece], tokens: Sequence[Token]
) -> Iterator[ReadValue]:
    """The words of each value; what a key stands for has no length in the text of a value."""
    for piece in pieces:
        if isinstance(piece, Token):
            yield ReadValue(key, (piece,))
        elif isinstance(piece, Stretch):
            inside = (t for t in tokens if piece.start <= t.start < t.end <= piece.end)
            yield ReadValue(key, tuple(inside))
            key = rows or key


def _token(word: Word, place: tuple[int, int]) -> Token:
    return Token(word[0], word[1], *place)


def _start(piece: Piece) -> int:
    return piece.tokens[0].start if isinstance(piece, Given) else piece.start


def _end(piece: Piece) -> int:
    return piece.tokens[0].end if isinstance(piece, Given) else piece.end
