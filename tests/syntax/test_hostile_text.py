"""Any text at all ends in a tree or in messages that point into it: never in an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.source_file import source_file
from pointrules.syntax.format_dsl import format_ruleset
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.spellings import spellings
from syntax.ruleset_texts import DECLARATIONS, WHOLE, parsed

PIECES = st.one_of(
    st.sampled_from([item.text for item in spellings().all]),
    st.sampled_from(
        ["\n", " ", "，", "；", "。", "：", "、", "（", "）", "「", "」", "“", '"', "#"]
    ),
    st.sampled_from(
        ["5", "1,000", "四五", "三百五", "2023-06-01", "13月1日", "3.1", "第三条", "-", "½", "①"]
    ),
    st.sampled_from(
        [
            "卫生检查",
            "等次",
            "优秀",
            "积分",
            "三星",
            "单次分值",
            "卫生捡查",
            "\0",
            "\ud800",
            "\u2028",
        ]
    ),
    st.text(max_size=3),
)


def read(text: str) -> ParsedRuleset:
    """`text` read, and every place in its messages checked."""
    got = parsed(text)
    for item in got.diagnostics:
        places = [
            item.span,
            *(label.span for label in item.labels),
            *((edit.span for edit in item.fix.edits) if item.fix else ()),
        ]
        for span in places:
            assert 0 <= span.start <= span.end <= len(text)
    return got


def codes(text: str) -> list[str]:
    return [item.code for item in read(text).diagnostics]


@given(st.text())
def test_any_text_is_read_or_told_about(text: str) -> None:
    read(text)
    read(f"{DECLARATIONS}条款 1\n  {text}")
    assert format_ruleset(source_file("sample.points", text)).text is None or text.strip()


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_heap_of_words_is_read_or_told_about(text: str) -> None:
    read(text)
    read(f"{DECLARATIONS}条款 1\n  {text}")


@given(st.integers(0, len(WHOLE)), st.integers(0, 30), st.lists(PIECES, max_size=2).map("".join))
def test_any_edit_of_a_ruleset_is_read_or_told_about(at: int, removed: int, put: str) -> None:
    text = WHOLE[:at] + put + WHOLE[at + removed :]
    got = read(text)
    formatted = format_ruleset(source_file("sample.points", text))
    assert (formatted.text is None) == bool(got.diagnostics)


@pytest.mark.parametrize("text", ["", " \n\t\n", "# 说明\n# 再说明", "\0", "\ufeff", "村规民约"])
def test_a_text_without_blocks_is_no_ruleset(text: str) -> None:
    assert codes(text) == ["not-a-ruleset"]


@pytest.mark.parametrize("opening", ["（", "非（", "低保 或 （低保 且 "])
def test_a_thousand_brackets_are_too_deep(opening: str) -> None:
    closing = "）" * 1000
    text = f"{DECLARATIONS}条款 1\n  当 {opening * 1000}低保{closing} 时 加 5 分"
    assert codes(text) == ["too-deep"]


def test_fifty_brackets_are_not_too_deep() -> None:
    nested = "（" * 50 + "低保" + "）" * 50
    assert codes(f"{DECLARATIONS}条款 1\n  当 {nested} 时 加 5 分") == []


def test_control_characters_are_told_about() -> None:
    assert codes(f"{DECLARATIONS}条款 1\n  卫生检查 的，\x01加 5 分") == ["unexpected-text"]


@pytest.mark.parametrize(
    "line",
    [
        "甲" * 1_000_000,
        "a" * 1_000_000,
        "，" * 1_000_000,
        "！，" * 500_000,
        "「" * 1_000_000,
        "（" * 1_000_000,
        "卫生检查 的，加 " + "1" * 1_000_000 + " 分",
        "卫生检查 的，加 1." + "1" * 1_000_000 + " 分",
        "卫生检查 的，加 " + "一万" * 500_000 + " 分",
    ],
    ids=lambda line: line[:12],
)
def test_a_line_of_a_million_characters_gives_a_few_messages(line: str) -> None:
    assert 1 <= len(codes(f"{DECLARATIONS}条款 1\n  {line}")) <= 3


def test_a_number_with_more_digits_than_can_be_meant_is_no_number() -> None:
    digits = "9" * 5000
    assert codes(f"{DECLARATIONS}条款 1\n  卫生检查 的，加 {digits} 分") == ["bad-numeral"]


def test_more_blocks_than_anyone_writes_are_not_read() -> None:
    clause = "条款 1\n  人工评议\n"
    assert codes(clause * 20_000) == []
    assert codes(clause * 20_001) == ["too-many-blocks"]
