"""A ruleset in YAML: the same tree as in the language itself, and mistakes at their places."""

from collections.abc import Sequence

import pytest

from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import source_file
from pointrules.syntax import tree
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.outline import INCENTIVES, OUTLINES, Key, Outline
from pointrules.syntax.parse import edition_head, parse_ruleset
from pointrules.syntax.parse_table import Production
from pointrules.syntax.spellings import SIGNS, spellings
from sentences.trees import without_places

POINTS = """细则「三都村积分细则」
  版本 2023.1，自 2023-01-01 起施行
  依据「村规民约第三条」
年度 自 1月1日 起
词表
  行为 卫生检查（等次：优秀、良好、差）
  行为 乱倒垃圾，又称 乱扔垃圾
  行为 志愿服务（时长：小时）
  行为 喜事新办、丧事简办
  户（户名：文本；低保：是否，可不填）
  判定 取消评优
  评议人 评议会
参数「志愿补贴」：1 分
账户「积分」按户：1月1日 起算，基础 100 分，期末结转
类别「环境卫生」：记入 积分，每年最多加 130 分
条款 1.1「院内干净」归入 环境卫生
  卫生检查 的，按 等次 加：优秀 10 分，良好 6 分，其余 不加分；每月最多加 15 分
条款 1.2 归入 环境卫生：乱倒垃圾 的，每次 扣 5 分；1 年内 第 2 次起 加倍；并 取消评优，至 本年末
条款 2.1 归入 环境卫生
  当 行为 是 志愿服务 且 低保 时 每满 1 小时 加 2 分，每次最多加 8 分，每月最多加 30 分
条款 3.1 归入 环境卫生
  有下列情形之一的：喜事新办、丧事简办，每次 加 20 分，每年最多 2 次
条款 3.3 人工评议，由 评议会，因为「年终评定」
条款 4.1 归入 环境卫生：每年 结算：本年 志愿服务 次数 满 3 次 的，加 志愿补贴，不设上限
评议：审核通过 且 公示满 3 天 的，计分；按 发生日期 归期
等级「星级」按 积分 本期：100 分以上 一星；其余 无星
激励「年终分红」分红
  总额 1000 元；按 积分 本期 分配；舍去到 1 分；余款 留存
  资格：星级 是 一星
例「两次检查」
  假如 「张家」2023-03-01 卫生检查 等次 优秀 并且 「张家」 2023-03-02 卫生检查 等次 良好
  那么 加 15 分，依据 1.1
"""

YAML = """- 细则: 三都村积分细则
  版本: 2023.1
  施行: 2023-01-01
  依据: 村规民约第三条
- 年度: 1月1日
- 词表:
  行为:
    - 卫生检查（等次：优秀、良好、差）
    - 乱倒垃圾，又称 乱扔垃圾
    - 志愿服务（时长：小时）
    - 喜事新办、丧事简办
  户: [户名：文本, 低保：是否，可不填]
  判定: 取消评优
  评议人: 评议会
- 参数: 志愿补贴
  值: 1 分
- 账户: 积分
  按: 户
  起算: 1月1日
  基础: 100 分
  期末: 结转
- 类别: 环境卫生
  记入: 积分
  上限: 每年最多加 130 分
- 条款: 1.1
  条文: 院内干净
  归入: 环境卫生
  情形: 卫生检查
  计分: 按 等次 加
  档: [优秀 10 分, 良好 6 分, 其余 不加分]
  上限: 每月最多加 15 分
- 条款: 1.2
  归入: 环境卫生
  情形: 乱倒垃圾 的
  计分: 每次 扣 5 分
  再犯: 1 年内 第 2 次起 加倍
  另外: 并 取消评优，至 本年末
- 条款: 2.1
  归入: 环境卫生
  当: 行为 是 志愿服务 且 低保
  计分: 每满 1 小时 加 2 分
  上限:
    - 每次最多加 8 分
    - 每月最多加 30 分
- 条款: 3.1
  归入: 环境卫生
  之一: [喜事新办, 丧事简办]
  计分: 每次 加 20 分
  上限: 每年最多 2 次
- 条款: 3.3
  处理: 人工评议，由 评议会，因为「年终评定」
- 条款: 4.1
  归入: 环境卫生
  结算: 每年
  情形: 本年 志愿服务 次数 满 3 次
  计分: 加 志愿补贴
  另外: 不设上限
- 评议:
  计分: 审核通过 且 公示满 3 天
  归期: 发生日期
- 等级: 星级
  按: 积分 本期
  档: [100 分以上 一星, 其余 无星]
- 激励: 年终分红
  类型: 分红
  总额: 1000 元
  按: 积分 本期
  取整: 舍去到 1 分
  余款: 留存
  资格: 星级 是 一星
- 例: 两次检查
  假如:
    - 「张家」2023-03-01 卫生检查 等次 优秀
    - 「张家」2023-03-02 卫生检查 等次 良好
  那么: [加 15 分, 依据 1.1]
"""


def read_points(text: str) -> tree.RulesetSyntax:
    parsed = parse_ruleset(source_file("三都.points", text))
    assert parsed.diagnostics == ()
    return parsed.syntax


def blocks(syntax: tree.RulesetSyntax) -> list[object]:
    return [without_places(block.node) for block in syntax.blocks]


def test_yaml_gives_the_tree_of_the_language() -> None:
    parsed = parse_ruleset(source_file("三都.yaml", YAML))
    assert parsed.diagnostics == ()
    expected = blocks(read_points(POINTS))
    found = blocks(parsed.syntax)
    for one, other in zip(found, expected, strict=True):
        assert one == other


def test_places_are_those_of_the_yaml_file() -> None:
    parsed = parse_ruleset(source_file("三都.yaml", YAML))
    clause = next(
        block.node
        for block in parsed.syntax.blocks
        if isinstance(block.node, tree.Clause) and block.node.number.text == "1.2"
    )
    assert isinstance(clause.body, tree.Sentence)
    effect = clause.body.effect.span
    assert YAML[effect.start : effect.end] == "每次 扣 5 分"
    assert YAML[clause.span.start :].startswith("条款: 1.2")


def test_keys_may_stand_in_any_order() -> None:
    mixed = """- 按: 户
  基础: 100 分
  账户: 积分
"""
    wanted = blocks(read_points("账户「积分」按户：基础 100 分"))
    assert blocks(parse_ruleset(source_file("a.yaml", mixed)).syntax) == wanted


def test_the_order_of_loose_keys_is_that_of_the_ruleset() -> None:
    yaml = """- 类别: 卫生
  上限: 每年最多加 130 分
  记入: 积分
"""
    wanted = blocks(
        read_points("账户「积分」按户：基础 1 分\n类别「卫生」：每年最多加 130 分，记入 积分")
    )
    head = "- 账户: 积分\n  按: 户\n  基础: 1 分\n"
    assert blocks(parse_ruleset(source_file("a.yaml", head + yaml)).syntax) == wanted


def test_english_keys_are_the_twins_of_the_chinese_ones() -> None:
    english = """- account: 积分
  by: household
  first day: 1月1日
  base: 100 points
  at period end: carried over
"""
    wanted = blocks(read_points("账户「积分」按户：1月1日 起算，基础 100 分，期末结转"))
    assert blocks(parse_ruleset(source_file("a.yaml", english)).syntax) == wanted


def test_values_of_several_lines_are_read_as_one_phrase() -> None:
    yaml = """- 账户: 积分
  按: 户
  基础: |
    100
    分
- 条款: 1
  条文: |
    积分实行动态管理，
    一年一算
  处理: 不计分
"""
    text = "账户「积分」按户：基础 100 分\n条款 1「积分实行动态管理，一年一算」不计分"
    assert blocks(parse_ruleset(source_file("a.yaml", yaml)).syntax) == blocks(read_points(text))


def test_text_stays_text() -> None:
    yaml = "- 条款: 3.10\n  条文: 010110\n  处理: 不计分，因为「yes」\n"
    text = "条款 3.10「010110」不计分，因为「yes」"
    assert blocks(parse_ruleset(source_file("a.yaml", yaml)).syntax) == blocks(read_points(text))


def test_the_head_of_an_edition_is_read_alone() -> None:
    head = edition_head(source_file("三都.yaml", YAML))
    assert head is not None
    assert head.title.text == "三都村积分细则"
    assert edition_head(source_file("a.yaml", "- 年度: 1月1日")) is None


# ---- mistakes: ⟦ ⟧ stand around the place

_ACCOUNT = """- 账户: 积分
  按: 户
  基础: 1 分
- 词表:
  行为: [邻里互助, 卫生检查（等次：优秀、差）]
"""
_CLAUSE = "- 条款: 2.1\n  情形: 邻里互助\n  计分: 加 2 分\n"

MISTAKES = (
    ("yaml-blocks-expected", "⟦细则: 友谊村\n版本: 2023.1⟧"),
    ("yaml-block-expected", "- ⟦邻里互助 的，每次 加 2 分⟧"),
    ("yaml-head-missing", "- ⟦情形⟧: 邻里互助\n  计分: 加 2 分"),
    ("unknown-head", "- ⟦条歀⟧: 2.1\n  情形: 邻里互助\n  计分: 加 2 分"),
    (
        "yaml-unknown-key",
        _CLAUSE + "  ⟦上线⟧: 每月最多加 10 分",
    ),
    ("yaml-key-missing", "- ⟦条款⟧: 2.1\n  情形: 邻里互助"),
    ("yaml-key-missing", "- ⟦账户⟧: 荣誉积分\n  基础: 1 分"),
    ("yaml-key-missing", "- ⟦clause⟧: 2.1\n  situation: 邻里互助"),
    ("yaml-keys-clash", "- 条款: 2.1\n  处理: 不计分\n  ⟦计分⟧: 加 2 分"),
    ("yaml-keys-clash", _CLAUSE + "  ⟦当⟧: 行为 是 邻里互助"),
    ("yaml-keys-clash", "- 条款: 1\n  结算: 每年\n  ⟦当⟧: 行为 是 邻里互助\n  计分: 加 2 分"),
    ("yaml-keys-clash", "- 条款: 1\n  结算: 每年\n  ⟦之一⟧: 邻里互助\n  计分: 加 2 分"),
    ("yaml-duplicate-key", _CLAUSE + "  ⟦points⟧: 加 3 分"),
    (
        "yaml-wrong-key",
        _CLAUSE + "  再犯: ⟦每月最多加 10 分⟧",
    ),
    ("yaml-wrong-key", "- 条款: 2.1\n  情形: 邻里互助\n  计分: 加 2 分，⟦每月最多加 9 分⟧"),
    ("yaml-value-missing", _CLAUSE + "  ⟦上限⟧:"),
    ("yaml-value-unwanted", "- 评议: ⟦审核通过⟧\n  归期: 发生日期"),
    ("yaml-phrase-expected", "- 词表:\n  户: ⟦{小组: 文本}⟧"),
    ("yaml-keys-clash", "- 条款: 1.1\n  处理: 不计分\n  ⟦档⟧: 优秀 3 分"),
    ("unknown-name", "- 条款: 2.1\n  情形: ⟦邻里护助⟧\n  计分: 加 2 分"),
    ("unit-missing", "- 条款: 2.1\n  情形: 邻里互助\n  计分: 加 ⟦2⟧"),
    (
        "unit-missing",
        "- 条款: 2.1\n  情形: 卫生检查\n  计分: 按 等次 加\n  档: [优秀 ⟦3⟧, 差 1 分]",
    ),
    ("unfinished", "- 条款: 2.1\n  情形: 邻里互助\n  计分: 每次⟦⟧"),
    ("unit-missing", '- 条款: 2.1\n  情形: "邻里\\u4e92助"\n  计分: "加 ⟦\\u0032\\u0033⟧"'),
)


def split_marks(marked: str) -> tuple[str, int, int]:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    return marked.replace("⟦", "").replace("⟧", ""), start, end


def said_of(text: str) -> Sequence[Diagnostic]:
    return parse_ruleset(source_file("a.yaml", text)).diagnostics


@pytest.mark.parametrize(("code", "marked"), MISTAKES)
def test_a_mistake_is_told_at_its_place(code: str, marked: str) -> None:
    text, start, end = split_marks(marked)
    before = "" if code == "yaml-blocks-expected" else _ACCOUNT
    (said,) = said_of(before + text)
    place = (len(before) + start, len(before) + end)
    assert (said.code, said.span.start, said.span.end) == (code, *place)


# ---- the table of keys

PARTS = [(outline, key) for outline in OUTLINES for key in outline.keys]


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.production + outline.head)
def test_every_key_of_a_block_has_a_name_of_its_own(outline: Outline) -> None:
    names = [name for key in outline.keys for name in (key.zh, key.en)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("outline", "key"), PARTS)
def test_every_key_names_starts_productions_and_words_of_the_grammar(
    outline: Outline, key: Key
) -> None:
    productions = {
        action.name
        for row in parse_table().rows
        for action in row.values()
        if isinstance(action, Production)
    }
    assert not key.phrase or key.phrase in parse_table().starts, outline
    assert set(key.holds) <= productions
    meanings = {(spelling.terminal, spelling.value) for spelling in spellings().all}
    meanings |= {(sign, "") for sign in SIGNS.values()}
    assert set(key.lead) | set(key.trail) <= meanings
    assert key.join is None or key.join in {*SIGNS.values(), "AND_THEN"}


def test_every_phrase_of_the_grammar_is_of_some_key() -> None:
    used = {key.phrase for _, key in PARTS} | {outline.phrase for outline in OUTLINES} | {""}
    used |= {"block", "phrase_settled_guard"}
    assert set(parse_table().starts) | {""} == used


def test_every_incentive_has_an_outline() -> None:
    assert set(INCENTIVES) == {"LOAN", "EXCHANGE", "HONOUR", "POOL"}
