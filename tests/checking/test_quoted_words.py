"""A clause quotes its article, or is told what stands there now."""

import pytest

from checking.village import ACCOUNT, EDITION, REVIEW, VOCABULARY, YEAR
from pointrules.checking.check import check_ruleset
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import source_file
from pointrules.syntax.parse import parse_ruleset

FRAME = f"```points\n{EDITION}{YEAR}{VOCABULARY}{ACCOUNT}{REVIEW}```\n"

REGULATION = """
## 第二章 环境卫生

本章的分由村民小组核对。

### 第三条 乱倒垃圾

乱倒垃圾的，**每次扣 5 分**，每年最多扣 40 分；一年内第二次起加倍。
捡拾的，每袋加 1.5 分。

{fence}

### 第四条 邻里互助的，加 2 到 10 分
"""


def quoted(quote: str) -> list[Diagnostic]:
    fence = f"```points\n条款 3 「{quote}」\n  人工评议。\n```"
    text = FRAME + REGULATION.format(fence=fence)
    parsed = parse_ruleset(source_file("村规民约.md", text))
    assert parsed.diagnostics == ()
    found = check_ruleset(parsed.syntax, "digest").diagnostics
    return [item for item in found if item.code.startswith("quote-")]


@pytest.mark.parametrize(
    "quote",
    [
        "乱倒垃圾的，每次扣 5 分，每年最多扣 40 分；一年内第二次起加倍。捡拾的，每袋加 1.5 分。",
        "每次扣5分、每年最多扣４０分",
        "一年内第二次起加倍捡拾的",
        "乱倒垃圾的……一年内第二次起加倍",
        "第三条 乱倒垃圾",
        "本章的分由村民小组核对",
        "第二章 环境卫生",
        "……",
        "",
    ],
)
def test_what_stands_in_the_article_or_above_it_may_be_quoted(quote: str) -> None:
    assert quoted(quote) == []


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        (
            "乱倒垃圾的，每次扣 3 分，每年最多扣 40 分",
            "乱倒垃圾的，每次扣 5 分，每年最多扣 40 分；",
        ),
        ("每袋加 15 分", "捡拾的，每袋加 1.5 分。"),
        ("一年内第二次起加倍……乱倒垃圾的", "一年内第二次起加倍。"),
        ("捡拾的，每袋加 1.5 分，每年封顶", "捡拾的，每袋加 1.5 分。"),
    ],
)
def test_what_does_not_stand_there_is_told_with_what_does(quote: str, stands: str) -> None:
    (found,) = quoted(quote)
    assert found.code == "quote-not-in-article"
    assert dict(found.arguments) == {"quoted": quote, "stands": stands}


@pytest.mark.parametrize("quote", ["邻里互助的，加 2 到 10 分", "邻里互助的，加2-10分"])
def test_words_of_another_article_are_told_with_its_number(quote: str) -> None:
    found = quoted(quote)
    assert [dict(item.arguments).get("article") for item in found] == (
        ["第四条"] if "到" in quote else [None]
    )


def test_the_diagnostic_points_at_the_quote_and_at_the_article() -> None:
    (found,) = quoted("每次扣 3 分")
    text = FRAME + REGULATION.format(fence="```points\n条款 3 「每次扣 3 分」\n  人工评议。\n```")
    (label,) = found.labels
    assert text[found.span.start : found.span.end] == "「每次扣 3 分」"
    assert text[label.span.start : label.span.end] == "第三条 乱倒垃圾"


def test_a_clause_above_all_articles_is_held_against_none() -> None:
    text = f"{FRAME}\n```points\n条款 1 「甲」\n  人工评议。\n```\n{REGULATION}"
    parsed = parse_ruleset(source_file("村规民约.md", text))
    found = check_ruleset(parsed.syntax, "digest").diagnostics
    assert [item.code for item in found if item.code.startswith("quote-")] == []
