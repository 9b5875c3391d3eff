"""The same tree from the same words, spaced or not, full-width or half, Chinese or English."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.format_dsl import format_ruleset
from syntax.ruleset_texts import (
    CLAUSES,
    DECLARATIONS,
    WHOLE,
    full_width,
    half_width,
    parsed,
    tree_of,
    unspaced,
)
from syntax.written_clauses import clauses, tokens_with_gaps

# Names as villages use them: each holds a keyword's spelling, begins or ends with one.
UNLUCKY = (Path(__file__).parent / "unlucky_names.txt").read_text(encoding="utf-8").split()

TEMPLATES = {
    "behaviour": (
        "条款 1\n  {} 的，每次 加 5 分，每月最多加 10 分。",
        "条款 1\n  {} 等次 优秀 且 低保 的，扣 5 分；1 年内 第 2 次起 加倍。",
        "条款 1\n  当 行为 是 {} 时 每次 加 5 分，每月最多加 10 分。",
        "条款 1\n  当 行为 属于 卫生检查、{} 且 等次 是 优秀 时 扣 5 分。",
        "条款 1\n  当 本年 没有 {} 时 加 10 分。",
        "条款 1\n  有下列情形之一的：{}、卫生检查 等次 优秀，加 1 分。",
        "例「x」\n  假如「甲」2023-07-03 {} 等次 优秀\n  当「甲」2023-07-04 {}\n  那么 加 1 分",
    ),
    "value": (
        "条款 1\n  卫生检查 等次 {} 的，每次 加 5 分。",
        "条款 1\n  当 行为 是 卫生检查 且 等次 是 {} 时 每次 加 5 分。",
        "条款 1\n  当 等次 是 优秀、{} 或 低保 时 每次 加 5 分。",
        "条款 1\n  卫生检查 的，按 等次 加：{} 5 分，优秀 3 分；每年最多加 9 分。",
        "条款 1\n  卫生检查 的，按 等次、小组 加：优秀 {} 5 分，{} 良好 3 分。",
        "条款 1\n  卫生检查 的，按 等次、小组 加：优秀：{} 5 分，良好 3 分；{}：优秀 2 分。",
        "例「x」\n  当「甲」2023-07-04 卫生检查 等次 {}\n  那么 加 1 分",
    ),
    "attribute": (
        "条款 1\n  卫生检查 {} 优秀 的，加 5 分。",
        "条款 1\n  卫生检查 {} ≥ 3 小时 的，加 5 分。",
        "条款 1\n  卫生检查 {} 3 小时以上 的，加 5 分。",
        "条款 1\n  当 行为 是 卫生检查 且 {} ≥ 3 小时 时 每次 加 5 分。",
        "条款 1\n  卫生检查 的，按 本年累计 {} 分档 加：10 小时起 2 分，20 小时起 5 分，取最高档。",
        "条款 1\n  卫生检查 的，按 {} 累进 加：100 元起 每满 100 元 1 分。",
        "条款 1\n  卫生检查 的，按 {}、等次 加：优秀 良好 2 分。",
        "条款 1\n  当 {} 且 非 {} 时 加 1 分。",
        "条款 1\n  当 {} 不低于 三星 时 加 1 分。",
        "条款 1\n  卫生检查 且 {} 的，加 1 分。",
        "类别「奖」：同一 {} 取最高",
    ),
    "category": (
        "条款 1 「x」 归入 {}\n  卫生检查 的，加 1 分。",
        "条款 1 「x」 归入 {}\n  当 低保 时 加 1 分。",
        "条款 1 「x」 归入 {} 不计分，因为「y」",
    ),
    "account": (
        "激励「x」贷款\n  基准利率 5%；按 {} 历年累计，从 0 分起，每 100 分 降 0.1 个百分点",
        "激励「x」贷款\n  基准利率 5%\n  额度 按 {} 本期：120 分起 10 万元",
        "条款 1\n  卫生检查 的，加 1 分；记入 {}、兑换积分。",
        "条款 1\n  当 {} 余额 ≥ 5 分 时 加 1 分；记入 兑换积分、{}，每年最多加 9 分。",
        "等级「z」按 {} 本期：超过 10 分 甲级；其余 乙级",
        "例「x」\n  当「甲」2023-07-04 卫生检查\n  那么 {} 加 1 分，{} 余额 5 分",
    ),
    "flag": (
        "条款 1\n  卫生检查 的，{}，至 本年末。",
        "条款 1\n  卫生检查 的，{} 3 个月。",
        "条款 1\n  卫生检查 的，加 1 分，并 {}。",
        "条款 1\n  卫生检查 的，加 1 分；{} 1 年。",
        "激励「x」贷款\n  资格：没有 {}\n  基准利率 5%",
    ),
    "decider": ("条款 1\n  卫生检查 的，由 {} 酌情 加 1 到 5 分。",),
}


def test_a_whole_ruleset_reads_alike_without_spaces() -> None:
    assert tree_of(unspaced(WHOLE)) == tree_of(WHOLE)


def test_a_whole_ruleset_reads_alike_with_half_width_signs() -> None:
    assert tree_of(half_width(WHOLE)) == tree_of(WHOLE)


def test_a_whole_ruleset_reads_alike_with_full_width_digits_and_spaces() -> None:
    assert tree_of(full_width(WHOLE)) == tree_of(WHOLE)


def test_a_whole_ruleset_reads_alike_with_english_keywords() -> None:
    english = format_ruleset(source_file("sample.points", WHOLE), Language.EN).text
    assert english is not None
    assert "每月" not in english
    assert "each month at most add 12 points" in english
    assert tree_of(english) == tree_of(WHOLE)


def test_a_whole_ruleset_reads_alike_on_few_lines() -> None:
    # A block is one line, as when text is pasted out of a table.
    flat = "\n".join(block.replace("\n", "") for block in WHOLE.split("\n\n"))
    by_line = flat.replace("账户", "\n账户").replace("类别", "\n类别")
    assert tree_of(by_line) == tree_of(WHOLE)


@given(clauses())
def test_any_clause_reads_alike_spaced_and_unspaced(clause: str) -> None:
    assert tree_of(DECLARATIONS + unspaced(clause)) == tree_of(DECLARATIONS + clause)


@given(clauses())
def test_any_clause_reads_alike_full_and_half_width(clause: str) -> None:
    expected = tree_of(DECLARATIONS + clause)
    assert tree_of(DECLARATIONS + full_width(clause)) == expected
    assert tree_of(DECLARATIONS + half_width(clause)) == expected


@given(st.data())
def test_any_gap_between_words_reads_alike(data: st.DataObject) -> None:
    clause = data.draw(st.sampled_from(CLAUSES))
    gaps = st.sampled_from(("", " ", "\u3000", "\t", "\n  ", "  # 说明：条款 9 「x」\n ", "\r\n"))
    rewritten = data.draw(tokens_with_gaps(clause, gaps))
    assert tree_of(DECLARATIONS + rewritten) == tree_of(DECLARATIONS + clause)


@pytest.mark.parametrize("name", UNLUCKY)
def test_a_clause_with_an_unlucky_name_reads_right_or_is_refused(name: str) -> None:
    declared = DECLARATIONS.replace("行为 邻里互助", f"行为「{name}」、邻里互助")
    templates = [template for templates in TEMPLATES.values() for template in templates]
    wanted = parsed(_numbered(DECLARATIONS.replace("邻里互助", "占位名"), templates, "占位名"))
    assert not wanted.diagnostics
    spaced = _numbered(declared, templates, name)
    for text in (spaced, declared + unspaced(spaced[len(declared) :])):
        got = parsed(text)
        troubled = {item.span.start for item in got.diagnostics}
        for tokens, expected in zip(got.tokens, wanted.tokens, strict=True):
            start, end = tokens[0].start, tokens[-1].end
            if tokens[0].terminal == "VOCABULARY" or any(start <= at <= end for at in troubled):
                continue
            renamed = [(t.terminal, name if t.value == "占位名" else t.value) for t in expected]
            assert [(t.terminal, t.value) for t in tokens] == renamed


def test_every_unlucky_name_can_be_a_behaviour_without_spaces() -> None:
    text = "条款 1\n  {} 的，每次 加 5 分，每月最多加 10 分。"
    names = [
        name
        for name in UNLUCKY
        if parsed(
            DECLARATIONS.replace("行为 邻里互助", f"行为「{name}」、邻里互助")
            + unspaced(text.format(name))
        ).diagnostics
    ]
    assert names == []


def _numbered(declarations: str, templates: list[str], name: str) -> str:
    return declarations + "\n".join(template.replace("{}", name) for template in templates) + "\n"
