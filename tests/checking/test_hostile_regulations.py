"""A regulation of any words is checked to its end, in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checking.village import ACCOUNT, EDITION, REVIEW, VOCABULARY, YEAR
from pointrules.api.clause_counts import accounted_for, accounts_of_clauses
from pointrules.api.rulesets import CheckedRulesets, check_text
from pointrules.diagnostics.render_text import render
from pointrules.source.language import Language

FRAME = f"```points\n{EDITION}{YEAR}{VOCABULARY}{ACCOUNT}{REVIEW}```\n"
WORDS = st.text(st.sampled_from("扣加5 分.,-…%%　三第条「”*_`[]<>|\\#\n"), max_size=40)
QUOTES = st.text(st.sampled_from("扣加5 分.,-…%　三第条*_`"), max_size=20)


def check(text: str) -> CheckedRulesets:
    """`text` checked, with everything that is told of it worded."""
    checked = check_text(text, "村规民约.md")
    for item in checked.diagnostics:
        for span in (item.span, *(label.span for label in item.labels)):
            assert 0 <= span.start <= span.end <= len(text)
        render(item, checked.sources, Language.ZH)
    list(accounts_of_clauses(checked, Language.EN))
    list(accounted_for(checked))
    return checked


@given(WORDS, WORDS, QUOTES)
def test_any_article_is_held_against_any_quote(title: str, words: str, quote: str) -> None:
    heading = title.replace("\n", " ")
    check(
        f"{FRAME}\n### {heading}\n\n{words}\n\n"
        f"```points\n条款 1 「{quote}」\n  人工评议。\n条款 2\n  人工评议。\n```\n"
    )


@given(QUOTES, WORDS, WORDS)
def test_what_is_copied_from_an_article_stands_there(quote: str, before: str, after: str) -> None:
    """Whatever stands around it: marks of Markdown are no part of a quote here."""
    plain = "".join(character for character in quote if character not in "*_`#|…. ")
    text = (
        f"{FRAME}\n### 第一条\n\n{before.strip('`<# ')}\n\n令{plain}止\n\n"
        f"```points\n条款 1 「令{plain}止」\n  人工评议。\n```\n\n{after}\n"
    )
    codes = {item.code for item in check(text).diagnostics}
    assert codes.isdisjoint({"quote-not-in-article"})


@pytest.mark.parametrize(
    "articles",
    [
        "## 第一条 甲\n" * 20_000,
        "## 第一条 甲\n" + "每次扣 5 分。" * 20_000,
        "".join(f"{'#' * (1 + i % 6)} 第{i}条 甲\n\n乙{i}。\n\n" for i in range(5_000)),
        "## 第一条\n\n" + "字" * 500_000,
    ],
    ids=["headings", "sentences", "levels", "one paragraph"],
)
def test_long_regulations_are_checked_in_linear_time(articles: str) -> None:
    """Each clause against each article would take minutes."""
    clauses = "".join(f"条款 {i} 「没有{i}」\n  人工评议。\n" for i in range(300))
    check(f"{FRAME}\n{articles}\n\n```points\n{clauses}```\n")
