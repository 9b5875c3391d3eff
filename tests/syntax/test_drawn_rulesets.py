"""Rulesets drawn from the grammar: each is read as drawn, and no notation changes what it says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pointrules.checking.check import check_ruleset
from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.format_dsl import format_ruleset
from pointrules.syntax.parse_dsl import parse_ruleset
from pointrules.syntax.tree import RulesetSyntax
from sentences.drawn import Drawn, drawn_rulesets
from sentences.trees import without_noise

# A ruleset is drawn word by word, which is many draws; none of them is thrown away.
drawing = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def syntax_of(text: str) -> RulesetSyntax:
    got = parse_ruleset(source_file("drawn.points", text))
    assert [(item.code, item.arguments) for item in got.diagnostics] == []
    return got.syntax


def formatted(text: str, language: Language | None = None) -> str:
    got = format_ruleset(source_file("drawn.points", text), language)
    assert got.text is not None
    return got.text


@drawing
@given(drawn_rulesets())
def test_a_drawn_ruleset_is_read_as_it_was_drawn(drawn: Drawn) -> None:
    got = parse_ruleset(source_file("drawn.points", drawn.text))
    assert [(item.code, item.arguments) for item in got.diagnostics] == []
    for block, tokens in zip(drawn.blocks, got.tokens[-len(drawn.blocks) :], strict=True):
        meant = [word.meaning for word in block.words]
        assert [(token.terminal, token.value) for token in tokens] == meant


@drawing
@given(drawn_rulesets(), st.sampled_from((None, *Language)))
def test_canonical_form_says_the_same_and_stays(drawn: Drawn, language: Language | None) -> None:
    once = formatted(drawn.text, language)
    assert without_noise(syntax_of(once).blocks) == without_noise(syntax_of(drawn.text).blocks)
    assert formatted(once, language) == once
    assert formatted(once) == once


@drawing
@given(drawn_rulesets())
def test_canonical_form_comes_back_from_english(drawn: Drawn) -> None:
    chinese = formatted(formatted(drawn.text, Language.EN), Language.ZH)
    english = formatted(chinese, Language.EN)
    assert english.startswith("vocabulary\n")
    assert formatted(english, Language.ZH) == chinese


@drawing
@given(drawn_rulesets())
def test_checking_raises_on_no_drawn_ruleset(drawn: Drawn) -> None:
    syntax = syntax_of(drawn.text)
    checked = check_ruleset(syntax, "")
    assert checked.ruleset is not None or checked.diagnostics
