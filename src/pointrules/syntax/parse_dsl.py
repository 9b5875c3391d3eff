"""DSL text to tree: names first, then block after block, with every mistake of the file reported.

The grammar's tables are driven here and not by lark, which makes them, since recovery and unspaced
text ask more of a parser than a stream of tokens.
"""

from collections.abc import Sequence

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax import tree
from pointrules.syntax.block_parser import ParsedBlock, parse_phrase
from pointrules.syntax.blocks import Chunk, cut_blocks
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.names import (
    DeclaredNames,
)
from pointrules.syntax.names_first import (
    MOST_BLOCKS,
    ParsedRuleset,
    parsed_ruleset,
    read_names_first,
    with_name_of_head,
)
from pointrules.syntax.parser_state import Made
from pointrules.syntax.phrase import Phrase, Stretch
from pointrules.syntax.scanner import NAMED_HEADS, Scanner, name_begun
from pointrules.syntax.tokens import Token

_NO_NAMES = DeclaredNames()


class PointsBlock(Struct, frozen=True):
    """One block as it was parsed, with its words."""

    node: tree.BlockNode
    tokens: tuple[Token, ...]


class PointsRuleset(Struct, frozen=True):
    """The blocks of a text as they were parsed, for writing them anew.

    `made` are the productions of their nodes.
    """

    parsed: ParsedRuleset
    blocks: tuple[PointsBlock, ...]
    made: Made


def parse_ruleset(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> ParsedRuleset:
    """Read a ruleset: declaring blocks first, in the order in which their names are needed.

    `known` are the names of the template that it uses, if any.
    """
    return _read(source, known, None)[0]


def read_points(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> PointsRuleset:
    """Read a ruleset, and keep what each node was made of."""
    made: Made = {}
    parsed, blocks = _read(source, known, made)
    whole = tuple(PointsBlock(b.node, b.tokens) for b in blocks if b.node is not None)
    return PointsRuleset(parsed, whole, made)


def _read(
    source: SourceFile, known: DeclaredNames, made: Made | None
) -> tuple[ParsedRuleset, tuple[ParsedBlock, ...]]:
    """The ruleset, and its blocks as they were parsed, before units are put into the tree."""
    table = parse_table()
    scanner = Scanner(source.text, DeclaredNames())
    chunks = cut_blocks(scanner.low)
    diagnostics = list(_before_first_block(source, scanner, chunks))
    if len(chunks) > MOST_BLOCKS:
        limit = chunks[MOST_BLOCKS]
        span = Span(source.name, limit.start, limit.head_end)
        diagnostics.append(diagnose("too-many-blocks", span, limit=str(MOST_BLOCKS)))
        chunks = chunks[:MOST_BLOCKS]

    def read(index: int, names: DeclaredNames) -> ParsedBlock:
        scanner.declare(names)
        phrase = _phrase(chunks[index])
        return parse_phrase(table, scanner, names, source.name, phrase, made=made)

    heads = [chunk.terminal for chunk in chunks]
    blocks = read_names_first(heads, read, _names_in_heads(scanner, chunks, known))
    tokens = [block.tokens for block in blocks.results]
    return parsed_ruleset(source.name, blocks, tokens, diagnostics), blocks.results


def edition_head(source: SourceFile) -> tree.Edition | None:
    """What a text says of itself in 细则, read alone; None where that cannot be read."""
    scanner = Scanner(source.text, _NO_NAMES)
    for chunk in cut_blocks(scanner.low):
        if chunk.terminal == "EDITION":
            phrase = _phrase(chunk)
            block = parse_phrase(parse_table(), scanner, _NO_NAMES, source.name, phrase)
            return block.node if isinstance(block.node, tree.Edition) else None
    return None


def _phrase(chunk: Chunk) -> Phrase:
    """A block of the text: its head, and all up to the next one."""
    head = Token(chunk.terminal, "", chunk.start, chunk.head_end, chunk.is_misspelt)
    rest = Stretch(chunk.head_end, chunk.end)
    return Phrase(chunk.terminal, (head, rest), is_misspelt=chunk.is_misspelt)


def _names_in_heads(
    scanner: Scanner, chunks: Sequence[Chunk], names: DeclaredNames
) -> DeclaredNames:
    """`names`, and the quoted ones behind 账户, 类别, 等级, 榜单, 激励 and 参数."""
    for chunk in chunks:
        if chunk.terminal not in NAMED_HEADS:
            continue
        pieces = []
        position = scanner.skip_gap(chunk.head_end)
        while position < chunk.end:
            piece = scanner.choose(position, lambda terminal: terminal == "STRING")
            if piece is None:
                break
            if piece.oddity is not None:
                piece = name_begun(piece)
            pieces.append(str(piece.value))
            position = scanner.skip_gap(position + piece.length)
        names = with_name_of_head(names, chunk.terminal, "".join(pieces))
    return names


def _before_first_block(
    source: SourceFile, scanner: Scanner, chunks: Sequence[Chunk]
) -> Sequence[Diagnostic]:
    start = scanner.skip_gap(0)
    end = chunks[0].start if chunks else len(source.text)
    if start < end:
        line_end = source.text.find("\n", start, end)
        stop = end if line_end < 0 else line_end
        found = source.text[start:stop].rstrip()
        span = Span(source.name, start, start + len(found))
        if not chunks:
            return [diagnose("not-a-ruleset", span)]
        return [diagnose("text-before-first-block", span, found=found)]
    if not chunks:
        return [diagnose("not-a-ruleset", Span(source.name, 0, 0))]
    return []
