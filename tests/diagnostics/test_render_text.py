"""Snapshots: the ruleset above, its message below; columns are worked out by hand."""

import tracemalloc
from textwrap import dedent

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Edit, Fix, Label
from pointrules.diagnostics.render_text import render, summary_line
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span, source_file

FILE = "三都村.points"


def span_of(source: SourceFile, words: str, start: int = 0) -> Span:
    first = source.text.index(words, start)
    return Span(source.name, first, first + len(words))


def sources(*files: SourceFile) -> dict[str, SourceFile]:
    return {file.name: file for file in files}


def snapshot(text: str) -> str:
    return dedent(text).strip("\n")


def test_the_caret_stands_under_chinese_text() -> None:
    # 条款 1 当 行为 是 and five spaces: 4 + 1 + 2 + 4 + 2 + 5 = 18 columns before the name.
    source = source_file(FILE, "词表\n条款 1 当 行为 是 乱到垃圾 时 每次 扣 5 分\n")
    diagnostic = diagnose(
        "unknown-name",
        span_of(source, "乱到垃圾"),
        name="乱到垃圾",
        kind="behaviour",
        choices=("乱倒垃圾",),
        fix=Fix(Applicability.ASK, (Edit(span_of(source, "乱到垃圾"), "乱倒垃圾"),)),
    )

    assert render(diagnostic, sources(source), Language.ZH) == snapshot(
        """
        错误[unknown-name]：没有叫“乱到垃圾”的行为
         --> 三都村.points:2:13
          |
        2 | 条款 1 当 行为 是 乱到垃圾 时 每次 扣 5 分
          |                   ^^^^^^^^
          = 帮助：是不是想写：乱倒垃圾？
          = 可以改成“乱倒垃圾”
        """
    )
    assert render(diagnostic, sources(source), Language.EN) == snapshot(
        """
        error[unknown-name]: there is no behaviour called “乱到垃圾”
         --> 三都村.points:2:13
          |
        2 | 条款 1 当 行为 是 乱到垃圾 时 每次 扣 5 分
          |                   ^^^^^^^^
          = help: did you mean: 乱倒垃圾?
          = you may write “乱倒垃圾”
        """
    )


def test_a_safe_fix_says_that_it_is_made_by_itself() -> None:
    source = source_file(FILE, "捐款 的，每 1,000 元 加 1 分")
    place = span_of(source, "1,000")
    diagnostic = diagnose(
        "thousands-comma",
        place,
        found="1,000",
        meant="1000",
        fix=Fix(Applicability.SAFE, (Edit(place, "1000"),)),
    )

    # 捐款 的，每 is 4 + 1 + 2 + 2 + 2 columns and a space.
    assert render(diagnostic, sources(source), Language.ZH) == snapshot(
        """
        错误[thousands-comma]：“1,000”里的逗号会把数断开
         --> 三都村.points:1:8
          |
        1 | 捐款 的，每 1,000 元 加 1 分
          |             ^^^^^
          = 帮助：写成 1000
          = 可自动修改：改成“1000”
        """
    )


def test_characters_beyond_the_basic_plane_and_full_width_ones_take_two_columns() -> None:
    source = source_file(FILE, "“𠮷家”５分　加")
    diagnostic = diagnose("unexpected-text", span_of(source, "加"), found="加")

    # “ and ” take 1 column each, 𠮷 家 ５ 分 and the full-width space 2 each: 12.
    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[1:5] == [
        " --> 三都村.points:1:8",
        "  |",
        "1 | “𠮷家”５分　加",
        "  | " + " " * 12 + "^^",
    ]


def test_where_quotes_are_drawn_wide_the_caret_moves_along() -> None:
    source = source_file(FILE, "“𠮷家”５分　加")
    diagnostic = diagnose("unexpected-text", span_of(source, "加"), found="加")

    lines = render(diagnostic, sources(source), Language.ZH, ambiguous_width=2).splitlines()

    assert lines[4] == "  | " + " " * 14 + "^^"


def test_tabs_are_shown_as_four_spaces() -> None:
    source = source_file(FILE, "\t乱倒垃圾\t扣 5 颗")
    diagnostic = diagnose("unknown-unit", span_of(source, "颗"), found="颗")

    # 4 + 8 + 4 columns, then 扣 and a space 3, 5 and a space 2: 21.
    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[3] == "1 |     乱倒垃圾    扣 5 颗"
    assert lines[4] == "  | " + " " * 21 + "^^"


def test_invisible_characters_are_shown() -> None:
    source = source_file(FILE, "扣\u200b5\x00 分\x1b[31m")
    diagnostic = diagnose("unexpected-text", span_of(source, "\x00"), found="\x00")

    # 扣 2, <U+200B> 8, 5 takes 1.
    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[0] == "错误[unexpected-text]：“␀”不能写在这里"
    assert lines[3] == "1 | 扣<U+200B>5␀ 分␛[31m"
    assert lines[4] == "  | " + " " * 11 + "^"


def test_the_end_of_a_file_is_a_place_after_its_last_character() -> None:
    source = source_file(FILE, "条款 1\n  乱倒垃圾 的，每次 扣")
    end = len(source.text)
    diagnostic = diagnose("unfinished", Span(FILE, end, end), choices=("一个数",))

    # 2 + 8 + 1 + 4 + 4 + 1 + 2 columns.
    assert render(diagnostic, sources(source), Language.ZH) == snapshot(
        """
        错误[unfinished]：这一段没有写完
         --> 三都村.points:2:14
          |
        2 |   乱倒垃圾 的，每次 扣
          |                       ^
          = 帮助：这里可以写：一个数；把后半句补上
        """
    )


def test_an_empty_file_has_a_place_too() -> None:
    source = source_file(FILE, "")
    diagnostic = diagnose("not-a-ruleset", Span(FILE, 0, 0))

    assert render(diagnostic, sources(source), Language.EN) == snapshot(
        """
        error[not-a-ruleset]: the file holds no ruleset
         --> 三都村.points:1:1
          |
        1 |
          | ^
          = help: begin with: 细则「…」
        """
    )


def test_a_file_that_could_not_be_read_is_named_without_a_line() -> None:
    diagnostic = diagnose("file-not-read", Span("三都.points", 0, 0))

    assert render(diagnostic, {}, Language.ZH) == snapshot(
        """
        错误[file-not-read]：读不到文件
        --> 三都.points
         = 帮助：检查文件名和位置，并确认有权限打开它
        """
    )


def test_the_other_place_is_shown_with_its_sentence() -> None:
    source = source_file(FILE, "词表\n" + "\n" * 7 + "  行为 卫生检查\n  行为 卫生检查\n")
    first = span_of(source, "卫生检查")
    second = span_of(source, "卫生检查", first.end)
    diagnostic = diagnose(
        "declared-twice", second, name="卫生检查", labels=(Label(first, "first"),)
    )

    assert render(diagnostic, sources(source), Language.ZH) == snapshot(
        """
        错误[declared-twice]：“卫生检查”写了两次
          --> 三都村.points:10:6
           |
        10 |   行为 卫生检查
           |        ^^^^^^^^
           |
         9 |   行为 卫生检查
           |        -------- 第一次在这里
           = 帮助：删去一处，或给其中一个换名称
        """
    )


def test_a_second_place_on_the_same_line_shares_it() -> None:
    source = source_file(FILE, "每月最多加 12 分，每月最多加 60 分")
    first = span_of(source, "每月最多加 12 分")
    second = span_of(source, "每月最多加 60 分")
    diagnostic = diagnose("limit-twice", second, labels=(Label(first, "first"),))

    assert render(diagnostic, sources(source), Language.ZH) == snapshot(
        """
        错误[limit-twice]：同样的上限写了两次
         --> 三都村.points:1:12
          |
        1 | 每月最多加 12 分，每月最多加 60 分
          |                   ^^^^^^^^^^^^^^^^
          | ---------------- 第一次在这里
          = 帮助：留下正确的一处
        """
    )


def test_a_place_in_another_file_is_headed_by_that_file() -> None:
    old = source_file("2023.points", "版本 2023.1")
    new = source_file("2024.points", "版本 2024.1")
    diagnostic = diagnose(
        "editions-overlap",
        span_of(new, "2024.1"),
        first="2023.1",
        second="2024.1",
        labels=(Label(span_of(old, "2023.1"), "other"),),
    )

    assert render(diagnostic, sources(old, new), Language.ZH) == snapshot(
        """
        错误[editions-overlap]：版本 2023.1 和 2024.1 的施行日期重叠
         --> 2024.points:1:4
          |
        1 | 版本 2024.1
          |      ^^^^^^
         ::: 2023.points:1:4
          |
        1 | 版本 2023.1
          |      ------ 另一版在这里
          = 帮助：改旧版的失效日期，或新版的施行日期
        """
    )


def test_of_a_long_line_the_columns_around_the_place_are_shown() -> None:
    source = source_file(FILE, "甲" * 200 + "错" + "乙" * 200)
    diagnostic = diagnose("unexpected-text", span_of(source, "错"), found="错")

    # 20 characters before it are 40 columns, and 100 columns hold 50 characters in all.
    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[1] == " --> 三都村.points:1:201"
    assert lines[3] == "1 | …" + "甲" * 20 + "错" + "乙" * 29 + "…"
    assert lines[4] == "  | " + " " * 41 + "^^"


def test_a_place_longer_than_the_excerpt_is_marked_as_far_as_it_is_shown() -> None:
    source = source_file(FILE, "甲" * 200)
    diagnostic = diagnose("unexpected-text", Span(FILE, 0, 200), found="甲")

    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[3] == "1 | " + "甲" * 50 + "…"
    assert lines[4] == "  | " + "^" * 100


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source = source_file(FILE, "条款 1\r\n  卫生检查\r\n")
    diagnostic = diagnose("unexpected-text", Span(FILE, 3, 10), found="1")

    lines = render(diagnostic, sources(source), Language.ZH).splitlines()
    assert lines[3:5] == ["1 | 条款 1", "  |      ^"]


def test_fixes_say_what_is_put_in_and_what_is_taken_out() -> None:
    source = source_file(FILE, "加 5，，每月")
    diagnostic = diagnose(
        "unit-missing",
        Span(FILE, 2, 3),
        number="5",
        example="5 分",
        fix=Fix(
            Applicability.SAFE,
            (Edit(Span(FILE, 3, 3), " 分"), Edit(Span(FILE, 4, 5), "")),
        ),
    )

    zh = render(diagnostic, sources(source), Language.ZH).splitlines()
    en = render(diagnostic, sources(source), Language.EN).splitlines()
    assert zh[-1] == "  = 可自动修改：加上“ 分”，删去“，”"
    assert en[-1] == "  = can be fixed: insert “ 分”, delete “，”"


def test_warnings_are_called_warnings() -> None:
    diagnostic = diagnose("encoding-gb18030", Span("a", 0, 0))

    assert render(diagnostic, {}, Language.ZH).startswith("警告[encoding-gb18030]：")
    assert render(diagnostic, {}, Language.EN).startswith("warning[encoding-gb18030]: ")


def test_the_summary_counts_errors_and_warnings() -> None:
    assert summary_line(2, 1, Language.ZH) == "2 个错误，1 个警告"
    assert summary_line(0, 3, Language.ZH) == "3 个警告"
    assert summary_line(0, 0, Language.ZH) == "没有发现问题"
    assert summary_line(1, 2, Language.EN) == "1 error, 2 warnings"
    assert summary_line(0, 0, Language.EN) == "no problems found"


def test_of_a_line_of_ten_million_characters_only_the_place_is_looked_at() -> None:
    # Each message looked at the whole line once: two hundred of them took minutes.
    source = source_file("a.points", "甲" * 5_000_000 + "乙" + "丙" * 5_000_000)
    told = diagnose("unexpected-text", Span("a.points", 5_000_000, 5_000_001), found="乙")
    tracemalloc.start()
    text = render(told, {source.name: source}, Language.ZH)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    # 40 columns before are 20 characters; 100 columns from there on are 50.
    assert f"1 | …{'甲' * 20}乙{'丙' * 29}…\n" in text
    assert peak < 1_000_000
