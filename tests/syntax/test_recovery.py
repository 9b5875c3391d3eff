"""One run reports every mistake of a file, each once, and reads all that has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.source_file import source_file
from pointrules.syntax import tree
from syntax.ruleset_texts import (
    CLAUSES,
    DECLARATIONS,
    line_of,
    parsed,
    unspaced,
    without_spans,
)

CLEAN = """\
条款 {} 「检查」 归入 环境卫生
  卫生检查 等次 优秀 的，每次 加 5 分，每月最多加 12 分。
"""

MISTAKES = {
    # What is written, what a slip makes of it, and what is told.
    "a keyword with a wrong character": ("每月最多", "每约最多", "unknown-keyword", "每约"),
    "another wrong character": ("每月最多", "每月最夺", "unknown-keyword", "最夺"),
    "a misspelt behaviour": ("卫生检查", "卫生捡查", "unknown-name", "卫生捡查"),
    "a behaviour nobody declared": ("卫生检查", "红黑绿", "unknown-name", "红黑绿"),
    "a longer name": ("卫生检查 ", "卫生检查员 ", "unknown-name", "卫生检查员"),
    "a misspelt value": ("优秀", "忧秀", "unknown-name", "忧秀"),
    "a misspelt attribute": ("等次", "等词", "unknown-name", "等词"),
    "a value in Latin letters": ("优秀", "youxiu", "unknown-name", "youxiu"),
    "a misspelt category": ("环境卫生", "环镜卫生", "unknown-name", "环镜卫生"),
    "no unit": ("加 5 分", "加 5", "unit-missing", "5"),
    "no unit at the end": ("12 分", "12", "unit-missing", "12"),
    "an unknown unit": ("加 5 分", "加 5 芬", "unknown-unit", "芬"),
    "an unclosed quote": ("「检查」", "「检查", "unclosed-quote", "「"),
    "a stray sign": ("每次 加", "每次 ！加", "unexpected-text", "！"),
    "a stray bracket": ("5 分，", "5 分），", "unexpected-text", "）"),
    "a stray sign at the end": ("12 分。", "12 分！", "unexpected-text", "！"),
    "no 的": ("优秀 的，", "优秀 ", "word-missing", "每次"),
    "no 的 before a comma": ("优秀 的，", "优秀，", "word-missing", "，"),
    "no attribute before a value": ("等次 优秀", "优秀", "value-missing", "优秀"),
    "no value after an attribute": ("等次 优秀", "等次", "value-missing", "等次"),
    "no number before a unit": ("每次 加", "每满小时 加", "word-missing", "小时"),
    "no verb": ("每次 加 5 分", "每次 5 分", "word-missing", "5"),
    "no comma": ("5 分，", "5 分 ", "word-missing", "每月"),
    "half a clause": ("加 5 分，每月最多加 12 分。", "加", "unfinished", ""),
    "no effect": ("，每次 加 5 分，每月最多加 12 分。", "", "unfinished", ""),
    "a comma in a number": ("12 分", "1,200 分", "thousands-comma", "1,200"),
    "an ambiguous numeral": ("12 分", "四五 分", "ambiguous-numeral", "四五"),
    "an impossible numeral": ("12 分", "十百 分", "bad-numeral", "十百"),
    "a day that does not exist": (
        "每月最多加 12 分",
        "并 取消评优，至 2023-02-30",
        "bad-date",
        "2023-02-30",
    ),
    "a misspelt head word": ("条款 ", "条歀 ", "unknown-head", "条歀"),
    "an English slip": ("每次", "eech time", "unknown-keyword", "eech time"),
    "a misspelt parameter": ("5 分，", "单次分直，", "unknown-name", "单次分直"),
}


def with_mistake(number: int, written: str, slip: str) -> str:
    clause = CLEAN.format(number)
    assert written in clause
    return clause.replace(written, slip, 1)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_and_where_it_is(name: str) -> None:
    written, slip, code, words = MISTAKES[name]
    wrong = with_mistake(2, written, slip)
    source = source_file("sample.points", DECLARATIONS + CLEAN.format(1) + wrong + CLEAN.format(3))
    got = parsed(source.text)
    assert [(item.code, source.excerpt(item.span)) for item in got.diagnostics] == [(code, words)]


def test_a_hundred_clauses_with_a_mistake_in_every_third_give_each_of_them_and_no_other() -> None:
    kinds = [*MISTAKES.values(), *list(MISTAKES.values())[:5]]
    text = DECLARATIONS
    expected: list[tuple[str, int]] = []
    for number in range(1, 103):
        clause = CLEAN.format(number)
        if number % 3 == 0:
            written, slip, code, words = kinds[number // 3 - 1]
            clause = with_mistake(number, written, slip)
            sentence = clause.index("\n")
            first = 0 if written in CLEAN.splitlines()[0] else sentence
            offset = clause.index(words, first) if words else len(clause.rstrip()) - 1
            expected.append((code, line_of(text, len(text)) + clause[:offset].count("\n")))
        text += clause
    got = parsed(text)
    assert len(expected) == 34
    assert [(item.code, line_of(text, item.span.start)) for item in got.diagnostics] == expected
    whole = [
        block.node.number.text
        for block in got.syntax.blocks
        if isinstance(block.node, tree.Clause) and block.is_whole
    ]
    assert {str(number) for number in range(1, 103) if number % 3} <= set(whole)


def test_a_clause_with_several_mistakes_tells_them_all() -> None:
    text = DECLARATIONS + (
        "条款 1 「检查」 归入 环镜卫生\n"
        "  卫生捡查 等次 忧秀 的，每次 加 5，每约最多加 1,200 分；不设上线\n"
    )
    source = source_file("sample.points", text)
    got = [(item.code, source.excerpt(item.span)) for item in parsed(text).diagnostics]
    assert got == [
        ("unknown-name", "环镜卫生"),
        ("unknown-name", "卫生捡查"),
        ("unknown-name", "忧秀"),
        ("unit-missing", "5"),
        ("unknown-keyword", "每约"),
        ("thousands-comma", "1,200"),
        ("unknown-keyword", "不设上线"),
    ]


def test_a_limit_after_a_lost_effect_is_not_complained_about() -> None:
    # 每月最多 must not be taken for the 每 of a new effect.
    source = source_file(
        "sample.points",
        f"{DECLARATIONS}条款 1\n  卫生检查 的，每次 ！加 5 分，每月最多加 12 分，每年最多 9 次\n",
    )
    got = parsed(source.text).diagnostics
    assert [(item.code, source.excerpt(item.span)) for item in got] == [("unexpected-text", "！")]


def test_names_declared_in_a_broken_vocabulary_are_not_complained_about() -> None:
    text = DECLARATIONS.replace("行为 捐款（金额：元；", "行为 捐款（金额 ！元；", 1) + CLAUSES[5]
    assert "捐款" in CLAUSES[5]
    assert [item.code for item in parsed(text).diagnostics] == ["unexpected-text"]


def test_numbers_of_a_broken_grade_stay_numbers_elsewhere() -> None:
    text = DECLARATIONS.replace("：超过 160 分 五星", "：！超过 160 分 五星", 1)
    assert text != DECLARATIONS
    text += "条款 1 「检查」 归入 环境卫生\n  卫生检查 的，每次 加 160 分，每月最多加 140 分。\n"
    assert [item.code for item in parsed(text).diagnostics] == ["unexpected-text"]


@pytest.mark.parametrize("slip", ["词裱", "词语表", "词"])
def test_a_misspelt_vocabulary_is_told_once_and_its_names_are_known(slip: str) -> None:
    text = DECLARATIONS.replace("词表", slip, 1) + CLAUSES[5]
    source = source_file("sample.points", text)
    got = [(item.code, source.excerpt(item.span)) for item in parsed(text).diagnostics]
    assert got == [("unknown-head", slip)]


def test_a_word_like_a_head_that_the_file_has_opens_nothing() -> None:
    text = "词表\n行为 检查（等次：优秀、\n词条 、\n合格）\n"
    assert not parsed(text).diagnostics


@given(st.data())
def test_an_edit_in_one_clause_changes_no_other(data: st.DataObject) -> None:
    before, edited, after = (
        data.draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=3)),
        data.draw(st.sampled_from(CLAUSES)),
        data.draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=3)),
    )
    # Without its number it would be no clause any more, but part of the one before.
    at = data.draw(st.integers(edited.index(" ", len("条款 ")), len(edited) - 2))
    removed = data.draw(st.integers(0, min(3, len(edited) - 1 - at)))
    put = data.draw(
        st.text(st.sampled_from("分加每的，。；：「」“#（）、5 例甲\u3000\n-x"), max_size=3)
    )
    changed = edited[:at] + put + edited[at + removed :]
    if data.draw(st.booleans()):
        changed = unspaced(changed)
    text = DECLARATIONS + "".join(before) + changed.rstrip("\n") + "\n" + "".join(after)
    got = [without_spans(block.node) for block in parsed(text).syntax.blocks]
    clean = parsed(DECLARATIONS + "".join(before)).syntax.blocks
    assert got[: len(clean)] == [without_spans(block.node) for block in clean]
    last = parsed(DECLARATIONS + "".join(after)).syntax.blocks[-len(after) :]
    assert got[-len(after) :] == [without_spans(block.node) for block in last]
