"""Comments of YAML, which its parsers drop: they stand in the gaps between values."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pointrules.source.source_file import SourceFile
from pointrules.syntax.yaml_nodes import YamlComment
from pointrules.syntax.yaml_scalars import block_content
from pointrules.syntax.yaml_text import YamlText

_COMMENT = re.compile(r"#[^\r\n]*")


def comments_between(
    source: SourceFile, given: YamlText, starts: Sequence[int], ends: Sequence[int], limit: int
) -> tuple[YamlComment, ...]:
    """The remarks before `limit`; values begin at `starts`, which rise, and end at `ends`."""
    text = given.text
    found = []
    position = text.find("#")
    while 0 <= position < limit:
        before = bisect_right(starts, position) - 1
        if (
            before >= 0
            and position < ends[before]
            and not _is_in_head(text, starts[before], ends[before], position)
        ):
            position = text.find("#", ends[before])
            continue
        match = _COMMENT.match(text, position)
        assert match is not None, "a # stands here"
        end = given.place(position + len(match[0].rstrip()))
        start = given.place(position)
        if source.text.startswith("#", start):  # else a mistake that is passed over
            found.append(YamlComment(source.text[start:end], start, end))
        position = text.find("#", match.end())
    return tuple(found)


def _is_in_head(text: str, start: int, end: int, position: int) -> bool:
    """Whether a remark begins at `position`, behind the | or > of a block."""
    if text[start] not in "|>":
        return False
    content, _ = block_content(text, start, end)
    return position < content and text[position - 1] == " "


def blanked(text: str) -> str:
    """`text` with blanks for its remarks; it holds no value."""
    if "#" not in text:
        return text
    return _COMMENT.sub(lambda match: " " * len(match[0]), text)
