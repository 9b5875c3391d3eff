from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.format import format_ruleset

TEXT = """# 柳树村  积分细则

``` points
细则「柳树村」
版本1,自2024-01-01起施行
# 说明
词表
行为 乱倒垃圾
```

* 第三条  乱倒垃圾的，扣分。

  ~~~~points

  条款3 乱倒垃圾的,每次扣5分;每年最多扣40分。   # 一票否决另议
  ~~~~

```text
条款3   不动
```

```points
# 只有说明
```
"""

FORMATTED = """# 柳树村  积分细则

``` points
细则「柳树村」
  版本 1，自 2024-01-01 起施行
# 说明
词表
  行为 乱倒垃圾
```

* 第三条  乱倒垃圾的，扣分。

  ~~~~points

  条款 3
    乱倒垃圾 的，每次 扣 5 分；每年最多扣 40 分。  # 一票否决另议
  ~~~~

```text
条款3   不动
```

```points
# 只有说明
```
"""


def formatted(text: str, language: Language | None = None) -> str | None:
    return format_ruleset(source_file("村规民约.md", text), language).text


def test_only_what_stands_in_fences_of_rules_is_formatted() -> None:
    got = formatted(TEXT)
    assert got is not None
    assert got.splitlines() == FORMATTED.splitlines()


def test_formatting_twice_changes_nothing() -> None:
    assert formatted(FORMATTED) == FORMATTED


def test_line_ends_of_windows_stay() -> None:
    assert formatted(TEXT.replace("\n", "\r\n")) == FORMATTED.replace("\n", "\r\n")


def test_keywords_change_their_language_inside_the_fences_alone() -> None:
    got = formatted(FORMATTED, Language.EN)
    assert got is not None
    assert "clause 3" in got
    assert "* 第三条  乱倒垃圾的，扣分。" in got
    assert formatted(got, Language.ZH) == FORMATTED


def test_a_regulation_with_mistakes_is_left_as_it_is() -> None:
    for text in (TEXT.replace("每次扣", "每次 每次 扣"), TEXT + "```points\n"):
        assert formatted(text) is None
