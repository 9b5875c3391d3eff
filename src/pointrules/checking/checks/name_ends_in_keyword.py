"""A name whose first or last character is a word of the language."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import names_with
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic

_SWALLOWED = ("AT", "SUCH", "AND", "OR", "DAY_OF")
"""These stand right after a name: one that ends in them takes them out of an unspaced sentence."""


def name_ends_in_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """当行为是收看教育时 is read with the name 收看教育时, where that is declared too.

    Without spaces the longest name is read. Where the shorter name is none, nothing can go wrong.
    """
    for name, word in names_with(meaning.syntax, _SWALLOWED, str.removesuffix):
        yield diagnose("name-ends-in-keyword", name.span, name=name.text, keyword=word)
