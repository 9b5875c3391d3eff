"""A regulation in Markdown is read as the rules in its fences, each under its article."""

import pytest

from pointrules.source.source_file import source_file
from pointrules.syntax import tree
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse import edition_head, parse_ruleset
from pointrules.syntax.parse_markdown import holds_rules

HEAD = """# 柳树村积分管理细则

```points
细则「柳树村积分管理细则」
  版本 2024.1，自 2024-01-01 起施行
词表
  行为 乱倒垃圾、邻里互助
账户「积分」按户：1月1日 起算，期末清零
```
"""

ARTICLES = """
## 第二章 环境卫生

### 第三条 乱倒垃圾的，扣 5 分

```points
条款 3
  乱倒垃圾 的，每次 扣 5 分，每年最多扣 40 分。
```

### 第四条 邻里互助

帮工的，
每次加 2 分。

```points
条款 4.1
  邻里互助 的，每次 加 2 分，每年最多加 10 分。
```

由评议会定。

```points
条款 4.2「原话」
  人工评议。
条款 4.3
  人工评议。
```
"""


def read(text: str) -> ParsedRuleset:
    return parse_ruleset(source_file("村规民约.md", text))


def codes(text: str) -> list[tuple[str, str]]:
    return [(item.code, text[item.span.start : item.span.end]) for item in read(text).diagnostics]


def clauses(text: str) -> dict[str, tree.Clause]:
    nodes = [block.node for block in read(text).syntax.blocks]
    return {node.number.text: node for node in nodes if isinstance(node, tree.Clause)}


def words_of(text: str, number: str) -> str | None:
    words = clauses(text)[number].text
    return None if words is None else words.text


def test_every_place_in_the_tree_is_its_place_in_the_markdown() -> None:
    text = HEAD + ARTICLES
    parsed = read(text)
    assert parsed.diagnostics == ()
    numbers = [item.number for item in clauses(text).values()]
    assert [text[item.span.start : item.span.end] for item in numbers] == ["3", "4.1", "4.2", "4.3"]
    for tokens in parsed.tokens:
        assert text[tokens[0].start : tokens[0].end] in ("细则", "词表", "账户", "条款")


def test_a_clause_without_a_text_has_the_words_that_stand_right_above() -> None:
    text = HEAD + ARTICLES
    assert words_of(text, "3") == "乱倒垃圾的，扣 5 分"
    assert words_of(text, "4.1") == "帮工的，每次加 2 分。"
    assert words_of(text, "4.2") == "原话"
    assert words_of(text, "4.3") == "由评议会定。"


def test_the_words_of_a_clause_are_found_in_the_markdown() -> None:
    text = HEAD + ARTICLES
    words = clauses(text)["4.1"].text
    assert words is not None
    assert text[words.span.start : words.span.end] == "帮工的，\n每次加 2 分。"


def test_the_title_of_a_chapter_is_no_text_of_a_clause() -> None:
    chapter = "\n## 第二章 卫生\n\n```points\n条款 1\n  人工评议。\n```\n\n### 第三条 甲\n"
    assert words_of(HEAD + chapter, "1") is None


def test_a_clause_above_all_headings_has_no_text() -> None:
    text = "```points\n条款 1\n  人工评议。\n```\n" + HEAD
    assert words_of(text, "1") is None


def test_articles_have_number_title_level_and_words() -> None:
    told = [
        (item.number, item.title, item.level, [words.text for words in item.words])
        for item in read(HEAD + ARTICLES).syntax.articles
    ]
    assert told == [
        ("", "柳树村积分管理细则", 1, []),
        ("第二章", "环境卫生", 2, []),
        ("第三条", "乱倒垃圾的，扣 5 分", 3, []),
        ("第四条", "邻里互助", 3, ["帮工的，每次加 2 分。", "由评议会定。"]),
    ]


def test_an_article_goes_from_heading_to_heading() -> None:
    text = HEAD + ARTICLES
    spans = [item.span for item in read(text).syntax.articles]
    assert [text[span.start :].split("\n")[0][:6] for span in spans] == [
        "# 柳树村积",
        "## 第二章",
        "### 第三",
        "### 第四",
    ]
    assert [span.end for span in spans] == [*(span.start for span in spans[1:]), len(text)]


@pytest.mark.parametrize(
    "opening",
    ["```points", "~~~points", "`````  Points 规则", "```ｐｏｉｎｔｓ", "``` points {.rules}"],
)
def test_fences_of_rules_are_written_in_many_ways(opening: str) -> None:
    closing = opening[: len(opening) - len(opening.lstrip("`~"))]
    text = HEAD + f"\n## 三、甲\n\n{opening}\n条款 1\n  人工评议。\n{closing}\n"
    assert codes(text) == []
    assert words_of(text, "1") == "甲"


def test_a_fence_in_a_list_is_read() -> None:
    text = (
        HEAD + "\n## 三、甲\n\n10. 乙的\n\n    ```points\n    条款 1\n      人工评议。\n    ```\n"
    )
    assert codes(text) == []
    assert words_of(text, "1") == "乙的"


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    text = HEAD + ARTICLES
    windows = "\ufeff" + text.replace("\n", "\r\n")
    assert codes(windows) == []
    assert words_of(windows, "4.1") == "帮工的，每次加 2 分。"


def test_fences_of_anything_else_are_no_rules() -> None:
    text = HEAD + "\n```text\n条款 1\n  人工评议。\n```\n<!--\n```points\n条款 2\n```\n-->\n"
    assert codes(text) == []
    assert clauses(text) == {}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("# 村规民约\n\n第一条 …\n", "no-points-fence", ""),
        ("", "no-points-fence", ""),
        (HEAD + "\n```points\n条款 1\n  人工评议。\n\n## 四、乙\n", "fence-unclosed", "```points"),
        (HEAD + "\n- 甲\n\n  ```points\n条款 1\n", "fence-unclosed", "```points"),
        (HEAD + "\n> ```points\n> 条款 1\n> ```\n", "fence-in-quote", "```points"),
        (HEAD + "\n```ponits 规则\n条款 1\n```\n", "fence-misspelt", "```ponits 规则"),
        (HEAD + "\n```point\n条款 1\n```\n", "fence-misspelt", "```point"),
        (HEAD + "\n｀｀｀points\n条款 1\n｀｀｀\n", "fence-of-other-signs", "｀｀｀points"),
        (HEAD + "\n甲的\n  ’’’ points\n", "fence-of-other-signs", "’’’ points"),
        (HEAD + "\n    ```points\n    条款 1\n    ```\n", "fence-indented", "```points"),
        (HEAD + "\n``points\n条款 1\n``\n", "fence-of-other-signs", "``points"),
        (HEAD + "\n##第三条 甲\n", "article-without-heading", "##第三条"),
        (HEAD + "\n＃＃ 三、甲\n", "article-without-heading", "＃＃ 三、"),
        (HEAD + "\n＃ 第三条 甲\n", "article-without-heading", "＃ 第三条"),
        (HEAD + "\n#\u3000第三条 甲\n", "article-without-heading", "#\u3000第三条"),
        (HEAD + "\n**第三条** 甲\n\n第四条　乙\n", "article-without-heading", "**第三条"),
        (HEAD + "\n```\n条款 1\n  人工评议。\n```\n", "fence-without-language", "```"),
        (
            HEAD + "\n```points\n# 注\n  人工评议。\n不是\n条款 1\n  人工评议。\n```\n",
            "fence-begins-without-head",
            "人工评议。",
        ),
        ("甲\n" * 200_001 + HEAD, "too-many-lines", ""),
    ],
)
def test_what_is_wrong_with_a_fence_is_told_at_its_place(text: str, code: str, place: str) -> None:
    assert codes(text) == [(code, place)]


def test_a_block_ends_where_its_fence_ends() -> None:
    text = HEAD + "\n```points\n条款 1\n```\n\n```points\n  人工评议。\n```\n"
    assert [code for code, _ in codes(text)] == ["unfinished", "fence-begins-without-head"]


def test_the_head_is_found_for_those_who_look_for_a_template() -> None:
    head = edition_head(source_file("县标准.md", HEAD))
    assert head is not None
    assert head.title.text == "柳树村积分管理细则"
    assert edition_head(source_file("说明.md", "# 说明\n\n细则「柳树村」\n")) is None
    assert edition_head(source_file("县标准.md", HEAD + "```points\n")) is None


@pytest.mark.parametrize(
    "text",
    [
        "第三条规定的行为，加倍。",
        "> 第三条 引用",
        "#标签",
        "#3 号楼",
        "见第三条 甲",
        "## 第三条 甲",
    ],
)
def test_a_paragraph_that_speaks_of_an_article_is_none(text: str) -> None:
    assert codes(f"{HEAD}\n{text}\n") == []


def test_articles_that_are_no_headings_are_told_once_with_their_number() -> None:
    (found,) = read(HEAD + "\n第三条 甲\n\n第四条：乙\n\n##第五条 丙\n").diagnostics
    assert dict(found.arguments) == {"found": "第三条", "count": "3"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (HEAD, True),
        ("~~~ＰＯＩＮＴＳ\n~~~", True),
        ("> ```points\n", True),
        ("｀｀｀points\n", True),
        ("# 出处\n\n见 youyi.points。\n\n```text\npoints\n```\n", False),
        ("    ```points\n", True),
        ("``points`` 是围栏里的字", False),
        ("", False),
    ],
)
def test_only_a_text_with_fenced_rules_is_a_regulation(text: str, *, holds: bool) -> None:
    assert holds_rules(text) is holds
