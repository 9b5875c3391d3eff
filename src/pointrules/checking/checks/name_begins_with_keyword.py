"""A name that is another name with a word of the language before it."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax.spellings import spellings

_SWALLOWED = ("NOT", "IS", "NONE", "IS_NOT", "CLEARS", "GRANTS")
"""These stand right before a name: one that begins with them takes them out of a sentence."""


def name_begins_with_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """Where 低保 and 非低保 are both declared, 非低保 without a space means the second.

    The author of the sentence may well have meant “not 低保”, and nobody would notice.
    """
    table = spellings().by_terminal
    words = [item.text for terminal in _SWALLOWED for item in table[terminal]]
    names = list(new_names(meaning.syntax))
    known = {key_of(name.text) for name in names}
    for name in names:
        key = key_of(name.text)
        for word in words:
            if key.startswith(word) and key.removeprefix(word) in known:
                yield diagnose("name-begins-with-keyword", name.span, name=name.text, keyword=word)
                break
