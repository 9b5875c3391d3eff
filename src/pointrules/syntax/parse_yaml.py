"""YAML text to tree: the same constructs as data, the phrases parsed by the same grammar."""

from collections.abc import Sequence

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax import tree
from pointrules.syntax.carrier import carry
from pointrules.syntax.compose_yaml import ComposedYaml, compose_yaml
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.names import (
    DeclaredNames,
)
from pointrules.syntax.names_first import (
    MOST_BLOCKS,
    BlocksRead,
    ParsedRuleset,
    parsed_ruleset,
    read_names_first,
    with_name_of_head,
)
from pointrules.syntax.scanner import Scanner
from pointrules.syntax.yaml_block import YamlBlock, block_of
from pointrules.syntax.yaml_nodes import YamlComment, YamlNode, YamlScalar, YamlSequence
from pointrules.syntax.yaml_phrases import BlockReader, ReadBlock, one_line
from pointrules.syntax.yaml_value_slips import keys_meant

_NO_NAMES = DeclaredNames()


class YamlRuleset(Struct, frozen=True):
    """The blocks of a file as they were read, and its comments, for writing them anew.

    The places of words are those of the text `carried`.
    """

    parsed: ParsedRuleset
    blocks: tuple[ReadBlock, ...]
    comments: tuple[YamlComment, ...]
    carried: str


def parse_ruleset(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> ParsedRuleset:
    """Read a ruleset in YAML; `known` are the names of the template that it uses, if any."""
    return read_yaml(source, known).parsed


def edition_head(source: SourceFile) -> tree.Edition | None:
    """What a file says of itself in 细则, read alone; None where that cannot be read."""
    composed = compose_yaml(source)
    blocks, _ = _blocks(composed, source)
    for block in blocks:
        if block.outline.head == "EDITION" and composed.root is not None:
            read = _reader(source, composed.root)[0].read(block, _NO_NAMES)
            return read.node if isinstance(read.node, tree.Edition) else None
    return None


def read_yaml(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> YamlRuleset:
    """Read a ruleset: declaring blocks first, in the order in which their names are needed."""
    composed = compose_yaml(source)
    blocks, diagnostics = _blocks(composed, source)
    diagnostics = [*composed.diagnostics, *diagnostics]
    if composed.root is None or not blocks:
        if not diagnostics:
            diagnostics.append(diagnose("not-a-ruleset", Span(source.name, 0, 0)))
        nothing: BlocksRead[ReadBlock] = BlocksRead((), (), known)
        parsed = parsed_ruleset(source.name, nothing, (), diagnostics)
        return YamlRuleset(parsed, (), composed.comments, "")
    reader, scanner = _reader(source, composed.root)

    def read(index: int, names: DeclaredNames) -> ReadBlock:
        scanner.declare(names)
        return reader.read(blocks[index], names)

    heads = [block.outline.head for block in blocks]
    found = read_names_first(heads, read, _names_in_heads(blocks, known))
    tokens = [
        tuple(token for value in block.values for token in value.tokens) for block in found.results
    ]
    parsed = parsed_ruleset(source.name, found, tokens, diagnostics)
    return YamlRuleset(parsed, found.results, composed.comments, scanner.raw)


def _reader(source: SourceFile, root: YamlNode) -> tuple[BlockReader, Scanner]:
    carrier = carry(source.text, root)
    scanner = Scanner(carrier.text, _NO_NAMES)
    return BlockReader(parse_table(), scanner, carrier.places, source.name), scanner


def _blocks(composed: ComposedYaml, source: SourceFile) -> tuple[list[YamlBlock], list[Diagnostic]]:
    """The blocks of the file, and what is no block."""
    root = composed.root
    if root is None:
        return [], []
    if not isinstance(root, YamlSequence):
        if isinstance(root, YamlScalar) and composed.diagnostics:
            return [], []  # what is wrong with it was said already
        return [], [diagnose("yaml-blocks-expected", Span(source.name, root.start, root.end))]
    diagnostics: list[Diagnostic] = []
    items = root.items
    if len(items) > MOST_BLOCKS:
        extra = items[MOST_BLOCKS]
        span = Span(source.name, extra.start, extra.end)
        diagnostics.append(diagnose("too-many-blocks", span, limit=str(MOST_BLOCKS)))
        items = items[:MOST_BLOCKS]
    blocks: list[YamlBlock] = []
    for item in items:
        if isinstance(item, YamlScalar):
            meant = keys_meant(source, item)
            if meant is not None:
                diagnostics.append(meant)
                continue
        found = block_of(item, source.name)
        if isinstance(found, YamlBlock):
            blocks.append(found)
        else:
            diagnostics.extend(found)
    return blocks, diagnostics


def _names_in_heads(blocks: Sequence[YamlBlock], names: DeclaredNames) -> DeclaredNames:
    """`names`, and those behind 账户, 类别, 等级, 榜单, 激励 and 参数."""
    for block in blocks:
        if isinstance(block.title, YamlScalar):
            names = with_name_of_head(names, block.outline.head, one_line(block.title.text))
    return names
