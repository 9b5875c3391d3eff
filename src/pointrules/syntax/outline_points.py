"""The blocks of a ruleset in the language itself, parted into keys and values."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from pointrules.source.language import Language
from pointrules.syntax.outline import FURTHER, Key, Outline, outlines_by_terminal
from pointrules.syntax.outlined import (
    OutlinedBlock,
    OutlinedEntry,
    OutlinedValue,
    Remark,
)
from pointrules.syntax.parse_dsl import PointsBlock
from pointrules.syntax.parser_state import Made
from pointrules.syntax.scanner import Scanner
from pointrules.syntax.tokens import Token
from pointrules.syntax.written_words import WordWriter, space

_SIGNS = ("COLON", "COMMA", "SEMICOLON", "STOP")
_BY_ROWS = ("by_table", "by_running_sum", "by_role", "by_tally")
"""Effects that end in a colon and their first row."""

_EFFECTS = ("flags", "holds_gains", "clears_points", "lowers_points", "bounds_grade")
_FOLLOWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "aliases": ("behaviours", "aliases"),
        "bounds_grade": _EFFECTS,
        "clears_points": _EFFECTS,
        "discount_row": ("discount", "discount_row"),
        "holds_gains": _EFFECTS,
        "line_band": ("line_by_points", "rate_table", "line_band"),
        "lowers_points": _EFFECTS,
        "validity_row": ("validity_of_entries", "validity_row"),
    }
)
"""Parts that go on with a part before them, in one value with it."""

_PIECES = ("rolled", "text")
"""Nodes in the midst of the words of a key: 按 户 平均 积分 本期, 因为「…」."""

_COLON_IS_NOISE = ("eligibility", "prices")
_TITLE_WORDS = ("CLAUSE_NUMBER", "LISTSEP", "SINCE", "MONTHDAY", "ONWARD")
_POINTS, _ROWS = "计分", "档"


class _Part(Struct, frozen=True):
    """A node, or a word, directly in a block: its production or terminal, and its words."""

    name: str
    tokens: tuple[Token, ...]
    is_word: bool


class _Run(Struct):
    """A key with its values, while they are collected: the words of each."""

    key: Key
    values: list[list[Token]]
    is_open: bool = True


def outlined_block(
    block: PointsBlock, made: Made, writer: WordWriter, language: Language | None, *, is_plain: bool
) -> OutlinedBlock:
    """The block, which has no mistake, by keys.

    `made` are the productions of its nodes; with `language` its words are put into that language;
    with `is_plain` no words are joined.
    """
    head = block.tokens[0]
    written = language or writer.spelling(head, Language.ZH).language
    parts = list(_parts(block, made))[1:]
    outline = _outline(head, parts)
    if outline.head == "GROUP":
        parts = [part for part in parts if part.name != "CLAUSE"]
    for terminal, _ in outline.behind_head:
        assert parts.pop(0).name == terminal, "the words behind a head stand there"
    title = _title(outline, parts)
    runs = _runs(outline, parts)

    def value(tokens: Sequence[Token], *, is_text: bool) -> OutlinedValue:
        if is_text:
            text = "".join(str(token.value) for token in tokens)
        else:
            text = phrase_text(tokens, writer, written, is_plain=is_plain)
        return OutlinedValue(text, tuple(tokens), tokens[0].start, tokens[-1].end)

    return OutlinedBlock(
        outline,
        written,
        OutlinedValue(outline.text(written), (head,), head.start, head.end),
        value(title, is_text=outline.title == "text") if title else None,
        tuple(
            OutlinedEntry(
                run.key, tuple(value(words, is_text=run.key.is_text) for words in run.values)
            )
            for run in runs
        ),
    )


def remarks_of(scanner: Scanner, blocks: Sequence[PointsBlock]) -> Iterator[Remark]:
    """The comments of a text, which stand between its words."""
    position = 0
    for token in (token for block in blocks for token in block.tokens):
        yield from _remarks_between(scanner, position, token.start)
        position = token.end
    yield from _remarks_between(scanner, position, len(scanner.raw))


def _remarks_between(scanner: Scanner, start: int, end: int) -> Iterator[Remark]:
    while (sign := scanner.folded.find("#", start, end)) >= 0:
        line_end = scanner.folded.find("\n", sign, end)
        stop = end if line_end < 0 else line_end
        line_start = scanner.folded.rfind("\n", 0, sign) + 1
        is_alone = not scanner.folded[line_start:sign].strip()
        # A full-width ＃ begins a comment here, and none in YAML.
        yield Remark("#" + scanner.raw[sign + 1 : stop].rstrip(), sign, is_alone)
        start = stop


def phrase_text(
    tokens: Sequence[Token], writer: WordWriter, language: Language, *, is_plain: bool
) -> str:
    """The words of a phrase in canonical form."""
    text = ""
    before = None
    for index, token in enumerate(tokens):
        word = writer.word(token, language, tokens[index - 1] if index else None)
        if before is not None:
            text += space(before, word, language, is_plain=is_plain)
        text += word.text
        before = word
    return text


# ---- the parts of a block


def _parts(block: PointsBlock, made: Made) -> Iterator[_Part]:
    """What stands directly in the block, or in the settlement that it is."""
    tokens = list(block.tokens)
    waiting = list(reversed(made[id(block.node)].items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, Token):
            yield _Part(item.terminal, (item,), is_word=True)
            continue
        making = made[id(item)]
        if making.production == "settlement":
            waiting.extend(reversed(making.items))
            continue
        words = tuple(token for token in tokens if making.start <= token.start < making.end)
        yield _Part(making.production, words, is_word=False)


def _outline(head: Token, parts: Sequence[_Part]) -> Outline:
    outlines = outlines_by_terminal()[head.terminal]
    if len(outlines) == 1:
        return outlines[0]
    there = {part.name for part in parts}
    return next(outline for outline in outlines if outline.kind in there)


def _title(outline: Outline, parts: list[_Part]) -> list[Token]:
    """The words behind the head, taken off `parts`, without those that the head stands for."""
    found: list[Token] = []
    if outline.title == "text":
        found.extend(parts.pop(0).tokens)
    elif outline.title == "phrase":
        while parts and parts[0].is_word and parts[0].name in (*_TITLE_WORDS, "COLON"):
            part = parts.pop(0)
            if part.name in _TITLE_WORDS:
                found.extend(part.tokens)
        around = {terminal for terminal, _ in (*outline.lead, *outline.trail)}
        found = [token for token in found if token.terminal not in around]
    return found


def _runs(outline: Outline, parts: Sequence[_Part]) -> list[_Run]:
    """The keys in the order of the text; from the first part on that has none all go together."""
    runs: list[_Run] = []
    further: _Run | None = None
    before = ""
    if outline.title == "parts":
        further = _Run(outline.parts, [], is_open=False)
        runs.append(further)
    for part in parts:
        last = runs[-1] if runs else None
        if part.is_word and part.name in _SIGNS:
            if last is not None:
                _close(last)
            continue
        if part.is_word or (last is not None and last.is_open and _goes_on(last.key, part)):
            _add_word(outline, runs, part)
            continue
        follows_on = before in _FOLLOWS.get(part.name, ())
        before = part.name
        if follows_on and last is not None:
            # With the sign between them: 失信：本期清零.
            last.values[-1] = list(_between(parts, last.values[-1][0], part.tokens[-1]))
            continue
        words = list(part.tokens)
        keyed = None if further is not None else _keyed(outline, runs, part, words)
        if keyed is not None:
            key, values = keyed
            if last is not None and last.key is key:
                last.values.extend(values)
            else:
                runs.append(_Run(key, values, is_open=False))
            if key.zh == _POINTS and part.name in _BY_ROWS:
                _open_rows(outline, runs)
            continue
        if further is None:
            further = _Run(_further_key(outline), [], is_open=False)
            runs.append(further)
        further.values.append(words)
    for run in runs:
        run.values = [words for words in run.values if words]
    return runs


def _close(run: _Run) -> None:
    """A sign ends a value, and the key too, unless its values are joined."""
    if run.key.join is None:
        run.is_open = False
    elif run.values and run.values[-1]:
        run.values.append([])


def _goes_on(key: Key, part: _Part) -> bool:
    """Whether a node is a piece of the key that is being read, and no part of its own."""
    is_joined = key.join is not None and not key.holds
    return part.name in _PIECES or (is_joined and part.name != "settled_on")


def _add_word(outline: Outline, runs: list[_Run], part: _Part) -> None:
    """A word directly in the block opens a key, parts its values, or is one of its words."""
    last = runs[-1] if runs else None
    if last is not None and last.is_open and part.name == last.key.join:
        if last.values[-1]:
            last.values.append([])
        return
    key = _opened_by(outline, part)
    if key is not None and (last is None or last.key is not key):
        is_said = bool(key.lead)
        runs.append(_Run(key, [[] if is_said else list(part.tokens)]))
        return
    assert last is not None, "every word of a block belongs to a key"
    if not last.values[-1] and part.name in {terminal for terminal, _ in last.key.lead}:
        return
    last.values[-1].extend(part.tokens)


def _opened_by(outline: Outline, part: _Part) -> Key | None:
    if not part.is_word:
        return None
    for key in outline.keys:
        if part.name in key.opened_by or (
            not key.holds and key.lead and key.lead[0][0] == part.name
        ):
            return key
    return None


def _keyed(
    outline: Outline, runs: Sequence[_Run], part: _Part, words: list[Token]
) -> tuple[Key, list[list[Token]]] | None:
    """The key of a part, and its words without those that the key says; None where it has none.

    A key that is not the last one may not come again: the order of parts is the ruleset's.
    """
    used = [run.key for run in runs]
    for key in outline.keys:
        if part.name not in key.holds or key.zh == FURTHER[0]:
            continue
        if key in used and (used[-1] is not key or not (key.is_loose or key.join)):
            continue
        if not key.is_loose and any(other.is_loose for other in used):
            continue
        if key.is_rows and (not used or used[-1] is not key):
            continue
        if part.name == "price" and (not used or used[-1] is not key):
            continue  # 价目 is said before the first price, or not at all
        rest = _without_said(key, part.name, words)
        if rest is None:
            continue
        if key.join is not None:
            return key, list(_split(rest, key.join))
        return key, [rest]
    return None


def _without_said(key: Key, production: str, words: list[Token]) -> list[Token] | None:
    """The words without those that the key stands for; None where they do not stand there."""
    rest = list(words)
    for index, (terminal, value) in enumerate(key.lead):
        if index and rest and rest[0].terminal == "COMMA" and terminal != "COMMA":
            rest.pop(0)
        if production == "price" and terminal == "PRICES":
            break
        if not rest or (rest[0].terminal, str(rest[0].value)) != (terminal, value):
            return None
        rest.pop(0)
    if production in _COLON_IS_NOISE and rest and rest[0].terminal == "COLON":
        rest.pop(0)
    for terminal, value in reversed(key.trail):
        if rest and (rest[-1].terminal, str(rest[-1].value)) == (terminal, value):
            rest.pop()
    if not rest or rest[0].terminal == "COLON":
        return None
    if key.is_text and any(token.terminal != "STRING" for token in rest):
        return None
    return rest


def _split(words: Sequence[Token], join: str) -> Iterator[list[Token]]:
    """Words parted at a sign that is not inside brackets."""
    value: list[Token] = []
    depth = 0
    for token in words:
        depth += (token.terminal == "LPAR") - (token.terminal == "RPAR")
        if token.terminal == join and not depth:
            yield value
            value = []
        else:
            value.append(token)
    yield value


def _open_rows(outline: Outline, runs: list[_Run]) -> None:
    """按 等次 加：优秀 10 分 is two keys: how points are given, and the rows from the first on."""
    (words,) = runs[-1].values
    colon = next(i for i, token in enumerate(words) if token.terminal == "COLON")
    runs[-1].values = [words[:colon]]
    rows = outline.key(_ROWS)
    assert rows is not None, "a block with points has rows"
    runs.append(_Run(rows, [], is_open=False))


def _between(parts: Sequence[_Part], first: Token, last: Token) -> Iterator[Token]:
    for part in parts:
        for token in part.tokens:
            if first.start <= token.start <= last.start:
                yield token


def _further_key(outline: Outline) -> Key:
    key = outline.key(FURTHER[0])
    assert key is not None, f"{outline.production} has a part without a key, and no {FURTHER[0]}"
    return key
