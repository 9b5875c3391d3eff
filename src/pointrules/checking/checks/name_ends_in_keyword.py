"""A name whose first or last character is a word of the language."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax.spellings import spellings

_SWALLOWED = ("AT", "SUCH", "AND", "OR", "DAY_OF")
"""These stand right after a name: one that ends in them takes them out of an unspaced sentence."""


def name_ends_in_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """当行为是收看教育时 is read with the name 收看教育时, where that is declared too.

    Without spaces the longest name is read. Where the shorter name is none, nothing can go wrong.
    """
    table = spellings().by_terminal
    words = [item.text for terminal in _SWALLOWED for item in table[terminal]]
    names = list(new_names(meaning.syntax))
    known = {key_of(name.text) for name in names}
    for name in names:
        key = key_of(name.text)
        for word in words:
            if key.endswith(word) and key.removesuffix(word) in known:
                yield diagnose("name-ends-in-keyword", name.span, name=name.text, keyword=word)
                break
