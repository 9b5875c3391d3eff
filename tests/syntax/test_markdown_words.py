import pytest

from pointrules.syntax.article_number import NumberedHeading, numbered_heading
from pointrules.syntax.markdown_words import in_a_row, plain_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("卫生检查**优秀**的，\n每次加 5 分", "卫生检查优秀的，每次加 5 分"),
        ("*斜* _斜_ ***粗斜*** ~~删~~ `码`", "斜 斜 粗斜 删 码"),
        ("snake_case_name 不变", "snake_case_name 不变"),
        ("two lines\nof English", "two lines of English"),
        ("每次加 5\n分", "每次加 5分"),
        ("见[村务公开](http://example.org/a_b)和![图](a.png)", "见村务公开和图"),
        ("[**粗**](x)", "粗"),
        ("\\*不是斜\\* \\# 号", "*不是斜* # 号"),
        ("甲<br>乙<!-- 注释\n两行 -->丙", "甲乙丙"),
        ("甲 <!-- 没有完", "甲 <!-- 没有完"),
        (
            "| 项目 | 分值 |\n|---|:--:|\n| 垃圾分类 | 5 分 |",
            "项目 | 分值".replace("| ", "") + "垃圾分类 5 分",
        ),
        ("\u3000\u3000首行缩进\u3000的字", "首行缩进 的字"),
        ("换行\\\n接着", "换行接着"),
        ("1 < 2 且 3 > 2", "1 < 2 且 3 > 2"),
        ("", ""),
    ],
)
def test_marks_are_taken_off_and_words_stay(markdown: str, words: str) -> None:
    assert plain_words(markdown) == words


def test_signs_of_a_quote_are_taken_off() -> None:
    assert plain_words("甲\n> 乙\n>> 丙", is_quoted=True) == "甲乙丙"
    assert plain_words("甲\n> 乙") == "甲> 乙"


def test_paragraphs_stand_in_a_row() -> None:
    assert in_a_row(["优秀加5分", "良好加3分。", "差"]) == "优秀加5分 良好加3分。差"


@pytest.mark.parametrize(
    ("heading", "number", "title", "is_chapter"),
    [
        ("第三条 房前屋后", "第三条", "房前屋后", False),
        ("第三条：房前屋后", "第三条", "房前屋后", False),
        ("第 12 条　房前屋后", "第 12 条", "房前屋后", False),
        ("第十条之一 补充", "第十条之一", "补充", False),
        ("第二章 环境卫生", "第二章", "环境卫生", True),
        ("三、环境卫生", "三、", "环境卫生", False),
        ("十二. 环境卫生", "十二.", "环境卫生", False),
        ("（一）优秀的", "（一）", "优秀的", False),
        ("(2) 优秀的", "(2)", "优秀的", False),
        ("3.2 乱倒垃圾", "3.2", "乱倒垃圾", False),
        ("３．２乱倒垃圾", "３．２", "乱倒垃圾", False),
        ("3.10.1 甲", "3.10.1", "甲", False),
        ("E01 甲", "E01", "甲", False),
        ("1. 甲", "1.", "甲", False),
        ("12、甲", "12、", "甲", False),
        ("第三条", "第三条", "", False),
        ("2023年度方案", "", "2023年度方案", False),
        ("2.5 元以下", "2.5", "元以下", False),
        ("2.5元以下", "", "2.5元以下", False),
        ("一事一议", "", "一事一议", False),
        ("附则", "", "附则", False),
    ],
)
def test_a_heading_begins_with_its_number(
    heading: str, number: str, title: str, *, is_chapter: bool
) -> None:
    found = numbered_heading(heading)
    assert found == NumberedHeading(number, title)
    assert found.is_chapter is is_chapter
