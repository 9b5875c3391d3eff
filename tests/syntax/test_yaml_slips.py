"""Slips of authors in writing YAML: what is said, where, and what is read all the same."""

import pytest
import yaml

from pointrules.diagnostics.diagnostic import Applicability, Diagnostic
from pointrules.diagnostics.message import Message
from pointrules.diagnostics.messages_of_yaml import MESSAGES_OF_YAML
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.compose_yaml import compose_yaml
from pointrules.syntax.yaml_nodes import YamlMapping, YamlNode, YamlScalar, YamlSequence
from pointrules.syntax.yaml_value_slips import keys_meant

# Their pages show no text that a file could hold: whole files, or characters that are not seen.
NOT_SHOWN = {
    "yaml-control-character",
    "yaml-too-deep",
    "yaml-too-many-values",
    "yaml-value-too-long",
}


@pytest.fixture(params=[True, False], ids=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both of PyYAML's parsers."""
    if request.param and not yaml.__with_libyaml__:
        pytest.skip("this PyYAML has no C parser")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


def plain(node: YamlNode | None) -> object:
    match node:
        case None:
            return None
        case YamlScalar():
            return node.text
        case YamlSequence():
            return [plain(item) for item in node.items]
        case YamlMapping():
            return [(key.text, plain(value)) for key, value in node.pairs]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks ⟦ ⟧, and the places between them."""
    text = ""
    places: list[tuple[int, int]] = []
    start = 0
    for character in marked:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            places.append((start, len(text)))
        else:
            text += character
    return text, places


def mended(source: SourceFile, diagnostics: tuple[Diagnostic, ...]) -> str:
    """The text after all fixes, safe or not."""
    fixes = [item.fix for item in diagnostics if item.fix is not None]
    edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: -edit.span.start)
    text = source.text
    for edit in edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    "entry",
    [entry for entry in MESSAGES_OF_YAML if entry.code not in NOT_SHOWN],
    ids=lambda entry: entry.code,
)
def test_the_pieces_of_a_page_show_what_it_says(entry: Message) -> None:
    wrong = compose_yaml(source_file("村.yaml", entry.wrong + "\n")).diagnostics
    right = compose_yaml(source_file("村.yaml", entry.right + "\n")).diagnostics

    assert {item.code for item in wrong} >= {entry.code}
    assert {item.code for item in wrong} <= {entry.code, "yaml-unknown-anchor"}
    assert right == ()


# Each text, with ⟦ ⟧ around the place pointed at, its code, and what it is after the safe fixes.
SAFE = {
    "a full-width colon in a line of keys": (
        "yaml-fullwidth-colon",
        "甲: 1\n条款⟦：⟧3.2\n乙: 2\n",
        "甲: 1\n条款: 3.2\n乙: 2\n",
    ),
    "a file with nothing but full-width colons": (
        "yaml-fullwidth-colon",
        "条款⟦：⟧3.2\n标题⟦：⟧卫生检查（等次：优秀）\n",
        "条款: 3.2\n标题: 卫生检查（等次：优秀）\n",
    ),
    "a full-width colon above a level": (
        "yaml-fullwidth-colon",
        "条款⟦：⟧\n  标题: 检查\n",
        "条款:\n  标题: 检查\n",
    ),
    "a full-width colon in the last line of an item": (
        "yaml-fullwidth-colon",
        "条款:\n  - 编号: 1\n    标题⟦：⟧检查\n",
        "条款:\n  - 编号: 1\n    标题: 检查\n",
    ),
    "a full-width colon in the first line of an item": (
        "yaml-fullwidth-colon",
        "条款:\n  - 编号⟦：⟧1\n    标题: 检查\n",
        "条款:\n  - 编号: 1\n    标题: 检查\n",
    ),
    "a full-width colon after a list": (
        "yaml-fullwidth-colon",
        "行为:\n- 甲\n标题⟦：⟧检查\n",
        "行为:\n- 甲\n标题: 检查\n",
    ),
    "full-width colons in all keys of an item": (
        "yaml-fullwidth-colon",
        "- 甲: 1\n- 乙⟦：⟧2\n  丙⟦：⟧3\n",
        "- 甲: 1\n- 乙: 2\n  丙: 3\n",
    ),
    "no space behind a colon": (
        "yaml-space-after-colon",
        "甲: 1\n记入⟦:⟧积分\n",
        "甲: 1\n记入: 积分\n",
    ),
    "a wide space behind a colon": (
        "yaml-space-after-colon",
        "甲: 1\n记入⟦:\u3000⟧积分\n",
        "甲: 1\n记入: 积分\n",
    ),
    "wide spaces as indentation": (
        "yaml-indent",
        "条款:\n⟦\u3000⟧标题: 甲\n⟦\u3000⟧规则: |\n⟦\u3000\u3000⟧每次\n# \u3000说明\n\u3000\n",
        "条款:\n  标题: 甲\n  规则: |\n    每次\n# \u3000说明\n\u3000\n",
    ),
    "tabs as indentation": (
        "yaml-indent",
        "条款:\n⟦\t⟧标题: 甲\n⟦\t⟧乙:\n⟦\t\t⟧丙: 1\n",
        "条款:\n  标题: 甲\n  乙:\n    丙: 1\n",
    ),
    "pasted blanks as indentation": (
        "yaml-indent",
        "条款:\n⟦ \u00a0⟧标题: 甲\n⟦\ufeff⟧乙: 1\n",
        "条款:\n  标题: 甲\n乙: 1\n",
    ),
    "signs that YAML keeps for itself": (
        "yaml-needs-quotes",
        "甲: ⟦%5⟧\n乙: ⟦@张三⟧ # 说明\n丙: ⟦> 5⟧\n丁: ⟦*必填⟧\n戊: ⟦`⟧\n己:\n  - ⟦&\"甲'⟧\n",
        '甲: "%5"\n乙: "@张三" # 说明\n丙: "> 5"\n丁: "*必填"\n戊: "`"\n己:\n  - \'&"甲\'\'\'\n',
    ),
    "text behind a list": (
        "yaml-needs-quotes",
        "甲: ⟦[试行] 细则⟧\n乙: 1\n",
        '甲: "[试行] 细则"\n乙: 1\n',
    ),
    "text behind a quote": (
        "yaml-text-after-quote",
        '甲: ⟦"乱倒垃圾" 的，扣 5 分⟧\n乙: 1\n',
        "甲: '\"乱倒垃圾\" 的，扣 5 分'\n乙: 1\n",
    ),
    "no space behind a hyphen": (
        "yaml-space-after-hyphen",
        "行为:\n  - 甲\n  ⟦-⟧乙\n  ⟦－⟧丙\n条款:\n- 丁: 1\n⟦-⟧丁: 2\n  戊: 3\n",
        "行为:\n  - 甲\n  - 乙\n  - 丙\n条款:\n- 丁: 1\n- 丁: 2\n  戊: 3\n",
    ),
    "a remark with a wide hash": (
        "yaml-fullwidth-hash",
        "- 甲: 1\n  ⟦＃⟧ 说明\n  乙: 2\n⟦＃⟧ 说明\n- 丙: 3\n",
        "- 甲: 1\n  # 说明\n  乙: 2\n# 说明\n- 丙: 3\n",
    ),
    "a wide bracket at the end": (
        "yaml-fullwidth-bracket",
        "甲: [一, 二⟦】⟧\n乙: 2\n",
        "甲: [一, 二]\n乙: 2\n",
    ),
}


@pytest.mark.parametrize("case", SAFE)
def test_a_safe_fix_is_what_is_read(case: str) -> None:
    code, marked, fixed = SAFE[case]
    text, places = unmarked(marked)
    source = source_file("村.yaml", text)

    result = compose_yaml(source)

    assert [item.code for item in result.diagnostics] == [code] * len(places)
    assert [(item.span.start, item.span.end) for item in result.diagnostics] == places
    assert all(
        item.fix is not None and item.fix.applicability is Applicability.SAFE
        for item in result.diagnostics
    )
    assert mended(source, result.diagnostics) == fixed
    again = compose_yaml(source_file("村.yaml", fixed))
    assert again.diagnostics == ()
    assert plain(result.root) == plain(again.root)
    assert_places(source, result.root)


def assert_places(source: SourceFile, node: YamlNode | None) -> None:
    """One-line values without escapes are the slice of the file that they name."""
    match node:
        case YamlScalar():
            if node.offsets is None and "\n" not in node.text:
                assert source.text[node.inner_start : node.inner_end] == node.text
        case YamlSequence():
            for item in node.items:
                assert_places(source, item)
        case YamlMapping():
            for pair in node.pairs:
                for item in pair:
                    assert_places(source, item)
        case None:
            pass


# What was meant is not certain: nothing is read, but the place is right.
UNCERTAIN = {
    "an unclosed quote": ("yaml-unclosed-quote", '甲: ⟦"⟧一\n乙: 2\n', '甲: "一"\n乙: 2\n'),
    "two unclosed quotes": (
        "yaml-unclosed-quote",
        '甲: ⟦"⟧一\n乙: ⟦"⟧二\n丙: 3\n',
        '甲: "一"\n乙: "二"\n丙: 3\n',
    ),
    "an unclosed quote before a closed one": (
        "yaml-unclosed-quote",
        '甲: ⟦"⟧一\n乙: "二"\n',
        '甲: "一"\n乙: "二"\n',
    ),
    "an unclosed bracket": (
        "yaml-unclosed-bracket",
        "甲: ⟦[⟧一, 二\n乙: 2\n",
        "甲: [一, 二]\n乙: 2\n",
    ),
    "a second colon": ("yaml-colon-in-value", "甲: 乙⟦:⟧ 丙\n", '甲: "乙: 丙"\n'),
    "a key below a value": (
        "yaml-indentation",
        "甲: 1\n⟦  ⟧乙: 2\n丙: 3\n",
        "甲: 1\n乙: 2\n丙: 3\n",
    ),
    "a key between two levels": (
        "yaml-indentation",
        "甲:\n    乙: 1\n⟦  ⟧丙: 2\n",
        "甲:\n    乙: 1\n    丙: 2\n",
    ),
    "wide spaces further in than the key above": (
        "yaml-indent",
        "- 甲: 1\n⟦\u3000\u3000⟧乙: 2\n⟦\u3000\u3000⟧丙: 3\n",
        "- 甲: 1\n  乙: 2\n  丙: 3\n",
    ),
    "tabs among spaces": (
        "yaml-indent",
        "甲:\n  乙: 1\n⟦\t⟧丙: 2\n",
        "甲:\n  乙: 1\n  丙: 2\n",
    ),
}


@pytest.mark.parametrize("case", UNCERTAIN)
def test_an_uncertain_fix_is_offered_but_not_read(case: str) -> None:
    code, marked, fixed = UNCERTAIN[case]
    text, places = unmarked(marked)
    source = source_file("村.yaml", text)

    result = compose_yaml(source)

    assert [item.code for item in result.diagnostics] == [code] * len(places)
    assert [(item.span.start, item.span.end) for item in result.diagnostics] == places
    assert all(
        item.fix is not None and item.fix.applicability is Applicability.ASK
        for item in result.diagnostics
    )
    assert mended(source, result.diagnostics) == fixed
    assert compose_yaml(source_file("村.yaml", fixed)).diagnostics == ()
    assert result.root is None


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("yaml-line-without-colon", "甲: 1\n⟦每次 加 5 分⟧\n乙: 2\n"),
        ("yaml-line-without-hyphen", "甲:\n  - 1\n  ⟦二⟧\n"),
        ("yaml-list-after-colon", "甲: ⟦-⟧ 一\n乙: 2\n"),
        ("yaml-indentation", "甲:\n  - 一\n⟦    - ⟧二\n"),
        ("yaml-unreadable", "⟦甲: [一, , 二]⟧\n"),
        ("yaml-bad-escape", '甲: "C:⟦\\村⟧"\n'),
        ("yaml-bad-escape", '甲: "一⟦\\ud83d⟧"\n'),
        ("yaml-bad-escape", '甲: "一⟦\\UFFFFFFFF⟧"\n'),
        ("yaml-bad-escape", '甲: "一⟦\\x4⟧"\n'),
        ("yaml-unclosed-quote", '甲: ⟦"⟧一\n乙: 二"\n'),
        ("yaml-directive", "⟦%村⟧\n---\n甲: 1\n"),
    ],
)
def test_the_place_is_right_where_no_fix_is_known(code: str, marked: str) -> None:
    text, places = unmarked(marked)

    result = compose_yaml(source_file("村.yaml", text))

    assert [item.code for item in result.diagnostics] == [code]
    assert [(item.span.start, item.span.end) for item in result.diagnostics] == places


@pytest.mark.parametrize(
    ("code", "marked", "fixed"),
    [
        ("yaml-fullwidth-comma", "甲: [一⟦，⟧二，三]\n", "甲: [一, 二, 三]\n"),
        (
            "yaml-fullwidth-bracket",
            "甲: ⟦【⟧一、二（三、四）】\n",
            "甲: [一, 二（三、四）]\n",
        ),
        ("yaml-hash-in-value", "甲: 5 分⟦#⟧说明\n", "甲: 5 分 # 说明\n"),
        ("yaml-hash-in-value", "甲: 5 ⟦＃⟧说明\n", "甲: 5 # 说明\n"),
    ],
)
def test_what_yaml_reads_in_silence_is_asked_about(code: str, marked: str, fixed: str) -> None:
    text, places = unmarked(marked)
    source = source_file("村.yaml", text)

    result = compose_yaml(source)

    assert [item.code for item in result.diagnostics] == [code]
    assert [(item.span.start, item.span.end) for item in result.diagnostics] == places
    assert mended(source, result.diagnostics).replace("#说", "# 说") == fixed
    again = compose_yaml(source_file("村.yaml", fixed))
    assert again.diagnostics == ()
    if code != "yaml-hash-in-value":
        assert plain(result.root) == plain(again.root)
    assert_places(source, result.root)


@pytest.mark.parametrize(
    "text",
    [
        "行为: 卫生检查（等次：优秀、良好）\n",
        "行为: 卫生检查（等次：优秀，良好），每次：加 5 分\n",
        "行为: [卫生检查（等次：优秀，良好）, “乱倒，垃圾”]\n",
        '行为: ["甲，乙", 丙]\n',
        "户: [低保：是否，可不填]\n另外: [取消评优，至 本年末]\n",
        "行为: 【试行】卫生检查\n标题: “积分”\n名称: 「积分」的\n",
        "地点: 3#楼\n项目: C#\n备注: 「甲#乙」\n",
        "时间: 12:30\n网址: http://example.com/村\n",
        "规则: |\n  记入:积分\n  条款：3.2\n  \u3000每次\n  # 不是说明\n",
        "规则:\n  卫生检查 的，\n  每次 加 5 分\n",
        "规则: 卫生检查 的，\n  优秀：加 5 分\n",
        '规则: "一 # 二：三, %"\n',
        "? 甲\n: 乙\n",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert compose_yaml(source_file("村.yaml", text)).diagnostics == ()


def test_several_slips_are_told_in_one_run() -> None:
    text = "甲：1\n乙:2\n丙: %5\n丁: 甲: 乙\n戊: 3\n戊: 4\n"

    result = compose_yaml(source_file("村.yaml", text))

    assert [item.code for item in result.diagnostics] == [
        "yaml-fullwidth-colon",
        "yaml-space-after-colon",
        "yaml-needs-quotes",
        "yaml-colon-in-value",
        "yaml-duplicate-key",
    ]


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        (
            "条款:\n  编号：1\n  标题：检查（等次：优秀）\n",
            "yaml-fullwidth-colon",
            "条款:\n  编号: 1\n  标题: 检查（等次：优秀）\n",
        ),
        ("条款:\n  记入:积分\n", "yaml-space-after-colon", "条款:\n  记入: 积分\n"),
    ],
)
def test_a_text_where_keys_are_expected_tells_of_its_colons(
    text: str, code: str, fixed: str
) -> None:
    source = source_file("村.yaml", text)
    root = compose_yaml(source).root
    assert isinstance(root, YamlMapping)
    value = root.pairs[0][1]
    assert isinstance(value, YamlScalar)

    diagnostic = keys_meant(source, value)

    assert diagnostic is not None
    assert diagnostic.code == code
    assert mended(source, (diagnostic,)) == fixed


def test_a_text_without_colons_is_no_set_of_keys() -> None:
    source = source_file("村.yaml", "条款: 检查（等次：优秀） 的，每次：加 5 分\n")
    root = compose_yaml(source).root
    assert isinstance(root, YamlMapping)
    value = root.pairs[0][1]
    assert isinstance(value, YamlScalar)

    assert keys_meant(source, value) is None
