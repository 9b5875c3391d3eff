"""Mistakes of the host in a call or a file: exceptions that say in words what to do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from msgspec import Struct

from pointrules.source.language import Language

LONGEST_QUOTE = 160
"""Of longer offending texts a message shows this many characters."""


class Wording(Struct, frozen=True):
    """What happened and what to do about it, in one language; `{name}` stands for an argument."""

    message: str
    advice: str


class PointRulesError(Exception):
    """A call or a file that cannot be worked with at all.

    It carries a code and arguments, free of language; each subclass brings the wordings of its own
    codes, every one in every language.
    """

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = MappingProxyType({})

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = {name: quotable(text) for name, text in arguments.items()}

    def describe(self, language: Language = Language.ZH) -> str:
        """What happened, in one line."""
        return self.wordings[self.code][language].message.format(**self.arguments)

    def advice(self, language: Language = Language.ZH) -> str:
        """What to do about it, in one line."""
        return self.wordings[self.code][language].advice.format(**self.arguments)

    def __str__(self) -> str:
        return self.describe()


def quotable(text: str) -> str:
    """`text` as a message may show it: short, on one line, nothing that upsets a terminal."""
    shown = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
    return "".join(character if character.isprintable() else "�" for character in shown)
