"""Folding of full-width and look-alike characters before scanning, one code point to one.

Never NFKC: it changes lengths (㎡ becomes m2) and meanings (① becomes 1), and every place in the
text would move. Folded and written text have the same length, so a span is good for both.

Lines end at a line feed and at nothing else. All other characters that some programs take for a
line end (carriage return, vertical tab, form feed, U+0085, U+2028, U+2029) fold to a space.
"""

from unicodedata import normalize

_SPACES = (
    "\r\v\f\u0085\u2028\u2029"  # line ends of other programs
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # invisible, pasted from chats and from Word
)
_DASHES = "~～－‐‑‒–—―−〜﹘﹣"
_TWINS = {
    "≦": "≤",
    "⩽": "≤",
    "≧": "≥",
    "⩾": "≥",
    "∶": ":",
    "｡": "。",
    "｢": "「",
    "｣": "」",
    "､": "、",
    "﹐": ",",
    "﹑": "、",
    "﹒": ".",
    "﹔": ";",
    "﹕": ":",
    "﹙": "(",
    "﹚": ")",
    "﹟": "#",
    "﹢": "+",
    "﹤": "<",
    "﹥": ">",
    "﹦": "=",
    "﹪": "%",
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_DISTANCE = 0xFF01 - ord("!")
_KANGXI_RADICALS = range(0x2F00, 0x2FD6)
_SURROGATES = range(0xD800, 0xE000)


def _folding_table() -> dict[int, str]:
    table = {code: chr(code - _FULL_WIDTH_DISTANCE) for code in _FULL_WIDTH}
    # Text copied out of a PDF may hold radicals (⽉) that look exactly like the characters (月).
    table |= {code: normalize("NFKC", chr(code)) for code in _KANGXI_RADICALS}
    # No character at all, and no file may hold one: let it be met as a sign that fits nowhere.
    table |= dict.fromkeys(_SURROGATES, "\ufffd")
    table |= {ord(character): " " for character in _SPACES}
    table |= {ord(character): "-" for character in _DASHES}
    table |= {ord(written): twin for written, twin in _TWINS.items()}
    return table


_TABLE = _folding_table()


def fold(text: str) -> str:
    """`text` as the scanner reads it; quotes such as “” and 「」 stay what they are."""
    return text.translate(_TABLE)
