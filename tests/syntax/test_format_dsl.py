"""The canonical form: what `fmt` writes, what it keeps, and that it changes no meaning."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax import tree
from pointrules.syntax.format_dsl import format_ruleset, is_formatted
from pointrules.syntax.names import DeclaredNames
from syntax.ruleset_texts import (
    CLAUSES,
    DECLARATIONS,
    WHOLE,
    full_width,
    half_width,
    parsed,
    tree_of,
    unspaced,
    without_spans,
)
from syntax.written_clauses import clauses, tokens_with_gaps

GAPS = ("", " ", "  ", "\u3000", "\n", "\n\n", "\n\n\n \n", "\t", "\r\n")
COMMENTED = ("# 甲\n", "  #乙 \n", "\n# 丙\n", "\n\n  # 丁 # 戊\n\n\n", "＃ 己\n\n# 庚\n")


def formatted(text: str, language: Language | None = None) -> str:
    got = format_ruleset(source_file("sample.points", text), language)
    assert got.diagnostics == ()
    assert got.text is not None
    return got.text


def clause(body: str, head: str = "条款 1") -> str:
    """The canonical form of one clause."""
    text = formatted(f"{DECLARATIONS}{head}\n{body}\n")
    assert text.startswith(DECLARATIONS)
    return text[len(DECLARATIONS) :]


def without_noise(text: str) -> object:
    """The tree of a text, less the 超出不计 that says nothing at a limit of times."""
    blocks = []
    for block in parsed(text).syntax.blocks:
        node = without_spans(block.node)
        if isinstance(block.node, tree.Clause) and isinstance(block.node.body, tree.Sentence):
            tails: list[object] = []
            counts_times = False
            for tail in block.node.body.tails:
                plain = without_spans(tail)
                if isinstance(tail, tree.Limit):
                    counts_times = tail.quantity.unit == "次"
                    if counts_times:
                        plain = (*plain[:4], False, None)
                    tails.append(plain)
                elif not (isinstance(tail, tree.Beyond) and counts_times):
                    counts_times = False
                    tails.append(plain)
            body = node[4]
            node = (*node[:4], (*body[:3], tuple(tails), None), None)
        blocks.append(node)
    return blocks


def comments(text: str) -> Counter[str]:
    """The comments of a text whose quoted pieces hold no #."""
    folded = text.replace("＃", "#")
    return Counter(line[line.index("#") :].rstrip() for line in folded.split("\n") if "#" in line)


def blank_lines(text: str) -> int:
    """How many there are before the last line that says something."""
    return sum(not line.strip() for line in text.rstrip().split("\n"))


# ---- what is written


def test_a_canonical_ruleset_stays_as_it_is() -> None:
    assert formatted(WHOLE) == WHOLE


def test_unspaced_text_gets_its_spaces() -> None:
    assert formatted(unspaced(WHOLE)) == WHOLE


def test_half_width_signs_become_full_width_in_chinese() -> None:
    assert formatted(half_width(WHOLE)) == WHOLE


def test_full_width_digits_become_plain_ones() -> None:
    assert formatted(full_width(WHOLE)) == WHOLE


def test_there_and_back_through_english_is_the_same_text() -> None:
    english = formatted(WHOLE, Language.EN)
    assert formatted(english, Language.ZH) == WHOLE


@pytest.mark.parametrize("name", ["youyi", "luoyu"])
def test_a_real_ruleset_comes_back_from_english_as_it_was(name: str, checkout: Path) -> None:
    (path,) = (checkout / "rulesets" / name).glob("*.points")
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text
    english = formatted(text, Language.EN)
    assert english != text
    assert formatted(english, Language.ZH) == text


def test_words_come_back_from_english_as_the_first_word_and_signs_as_signs() -> None:
    text = (
        f"{DECLARATIONS}条款 1\n"
        "  当 时长 不少于 2 小时 且 人数 ≥ 4 人 且 金额 多于 9 元 时 奖励 2 分，每年封顶 9 分\n"
    )
    english = formatted(text, Language.EN)
    assert english.endswith(
        "  when 时长 at least 2 hours and 人数 >= 4 people and 金额 more than 9 yuan then"
        " add 2 points, each year at most 9 points\n"
    )
    assert formatted(english, Language.ZH).endswith(
        "  当 时长 不低于 2 小时 且 人数 ≥ 4 人 且 金额 超过 9 元 时 加 2 分，每年最多 9 分\n"
    )


def test_english_is_written_with_english_keywords_units_and_signs() -> None:
    text = formatted(CLAUSES[0].join((DECLARATIONS, "")), Language.EN)
    assert text.endswith(
        "clause 3.1 「房前屋后干净整洁，检查优秀的加分」 under 环境卫生\n"
        "  卫生检查 等次 优秀 on record, each time add 5 points,"
        " each month at most add 12 points.\n"
    )


def test_one_of_a_unit_is_singular_in_english() -> None:
    text = formatted(f"{DECLARATIONS}条款 1\n  志愿服务 的，每 1 小时 加 1 分", Language.EN)
    assert text.endswith("  志愿服务 on record, per 1 hour add 1 point\n")


def test_a_keyword_keeps_its_language_where_none_is_asked_for() -> None:
    mixed = f"{DECLARATIONS}clause 1\n  卫生检查 on record , each   time 加5points。"
    assert formatted(mixed).endswith("\nclause 1\n  卫生检查 on record, each time 加 5 points.\n")
    assert formatted(mixed, Language.ZH).endswith("\n条款 1\n  卫生检查 的，每次 加 5 分。\n")


@pytest.mark.parametrize(
    "kept",
    [
        "卫生检查 的，每次 奖励 5 分，每个月封顶 12 分。",
        "当 时长 不低于 2 小时 且 人数 4 人及以上 时 扣 2 分，同一 事项 扣最重。",
        "当 时长 满 2 个小时 或者 金额 不足 9 元 时 扣除 2 分，每天不超过 9 分；与 4.1 分别计分",
        "乱倒垃圾 的，减 2 分；当年内 第 3 次起 翻倍",
    ],
)
def test_the_words_of_one_language_stay_the_authors(kept: str) -> None:
    assert clause(kept) == f"条款 1\n  {kept}\n"


def test_english_words_stay_the_authors_too() -> None:
    kept = "clause 1\n  when 时长 at least 1 hours and 人数 >= 4 people then add 1 point\n"
    assert formatted(DECLARATIONS + kept) == DECLARATIONS + kept


def test_signs_follow_the_language_of_their_block() -> None:
    text = f"{DECLARATIONS}clause 1\n  when 时长 ≥ 2 hours then add 5 points"
    assert formatted(text).endswith("\n  when 时长 >= 2 hours then add 5 points\n")


def test_signs_of_comparison_are_the_short_ones() -> None:
    assert clause("当 时长 >= 2 小时 且 人数 <= 4 人 时 加 2 分") == (
        "条款 1\n  当 时长 ≥ 2 小时 且 人数 ≤ 4 人 时 加 2 分\n"
    )


def test_chinese_numerals_stay() -> None:
    assert clause("乱倒垃圾 的，扣 五分；一 年内第 二 次起按三倍；总共最多扣 一百零五 分") == (
        "条款 1\n  乱倒垃圾 的，扣 五 分；一年内 第二次起 按 三倍；总共最多扣 一百零五 分\n"
    )


def test_chinese_numerals_stay_through_english() -> None:
    sentence = "乱倒垃圾 的，扣 五 分；一年内 第二次起 按 三倍；总共最多扣 二十 分"
    kept = f"{DECLARATIONS}条款 1\n  {sentence}\n"
    english = formatted(kept, Language.EN)
    assert english.endswith(
        "  乱倒垃圾 on record, deduct 五 points; 一 year window occurrence 二 and later by 三 fold;"
        " ever at most deduct 二十 points\n"
    )
    assert formatted(english, Language.ZH) == kept


def test_the_number_of_a_clause_is_text_and_stays() -> None:
    assert clause("卫生检查 的，加 5 分；与 3.10、第三条、(一) 可叠加", "条款（二）") == (
        "条款 （二）\n  卫生检查 的，加 5 分；与 3.10、第三条、（一） 可叠加\n"
    )


def test_dates_are_written_alike() -> None:
    assert clause("当 到账日 ≥ 2023年7月1日 且 发生日期 < 2024/1/5 时 加 2 分") == (
        "条款 1\n  当 到账日 ≥ 2023-07-01 且 发生日期 < 2024-01-05 时 加 2 分\n"
    )


def test_numbers_stay_as_they_were_written_but_for_their_width() -> None:
    assert clause("卫生检查 的，加 １５．50 分") == "条款 1\n  卫生检查 的，加 15.50 分\n"


def test_a_range_with_a_dash_is_written_out() -> None:
    assert clause("邻里互助 的，由评议会酌情加1—5分") == (
        "条款 1\n  邻里互助 的，由 评议会 酌情 加 1 到 5 分\n"
    )


def test_texts_are_quoted_alike() -> None:
    assert clause("卫生检查 的，加 5 分", "条款 1 “优秀的”《加分》") == (
        "条款 1 「优秀的」「加分」\n  卫生检查 的，加 5 分\n"
    )


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("“按「优秀」算”", "“按「优秀」算”"),
        ("『按「优秀」算』", "“按「优秀」算”"),
        ('"按「优秀」和“良好”算"', "『按「优秀」和“良好”算』"),
        ('"「a」“b”『c』《d》"', '"「a」“b”『c』《d》"'),
        ("『｢半宽｣』", "“｢半宽｣”"),
    ],
)
def test_a_text_that_holds_a_quote_gets_another_pair(written: str, wanted: str) -> None:
    assert clause("卫生检查 的，加 5 分", f"条款 1 {written}").split("\n")[0] == f"条款 1 {wanted}"


def test_a_name_that_was_quoted_stays_quoted() -> None:
    assert clause("当 “等次” 是 《优秀》、良好 时 加 5 分；记入 “积分”、兑换积分") == (
        "条款 1\n  当「等次」是「优秀」、良好 时 加 5 分；记入「积分」、兑换积分\n"
    )


def test_letters_of_a_name_are_those_of_its_declaration() -> None:
    words = DECLARATIONS.replace("行为 邻里互助", "行为 A级评定、邻里互助")
    text = formatted(f"{words}条款 1\n  ａ级评定 的，加 5 分")
    assert text.endswith("\n  A级评定 的，加 5 分\n")


def test_units_of_the_ruleset_itself_stay() -> None:
    assert clause("当 人数 ≥ 2 辆 时 加 5 个百分点") == (
        "条款 1\n  当 人数 ≥ 2 辆 时 加 5 个百分点\n"
    )


def test_beyond_is_not_counted_goes_from_a_limit_of_times() -> None:
    assert clause("卫生检查 的，加 5 分，每年最多 3 次，超出不计。") == (
        "条款 1\n  卫生检查 的，加 5 分，每年最多 3 次。\n"
    )
    assert clause("卫生检查 的，加 5 分，每年最多加 3 次（超出不计）；不设上限") == (
        "条款 1\n  卫生检查 的，加 5 分，每年最多加 3 次；不设上限\n"
    )


def test_beyond_is_not_counted_stays_with_a_limit_of_points() -> None:
    kept = (
        "条款 1\n  卫生检查 的，加 5 分，每年最多加 9 分，超出不计；每月最多加 6 分（超出不计）\n"
    )
    assert clause(kept.split("\n")[1]) == kept


# ---- lines and comments


def test_the_sentence_of_a_clause_stands_on_a_line_of_its_own() -> None:
    assert clause("", "条款3.1「检查」归入环境卫生 卫生检查的，加5分") == (
        "条款 3.1 「检查」 归入 环境卫生\n  卫生检查 的，加 5 分\n"
    )


def test_a_clause_that_is_not_scored_stays_on_its_line() -> None:
    line = "条款 13 「移风易俗」 不计分，因为「不折算积分」。\n"
    assert clause("", line) == line


def test_words_about_templates_are_written_with_their_spaces() -> None:
    known = DeclaredNames().with_names("环境", "打扫").with_parameters("甲")
    written = (
        "细则「村」版本 1,自 2023-01-01 起施行,沿用「镇标准」2020.1\n参数「甲」:4分\n"
        "修改条款 3.2「打扫」 归入环境 打扫的,每次扣1分;接续 3.1\n删除条款 3.1、4,因为「不要了」\n"
    )
    assert format_ruleset(source_file("村.points", written), None, known).text == (
        "细则「村」版本 1，自 2023-01-01 起施行，沿用「镇标准」2020.1\n参数「甲」：4 分\n"
        "修改 条款 3.2 「打扫」 归入 环境\n  打扫 的，每次 扣 1 分；接续 3.1\n"
        "删除 条款 3.1、4，因为「不要了」\n"
    )


def test_bounds_of_a_template_are_written_with_their_spaces() -> None:
    head = "细则「镇标准」版本 1，自 2023-01-01 起施行\n"
    written = (
        f"{head}参数「甲」:5分,可在2到8分之间自定\n"
        "自设:加分最多5项,扣分最多五项;每项最多2分\n不得修改条款 3.1、4\n只可修改  条款 3.2\n"
    )
    assert format_ruleset(source_file("镇.points", written)).text == (
        f"{head}参数「甲」：5 分，可在 2 到 8 分 之间自定\n"
        "自设：加分最多 5 项，扣分最多 五项；每项最多 2 分\n"
        "不得修改 条款 3.1、4\n只可修改 条款 3.2\n"
    )


def test_line_breaks_inside_a_block_are_the_authors() -> None:
    assert clause("表彰的，按级别加：\n国家级 9分，\n      省级 5分。") == (
        "条款 1\n  表彰 的，按 级别 加：\n  国家级 9 分，\n  省级 5 分。\n"
    )


def test_comments_stay_where_they_are() -> None:
    text = (
        "\n\n\n# 文件说明  \n\n\n\n年度  自 1月1日 起 # 自然年\n   # 甲\n评议：# 乙\n# 丙\n"
        "审核通过的，计分\n\n#丁\n\n\n"
    )
    assert formatted(text) == (
        "\n\n\n# 文件说明\n\n\n\n年度 自 1月1日 起  # 自然年\n# 甲\n评议：  # 乙\n  # 丙\n"
        "  审核通过的，计分\n\n#丁\n"
    )


def test_a_comment_keeps_the_noise_before_it() -> None:
    # 超出不计 goes only where nothing that the author wrote goes with it.
    body = "  卫生检查 的，加 5 分，每年最多 3 次，  # 因为村里这样定\n  超出不计\n"
    assert clause(body) == f"条款 1\n{body}"


def test_a_file_ends_in_one_line_end() -> None:
    assert formatted("年度 自 1月1日 起") == "年度 自 1月1日 起\n"
    assert formatted("年度 自 1月1日 起 \r\n \r\n\r\n") == "年度 自 1月1日 起\n"


# ---- what must hold


def test_a_file_with_mistakes_is_not_rewritten() -> None:
    source = source_file("sample.points", WHOLE.replace("每月最多加", "每约最多加", 1))
    got = format_ruleset(source)
    assert got.text is None
    assert [item.code for item in got.diagnostics] == ["unknown-keyword"]
    assert not is_formatted(source)


def test_is_formatted_says_whether_anything_would_change() -> None:
    assert is_formatted(source_file("sample.points", WHOLE))
    assert not is_formatted(source_file("sample.points", WHOLE + "\n"))
    assert not is_formatted(source_file("sample.points", WHOLE), Language.EN)


def test_words_are_not_joined_into_a_name() -> None:
    # Joined, 本年累计 would be read as the attribute of that name.
    words = DECLARATIONS.replace("户（", "户（本年累计：小时；")
    text = f"{words}条款 1\n  志愿服务 的，按 本年 累计 时长 分档 加：10 小时起 2 分\n"
    once = formatted(text)
    assert once.endswith("\n  志愿服务 的，按 本年 累计 时长 分档 加：10 小时 起 2 分\n")
    assert tree_of(once) == tree_of(text)
    assert formatted(once) == once


def test_a_sentence_is_not_moved_to_where_it_would_begin_a_block() -> None:
    words = DECLARATIONS.replace("行为 邻里互助", "行为「评议」、邻里互助")
    text = f"{words}条款 1 评议 的，加 5 分\n"
    once = formatted(text)
    assert once.endswith("\n条款 1 评议 的，加 5 分\n")
    assert tree_of(once) == tree_of(text)
    assert formatted(once) == once


def test_a_line_of_an_example_that_begins_with_a_group_stays_one_in_english() -> None:
    # 同组 was called group as 组 is, and such a line began a block of its own.
    text = f"{DECLARATIONS}例「甲」假如\n  组「一组」积分 本期 90 分\n  那么 加 1 分\n"
    english = formatted(text, Language.EN)
    assert english.endswith("\n  group 「一组」 积分 this period 90 points\n  expect add 1 point\n")
    assert formatted(english, Language.ZH) == text


def test_a_word_that_would_begin_a_block_stays_on_the_line_before() -> None:
    text = f"{DECLARATIONS}条款 1\n  志愿服务 的，加 1 分，有效期 1  # 甲\n\n  年，\n  不设上限\n"
    english = formatted(text, Language.EN)
    assert english.endswith(", validity 1 year  # 甲\n\n  ,\n  without limit\n")
    assert tree_of(english) == tree_of(text)
    assert formatted(english) == english


@given(clauses())
def test_generated_clauses_are_canonical_up_to_noise(clause: str) -> None:
    text = DECLARATIONS + clause
    once = formatted(text)
    assert without_noise(once) == without_noise(text)
    assert formatted(once) == once


@given(clauses(), st.sampled_from(list(Language)))
def test_the_language_of_keywords_changes_no_meaning(clause: str, language: Language) -> None:
    text = DECLARATIONS + clause
    translated = formatted(text, language)
    assert without_noise(translated) == without_noise(text)
    assert formatted(translated, language) == translated
    assert formatted(translated) == translated


@given(clauses())
def test_once_through_english_a_text_comes_back_as_it_was_ever_after(clause: str) -> None:
    chinese = formatted(formatted(DECLARATIONS + clause, Language.EN), Language.ZH)
    assert formatted(formatted(chinese, Language.EN), Language.ZH) == chinese


@given(st.data())
def test_any_gaps_and_comments_are_formatted_alike(data: st.DataObject) -> None:
    clause = data.draw(st.sampled_from(CLAUSES))
    text = DECLARATIONS + data.draw(tokens_with_gaps(clause, st.sampled_from(GAPS + COMMENTED)))
    once = formatted(text)
    assert without_noise(once) == without_noise(text)
    assert comments(once) == comments(text)
    assert blank_lines(once) == blank_lines(text)
    assert formatted(once) == once
    assert all(line == line.rstrip() for line in once.split("\n"))


@given(st.lists(st.sampled_from(("", "", " ", "# 甲", "  # 乙")), max_size=6), st.data())
def test_lines_between_blocks_stay(lines: list[str], data: st.DataObject) -> None:
    first, second = data.draw(st.tuples(st.sampled_from(CLAUSES), st.sampled_from(CLAUSES)))
    text = DECLARATIONS + first + "".join(f"{line}\n" for line in lines) + second
    between = "".join(f"{line.strip()}\n" for line in lines)
    assert formatted(text) == DECLARATIONS + first + between + second
