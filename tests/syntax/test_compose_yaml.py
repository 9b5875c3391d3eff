"""YAML text to nodes, with the place of every character."""

import pytest
import yaml

from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.compose_yaml import ComposedYaml, compose_yaml
from pointrules.syntax.yaml_nodes import YamlMapping, YamlNode, YamlScalar, YamlSequence
from pointrules.syntax.yaml_tree import MAX_DEPTH, MAX_NODES, MAX_VALUE

Plain = str | list["Plain"] | list[tuple[str, "Plain"]]


@pytest.fixture(params=[True, False], ids=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both of PyYAML's parsers."""
    if request.param and not yaml.__with_libyaml__:
        pytest.skip("this PyYAML has no C parser")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


def plain(node: YamlNode | None) -> object:
    """Only the texts: a mapping as pairs."""
    match node:
        case None:
            return None
        case YamlScalar():
            return node.text
        case YamlSequence():
            return [plain(item) for item in node.items]
        case YamlMapping():
            return [(key.text, plain(value)) for key, value in node.pairs]


def composed(text: str) -> ComposedYaml:
    return compose_yaml(source_file("村.yaml", text))


def told(text: str) -> list[tuple[str, str, int]]:
    """The codes, the words they point at, and the line."""
    source = source_file("村.yaml", text)
    return [
        (item.code, source.excerpt(item.span), source.position(item.span.start).line)
        for item in compose_yaml(source).diagnostics
    ]


def scalars(node: YamlNode | None) -> list[YamlScalar]:
    match node:
        case None:
            return []
        case YamlScalar():
            return [node]
        case YamlSequence():
            return [leaf for item in node.items for leaf in scalars(item)]
        case YamlMapping():
            return [leaf for pair in node.pairs for item in pair for leaf in scalars(item)]


def written(source: SourceFile, node: YamlScalar) -> tuple[str, str]:
    """The value with its quotes, and without."""
    return source.text[node.start : node.end], source.text[node.inner_start : node.inner_end]


def test_every_value_stays_what_is_written() -> None:
    text = (
        "- 3.10\n- 010110\n- yes\n- 12:30\n- 2026-01-01\n- null\n- ~\n- 1_000\n- 0x1F\n- 1e3\n-\n"
    )

    assert plain(composed(text).root) == [
        *("3.10", "010110", "yes", "12:30", "2026-01-01", "null", "~", "1_000", "0x1F", "1e3", "")
    ]


def test_keys_and_values_keep_their_order() -> None:
    text = "乙: 1\n甲:\n- {丙: 2, 丁: [3, 4]}\n- 五\n"

    result = composed(text)

    assert plain(result.root) == [
        ("乙", "1"),
        ("甲", [[("丙", "2"), ("丁", ["3", "4"])], "五"]),
    ]
    assert result.diagnostics == ()


@pytest.mark.parametrize("beginning", ["", "\ufeff"], ids=["bare", "BOM"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_places_are_code_points_of_the_file(beginning: str, line_end: str) -> None:
    lines = ("𠮷: '𠮷野' # 说明", "乙:", "  - 「丙，丁」  ", '  - "戊"', "己: {庚: 辛}", "")
    source = source_file("村.yaml", beginning + line_end.join(lines))

    root = compose_yaml(source).root

    assert [written(source, leaf) for leaf in scalars(root)] == [
        ("𠮷", "𠮷"),
        ("'𠮷野'", "𠮷野"),
        ("乙", "乙"),
        ("「丙，丁」", "「丙，丁」"),
        ('"戊"', "戊"),
        ("己", "己"),
        ("庚", "庚"),
        ("辛", "辛"),
    ]
    assert isinstance(root, YamlMapping)
    sequence, mapping = root.pairs[1][1], root.pairs[2][1]
    assert source.text[sequence.start : sequence.end].startswith("- 「丙")
    assert source.text[sequence.start : sequence.end].endswith('"戊"')
    assert source.text[mapping.start : mapping.end] == "{庚: 辛}"
    assert source.text[root.start : root.end].startswith("𠮷")
    assert source.text[root.start : root.end].endswith("辛}")


def test_an_empty_value_stands_behind_its_colon() -> None:
    (key, value) = scalars(composed("行为:  # 空\n").root)

    assert (key.text, value.text, value.start, value.end) == ("行为", "", 3, 3)


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        (r'甲: "a\u4e2d\nb"', "a中\nb", (4, 5, 11, 13, 14)),
        (r'甲: "\x41\U00020BB7\\"', "A𠮷\\", (4, 8, 18, 20)),
        ("甲: 'it''s'", "it's", (4, 5, 6, 8, 9)),
        ('甲: "a\\"b"', 'a"b', (4, 5, 7, 8)),
        ('甲: "a\\\n  b"', "ab", (4, 9, 10)),
        ('甲: "\\"a  \n\n  b"', '"a\nb', (4, 6, 7, 13, 14)),
        ("甲: 'a''\n  b'", "a' b", (4, 5, 7, 10, 11)),
    ],
)
def test_escapes_keep_the_place_of_each_character(
    text: str, value: str, places: tuple[int, ...]
) -> None:
    (_, node) = scalars(composed(text).root)

    assert node.text == value
    assert node.offsets == places


@pytest.mark.parametrize(
    ("text", "value", "inner"),
    [
        ("甲: |\n  一\n  二\n", "一\n二\n", "  一\n  二"),
        ("甲: >-  # 说明\n  一\n  二\n\n# 后\n", "一 二", "  一\n  二"),
        ("甲: 一\n  二\n", "一 二", "一\n  二"),
        ('甲: "一\n  二"\n', "一 二", "一\n  二"),
        ("甲: |\n", "", ""),
    ],
)
def test_values_of_several_lines_are_a_slice_of_the_file(text: str, value: str, inner: str) -> None:
    source = source_file("村.yaml", text)

    (_, node) = scalars(compose_yaml(source).root)

    assert node.text == value
    assert node.offsets is None
    assert written(source, node)[1] == inner


def test_remarks_are_found_between_values_only() -> None:
    text = (
        "# 一\n"
        "甲: 子 # 二  \n"
        '乙: "丑 # 不是"\n'
        "丙: 寅#不是\n"
        "丁: |  # 三\n"
        "  # 不是\n"
        "  卯\n"
        "# 四\n"
        "戊: [  # 五\n"
        "  辰]\n"
        "己: &a  # 六\n"
        "  午: 未\n"
    )
    source = source_file("村.yaml", text)

    comments = compose_yaml(source).comments

    assert [item.text for item in comments] == ["# 一", "# 二", "# 三", "# 四", "# 五", "# 六"]
    assert all(source.text[item.start : item.end] == item.text for item in comments)


def test_an_alias_is_the_node_that_it_names() -> None:
    result = composed("甲: &a [子, 丑]\n乙: *a\n丙: &b 寅\n*b : 卯\n")

    assert plain(result.root) == [
        ("甲", ["子", "丑"]),
        ("乙", ["子", "丑"]),
        ("丙", "寅"),
        ("寅", "卯"),
    ]
    assert isinstance(result.root, YamlMapping)
    assert result.root.pairs[1][1] is result.root.pairs[0][1]
    assert result.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("not-a-ruleset", "", 1)]),
        ("\ufeff\n# 只有说明\n", [("not-a-ruleset", "", 1)]),
        ("---\n", [("not-a-ruleset", "", 1)]),
        ("甲: 1\n乙: 2\n甲: 3\n", [("yaml-duplicate-key", "甲", 3)]),
        ("? [甲]\n: 1\n", [("yaml-complex-key", "", 1)]),
        ("甲: &a [1]\n*a : 1\n", [("yaml-complex-key", "*a", 2)]),
        ("甲: &a {乙: 1}\n丙:\n  <<: *a\n  丁: 2\n", [("yaml-merge-key", "<<", 3)]),
        ("甲: *a\n", [("yaml-unknown-anchor", "*a", 1)]),
        ("甲: &a [*a]\n", [("yaml-alias-within-itself", "*a", 1)]),
        ("甲: !!str 1\n", [("yaml-tag", "!!str", 1)]),
        ("甲: !x\n  乙: 1\n", [("yaml-tag", "!x", 1)]),
        ("甲: !!python/object:os.system [x]\n", [("yaml-tag", "!!python/object:os.system", 1)]),
        ("%YAML 1.1\n---\n甲: 1\n", [("yaml-directive", "", 1)]),
        ("甲: 1\n---\n乙: 2\n", [("yaml-several-documents", "---", 2)]),
        (
            "甲: \x00\n乙: \ud800\n",
            [
                ("yaml-control-character", "\x00", 1),
                ("yaml-control-character", "\ud800", 2),
            ],
        ),
        ('甲: "\\0"\n', [("yaml-bad-escape", "\\0", 1)]),
        ("[" * (MAX_DEPTH + 1), [("yaml-too-deep", "", 1)]),
        ("- " * (MAX_DEPTH + 1), [("yaml-too-deep", "", 1)]),
        ("甲: " + "字" * (MAX_VALUE + 1), [("yaml-value-too-long", "", 1)]),
        ("-\n" * MAX_NODES, [("yaml-too-many-values", "", MAX_NODES)]),
    ],
)
def test_each_mistake_has_its_own_message(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(text) == expected


def test_both_of_two_like_keys_are_given_and_the_first_is_shown() -> None:
    result = composed("甲: 1\n甲: 2\n")

    assert plain(result.root) == [("甲", "1"), ("甲", "2")]
    (diagnostic,) = result.diagnostics
    assert [(label.role, label.span.start) for label in diagnostic.labels] == [("first", 0)]


def test_aliases_of_aliases_are_counted_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40)]

    assert [code for code, _, _ in told("".join(lines))] == ["yaml-too-many-values"]


def test_aliases_nest_no_deeper_than_text() -> None:
    lines = ["a0: &a0 [x]\n", *(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 100))]

    assert [code for code, _, _ in told("".join(lines))] == ["yaml-too-deep"]


def test_line_ends_of_other_programs_are_blanks_as_in_the_rules() -> None:
    source = source_file("村.yaml", "甲: 子\u2028丑\u0085寅\n乙:\t卯\n")

    result = compose_yaml(source)

    assert plain(result.root) == [("甲", "子\u2028丑\u0085寅"), ("乙", "卯")]
    assert result.diagnostics == ()
