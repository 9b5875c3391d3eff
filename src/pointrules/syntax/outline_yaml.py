"""The blocks of a ruleset in YAML, with the values of each key in canonical words."""

from collections.abc import Iterator, Sequence

from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile
from pointrules.syntax.outline import Key
from pointrules.syntax.outline_points import phrase_text
from pointrules.syntax.outlined import OutlinedBlock, OutlinedEntry, OutlinedValue, Remark
from pointrules.syntax.tokens import Token
from pointrules.syntax.written_words import WordWriter
from pointrules.syntax.yaml_nodes import YamlComment
from pointrules.syntax.yaml_phrases import ReadBlock, ReadValue


def outlined_yaml_block(
    block: ReadBlock, writer: WordWriter, language: Language | None, *, is_plain: bool
) -> OutlinedBlock:
    """The block, which has no mistake; keys with a place of their own come first."""
    outline = block.outline
    written = language or block.language
    head = OutlinedValue(outline.text(written), (), block.head.start, block.head.end)
    title: OutlinedValue | None = None
    values: dict[str, tuple[Key, list[OutlinedValue]]] = {}

    def value(read: ReadValue, key: Key | None) -> OutlinedValue:
        tokens = _without_trail(read.tokens, key)
        is_text = outline.title == "text" if key is None else key.is_text
        if is_text:
            text = "".join(str(token.value) for token in tokens)
        else:
            text = phrase_text(tokens, writer, written, is_plain=is_plain)
        return OutlinedValue(text, tokens, tokens[0].start, tokens[-1].end)

    for read in block.values:
        own = read.key is not None and any(key == read.key for key in outline.keys)
        if read.key is None or not (own or outline.title == "parts"):
            title = value(read, None if outline.title == "text" else read.key)
        else:
            values.setdefault(read.key.zh, (read.key, []))[1].append(value(read, read.key))
    first = [key.zh for key in outline.keys if not key.is_loose and key.zh in values]
    order = [*first, *(name for name in values if name not in first)]
    entries = tuple(OutlinedEntry(values[name][0], tuple(values[name][1])) for name in order)
    return OutlinedBlock(outline, written, head, title, entries)


def remarks_of_yaml(source: SourceFile, comments: Sequence[YamlComment]) -> Iterator[Remark]:
    """The comments of the file."""
    for comment in comments:
        line_start = source.text.rfind("\n", 0, comment.start) + 1
        is_alone = not source.text[line_start : comment.start].strip()
        yield Remark(comment.text, comment.start, is_alone)


def _without_trail(tokens: tuple[Token, ...], key: Key | None) -> tuple[Token, ...]:
    """Without words that the key stands for, where the author wrote them all the same."""
    rest = list(tokens)
    for terminal, value in reversed(() if key is None else key.trail):
        if len(rest) > 1 and (rest[-1].terminal, str(rest[-1].value)) == (terminal, value):
            rest.pop()
    return tuple(rest)
