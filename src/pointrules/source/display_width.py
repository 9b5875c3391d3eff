"""How many columns a text takes in a terminal, and how its invisible characters are shown."""

from unicodedata import category, east_asian_width

TAB_COLUMNS = 4
"""A tab is shown as this many spaces, wherever it stands."""

_CONTROL_PICTURES = 0x2400
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def display_width(text: str, *, ambiguous: int = 1) -> int:
    """The columns of `text`.

    `ambiguous` is the width of characters such as “ ” … — ≥, which old Chinese Windows consoles
    draw two columns wide and other terminals one.
    """
    if text.isascii():
        return len(text) + text.count("\t") * (TAB_COLUMNS - 1)
    return sum(_character_width(character, ambiguous) for character in text)


def _character_width(character: str, ambiguous: int) -> int:
    if character.isascii():
        return TAB_COLUMNS if character == "\t" else 1
    if east_asian_width(character) == "A" and category(character) not in {"Mn", "Me"}:
        return ambiguous
    # Loading the tables takes longer than checking a small ruleset that has no mistakes.
    from wcwidth import wcwidth  # noqa: PLC0415

    return max(0, wcwidth(character))


def visible(text: str) -> str:
    """`text` on one line, with tabs as spaces and invisible characters as signs one can see."""
    if text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " " * TAB_COLUMNS
    if code < _FIRST_PRINTABLE:
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "␡"
    if category(character) in _INVISIBLE_CATEGORIES:
        return f"<U+{code:04X}>"
    return character
