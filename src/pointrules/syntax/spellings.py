"""How the grammar's terminals are spelled, in Chinese and English (`grammars/keywords.toml`)."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from msgspec import Struct

from pointrules.source.language import Language
from pointrules.syntax.grammar_files import grammar_text

HeadNext: TypeAlias = Literal["text", "number", "clause", "gap"]
"""What must follow a head word: a quoted name, a clause number, the word 条款, or a space, colon or
line end."""

SIGNS: Mapping[str, str] = {
    ":": "COLON",
    ",": "COMMA",
    ";": "SEMICOLON",
    "。": "STOP",
    ".": "STOP",
    "、": "LISTSEP",
    "(": "LPAR",
    ")": "RPAR",
    "-": "DASH",
}
"""Signs as they are after folding; `WRITTEN_SIGNS` is how `fmt` writes them."""

WRITTEN_SIGNS: Mapping[str, str] = {
    "COLON": "：",
    "COMMA": "，",
    "SEMICOLON": "；",
    "STOP": "。",
    "LISTSEP": "、",
    "LPAR": "（",
    "RPAR": "）",
    "DASH": "到",
}


class Spelling(Struct, frozen=True):
    """One way to write a terminal; `value` tells which of a terminal's meanings it is, or is ''."""

    terminal: str
    value: str
    text: str
    language: Language
    is_latin: bool

    def end_in(self, low: str, start: int) -> int | None:
        """Where this word ends if it stands at `start` of a folded text in small letters."""
        if not self.is_latin:
            return start + len(self.text) if low.startswith(self.text, start) else None
        found = _latin_pattern(self.text).match(low, start)
        return found.end() if found else None


class Spellings(Struct, frozen=True):
    """All spellings, ready for the scanner and the formatter."""

    all: tuple[Spelling, ...]
    by_first: Mapping[str, tuple[Spelling, ...]]
    by_terminal: Mapping[str, tuple[Spelling, ...]]
    heads: Mapping[str, HeadNext]

    def written(self, terminal: str, value: str, language: Language) -> str:
        """The spelling that `fmt` writes."""
        for spelling in self.by_terminal[terminal]:
            if spelling.value == value and spelling.language is language:
                return spelling.text
        msg = f"no {language} spelling of {terminal} {value}"
        raise AssertionError(msg)


@cache
def spellings() -> Spellings:
    """Read the spellings, once."""
    data = tomllib.loads(grammar_text("keywords.toml"))
    found: list[Spelling] = []
    heads: dict[str, HeadNext] = {}
    for terminal, table in data.items():
        follows = table.pop("next", None)
        if follows is not None:
            heads[terminal] = follows
        valued = {"": table} if "zh" in table else table
        for value, texts in valued.items():
            for language in Language:
                found.extend(
                    Spelling(terminal, value, text, language, _is_latin_word(text))
                    for text in texts[language.value]
                )
    by_first: dict[str, list[Spelling]] = {}
    by_terminal: dict[str, list[Spelling]] = {}
    for spelling in found:
        by_first.setdefault(spelling.text[0], []).append(spelling)
        by_terminal.setdefault(spelling.terminal, []).append(spelling)
    return Spellings(
        tuple(found),
        {first: tuple(items) for first, items in by_first.items()},
        {terminal: tuple(items) for terminal, items in by_terminal.items()},
        heads,
    )


def _is_latin_word(text: str) -> bool:
    return text[0].isascii() and text[0].isalpha()


@cache
def _latin_pattern(text: str) -> re.Pattern[str]:
    """English words end at a word's end, and any white space may stand between them."""
    words = r"\s+".join(re.escape(word) for word in text.split(" "))
    return re.compile(rf"{words}(?![a-z0-9_])")
