"""Each article of a regulation is something, or nothing yet."""

import pytest

from checking.village import ACCOUNT, EDITION, REVIEW, VOCABULARY, YEAR
from pointrules.checking.articles import articles_of
from pointrules.model.article import ArticleState, count_articles
from pointrules.source.source_file import source_file
from pointrules.syntax.parse import parse_ruleset

FRAME = (
    f"# 试验村积分细则\n\n前言。\n\n```points\n{EDITION}{YEAR}{VOCABULARY}{ACCOUNT}{REVIEW}```\n\n"
)


def states(text: str) -> list[tuple[str, str]]:
    parsed = parse_ruleset(source_file("村规民约.md", FRAME + text))
    assert parsed.diagnostics == ()
    return [(item.number + item.title, item.state.value) for item in articles_of(parsed.syntax)]


def fence(*blocks: str) -> str:
    return "\n```points\n" + "\n".join(blocks) + "\n```\n"


ENCODED = "条款 1\n  邻里互助 的，每次 加 2 分，不设上限。"
MANUAL = "条款 2\n  人工评议。"
UNSCORED = "条款 3\n  不计分，因为「不折算」。"
DRAFT = "条款 4\n  待定，因为「未议」。"


@pytest.mark.parametrize(
    ("blocks", "state"),
    [
        ((ENCODED,), "encoded"),
        ((MANUAL,), "manual"),
        ((UNSCORED,), "unscored"),
        ((DRAFT,), "draft"),
        ((), "nothing"),
        ((UNSCORED, MANUAL), "manual"),
        ((MANUAL, ENCODED), "encoded"),
        ((ENCODED, DRAFT), "draft"),
        (("类别「公益」：记入 积分；每年最多加 60 分",), "encoded"),
        (("词表\n  行为 巡河",), "nothing"),
        (("例「空」\n  当「张家」2023-07-20 邻里互助\n  那么 不计分",), "nothing"),
    ],
)
def test_rules_say_what_has_become_of_an_article(blocks: tuple[str, ...], state: str) -> None:
    text = f"## 第三条 互助\n\n互助的加分。\n{fence(*blocks) if blocks else ''}"
    assert states(text) == [("第三条互助", state)]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("## 第二章 环境\n\n### 第三条 甲\n", ["第三条甲"]),
        ("## 第二章 环境\n\n本章的分每月核对。\n\n### 第三条 甲\n", ["第二章环境", "第三条甲"]),
        (
            "## 第三条 甲\n\n有下列情形之一的：\n\n### （一）乙\n### （二）丙\n",
            ["（一）乙", "（二）丙"],
        ),
        ("## 第三条 甲\n\n每年核对。\n\n### （一）乙\n", ["第三条甲", "（一）乙"]),
        ("## 环境卫生\n\n总的说。\n\n### 垃圾\n\n不乱倒。\n", ["垃圾"]),
        ("## 附则\n", []),
        ("## 第三章\n", []),
        ("## 第九条\n", ["第九条"]),
        ("", ["试验村积分细则"]),
    ],
)
def test_an_article_is_a_heading_that_says_something_of_its_own(
    text: str, articles: list[str]
) -> None:
    assert [name for name, _ in states(text)] == articles


def test_rules_of_one_article_say_nothing_of_the_next() -> None:
    text = f"## 一、甲\n{fence(ENCODED)}\n## 二、乙\n\n## 三、丙\n{fence(MANUAL)}"
    assert states(text) == [("一、甲", "encoded"), ("二、乙", "nothing"), ("三、丙", "manual")]


def test_articles_are_counted_by_state() -> None:
    text = f"## 一、甲\n{fence(ENCODED)}\n## 二、乙\n\n## 三、丙\n"
    parsed = parse_ruleset(source_file("村规民约.md", FRAME + text))
    assert dict(count_articles(articles_of(parsed.syntax))) == {
        ArticleState.ENCODED: 1,
        ArticleState.MANUAL: 0,
        ArticleState.UNSCORED: 0,
        ArticleState.DRAFT: 0,
        ArticleState.NOTHING: 2,
    }


def test_a_ruleset_in_the_language_itself_has_no_articles() -> None:
    parsed = parse_ruleset(source_file("细则.points", f"{EDITION}# 第三条\n"))
    assert list(articles_of(parsed.syntax)) == []
