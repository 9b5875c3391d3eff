"""A name that is another name with a word of the language before it."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import names_with
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic

_SWALLOWED = ("NOT", "IS", "NONE", "IS_NOT", "CLEARS", "GRANTS")
"""These stand right before a name: one that begins with them takes them out of a sentence."""


def name_begins_with_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """Where 低保 and 非低保 are both declared, 非低保 without a space means the second.

    The author of the sentence may well have meant “not 低保”, and nobody would notice.
    """
    for name, word in names_with(meaning.syntax, _SWALLOWED, str.removeprefix):
        yield diagnose("name-begins-with-keyword", name.span, name=name.text, keyword=word)
