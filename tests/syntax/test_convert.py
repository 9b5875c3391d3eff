"""From the language to YAML and back: the same tree, the same words, every comment."""

import pytest

from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.convert import convert
from pointrules.syntax.format_yaml import yaml_scalar
from pointrules.syntax.notation import Notation
from pointrules.syntax.parse import parse_ruleset
from pointrules.syntax.without_places import without_places
from sentences.every_production import Sentence, every_sentence, ruleset_of

WITH_REMARKS = """# 出处见说明
细则「三都村积分细则」  # 试行
  版本 2023.1
词表
  # 环境
  行为 卫生检查（等次：优秀、差）  # 每月一次
  行为 邻里互助
账户「积分」按户：基础 100 分
# 卫生
条款 1「保持干净」
  卫生检查 的，按 等次 加：优秀 10 分，  # 最多这些
  其余 不加分；
  # 上限是村民会议定的
  每月最多加 15 分
# 完
"""

WITH_REMARKS_IN_YAML = """# 出处见说明
- 细则: 三都村积分细则  # 试行
  版本: "2023.1"

- 词表:
  行为:
    # 环境
    - 卫生检查（等次：优秀、差）  # 每月一次
    - 邻里互助

- 账户: 积分
  按: 户
  基础: 100 分

# 卫生
- 条款: "1"
  条文: 保持干净
  情形: 卫生检查
  计分: 按 等次 加
  档:
    - 优秀 10 分  # 最多这些
    - 其余 不加分
  # 上限是村民会议定的
  上限: 每月最多加 15 分

# 完
"""


def converted(text: str, name: str, to: Notation, language: Language | None = None) -> str:
    made = convert(source_file(name, text), to, language)
    assert made.diagnostics == ()
    assert made.text is not None
    return made.text


def meaning(text: str, name: str) -> list[object]:
    parsed = parse_ruleset(source_file(name, text))
    assert parsed.diagnostics == ()
    return [without_places(block.node) for block in parsed.syntax.blocks]


def test_comments_go_to_yaml_and_back() -> None:
    assert converted(WITH_REMARKS, "a.points", Notation.YAML) == WITH_REMARKS_IN_YAML
    back = converted(WITH_REMARKS_IN_YAML, "a.yaml", Notation.POINTS)
    assert converted(back, "a.points", Notation.YAML) == WITH_REMARKS_IN_YAML
    for remark in (
        "# 出处见说明",
        "# 试行",
        "# 环境",
        "# 每月一次",
        "# 卫生",
        "# 最多这些",
        "# 完",
    ):
        assert back.count(remark) == 1


def test_a_remark_inside_a_phrase_stands_at_the_phrase() -> None:
    text = "账户「积分」按户：基础\n  # 一百\n  100 分"
    assert converted(text, "a.points", Notation.YAML) == (
        "- 账户: 积分\n  按: 户\n  # 一百\n  基础: 100 分\n"
    )


CHUNK = 100


def chunks() -> list[list[Sentence]]:
    sentences = every_sentence()
    return [list(sentences[start : start + CHUNK]) for start in range(0, len(sentences), CHUNK)]


@pytest.mark.parametrize("sentences", chunks(), ids=lambda chunk: chunk[0].title)
def test_every_construct_goes_to_yaml_and_back(sentences: list[Sentence]) -> None:
    text = ruleset_of(sentences)
    wanted = meaning(text, "a.points")
    yaml = converted(text, "a.points", Notation.YAML)
    assert meaning(yaml, "a.yaml") == wanted
    points = converted(yaml, "a.yaml", Notation.POINTS)
    assert meaning(points, "a.points") == wanted


def test_keys_and_words_in_the_other_language_say_the_same() -> None:
    english = converted(WITH_REMARKS, "a.points", Notation.YAML, Language.EN)
    assert '- ruleset: 三都村积分细则  # 试行\n  version: "2023.1"' in english
    assert "  points: by 等次 add\n  rows:\n    - 优秀 10 points  # 最多这些\n" in english
    assert meaning(english, "a.yaml") == meaning(WITH_REMARKS, "a.points")
    assert converted(english, "a.yaml", Notation.YAML, Language.ZH) == WITH_REMARKS_IN_YAML


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("每次 加 5 分", "每次 加 5 分"),
        ("3.10", '"3.10"'),
        ("010110", '"010110"'),
        ("2023-01-01", '"2023-01-01"'),
        ("12:30", '"12:30"'),
        ("yes", '"yes"'),
        ("Null", '"Null"'),
        ("- 甲", '"- 甲"'),
        ("%5", '"%5"'),
        ("= 1", '"= 1"'),
        ("甲 # 乙", '"甲 # 乙"'),
        ("甲＃乙", '"甲＃乙"'),
        ("甲: 乙", '"甲: 乙"'),
        ("甲：乙", "甲：乙"),
        ('他说"好"', '他说"好"'),
        ('"好"', "'\"好\"'"),
        ("'好'\"", "'''好''\"'"),
        ("\\d", "\\d"),
        ("# \\", "'# \\'"),
        (" 甲", '" 甲"'),
        ("甲\t乙", '"甲\\u0009乙"'),
        ("", '""'),
    ],
)
def test_values_are_quoted_where_yaml_would_read_something_else(text: str, written: str) -> None:
    assert yaml_scalar(text) == written


def test_mistakes_are_told_and_nothing_is_written() -> None:
    made = convert(source_file("a.points", "账户「积分」按户：基础 100"), Notation.YAML)
    assert made.text is None
    assert [item.code for item in made.diagnostics] == ["unit-missing"]


def test_what_yaml_cannot_hold_is_told_and_nothing_is_written() -> None:
    text = "条款 1「干净」不计分\n条款 2「整\x1e洁」不计分"
    made = convert(source_file("a.points", text), Notation.YAML)
    assert made.text is None
    assert [(item.code, item.span.start) for item in made.diagnostics] == [
        ("not-converted", text.index("条款 2"))
    ]


@pytest.mark.parametrize("clause", ["条款 1「」不计分", "条款 1「 」不计分，因为「」"])
def test_empty_texts_are_held(clause: str) -> None:
    yaml = converted(clause, "a.points", Notation.YAML)
    assert meaning(yaml, "a.yaml") == meaning(clause, "a.points")


def test_a_full_width_number_sign_begins_a_remark_in_the_language_only() -> None:
    assert converted("条款 1 不计分　＃暂时", "a.points", Notation.YAML) == (
        '- 条款: "1"\n  处理: 不计分  #暂时\n'
    )


def test_a_text_with_all_quotation_marks_is_written_in_pieces() -> None:
    yaml = '- 条款: 1\n  条文: 甲」乙”丙』丁》戊"己\n  处理: 不计分\n'
    points = converted(yaml, "a.yaml", Notation.POINTS)
    assert meaning(points, "a.points") == meaning(yaml, "a.yaml")
