"""The runner of the pages, with a product that only counts lines."""

import pytest

CONFTEST = """
from conformance.runner import Page

def counted(case, question):
    if question.subject == "谁":
        raise NotImplementedError("nobody is called 谁")
    return f"{question.subject} {len(case.records.splitlines())}"

def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true")

def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".md":
        renderers = {"statement": counted, "check": lambda case, question: ""}
        return Page.of(parent, file_path, renderers)
"""

PAGE = """\
# 数行

前言留着。

```ruleset
细则
```

```records
r1
r2
```

## 对的

```statement 王家
王家 2
```

```check
```

## 错的

中间的话也留着。

```statement 李家
李家 3
李家 4
```

## 也错的

```statement 赵家
```
"""


@pytest.fixture
def village(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    return pytester


def run(village: pytest.Pytester, page: str, *options: str) -> pytest.RunResult:
    (village.path / "page.md").write_text(page, encoding="utf-8")
    return village.runpytest_inprocess("-p", "no:cacheprovider", *options)


def test_every_section_is_one_test(village: pytest.Pytester) -> None:
    result = run(village, PAGE, "-v")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["page.md::对的 PASSED*", "page.md::错的 FAILED*"])


def test_a_failure_shows_the_difference_and_its_place(village: pytest.Pytester) -> None:
    result = run(village, PAGE)
    result.stdout.fnmatch_lines(
        ["*page.md, section “错的”", "line 27: statement 李家", "-李家 3", "-李家 4", "+李家 2"]
    )


def test_update_golden_rewrites_only_the_bodies(village: pytest.Pytester) -> None:
    result = run(village, PAGE, "--update-golden")
    result.assert_outcomes(passed=3)
    assert (village.path / "page.md").read_text(encoding="utf-8") == PAGE.replace(
        "李家 3\n李家 4\n", "李家 2\n"
    ).replace("```statement 赵家\n", "```statement 赵家\n赵家 2\n")


def test_a_page_that_was_updated_passes(village: pytest.Pytester) -> None:
    run(village, PAGE, "--update-golden")
    village.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=3)


def test_update_golden_leaves_a_page_that_is_right_untouched(village: pytest.Pytester) -> None:
    right = "```ruleset\n细则\n```\n```check\n```\n\n"
    run(village, right, "--update-golden").assert_outcomes(passed=1)
    assert (village.path / "page.md").read_text(encoding="utf-8") == right


def test_a_page_that_asserts_nothing_fails_and_the_others_still_run(
    village: pytest.Pytester,
) -> None:
    (village.path / "empty.md").write_text("```ruleset\n细则\n```\n", encoding="utf-8")
    result = run(village, "```ruleset\n细则\n```\n```check\n```\n")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*empty.md: line 1: the page asserts nothing*"])


def test_a_renderer_that_fails_fails_the_section(village: pytest.Pytester) -> None:
    result = run(village, "```ruleset\n细则\n```\n```statement 谁\n```\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*NotImplementedError: nobody is called 谁"])


def test_one_section_can_be_chosen_by_its_name(village: pytest.Pytester) -> None:
    run(village, PAGE, "-k", "对的").assert_outcomes(passed=1, deselected=2)
