"""Blocks into a ruleset, whatever notation they stand in: those that declare names come first.

A name can be used without quotes and spaces because it is declared: so the vocabulary is read
before the grades, which declare the names of their levels, and both before everything else.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.syntax import tree
from pointrules.syntax.block_result import BlockResult
from pointrules.syntax.declared_units import units_declared, with_declared_units
from pointrules.syntax.names import (
    DeclaredNames,
    declared_form,
    names_of_grade,
    names_of_vocabulary,
)
from pointrules.syntax.scanner import NAMED_HEADS
from pointrules.syntax.tokens import Token

MOST_BLOCKS = 20_000
MOST_DIAGNOSTICS = 200


class ParsedRuleset(Struct, frozen=True):
    """The tree of all that could be read, and what could not; `names` are all that it declares."""

    syntax: tree.RulesetSyntax
    tokens: tuple[tuple[Token, ...], ...]
    names: DeclaredNames
    diagnostics: tuple[Diagnostic, ...]


R = TypeVar("R", bound=BlockResult)


class BlocksRead(Struct, Generic[R], frozen=True):
    """What each block gave, its node with the units that the ruleset declares, and all names."""

    results: tuple[R, ...]
    nodes: tuple[tree.BlockNode | None, ...]
    names: DeclaredNames


def read_names_first(
    heads: Sequence[str],
    read: Callable[[int, DeclaredNames], R],
    in_heads: DeclaredNames,
) -> BlocksRead[R]:
    """Read the blocks with these head words, each by `read`, in the order that names need.

    `in_heads` are the names known before: those of a template, and those that stand behind heads.
    """
    results: dict[int, R] = {}
    nodes: dict[int, tree.BlockNode | None] = {}
    names = in_heads

    def read_all(*wanted: str) -> None:
        for index, head in enumerate(heads):
            if index not in results and (not wanted or head in wanted):
                results[index] = read(index, names)
                nodes[index] = results[index].node

    read_all("VOCABULARY")
    units = in_heads.units | units_declared(
        node for node in nodes.values() if isinstance(node, tree.Vocabulary)
    )
    for index, node in nodes.items():
        if isinstance(node, tree.Vocabulary):
            nodes[index] = vocabulary = with_declared_units(node, units)
            names = names_of_vocabulary(vocabulary, names)
        names = names.with_names(*results[index].lost_names)
    read_all("GRADE")
    for index, node in nodes.items():
        if isinstance(node, tree.Grade):
            names = names_of_grade(node, names)
        names = names.with_names(*results[index].lost_names)
    read_all()
    order = range(len(heads))
    return BlocksRead(
        tuple(results[index] for index in order), tuple(nodes[index] for index in order), names
    )


def with_name_of_head(names: DeclaredNames, head: str, name: str) -> DeclaredNames:
    """`names`, and the one behind 账户, 类别, 等级, 榜单, 激励 or 参数."""
    if head not in NAMED_HEADS:
        return names
    return names.with_parameters(name) if head == "PARAMETER" else names.with_names(name)


def parsed_ruleset(
    file: str,
    blocks: BlocksRead[R],
    tokens: Sequence[tuple[Token, ...]],
    diagnostics: Sequence[Diagnostic],
) -> ParsedRuleset:
    """The ruleset of these blocks; `diagnostics` are what is wrong outside of them."""
    told = [*diagnostics, *(item for result in blocks.results for item in result.diagnostics)]
    told.sort(key=lambda item: (item.span.start, item.span.end))
    pairs = list(zip(blocks.nodes, blocks.results, strict=True))
    syntax = tree.RulesetSyntax(
        file,
        tuple(tree.Block(node, result.is_whole) for node, result in pairs if node is not None),
        frozenset(
            declared_form(name)
            for result in blocks.results
            if not result.is_whole
            for name in result.lost_names
        ),
        frozenset(
            result.clause_number
            for node, result in pairs
            if node is None and result.clause_number is not None
        ),
        all(item.severity is not Severity.ERROR for item in diagnostics)
        and all(result.is_whole for result in blocks.results),
    )
    return ParsedRuleset(syntax, tuple(tokens), blocks.names, tuple(told[:MOST_DIAGNOSTICS]))
