"""What each block and key of the outline is for, with an example (`grammars/outline.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import Struct

from pointrules.source.language import Language
from pointrules.syntax.grammar_files import grammar_text
from pointrules.syntax.outline import Outline


class KeyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a key is for, in both languages, and a value that it may have."""

    zh: str
    en: str
    example: str

    def text(self, language: Language) -> str:
        """What it is for."""
        return self.zh if language is Language.ZH else self.en


class BlockWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The same of a block and its head, whose value may be none; its keys by their Chinese names.

    `keys` is None where the block has those of another one.
    """

    zh: str
    en: str
    example: str = ""
    keys: Mapping[str, KeyWords] | None = None

    def text(self, language: Language) -> str:
        """What it is for."""
        return self.zh if language is Language.ZH else self.en


_WITH_KEYS_OF = {"AMEND": "CLAUSE"}


@cache
def words_of_blocks() -> Mapping[str, BlockWords]:
    """The words of every block, by the terminal of its kind or its head."""
    return msgspec.convert(tomllib.loads(grammar_text("outline.toml")), dict[str, BlockWords])


def words_of(outline: Outline) -> BlockWords:
    """The words of one block."""
    return words_of_blocks()[outline.kind or outline.head]


def words_of_keys(outline: Outline) -> Mapping[str, KeyWords]:
    """The words of its keys, by their Chinese names."""
    name = outline.kind or outline.head
    keys = words_of_blocks()[_WITH_KEYS_OF.get(name, name)].keys
    assert keys is not None, f"outline.toml has no keys of {name}"
    return keys
