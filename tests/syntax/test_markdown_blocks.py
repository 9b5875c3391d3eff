"""Headings and fences by the rules of CommonMark 0.31, each case worked out from its text."""

import pytest

from pointrules.syntax.markdown_blocks import Fence, Heading, Prose, markdown_blocks


def told(text: str) -> list[str]:
    """Each block in short: h3 and words, f and info and content, p and words."""
    found = []
    for block in markdown_blocks(text):
        match block:
            case Heading(level, start, end):
                found.append(f"h{level} {text[start:end]}")
            case Fence(info=info, body=body, body_end=body_end):
                found.append(f"f {info}|{text[body:body_end]}")
            case Prose(start, end):
                found.append(f"p {text[start:end]}")
    return found


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# 第一章", ["h1 第一章"]),
        ("###### 六", ["h6 六"]),
        ("####### 七", ["p ####### 七"]),
        ("#第三条", ["p #第三条"]),
        ("#\t第三条", ["h1 第三条"]),
        ("#", ["h1 "]),
        ("## ##", ["h2 "]),
        ("## 第三条 ##  ", ["h2 第三条"]),
        ("## 第三条#", ["h2 第三条#"]),
        ("## 第三条 \\#", ["h2 第三条 \\#"]),
        ("   # 第三条", ["h1 第三条"]),
        ("    # 第三条", ["p # 第三条"]),
        ("正文\n    # 第三条", ["p 正文\n    # 第三条"]),
        ("正文\n# 第三条\n正文", ["p 正文", "h1 第三条", "p 正文"]),
        ("\ufeff# 第三条", ["h1 第三条"]),
        ("# 第三条\r\n正文\r\n", ["h1 第三条", "p 正文"]),
        ("第三条\n===", ["h1 第三条"]),
        ("第三条\n房前屋后\n---  ", ["h2 第三条\n房前屋后"]),
        ("第三条\n\n---", ["p 第三条"]),
        ("第三条\n--- -", ["p 第三条"]),
        ("***\n第三条\n___\n- - -", ["p 第三条"]),
        ("> # 引用", ["p 引用"]),
        ("- # 列表", ["p 列表"]),
        ("> 引用\n接着\n---", ["p 引用\n接着"]),
        ("- 第三条\n---", ["p 第三条"]),
        ("<!-- # 注释\n\n# 也是注释 -->\n# 第三条", ["h1 第三条"]),
        ("<!-- 注释 --> # 注释\n# 第三条", ["h1 第三条"]),
        ("<!-- 没有完\n# 第三条\n\n# 第四条", []),
        ("<div>\n# 不是标题\n</div>\n\n# 第三条", ["h1 第三条"]),
        ("<b>\n# 不是标题\n\n# 第三条", ["h1 第三条"]),
        ("正文\n<b>\n# 第三条", ["p 正文\n<b>", "h1 第三条"]),
    ],
)
def test_a_heading_is_what_commonmark_says_it_is(text: str, blocks: list[str]) -> None:
    assert told(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("```points\n条款 1\n```\n", ["f points|条款 1\n"]),
        ("~~~ points 规则\n条款 1\n~~~", ["f points 规则|条款 1\n"]),
        ("````\n```\n````\n", ["f |```\n"]),
        ("```\n~~~\n````  \n正文", ["f |~~~\n", "p 正文"]),
        ("```\n``` points\n```\n", ["f |``` points\n"]),
        ("```\n# 不是标题\n```", ["f |# 不是标题\n"]),
        ("``` a`b\n", ["p ``` a`b"]),
        ("~~~ a`b\n~~~\n", ["f a`b|"]),
        ("``\npoints\n``", ["p ``\npoints\n``"]),
        ("   ```points\n    条款 1\n   ```", ["f points|    条款 1\n"]),
        ("    ```points\n    ```", ["p ```points", "p ```"]),
        ("```\n    ```\n```", ["f |    ```\n"]),
        ("正文\n```points\n```\n正文", ["p 正文", "f points|", "p 正文"]),
        ("- 列表\n\n  ```points\n  条款 1\n  ```\n", ["p 列表", "f points|  条款 1\n"]),
        ("10. 列表\n\n    ```points\n    条款 1\n    ```\n", ["p 列表", "f points|    条款 1\n"]),
        ("- ```points\n  条款 1\n  ```", ["f points|  条款 1\n"]),
        ("-\t```points\n\t条款 1\n\t```", ["f points|\t条款 1\n"]),
    ],
)
def test_a_fence_is_what_commonmark_says_it_is(text: str, blocks: list[str]) -> None:
    assert told(text) == blocks


@pytest.mark.parametrize(
    ("text", "is_closed", "is_quoted"),
    [
        ("```\n字\n```\n", True, False),
        ("```\n字\n", False, False),
        ("```\n字\n~~~\n", False, False),
        ("````\n字\n```\n", False, False),
        ("- ```\n  字\n正文\n", False, False),
        ("> ```\n> 字\n> ```\n", True, True),
        ("> ```\n> 字\n正文\n", False, True),
        ("> - ```\n>   ```\n", True, True),
    ],
)
def test_a_fence_says_how_it_ends_and_where_it_stands(
    text: str, *, is_closed: bool, is_quoted: bool
) -> None:
    (fence,) = (block for block in markdown_blocks(text) if isinstance(block, Fence))
    assert (fence.is_closed, fence.is_quoted) == (is_closed, is_quoted)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("一\n二\n\n三", ["p 一\n二", "p 三"]),
        ("1. 一\n2. 二\n", ["p 一", "p 二"]),
        ("正文\n2. 二", ["p 正文\n2. 二"]),
        ("正文\n1. 一", ["p 正文", "p 一"]),
        ("正文\n-\n字", ["h2 正文", "p 字"]),
        ("正文\n*\n字", ["p 正文\n*\n字"]),
        ("> 一\n> 二\n\n三", ["p 一\n> 二", "p 三"]),
        ("- 一\n二\n\n三", ["p 一\n二", "p 三"]),
        ("-\n\n  三", ["p 三"]),
        ("\u3000\u3000正文", ["p \u3000\u3000正文"]),
        ("", []),
        (" \t\n\n", []),
    ],
)
def test_words_are_paragraphs(text: str, blocks: list[str]) -> None:
    assert told(text) == blocks
