"""A ruleset written in another notation, or in the canonical form of its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax import parse_dsl, parse_yaml
from pointrules.syntax.format_dsl import format_ruleset
from pointrules.syntax.format_yaml import write_yaml
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.notation import Notation, notation_of
from pointrules.syntax.outline_points import outlined_block, remarks_of
from pointrules.syntax.outline_yaml import outlined_yaml_block, remarks_of_yaml
from pointrules.syntax.outlined import OutlinedRuleset, with_remarks
from pointrules.syntax.parse_dsl import PointsRuleset
from pointrules.syntax.parse_yaml import YamlRuleset
from pointrules.syntax.tree import RulesetSyntax
from pointrules.syntax.without_places import without_places
from pointrules.syntax.write_points import write_points
from pointrules.syntax.written_words import WordWriter

_NO_NAMES = DeclaredNames()
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


class Converted(Struct, frozen=True):
    """The text in the other notation, None where there are mistakes."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...]


def convert(
    source: SourceFile,
    to: Notation,
    language: Language | None = None,
    known: DeclaredNames = _NO_NAMES,
) -> Converted:
    """The ruleset in the notation `to`, its keywords in `language` or as its author chose them.

    `known` are the names of the template that it uses, if any. Whatever is written has been read
    again and says the same.
    """
    read = _read(source, known)
    told = read.parsed.diagnostics
    if any(item.severity is Severity.ERROR for item in told):
        return Converted(None, told)
    wanted = _meaning(read.parsed.syntax)
    got: Sequence[Any] = ()
    for is_plain in (False, True):
        ruleset, writer = _parted(source, read, language, is_plain=is_plain)
        if to is Notation.YAML:
            written = source_file("converted.yaml", write_yaml(ruleset))
            again = parse_yaml.parse_ruleset(written, known)
        else:
            draft = source_file("converted.points", write_points(ruleset, writer))
            text = format_ruleset(draft, language, known).text
            written = source_file(draft.name, draft.text if text is None else text)
            again = parse_dsl.parse_ruleset(written, known)
        got = _meaning(again.syntax)
        is_read = all(item.severity is not Severity.ERROR for item in again.diagnostics)
        if is_read and got == wanted:
            return Converted(written.text, told)
    return Converted(None, (*told, *_not_held(source, read.parsed.syntax, wanted, got)))


def _not_held(
    source: SourceFile, syntax: RulesetSyntax, wanted: Sequence[Any], got: Sequence[Any]
) -> Iterator[Diagnostic]:
    """Blocks that would say something else: those with invisible characters, if there are any."""
    blocks = [block.node for block in syntax.blocks]
    differing = [
        node
        for index, node in enumerate(blocks)
        if index >= len(got) or got[index] != wanted[index]
    ]
    invisible = [node for node in differing if _CONTROL.search(source.excerpt(node.span))]
    for node in invisible or differing or blocks[:1]:
        yield diagnose("not-converted", node.span)


def _read(source: SourceFile, known: DeclaredNames) -> PointsRuleset | YamlRuleset:
    if notation_of(source.name) is Notation.YAML:
        return parse_yaml.read_yaml(source, known)
    return parse_dsl.read_points(source, known)


def _parted(
    source: SourceFile,
    read: PointsRuleset | YamlRuleset,
    language: Language | None,
    *,
    is_plain: bool,
) -> tuple[OutlinedRuleset, WordWriter]:
    """The ruleset by keys, and what writes its words."""
    if isinstance(read, YamlRuleset):
        writer = WordWriter(read.carried, language)
        blocks = [
            outlined_yaml_block(block, writer, language, is_plain=is_plain) for block in read.blocks
        ]
        remarks = list(remarks_of_yaml(source, read.comments))
    else:
        writer = WordWriter(source.text, language)
        blocks = [
            outlined_block(block, read.made, writer, language, is_plain=is_plain)
            for block in read.blocks
        ]
        remarks = list(remarks_of(writer.scanner, read.blocks))
    return with_remarks(blocks, remarks), writer


def _meaning(syntax: RulesetSyntax) -> Any:
    return [without_places(block.node) for block in syntax.blocks]
