"""A name that is a word of the language."""

from collections.abc import Iterator

from pointrules.checking.lower_flag_effect import NAMED_FOR_EFFECT
from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.subject import SubjectKind
from pointrules.records.columns import LISTED_WORDS, MEMBERSHIP_WORDS, RELATION_WORDS
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.spellings import spellings


def name_is_keyword(meaning: Meaning) -> Iterator[Diagnostic]:
    """A behaviour called 每次 would make a sentence readable in two ways; quoted, it never does.

    A flag may be called by the words of its effect, which stand nowhere else. An author who
    declares 户（户主：文本） means the head that every table of facts knows, and is told so.
    """
    words = {spelling.text.casefold() for spelling in spellings().all}
    flags = {flag.origin for flag in meaning.vocabulary.flags if flag.name in NAMED_FOR_EFFECT}
    built_in = _built_in(meaning.syntax)
    for name in new_names(meaning.syntax):
        if not name.is_quoted and key_of(name.text) in words and name.span not in flags:
            code = "fact-is-built-in" if name.span in built_in else "name-is-keyword"
            yield diagnose(code, name.span, name=name.text)


def _built_in(syntax: tree.RulesetSyntax) -> set[Span]:
    """Where attributes of subjects are declared that the table of facts has without that."""
    found: set[Span] = set()
    for block in syntax.blocks:
        for entry in block.node.entries if isinstance(block.node, tree.Vocabulary) else ():
            if isinstance(entry, tree.SubjectAttributes):
                words = LISTED_WORDS | RELATION_WORDS[entry.kind].keys()
                if entry.kind is SubjectKind.PERSON:
                    words |= MEMBERSHIP_WORDS
                found.update(
                    attribute.name.span
                    for attribute in entry.attributes
                    if key_of(attribute.name.text) in words
                )
    return found
