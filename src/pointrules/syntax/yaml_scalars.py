"""Where the characters of a YAML value stand: quotes, escapes and blocks."""

import re

_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\u0085",
    "_": "\u00a0",
    "L": "\u2028",
    "P": "\u2029",
}
_LENGTHS = {"x": 2, "u": 4, "U": 8}
_PIECE = re.compile(
    r"(?P<blank>[ ]*(?:\r\n|[\r\n])[ \r\n]*)"
    r"|\\(?P<joined>(?:\r\n|[\r\n])[ \r\n]*)"
    r"|\\x(?P<two>[0-9A-Fa-f]{2})|\\u(?P<four>[0-9A-Fa-f]{4})|\\U(?P<eight>[0-9A-Fa-f]{8})"
    r"|\\(?P<escape>[^\r\n])"
    r"|(?P<plain>[^\\\r\n])",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n|[\r\n]")
_BLANKS = " \r\n"
_HEAD_REMARK = re.compile(r"\s#.*")


def double_quoted(raw: str, start: int) -> tuple[str, list[int]]:
    """The text between double quotes, which stands at `start`, and the place of each character."""
    text: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(raw):
        kind = match.lastgroup
        assert kind is not None, "every alternative has a name"
        written = match[kind]
        if kind == "plain":
            piece = written
        elif kind == "blank":
            piece = "\n" * (len(_LINE_END.findall(written)) - 1) or " "
        elif kind == "joined":
            piece = "\n" * (len(_LINE_END.findall(written)) - 1)
        elif kind == "escape":
            piece = _ESCAPES.get(written, written)
        else:
            piece = chr(int(written, 16))
        text.append(piece)
        places += [start + match.start()] * len(piece)
    places.append(start + len(raw))
    return "".join(text), places


def single_quoted(raw: str, start: int) -> tuple[str, list[int]]:
    """The same between single quotes, where '' is the only escape."""
    text: list[str] = []
    places: list[int] = []
    for match in re.finditer(r"''|[ ]*(?:\r\n|[\r\n])[ \r\n]*|.", raw, re.DOTALL):
        written = match[0]
        if written == "''":
            piece = "'"
        elif written[-1] in "\r\n" or "\n" in written or "\r" in written:
            piece = "\n" * (len(_LINE_END.findall(written)) - 1) or " "
        else:
            piece = written
        text.append(piece)
        places += [start + match.start()] * len(piece)
    places.append(start + len(raw))
    return "".join(text), places


def block_content(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the content of the block scalar stands whose head is at `start`."""
    line_end = _LINE_END.search(text, start, end)
    head_end = end if line_end is None else line_end.start()
    inner_end = len(text[start:end].rstrip(_BLANKS)) + start
    if line_end is None or inner_end <= line_end.start():
        remark = _HEAD_REMARK.search(text, start, head_end)
        place = head_end if remark is None else remark.start()
        return place, place
    return line_end.end(), inner_end
