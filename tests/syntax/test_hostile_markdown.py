"""Any Markdown at all ends in a tree or in messages that point into it, in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.source_file import source_file
from pointrules.syntax.markdown_blocks import Fence, Heading, Prose, markdown_blocks
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse import edition_head, parse_ruleset
from pointrules.syntax.parse_markdown import holds_rules

MANY = 100_000

PIECES = st.one_of(
    st.sampled_from(
        ["# ", "## 第三条", "### ", "```points\n", "```", "~~~", "````", "> ", "- ", "1. ", "10) "]
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", " ", "    ", "\t", "---\n", "===\n", "***", "_", "`"]),
    st.sampled_from(
        ["<!--", "-->", "<div>", "</div>", "<b>", "<?", "[甲](乙)", "![", "](", "|", "\\"]
    ),
    st.sampled_from(
        [
            "细则「甲」\n版本 1，自 2024-01-01 起施行\n",
            "条款 1「乙」\n人工评议。\n",
            "词表\n行为 丙\n",
        ]
    ),
    st.sampled_from(["\0", "\ufeff", "\u2028", "\ud800", "｀｀｀points", "\u3000", "第三条", "。"]),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def read(text: str) -> ParsedRuleset:
    got = parse_ruleset(source_file("村规民约.md", text))
    for item in got.diagnostics:
        for span in (item.span, *(label.span for label in item.labels)):
            assert 0 <= span.start <= span.end <= len(text)
    return got


@given(TEXTS)
def test_any_markdown_is_read_or_told_about(text: str) -> None:
    got = read(text)
    edition_head(source_file("村规民约.md", text))
    assert got.syntax.blocks or got.diagnostics
    if got.syntax.blocks:
        assert holds_rules(text)


@given(TEXTS)
def test_blocks_stand_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for block in markdown_blocks(text):
        match block:
            case Heading():
                assert end <= block.begin <= block.start <= block.end <= block.line_end
                end = block.line_end
            case Fence():
                assert end <= block.start < block.end <= block.body <= block.body_end
                end = block.body_end
            case Prose():
                assert end <= block.start <= block.end
                end = block.end
    assert end <= len(text)


@given(TEXTS)
def test_articles_stand_in_order_and_hold_their_words(text: str) -> None:
    end = 0
    for article in read(text).syntax.articles:
        assert end <= article.span.start <= article.heading.start <= article.heading.end
        for words in article.words:
            assert article.heading.end <= words.span.start < words.span.end <= article.span.end
        end = article.span.end
    assert end <= len(text)


FENCE = "```points\n细则「甲」\n  版本 1，自 2024-01-01 起施行\n```\n"


@pytest.mark.parametrize(
    "text",
    [
        FENCE + "# 第一条 甲\n" * MANY,
        FENCE + "甲\n\n" * (MANY // 2 - 100),
        FENCE + "甲" * (20 * MANY),
        FENCE + "> " * MANY,
        FENCE + "- " * MANY + "\n" * MANY,
        FENCE + "* " * MANY + "甲",
        FENCE + "# " * MANY,
        FENCE + "#" + " " * MANY + "甲 " + "#" * MANY,
        FENCE + "".join(f"{'  ' * depth}- 甲\n" for depth in range(1000)),
        FENCE + "# 甲\n" + "[" * MANY + "](" * MANY,
        FENCE + "# 甲\n" + "<!-- " * MANY,
        FENCE + "# 甲\n" + "甲<!-- " * MANY,
        FENCE + "# 甲\n" + "<a" * MANY,
        FENCE + "# 甲\n" + "_甲" * MANY + "*" * MANY,
        FENCE + "# 甲\n" + "|" * MANY,
        FENCE + ("<a" + " b='" * 200 + "\n") * 100,
        FENCE + "```\n甲\n```\n" * 50_000,
        "```points\n\n```\n" * 50_000 + FENCE,
        FENCE + "`" * MANY + "points",
        FENCE + "``` " * MANY,
        "```points\n" * MANY,
    ],
    ids=lambda text: repr(text[-12:]),
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    """Quadratic time would take minutes for each."""
    read(text)
