"""Reading a page of cases, without running it."""

from datetime import date

import pytest

from conformance.markdown_case import MalformedPageError, Question, read_sections, with_bodies

PAGE = """\
# 每月上限

```ruleset
细则 甲
```

```records
r1
```

## 第三次

```statement 王家 as_of=2023-12-31 known_at=2024-01-05
合计 12
```

## 另一年

```ruleset
细则 乙
```

```ruleset
细则 丙
```

```check lang=en
```
"""


def test_a_section_takes_over_the_blocks_at_the_top_of_the_page() -> None:
    section = read_sections(PAGE, "limit")[0]
    assert section.title == "第三次"
    assert section.case.rulesets == ("细则 甲\n",)
    assert section.case.records == "r1\n"
    assert section.case.facts == ""


def test_a_section_with_rulesets_of_its_own_uses_only_those() -> None:
    section = read_sections(PAGE, "limit")[1]
    assert section.case.rulesets == ("细则 乙\n", "细则 丙\n")
    assert section.case.records == "r1\n"


def test_the_words_of_a_block_say_who_and_when() -> None:
    first, second = read_sections(PAGE, "limit")
    assert first.expected[0][0] == Question(
        "statement", "王家", date(2023, 12, 31), date(2024, 1, 5)
    )
    assert second.expected[0][0] == Question("check", lang="en")


def test_a_page_without_headings_is_one_section_named_by_its_title() -> None:
    text = "# 起步\n\n```ruleset\n细则 甲\n```\n\n```check\n```\n"
    assert [section.title for section in read_sections(text, "start")] == ["起步"]


def test_a_quoted_subject_may_hold_spaces() -> None:
    text = '```ruleset\n细则\n```\n```offer "Wang household"\n```\n'
    assert read_sections(text, "page")[0].expected[0][0].subject == "Wang household"


def test_a_longer_fence_may_hold_a_shorter_one() -> None:
    text = "````ruleset\n```\n````\n```check\n```\n"
    assert read_sections(text, "page")[0].case.rulesets == ("```\n",)


def test_new_bodies_leave_every_other_line_as_it_was() -> None:
    block = read_sections(PAGE, "limit")[0].expected[0][1]
    assert with_bodies(PAGE, {block: "合计 13\n少了\n"}) == PAGE.replace(
        "合计 12\n", "合计 13\n少了\n"
    )


def test_new_bodies_may_be_empty() -> None:
    block = read_sections(PAGE, "limit")[0].expected[0][1]
    assert with_bodies(PAGE, {block: ""}) == PAGE.replace("合计 12\n", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# 空\n", "the page asserts nothing"),
        ("```ruleset\n细则\n```\n", "the page asserts nothing"),
        (
            "```ruleset\n细则\n```\n```check\n```\n## 乙\n```records\nr1\n```\n",
            "“乙” asserts nothing",
        ),
        ("## 甲\n```check\n```\n", "“甲” has no ruleset"),
        ("```rulset\n细则\n```\n", "unknown kind of block “rulset”"),
        ("```\n细则\n```\n", "unknown kind of block “”"),
        ("```ruleset\n细则\n", "line 1: this block is never closed"),
        ("  ```ruleset\n", "a fence starts its line"),
        ("~~~ruleset\n~~~\n", "a fence starts its line"),
        ("```ruleset 2024\n细则\n```\n", "“ruleset” takes no further words"),
        ("```ruleset\n细则\n```\n```statement 王家 asof=2023-12-31\n```\n", "“asof=2023-12-31”"),
        ("```ruleset\n细则\n```\n```statement 王家 as_of=2023-02-30\n```\n", "“2023-02-30” is no"),
        ("```ruleset\n细则\n```\n```check as_of=2023-01-01 as_of=2023-01-02\n```\n", "given twice"),
        ("```ruleset\n细则\n```\n```statement 王家 李家\n```\n", "one subject at most, not 2"),
        ("```ruleset\n细则\n```\n```statement '王家\n```\n", "No closing quotation"),
        ("```ruleset\n细\n```\n```facts\n```\n```facts\n```\n```check\n```\n", "2 facts blocks"),
        (
            "```ruleset\n细则\n```\n## 甲\n```check\n```\n## 甲\n```check\n```\n",
            "a second section is called “甲”",
        ),
    ],
)
def test_a_page_that_would_silently_check_less_is_refused(text: str, message: str) -> None:
    with pytest.raises(MalformedPageError, match=message):
        read_sections(text, "page")
