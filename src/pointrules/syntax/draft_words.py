"""Words of a table as a ruleset can hold them: on one line, quoted, complete."""

import re
from unicodedata import category

from pointrules.source.folding import fold
from pointrules.syntax.scanner import QUOTES

_MARKS = ("「", "“", "『", "《", '"')
_NOT_IN_NAMES = re.compile(r"[「」“”『』《》\"＂｢｣]")


def one_line(text: str) -> str:
    """Without line ends and characters that nobody sees; nothing else is changed."""
    kept = "".join(" " if category(char)[0] in "CZ" else char for char in text)
    return " ".join(kept.split())


def quoted(text: str) -> str:
    """In quotes, in as many pieces as it takes: quoted pieces in a row are one text."""
    pieces = [""]
    for char in one_line(text):
        if _mark_of(pieces[-1] + char) is None:
            pieces.append("")
        pieces[-1] += char
    return "".join(f"{mark}{piece}{QUOTES[mark]}" for piece in pieces if (mark := _mark_of(piece)))


def _mark_of(text: str) -> str | None:
    folded = fold(text)
    return next((mark for mark in _MARKS if QUOTES[mark] not in folded), None)


def name_of(text: str) -> str:
    """A name: the words of `heading_of`, without the sign at their end."""
    return heading_of(text).strip(" ，,。.；;：:、")


def heading_of(text: str) -> str:
    """The words without quotes, and without line breaks between Han characters."""
    joined = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", one_line(text))
    return " ".join(_NOT_IN_NAMES.sub("", joined).split())


def shortened(text: str) -> str:
    """As much of the words as a reason needs; the whole stands in the clause's text."""
    longest = 40
    line = one_line(text)
    return line if len(line) <= longest else f"{line[:longest]}…"
