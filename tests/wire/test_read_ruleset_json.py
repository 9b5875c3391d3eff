"""A ruleset read from JSON is the one that was written, or is refused in words with its place."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pointrules.api.rulesets import check_text
from pointrules.model.ruleset import Ruleset
from pointrules.source.language import Language
from pointrules.wire.read_ruleset_json import read_ruleset_json
from pointrules.wire.ruleset_json import content_digest, ruleset_json
from pointrules.wire.ruleset_json_error import RulesetJsonError

VILLAGE = """细则「柳树村积分细则」
  版本 2023.1，自 2023-01-01 起施行

词表
  行为 志愿服务（时长：小时；等次：优秀、合格）
  户（低保：是否）
  判定 取消评优

账户「积分」按户：1月1日 起算，期末结转，精确到 0.1 分

条款 1 「志愿服务」
  当 行为 是 志愿服务 且 (低保 或 非 等次 是 优秀) 时
  每满 1 小时 加 1.5 分，每月最多加 10 分。

评议：审核通过的，计分；按 发生日期 归期。

例「两小时」
  当「甲户」2023-03-06 志愿服务 时长 2.5 小时 等次 优秀
  那么 加 3 分
"""

Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def document() -> Any:
    checked = check_text(VILLAGE, "柳树村.points")
    [found] = checked.editions
    return json.loads(ruleset_json(found, checked.sources, "0.1.0"))


def text_of(document: Any, *, signed: bool = True) -> str:
    """As whoever changes a document would write it, the digest put right or not."""
    if signed and isinstance(document, dict):
        document["content_digest"] = content_digest(document)
    return json.dumps(document, ensure_ascii=False)


def refused(text: str | bytes) -> RulesetJsonError:
    with pytest.raises(RulesetJsonError) as told:
        read_ruleset_json(text)
    for language in Language:
        assert told.value.describe(language)
        assert told.value.advice(language)
        assert "{" not in told.value.describe(language).replace("{…}", "")
    return told.value


def test_it_is_read_as_text_and_as_bytes(document: Any) -> None:
    text = text_of(document, signed=False)
    read = read_ruleset_json(text)
    assert read.edition.title == "柳树村积分细则"
    assert read_ruleset_json(text.encode()) == read
    assert read_ruleset_json(b"\xef\xbb\xbf" + text.encode()) == read


def test_line_breaks_and_order_of_keys_are_free(document: Any) -> None:
    text = json.dumps(document, sort_keys=True, indent=1)
    assert read_ruleset_json(text) == read_ruleset_json(text_of(document, signed=False))


def clause(document: Any) -> Any:
    return document["ruleset"]["clauses"][0]


def put(*path: str | int, value: object) -> Change:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        del document[path[-1]]

    return change


_R = "ruleset"
_C = ("ruleset", "clauses", 0)
_V = (*_C, "value")
_S = (*_V, "schedule")

CHANGES: list[tuple[str, Change, str, str]] = [
    ("format", put("format", value="other"), "other-format", "$.format"),
    ("no format", drop("format"), "other-format", "$.format"),
    ("version", put("version", value=2), "other-version", "$.version"),
    ("version as text", put("version", value="1"), "other-version", "$.version"),
    ("true is no version", put("version", value=True), "other-version", "$.version"),
    ("head", drop("name"), "key-missing", "$"),
    ("other head", put("more", value=1), "key-unknown", "$"),
    ("program", put("pointrules", value=1), "not-text", "$.pointrules"),
    ("sources", put("sources", value={}), "not-a-list", "$.sources"),
    ("no sources", put("sources", value=[]), "other-length", "$.sources"),
    ("source", put("sources", 0, "text", value=None), "not-text", "$.sources[0].text"),
    ("ruleset", put(_R, value=[]), "not-an-object", "$.ruleset"),
    ("key", drop(_R, "year_start"), "key-missing", "$.ruleset"),
    ("other key", put(_R, "yaer", value=1), "key-unknown", "$.ruleset"),
    ("list", put(_R, "clauses", value={}), "not-a-list", "$.ruleset.clauses"),
    ("kind", put(*_C, "kind", value="scored"), "kind-unknown", "$.ruleset.clauses[0].kind"),
    ("no kind", drop(*_C, "kind"), "key-missing", "$.ruleset.clauses[0]"),
    ("kind of a list", put(*_C, "kind", value=[]), "kind-unknown", "$.ruleset.clauses[0].kind"),
    (
        "kind elsewhere",
        put(*_V, "kind", value="and"),
        "kind-unknown",
        "$.ruleset.clauses[0].value.kind",
    ),
    ("text", put(*_C, "number", value=1), "not-text", "$.ruleset.clauses[0].number"),
    (
        "truth",
        put(*_C, "unlimited", value=0),
        "not-true-or-false",
        "$.ruleset.clauses[0].unlimited",
    ),
    (
        "whole number",
        put(_R, "year_start", "month", value=1.0),
        "not-whole",
        "$.ruleset.year_start.month",
    ),
    (
        "whole number as text",
        put(_R, "year_start", "month", value="1"),
        "not-whole",
        "$.ruleset.year_start.month",
    ),
    (
        "float",
        put(*_S, "per_step", value=1.5),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "true is no number",
        put(*_S, "per_step", value=True),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "not in lowest terms",
        put(*_S, "per_step", value="3/2"),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "division by 0",
        put(*_S, "per_step", value="1/0"),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "exponent",
        put(*_S, "per_step", value="1e9"),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "whole as text",
        put(*_S, "per_step", value="2"),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "very long",
        put(*_S, "per_step", value="0." + "3" * 5000),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "beyond what JSON holds",
        put(*_S, "per_step", value=2**53),
        "not-a-number",
        "$.ruleset.clauses[0].value.schedule.per_step",
    ),
    (
        "day",
        put(_R, "edition", "first_day", value="2023-02-29"),
        "not-a-day",
        "$.ruleset.edition.first_day",
    ),
    (
        "day otherwise",
        put(_R, "edition", "first_day", value="20230201"),
        "not-a-day",
        "$.ruleset.edition.first_day",
    ),
    ("word", put(*_C, "direction", value="up"), "other-word", "$.ruleset.clauses[0].direction"),
    (
        "pair",
        put(_R, "examples", 0, "records", 0, "attributes", 0, value=["时长"]),
        "other-length",
        "$.ruleset.examples[0].records[0].attributes[0]",
    ),
    (
        "pair's value",
        put(_R, "examples", 0, "records", 0, "attributes", 0, 1, "value", value=2.5),
        "not-a-number",
        "$.ruleset.examples[0].records[0].attributes[0][1].value",
    ),
    (
        "line",
        put(*_C, "origin", "line", value=1000),
        "no-such-place",
        "$.ruleset.clauses[0].origin",
    ),
    (
        "column",
        put(*_C, "origin", "end_column", value=1000),
        "no-such-place",
        "$.ruleset.clauses[0].origin",
    ),
    (
        "column 0",
        put(*_C, "origin", "column", value=0),
        "no-such-place",
        "$.ruleset.clauses[0].origin",
    ),
    (
        "file",
        put(*_C, "origin", "file", value="other"),
        "no-such-place",
        "$.ruleset.clauses[0].origin",
    ),
    (
        "column of text",
        put(*_C, "origin", "column", value="1"),
        "not-whole",
        "$.ruleset.clauses[0].origin.column",
    ),
    ("name", put("name", value="别的"), "changed", "$.name"),
    ("digest", put("digest", value="0" * 64), "changed", "$.digest"),
    ("text", put("sources", 0, "text", value=f"{VILLAGE}#"), "other-text", "$.digest"),
]


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [case[1:] for case in CHANGES],
    ids=[case[0] for case in CHANGES],
)
def test_what_does_not_fit_is_named_with_its_path(
    document: Any, change: Change, code: str, path: str
) -> None:
    changed = copy.deepcopy(document)
    change(changed)
    error = refused(text_of(changed))
    assert (error.code, error.arguments["path"]) == (f"ruleset-json-{code}", path)
    assert str(error).startswith(f"{path}：")


@pytest.mark.parametrize(
    "change",
    [
        put(*_C, "number", value="2"),
        put("pointrules", value="9.9"),
        put("sources", 0, "text", value=f"{VILLAGE}#"),
        put("content_digest", value="0" * 64),
    ],
)
def test_what_was_changed_by_hand_is_told(document: Any, change: Change) -> None:
    changed = copy.deepcopy(document)
    change(changed)
    error = refused(text_of(changed, signed=False))
    assert (error.code, error.arguments["path"]) == ("ruleset-json-changed", "$.content_digest")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ruleset-json-unreadable"),
        ("{", "ruleset-json-unreadable"),
        ("细则「柳树村」", "ruleset-json-unreadable"),
        (b"\xff\xfe", "ruleset-json-not-utf-8"),
        ("[]", "ruleset-json-other-format"),
        ("null", "ruleset-json-other-format"),
        ("NaN", "ruleset-json-other-format"),
        ("9" * 5000, "ruleset-json-other-format"),
        ("1e999999999", "ruleset-json-other-format"),
        ('{"version": 1}', "ruleset-json-other-format"),
        ('{"format": 1, "format": 2}', "ruleset-json-key-twice"),
        ("[" * 100_000, "ruleset-json-too-deep"),
        ('{"a":' * 100_000, "ruleset-json-too-deep"),
    ],
)
def test_what_is_no_such_json_at_all_is_told(text: str | bytes, code: str) -> None:
    assert refused(text).code == code


def test_a_mistake_in_the_json_is_named_by_line_and_column() -> None:
    error = refused('{\n  "format": 1,\n  oops\n}')
    assert error.describe(Language.EN) == "From line 3, column 3 on this is no JSON"


def test_a_key_that_stands_twice_is_told_with_its_path(document: Any) -> None:
    text = text_of(document, signed=False)
    error = refused(text.replace('"number": "1"', '"number": "1", "number": "2"', 1))
    assert str(error) == "$.ruleset.clauses[0]：“number”写了两次"


def test_an_object_of_very_many_keys_is_told_without_delay() -> None:
    many = ", ".join(f'"{number}": 0' for number in range(200_000))
    assert refused(f'{{{many}, "0": 1}}').code == "ruleset-json-key-twice"


def test_conditions_nested_without_end_are_refused(document: Any) -> None:
    condition = json.dumps(clause(document)["condition"], ensure_ascii=False)
    origin = json.dumps(clause(document)["origin"], ensure_ascii=False)
    levels = 20_000
    opened = '{"kind": "not", "item": ' * levels
    closed = f', "origin": {origin}}}' * levels
    text = text_of(document, signed=False).replace(condition, f"{opened}{condition}{closed}")
    assert refused(text).code == "ruleset-json-too-deep"


def places(part: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of a document."""
    if path:
        yield path
    steps: Any = ()
    if isinstance(part, dict):
        steps = part.items()
    elif isinstance(part, list):
        steps = enumerate(part)
    for step, inner in steps:
        yield from places(inner, (*path, step))


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=3)
    | st.sampled_from(["and", "text", "2023-01-01", "7/3", "0.5", 10**400, -1, "kind"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "value", "item", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def is_ruleset_or_told(text: str) -> bool:
    try:
        return isinstance(read_ruleset_json(text), Ruleset)
    except RulesetJsonError as error:
        return all(error.describe(language) for language in Language)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_hostile_json_gives_a_ruleset_or_an_error_in_words(
    document: Any, data: st.DataObject
) -> None:
    changed = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(sorted(places(changed), key=str)))
        if data.draw(st.booleans()):
            put(*path, value=data.draw(anything))(changed)
        else:
            drop(*path)(changed)
    text = json.dumps(changed)
    if data.draw(st.booleans()):
        text = json.dumps(changed | {"content_digest": content_digest(changed)})
    assert is_ruleset_or_told(text)


@settings(max_examples=100)
@given(st.text() | st.binary())
def test_any_text_gives_an_error_in_words(text: str | bytes) -> None:
    refused(text)
