"""What the command line itself says, in both languages."""

import click
from msgspec import Struct

from pointrules.source.language import Language


class Words(Struct, frozen=True):
    """One sentence or heading; `{name}` stands for an argument."""

    zh: str
    en: str

    def into(self, language: Language, **arguments: object) -> str:
        """The sentence in that language."""
        text = self.zh if language is Language.ZH else self.en
        return text.format(**arguments) if arguments else text

    def then(self, more: "Words") -> "Words":
        """This, and on the next line more."""
        return Words(f"{self.zh}\n{more.zh}", f"{self.en}\n{more.en}")


def language_of(context: click.Context | None) -> Language:
    """The language that was asked for: the context's object, see `main`."""
    found = context.obj if context is not None else None
    return found if isinstance(found, Language) else Language.ZH
