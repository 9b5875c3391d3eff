"""The events of a YAML parser to nodes, without recursion and within bounds."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax.yaml_comments import blanked, comments_between
from pointrules.syntax.yaml_failures import bad_escape
from pointrules.syntax.yaml_nodes import (
    YamlComment,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
)
from pointrules.syntax.yaml_scalars import block_content, double_quoted, single_quoted
from pointrules.syntax.yaml_slips import diagnosed
from pointrules.syntax.yaml_text import YamlText
from pointrules.syntax.yaml_value_slips import WIDE_BRACKETS, hash_slip, split_brackets, split_item

MAX_DEPTH = 50
"""Nothing in a ruleset is nested deeper."""

MAX_NODES = 200_000
"""No file holds more values, those that aliases repeat counted each time."""

MAX_VALUE = 200_000
"""No value has more characters."""

_MOST_DIAGNOSTICS = 100

_PROPERTY = re.compile(r"(?:&[^\s,\[\]{}]+|(?P<tag>!\S*))(?:[ \r\n]|#[^\r\n]*)*")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*(?:[ \r\n]|\Z)")
_ITEM_GOING_ON = re.compile(r"\r?\n(?P<indent> *)- ")
_BLANKS = " \r\n"
_NOT_TEXT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class _Open(Struct):
    """A sequence or a mapping whose end has not come yet."""

    is_mapping: bool
    is_flow: bool
    start: int
    column: int
    anchor: str | None
    size: int = 1
    height: int = 1
    key: YamlScalar | None = None
    is_dropped: bool = False
    items: list[YamlNode] = []
    pairs: list[tuple[YamlScalar, YamlNode]] = []
    keys: dict[str, YamlScalar] = {}


class _Anchored(Struct, frozen=True):
    """A node with a name, how many nodes it holds and how many levels."""

    node: YamlNode
    size: int
    height: int


class _StopReading(Exception):  # noqa: N818 - no error: what was read is diagnosed
    """What follows is not looked at."""


class TreeMaker:
    """Makes nodes of the events of one text.

    `root` is the one document's node. It is None after a mistake that leaves what follows
    uncertain; then `diagnostics` says which.
    """

    def __init__(self, source: SourceFile, text: YamlText) -> None:
        self.root: YamlNode | None = None
        self.diagnostics: list[Diagnostic] = []
        self._source = source
        self._text = text
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._nodes = 0
        self._documents = 0
        self._value_starts: list[int] = []
        self._value_ends: list[int] = []
        self._read_up_to = len(text.text)
        self._gap = (0, 0, 0)  # what is between the last value and an end, and where its words end

    def take(self, events: Iterable[Any]) -> None:
        """Read all events of a parser, or as many as are good for anything."""
        kinds = {
            "ScalarEvent": self._scalar,
            "SequenceStartEvent": self._open,
            "MappingStartEvent": self._open,
            "SequenceEndEvent": self._close,
            "MappingEndEvent": self._close,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }
        try:
            for event in events:
                handle = kinds.get(type(event).__name__)
                if handle is not None:
                    handle(event)
        except _StopReading:
            pass

    def last_end(self) -> int:
        """Where the last value ends that was read."""
        return self._value_ends[-1] if self._value_ends else 0

    def comments(self) -> tuple[YamlComment, ...]:
        """The remarks: what follows a # between values, to the end of its line."""
        return comments_between(
            self._source, self._text, self._value_starts, self._value_ends, self._read_up_to
        )

    # events

    def _scalar(self, event: Any) -> None:
        start = event.start_mark.index
        end = event.end_mark.index
        self._count(1, start)
        style = event.style
        value: str = event.value
        text = self._text.text
        if event.tag is not None or event.anchor is not None:
            start = self._after_properties(event, start)
        if style in {"|", ">"}:
            start = self._block_head(style, start)
            inner_start, inner_end = block_content(text, start, end)
            end = inner_end
        elif style in {'"', "'"}:
            inner_start, inner_end = start + 1, end - 1
            if event.start_mark.line != event.end_mark.line:
                self._quote_that_goes_on(start, end)
        else:
            if start == end:
                # Each of the two parsers has another place for what is not there.
                while start > 0 and text[start - 1] in _BLANKS:
                    start -= 1
                end = start
            elif value != text[start:end] or value != value.strip():
                value, start, end = self._plain(value, start, end)
            inner_start, inner_end = start, end
            if "#" in value or "＃" in value:
                self._hash_in(start, end)
        if start < end:
            self._value_starts.append(start)
            self._value_ends.append(end)
        if end - start > MAX_VALUE:
            self._report("yaml-value-too-long", start, start, limit=str(MAX_VALUE))
            raise self._gave_up()
        offsets = self._offsets(style, value, inner_start, inner_end)
        if not self._text.starts:
            written = self._source.text[inner_start:inner_end]
            spans = (start, end, inner_start, inner_end)
        else:
            place = self._text.place
            spans = (place(start), place(end), place(inner_start), place(inner_end))
            written = self._source.text[spans[2] : spans[3]]
            offsets = None if offsets is None else tuple(map(place, offsets))
        if value == text[inner_start:inner_end] and len(written) == len(value):
            value = written
        elif style == '"' and _NOT_TEXT.search(value):
            self._report("yaml-bad-escape", *(bad_escape(text, start, end) or (start, end)))
            raise self._gave_up()
        scalar = YamlScalar(value, *spans, offsets)
        node = self._as_meant(scalar) if value[:1] in WIDE_BRACKETS else scalar
        self._name(event.anchor, node, 1, 0)
        self._attach(node, 1, 0)

    def _block_head(self, style: str, start: int) -> int:
        """Where the | or > of a block stands."""
        start = self._text.text.index(style, start)
        if _BLOCK_HEAD.match(self._text.text, start) is None:
            # One of the two parsers reads a remark here, the other refuses it.
            self._report("yaml-needs-quotes", start, start + 1, found=style)
            raise self._gave_up()
        return start

    def _plain(self, value: str, start: int, end: int) -> tuple[str, int, int]:
        """A plain value of several lines, or with U+3000 around it, which is a blank to authors."""
        written = self._text.text[start:end]
        value = value.strip()
        if not value:
            return value, start, start  # U+3000 alone
        end -= len(written) - len(written.rstrip())
        start += len(written) - len(written.lstrip())
        item = _ITEM_GOING_ON.search(self._text.text, start, end)
        if item is not None:
            # A hyphen among the lines of one value: an item that is indented too far.
            self._report("yaml-indentation", item.start("indent"), item.end())
            value = self._text.text[start : item.start()].rstrip(_BLANKS)
            end = start + len(value)
        return value, start, end

    def _hash_in(self, start: int, end: int) -> None:
        slip = hash_slip(self._text.text, start, end)
        if slip is not None:
            self._add(diagnosed(self._source, self._text, slip))

    def _as_meant(self, node: YamlScalar) -> YamlNode:
        """The list that a value between full-width brackets was meant to be, or the value."""
        is_key = bool(self._stack) and self._stack[-1].is_mapping and self._stack[-1].key is None
        split = None if is_key else split_brackets(self._source, node)
        if split is None:
            return node
        self._add(split.diagnostic)
        return YamlSequence(split.items, node.start, node.end)

    def _quote_that_goes_on(self, start: int, end: int) -> None:
        """Lines of a quoted value that begin no further right than its key: a quote is missing."""
        if not self._stack or self._stack[-1].is_flow:
            return
        column = self._stack[-1].column
        if re.search(rf"\n {{0,{column}}}[^\s]", self._text.text[start:end]) is not None:
            self._report("yaml-unclosed-quote", start, start + 1)

    def _offsets(self, style: str, value: str, start: int, end: int) -> tuple[int, ...] | None:
        """The place of each character, where the slice of the text does not say it."""
        inner = self._text.text[start:end]
        if style == '"' and "\\" in inner:
            decoded, places = double_quoted(inner, start)
        elif style == "'" and "''" in inner:
            decoded, places = single_quoted(inner, start)
        else:
            return None
        assert decoded == value, "the parser and its double read the same"
        return tuple(places)

    def _open(self, event: Any) -> None:
        start = event.start_mark.index
        self._count(1, start)
        if event.tag is not None or event.anchor is not None:
            start = self._after_properties(event, start)
        if len(self._stack) >= MAX_DEPTH:
            self._report("yaml-too-deep", start, start, limit=str(MAX_DEPTH))
            raise self._gave_up()
        is_mapping = type(event).__name__ == "MappingStartEvent"
        if self._stack and self._stack[-1].is_mapping and self._stack[-1].key is None:
            self._report("yaml-complex-key", start, start)
            raise self._gave_up()
        self._stack.append(
            _Open(is_mapping, event.flow_style, start, event.start_mark.column, event.anchor)
        )

    def _close(self, event: Any) -> None:
        done = self._stack.pop()
        end = self._end_of(done, event.end_mark.index)
        place = self._text.place
        node: YamlNode
        if done.is_mapping:
            node = YamlMapping(tuple(done.pairs), place(done.start), place(end))
        else:
            items = tuple(done.items)
            if done.is_flow and len(items) == 1:
                split = split_item(self._source, items[0])
                if split is not None:
                    self._add(split.diagnostic)
                    items = split.items
            node = YamlSequence(items, place(done.start), place(end))
        self._name(done.anchor, node, done.size, done.height)
        self._attach(node, done.size, done.height)

    def _end_of(self, done: _Open, end: int) -> int:
        """A block ends with its last value, not where the next token begins."""
        if done.is_flow:
            return end
        last = max(self.last_end(), done.start)
        if (last, end) != self._gap[:2]:
            between = blanked(self._text.text[last:end])
            self._gap = (last, end, last + len(between.rstrip(_BLANKS)))
        return self._gap[2]

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            is_open = any(item.anchor == event.anchor for item in self._stack)
            code = "yaml-alias-within-itself" if is_open else "yaml-unknown-anchor"
            self._report(code, start, end, name=event.anchor)
            at = self._text.place(start)
            anchored = _Anchored(YamlScalar("", at, at, at, at), 1, 0)
        self._count(anchored.size, start)
        if len(self._stack) + anchored.height > MAX_DEPTH:
            self._report("yaml-too-deep", start, end, limit=str(MAX_DEPTH))
            raise self._gave_up()
        if (
            self._stack
            and self._stack[-1].is_mapping
            and self._stack[-1].key is None
            and not isinstance(anchored.node, YamlScalar)
        ):
            self._report("yaml-complex-key", start, end)
            raise self._gave_up()
        self._attach(anchored.node, anchored.size, anchored.height)

    def _document(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._documents += 1
        if self._documents > 1:
            self._report("yaml-several-documents", start, end)
            self._read_up_to = start
            raise _StopReading
        if event.version or event.tags:
            self._report("yaml-directive", start, start)

    # what is common to events

    def _after_properties(self, event: Any, start: int) -> int:
        """Where the node itself begins, behind its anchor and its tag, which is refused."""
        text = self._text.text
        while (match := _PROPERTY.match(text, start)) is not None:
            tag = match["tag"]
            if tag is not None:
                self._report("yaml-tag", start, start + len(tag), tag=tag)
            start = match.end()
        return min(start, event.end_mark.index) if event.end_mark.index > 0 else start

    def _attach(self, node: YamlNode, size: int, height: int) -> None:
        if not self._stack:
            self.root = node
            return
        holder = self._stack[-1]
        holder.size += size
        holder.height = max(holder.height, height + 1)
        if not holder.is_mapping:
            holder.items.append(node)
        elif holder.key is None:
            assert isinstance(node, YamlScalar), "other keys were refused"
            self._take_key(holder, node)
        else:
            if not holder.is_dropped:
                holder.pairs.append((holder.key, node))
            holder.key = None

    def _take_key(self, holder: _Open, key: YamlScalar) -> None:
        holder.key = key
        holder.is_dropped = key.text == "<<" and key.start == key.inner_start
        span = Span(self._source.name, key.start, key.end)
        if holder.is_dropped:
            self._add(diagnose("yaml-merge-key", span))
            return
        first = holder.keys.setdefault(key.text, key)
        if first is not key:
            label = Label(Span(self._source.name, first.start, first.end), "first")
            self._add(diagnose("yaml-duplicate-key", span, labels=(label,), key=key.text))

    def _name(self, anchor: str | None, node: YamlNode, size: int, height: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = _Anchored(node, size, height)

    def _count(self, size: int, place: int) -> None:
        self._nodes += size
        if self._nodes > MAX_NODES:
            self._report("yaml-too-many-values", place, place, limit=str(MAX_NODES))
            raise self._gave_up()

    def _gave_up(self) -> _StopReading:
        self._stack = []
        self._read_up_to = 0
        self.root = None
        return _StopReading()

    def _report(self, code: str, start: int, end: int, **arguments: str) -> None:
        span = Span(self._source.name, self._text.place(start), self._text.place(end))
        self._add(diagnose(code, span, choices=(), labels=(), fix=None, **arguments))

    def _add(self, diagnostic: Diagnostic) -> None:
        if len(self.diagnostics) < _MOST_DIAGNOSTICS:
            self.diagnostics.append(diagnostic)
