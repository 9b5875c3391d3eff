"""Texts for the tests of the language: a whole ruleset of an invented village, and parts of one."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from pointrules.source.source_file import Span, source_file
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse_dsl import parse_ruleset

WHOLE = (Path(__file__).parent / "whole.points").read_text(encoding="utf-8")
"""An invented village: every kind of block and clause, in canonical form."""

_BLOCKS = re.split(r"\n(?=\S)", WHOLE.strip())


def _blocks(*heads: str) -> tuple[str, ...]:
    return tuple(f"{block.strip()}\n" for block in _BLOCKS if block.startswith(heads))


DECLARATIONS = "".join(_blocks("词表", "参数", "账户", "类别", "等级"))
"""What the clauses of `WHOLE` need: words, accounts, categories and a grade."""

CLAUSES = _blocks("条款")
"""One clause of every kind."""

_QUOTED = re.compile(r"(「[^」]*」)")
_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")
_FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x3A)})
_FULL_WIDTH_SIGNS = str.maketrans({".": "．", "-": "－", "%": "％", " ": "\u3000"})


def parsed(text: str) -> ParsedRuleset:
    """`text` read."""
    return parse_ruleset(source_file("sample.points", text))


def without_spans(node: Any) -> Any:
    """The tree as nested tuples, without the places where its nodes stand."""
    if isinstance(node, Span):
        return None
    if isinstance(node, Struct):
        fields = (getattr(node, name) for name in node.__struct_fields__)
        return (type(node).__name__, *map(without_spans, fields))
    if isinstance(node, tuple):
        return tuple(map(without_spans, node))
    return node


def tree_of(text: str) -> Any:
    """The tree of a text without mistakes, without spans."""
    got = parsed(text)
    assert not got.diagnostics, [(item.code, item.arguments) for item in got.diagnostics]
    return without_spans(got.syntax.blocks)


def unspaced(text: str) -> str:
    """Without the spaces between words; those in quotes, and behind 年度, belong there."""
    lines = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        pieces = _QUOTED.split(line.strip())
        squeezed = "".join(
            piece if piece.startswith("「") else piece.replace(" ", "") for piece in pieces
        )
        lines.append(indent + re.sub(r"^年度(?=自)", "年度 ", squeezed))
    return "\n".join(lines)


def outside_quotes(text: str, table: dict[int, Any]) -> str:
    """Characters changed, but not in quoted texts."""
    return "".join(
        piece if piece.startswith("「") else piece.translate(table) for piece in _QUOTED.split(text)
    )


def half_width(text: str) -> str:
    """With the punctuation of an English keyboard."""
    return outside_quotes(text, _HALF_WIDTH)


def full_width(text: str) -> str:
    """With digits, signs and spaces as a Chinese keyboard may write them."""
    return outside_quotes(text, _FULL_WIDTH | _FULL_WIDTH_SIGNS)


def line_of(text: str, offset: int) -> int:
    """The line that `offset` is on, counted from 1."""
    return text.count("\n", 0, offset) + 1


def words_of(text: str) -> Sequence[tuple[str, object]]:
    """The words of all blocks, as the parser takes them."""
    return [(token.terminal, token.value) for block in parsed(text).tokens for token in block]
