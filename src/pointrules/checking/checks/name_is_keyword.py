"""A name that is a word of the language."""

from collections.abc import Iterator

from pointrules.checking.lower_flag_effect import NAMED_FOR_EFFECT
from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax.spellings import spellings


def name_is_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """A behaviour called 每次 would make a sentence readable in two ways; quoted, it never does.

    A flag may be called by the words of its effect, which stand nowhere else.
    """
    words = {spelling.text.casefold() for spelling in spellings().all}
    flags = {flag.origin for flag in meaning.vocabulary.flags if flag.name in NAMED_FOR_EFFECT}
    for name in new_names(meaning.syntax):
        if not name.is_quoted and key_of(name.text) in words and name.span not in flags:
            yield diagnose("name-is-keyword", name.span, name=name.text)
