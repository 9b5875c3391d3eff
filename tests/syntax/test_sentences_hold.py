"""What holds for every sentence of the language: canonical form, translation, checking."""

from collections.abc import Iterator

import pytest

from pointrules.checking.check import check_ruleset
from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.format_dsl import format_ruleset
from pointrules.syntax.parse_dsl import parse_ruleset
from pointrules.syntax.tree import RulesetSyntax
from sentences.declarations import DECLARATIONS
from sentences.every_production import every_sentence, ruleset_of
from sentences.trees import same_tree

PARTS = 4


def sentences_in_parts() -> Iterator[str]:
    """All sentences of the language, in some rulesets rather than one."""
    for part in range(PARTS):
        yield ruleset_of(every_sentence()[part::PARTS])


def syntax_of(text: str) -> RulesetSyntax:
    got = parse_ruleset(source_file("sample.points", text))
    assert got.diagnostics == ()
    return got.syntax


def formatted(text: str, language: Language | None = None) -> str:
    got = format_ruleset(source_file("sample.points", text), language)
    assert got.text is not None
    return got.text


@pytest.mark.parametrize("text", list(sentences_in_parts()), ids=range(PARTS))
def test_canonical_form_keeps_the_tree_and_comes_back_from_english(text: str) -> None:
    once = formatted(text)
    assert same_tree(syntax_of(once), syntax_of(text))
    english = formatted(once, Language.EN)
    assert not english.startswith("词表")
    assert formatted(english, Language.ZH) == once


def test_checking_raises_on_no_sentence() -> None:
    # Each one a ruleset of its own, so that it is not hidden behind the mistakes of another.
    for sentence in every_sentence()[::7]:
        syntax = syntax_of(sentence.text)
        blocks = len(syntax_of(DECLARATIONS).blocks)
        assert len(syntax.blocks) == blocks + 1
        check_ruleset(syntax, "")
