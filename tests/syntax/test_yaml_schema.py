"""The schema of rulesets in YAML: complete, true to the reader, and refusing what it refuses."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.key_values import values_of
from pointrules.syntax.outline import OUTLINES, Key, Outline
from pointrules.syntax.outline_words import words_of, words_of_blocks, words_of_keys
from pointrules.syntax.parse import parse_ruleset
from pointrules.syntax.spellings import spellings
from pointrules.syntax.yaml_schema import yaml_schema

SCHEMA = yaml_schema()

NAMES = """- 词表:
  行为:
    - 卫生检查（等次：优秀、良好、差）
    - 志愿服务（时长：小时）
    - 捐款
  户: [低保：是否, 小组：文本]
  判定: 取消评优
  评议人: 评议会
- 账户: 积分
  按: 户
  基础: 1 分
- 类别: 环境卫生
  记入: 积分
- 等级: 星级
  按: 积分 本期
  档: [100 分以上 一星, 其余 无星]
"""
"""What the examples of the keys speak of."""


def refusals(instance: Any) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(instance)]


def as_texts(text: str) -> Any:
    """The file with every value as text."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts)


def said_of(text: str) -> list[str]:
    return [found.code for found in parse_ruleset(source_file("a.yaml", text)).diagnostics]


# ---- words


def test_every_block_has_words_and_no_others_have() -> None:
    assert set(words_of_blocks()) == {outline.kind or outline.head for outline in OUTLINES}


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.kind or outline.head)
def test_every_key_has_words_and_no_others_have(outline: Outline) -> None:
    assert list(words_of_keys(outline)) == [key.zh for key in outline.keys]


# ---- examples and offered words


def block_with(outline: Outline, key: Key | None, value: str, language: Language) -> str:
    """A block of that kind whose key has that value, and what it cannot be without."""
    keys = words_of_keys(outline)
    beside: dict[str, str] = {}
    if outline.kind:
        beside["类型"] = spellings().written(outline.kind, "", Language.ZH)
    for group in outline.needs:
        if key is None or key.zh not in group:
            name = "情形" if "处理" in group else group[0]
            beside.setdefault(name, keys[name].example)
    if key is not None and key.zh in ("结算", "之一", "当", "处理"):
        beside.pop("情形", None)
    if outline.key("处理") is not None and (key is None or key.zh != "处理"):
        beside["计分"] = "按 等次 加" if key is not None and key.zh == "档" else "每次 加 5 分"
    if key is not None:
        beside.pop(key.zh, None)
    head = spellings().written(outline.head, "", language)
    lines = [f"- {head}: {words_of(outline).example}"]
    lines += [f"  {name}: {text}" for name, text in beside.items()]
    if key is not None:
        lines.append(f"  {key.text(language)}: {value}")
    return "\n".join(lines) + "\n"


EXAMPLES = [
    (outline, key, words_of_keys(outline)[key.zh].example, language)
    for outline in OUTLINES
    for key in outline.keys
    for language in Language
]


@pytest.mark.parametrize(("outline", "key", "example", "language"), EXAMPLES)
def test_the_example_of_a_key_is_read_and_fits_the_schema(
    outline: Outline, key: Key, example: str, language: Language
) -> None:
    text = NAMES + block_with(outline, key, example, language)
    assert said_of(text) == []
    assert refusals(as_texts(text)) == []


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.kind or outline.head)
def test_the_example_of_a_head_is_read_and_fits_the_schema(outline: Outline) -> None:
    key = outline.keys[0] if outline.keys else None
    value = words_of_keys(outline)[key.zh].example if key is not None else ""
    text = NAMES + block_with(outline, key, value, Language.ZH)
    assert said_of(text) == []
    assert refusals(as_texts(text)) == []


OFFERED = [
    (outline, key, language)
    for outline in OUTLINES
    for key in outline.keys
    for language in Language
    if values_of(key, outline).words
]


@pytest.mark.parametrize(("outline", "key", "language"), OFFERED)
def test_every_word_that_is_offered_is_read(outline: Outline, key: Key, language: Language) -> None:
    for value in values_of(key, outline).written(language):
        assert said_of(NAMES + block_with(outline, key, value, language)) == [], value


def offered(name: str, key: str) -> list[str]:
    definitions: Any = SCHEMA["definitions"]
    shown = definitions[name]["properties"][key]["defaultSnippets"]
    return [item["body"] for item in shown]


def test_what_is_offered() -> None:
    assert offered("account.zh", "按") == ["户", "人", "组", "组织", "村"]
    assert offered("account.en", "at period end") == [
        "reset",
        "reset if positive",
        "reset if negative",
        "carried over",
    ]
    assert sorted(offered("clause.zh", "处理")) == ["不计分", "人工评议", "待定"]
    assert "每月" in offered("clause.zh", "结算")
    assert offered("board.zh", "并列") == ["并列同名次", "并列不占名次", "并列按编号"]


# ---- the schema


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_definition_is_pointed_at() -> None:
    definitions: Any = SCHEMA["definitions"]
    text = str(SCHEMA)
    assert [name for name in definitions if f"#/definitions/{name}'" not in text] == []


CLAUSE = {"条款": "1.1", "情形": "卫生检查", "计分": "每次 加 5 分"}

RIGHT: dict[str, Any] = {
    "numbers where numbers are names": [
        {"细则": 2023, "版本": 2023.1},
        {**CLAUSE, "条款": 3.10, "条文": 10110, "叠加": [2.1, 3]},
    ],
    "a list, or one": [
        {"账户": "积分", "按": "户", "上限": ["每年最多加 9 分", "每月最多加 2 分"]}
    ],
    "words that nobody offers": [{"账户": "积分", "按": "农 户", "期末": "结转 20 分"}],
    "a settlement has a condition": [{**CLAUSE, "结算": "每年"}],
    "not scored": [{"条款": "1.1", "条文": "敬老", "归入": "乡风", "处理": "不计分"}],
    "a vocabulary has no name": [{"词表": None, "行为": "卫生检查"}],
    "both languages": [{"account": "积分", "按": "户", "base": "1 分"}],
    "a group of clauses is no clause": [{"同组": "宣传", "条款": "1.1、1.2", "取": "取最高"}],
}

WRONG: dict[str, Any] = {
    "no list": {"细则": "友谊村"},
    "empty": [],
    "a sentence": ["邻里互助 的，每次 加 2 分"],
    "no head": [{"情形": "卫生检查", "计分": "每次 加 5 分"}],
    "misspelt head": [{**CLAUSE, "条歀": "1.1"}],
    "misspelt key": [{**CLAUSE, "上线": "每月最多加 10 分"}],
    "key of another block": [{**CLAUSE, "期末": "结转"}],
    "key of another kind": [{"激励": "a", "类型": "贷款", "总额": "1 元"}],
    "no kind": [{"激励": "a", "总额": "1 元"}],
    "unknown kind": [{"激励": "a", "类型": "奖金", "总额": "1 元"}],
    "no guard": [{"条款": "1.1", "计分": "每次 加 5 分"}],
    "no points": [{"条款": "1.1", "情形": "卫生检查"}],
    "no subject": [{"账户": "积分", "基础": "1 分"}],
    "nothing but its name": [{"类别": "卫生"}],
    "two guards": [{**CLAUSE, "当": "低保"}],
    "two guards of a settlement": [{**CLAUSE, "结算": "每年", "当": "低保"}],
    "points of what is not scored": [{**CLAUSE, "处理": "不计分"}],
    "a name where none is": [{"词表": "行为", "行为": "卫生检查"}],
    "a value is missing": [{**CLAUSE, "上限": None}],
    "no value in a list": [{**CLAUSE, "上限": []}],
    "keys for a phrase": [{**CLAUSE, "上限": {"每月": "10 分"}}],
    "a list for one phrase": [{**CLAUSE, "计分": ["每次 加 5 分"]}],
    "a bare number for an amount": [{"账户": "积分", "按": "户", "基础": 100}],
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_fits(case: str) -> None:
    assert refusals(RIGHT[case]) == []


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_does_not_fit(case: str) -> None:
    assert refusals(WRONG[case])


def test_what_the_schema_refuses_is_refused_by_the_reader() -> None:
    for case, instance in WRONG.items():
        text = yaml.safe_dump(instance, allow_unicode=True, sort_keys=False)
        assert said_of(NAMES + text if isinstance(instance, list) and instance else text), case
