"""A name that is a word of the language."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax.spellings import spellings


def name_is_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """A behaviour called 每次 would make a sentence readable in two ways; quoted, it never does."""
    words = {spelling.text.casefold() for spelling in spellings().all}
    for name in new_names(meaning.syntax):
        if not name.is_quoted and key_of(name.text) in words:
            yield diagnose("name-is-keyword", name.span, name=name.text)
