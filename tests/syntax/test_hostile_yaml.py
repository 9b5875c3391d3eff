"""Whatever a file holds, YAML is read right or a mistake is told, within bounds; never a crash."""

import random
from unittest import mock

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pointrules.diagnostics.diagnostic import Applicability
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.compose_yaml import ComposedYaml, compose_yaml
from pointrules.syntax.yaml_nodes import YamlMapping, YamlNode, YamlScalar, YamlSequence

VALID = """# 友谊村
- 细则: "友谊村\\u79ef分细则"
  版本: '2023''1'
- 词表:
  行为:
    - 卫生检查（等次：优秀、良好）
    - 乱倒垃圾   # 说明
  户: [户名：文本, {甲: 乙, 丙: 丁}]
- 条款: &a 1.1
  规则: |
    优秀的，每次 加 5 分

    # 不是说明
  理由: >-
    一
    二
  长文: 卫生检查 的，
    每次 加 5 分
  空:
- 条款: *a
  引文: "一
    二 \\"三\\"  \\
    四"
"""

MARKS = [
    *"-:#[]{},&*!|>'\"%@`?\\~ \n\t",
    *("\r\n", "\r", "\u3000", "\u00a0", "\ufeff", "\u2028", "\u0085", "\x00", "\ud800", "\x01"),
    *("：", "，", "、", "＃", "【", "】", "－", "“", "”", "（", "）", "𠮷", "甲", "a", "1"),
    *(": ", "- ", " #", "--- ", "...\n", "  ", "<<: ", "? ", "甲: ", "\n  ", "\n- ", "%YAML 1.1\n"),
    *("\\u", "\\U0001F600", "\\x41", "\\UFFFFFFFF", "!!str ", "!", "&a ", "*a", "|2\n", ">-\n"),
]


def composed(source: SourceFile, *, in_c: bool) -> ComposedYaml:
    with mock.patch.object(yaml, "__with_libyaml__", new=in_c):
        return compose_yaml(source)


def assert_sound(source: SourceFile, result: ComposedYaml) -> None:
    """Places are inside the file and inside one another; what is said can be shown."""
    size = len(source.text)
    assert result.root is not None or result.diagnostics
    for item in result.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= size
        for edit in item.fix.edits if item.fix is not None else ():
            assert 0 <= edit.span.start <= edit.span.end <= size
    for comment in result.comments:
        assert source.text[comment.start : comment.end] == comment.text
        assert comment.text.startswith("#")
    todo: list[YamlNode] = [] if result.root is None else [result.root]
    while todo:
        node = todo.pop()
        assert 0 <= node.start <= node.end <= size
        match node:
            case YamlScalar():
                assert_scalar(source, node)
            case YamlSequence():
                todo += node.items
            case YamlMapping():
                todo += [item for pair in node.pairs for item in pair]


def assert_scalar(source: SourceFile, node: YamlScalar) -> None:
    assert node.start <= node.inner_start <= node.inner_end <= node.end
    written = source.text[node.inner_start : node.inner_end]
    if node.offsets is not None:
        assert len(node.offsets) == len(node.text) + 1
        assert list(node.offsets) == sorted(node.offsets)
        assert node.inner_start <= node.offsets[0]
        assert node.offsets[-1] == node.inner_end
    elif node.text == written:
        pass
    elif not set(written) & set("\n\r") and source.text[node.start : node.start + 1] not in "|>":
        # Blanks of other programs and characters that are told of stand for themselves.
        assert "\ufffd" in node.text or not node.text.strip()
    else:
        assert node.text.split() == written.replace("\ufeff", " ").split() or "\ufffd" in node.text


def assert_read_alike(text: str) -> None:
    source = source_file("村.yaml", text)
    fast, slow = composed(source, in_c=True), composed(source, in_c=False)
    assert_sound(source, fast)
    assert_sound(source, slow)
    if fast.root is not None and slow.root is not None:
        assert fast.root == slow.root
        assert fast.comments == slow.comments
        assert fast.diagnostics == slow.diagnostics


needs_c = pytest.mark.skipif(not yaml.__with_libyaml__, reason="this PyYAML has no C parser")


@needs_c
@given(st.text(st.one_of(st.sampled_from([mark for mark in MARKS if len(mark) == 1]))))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert_read_alike(text)


@needs_c
@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
def test_any_row_of_signs_is_read_or_refused(text: str) -> None:
    assert_read_alike(text)


@needs_c
@given(
    st.lists(
        st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), st.sampled_from(["", *MARKS])),
        min_size=1,
        max_size=4,
    )
)
@example([(0, 0, "\ufeff")])
@example([(116, 2, "\ufeff")])
@example([(264, 0, "－")])
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int, str]]) -> None:
    text = VALID
    for place, removed, put_in in changes:
        text = text[:place] + put_in + text[place + removed :]
    assert_read_alike(text)


@needs_c
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_whole_file_is_right_and_every_beginning_of_it_told_of(line_end: str) -> None:
    text = VALID.replace("\n", line_end)
    assert compose_yaml(source_file("村.yaml", text)).diagnostics == ()
    for end in range(len(text)):
        assert_read_alike(text[:end])


@needs_c
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "latin-1"])
@pytest.mark.parametrize("seed", range(20))
def test_bytes_of_anything_are_read_or_refused(seed: int, encoding: str) -> None:
    data = random.Random(seed).randbytes(400)  # noqa: S311 - the same bytes each time
    assert_read_alike(data.decode(encoding, errors="surrogateescape"))
    assert_read_alike(data.decode(encoding, errors="replace"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "yaml-too-deep"),
        ("[\n" * 100_000, "yaml-too-deep"),
        ("- " * 100_000, "yaml-too-deep"),
        ("{" * 100_000, "yaml-complex-key"),
        ("".join(" " * level + "甲:\n" for level in range(2_000)), "yaml-too-deep"),
        ("甲: " + "x" * 10_000_000, "yaml-value-too-long"),
        ('甲: "' + "\\n" * 5_000_000 + '"', "yaml-value-too-long"),
        ("甲: |\n" + "  x\n" * 2_000_000, "yaml-value-too-long"),
        ("甲：1\n乙: 2\n" * 50_000, "yaml-fullwidth-colon"),
        ("\u3000甲: 1\n" * 50_000, "yaml-indent"),
        ('甲: "\n' * 50_000, "yaml-unclosed-quote"),
        ("甲: [x\n" * 50_000, "yaml-unclosed-bracket"),
        ("甲: 1\n" * 50_000, "yaml-duplicate-key"),
        ("\0" * 1_000_000, "yaml-control-character"),
    ],
    ids=lambda value: value[:12] if value.startswith("yaml") else "",
)
def test_a_huge_file_is_refused_with_a_bounded_number_of_words(text: str, code: str) -> None:
    diagnostics = compose_yaml(source_file("村.yaml", text)).diagnostics

    assert code in {item.code for item in diagnostics}
    assert len(diagnostics) <= 200


def texts(node: YamlNode | None) -> object:
    """What a node says, without places; anchors and aliases are followed."""
    match node:
        case None:
            return None
        case YamlScalar():
            return node.text
        case YamlSequence():
            return [texts(item) for item in node.items]
        case YamlMapping():
            return [(key.text, texts(value)) for key, value in node.pairs]


SLIPS = [
    *("甲：", "甲:乙", "甲: ", "- 甲：", "  乙：", "丙: %", "丁: *必", '戊: "己" 庚', "　", "\t"),
    *("\n", "\n  ", "\n- ", "\n  - ", "\n　", "  -甲", "  －甲", "＃ 说明", "[一, 二】", "[一] 二"),
    *("'", '"', "\\", "一", "|\n", " #", "# "),
]


@given(st.lists(st.sampled_from(SLIPS), max_size=12).map("".join))
def test_what_is_read_past_safe_fixes_is_what_they_give(text: str) -> None:
    source = source_file("村.yaml", text)
    result = compose_yaml(source)
    fixes = [item.fix for item in result.diagnostics if item.fix is not None]
    if len(fixes) < len(result.diagnostics) or result.root is None:
        return
    if any(fix.applicability is not Applicability.SAFE for fix in fixes):
        return
    edits = [edit for fix in fixes for edit in fix.edits]
    fixed = text
    for edit in sorted(edits, key=lambda item: item.span.start, reverse=True):
        fixed = fixed[: edit.span.start] + edit.replacement + fixed[edit.span.end :]

    again = compose_yaml(source_file("村.yaml", fixed))

    assert texts(again.root) == texts(result.root)
