"""A village's changes and its template together mean what one text written out in full means."""

import re

from pointrules.checking.check import check_ruleset
from pointrules.model.overlay import ChangeKind
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import source_file
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse_dsl import parse_ruleset

HEAD = "年度 自 1月1日 起\n"
WORDS = """词表
  行为 卫生检查（等次：优秀、差）
  行为 志愿服务（时长：小时）
  行为 乱倒垃圾
  判定 取消评优
"""
OWN_WORDS = "词表\n  行为 打扫祠堂，又称 扫祠堂\n"
ACCOUNT = "账户「积分」按户：1月1日 起算，基础 100 分，期末清零\n"
CATEGORY = "类别「环境卫生」：记入 积分；每年最多加 60 分；同一 等次 取最高\n"
CLAUSE_1 = (
    "条款 1 「检查」 归入 环境卫生\n  卫生检查 等次 优秀 的，每次 加 单次分值，每月最多加 12 分。\n"
)
CLAUSE_2 = "条款 2 「检查差」 归入 环境卫生\n  卫生检查 等次 差 的，每次 扣 3 分。\n"
CLAUSE_3 = "条款 3 「志愿服务」\n  志愿服务 的，每满 1 小时 加 2 分，每年最多加 80 分。\n"
NEW_3 = "条款 3 「志愿服务」\n  志愿服务 的，每满 4 小时 加 3 分，每年最多加 60 分；接续 3。\n"
CLAUSE_4 = "条款 4 「乱倒」\n  乱倒垃圾 的，每次 扣 5 分，并 取消评优，至 本年末。\n"
CLAUSE_20 = "条款 20 「祠堂」\n  打扫祠堂 的，每次 加 2 分，每年最多加 10 分。\n"
REVIEW = "评议：审核通过的，计分；按 发生日期 归期。\n"
GRADE = "等级「星级」按 积分 本期：120 分起 三星；其余 二星\n"
BOUNDS = "自设 最多 5 项，每项最多 2 分\n不得修改 条款 4\n"
TEMPLATE = (
    "细则「镇标准」版本 2020，自 2020-01-01 起施行\n"
    f"{HEAD}{WORDS}{ACCOUNT}参数「单次分值」：5 分，可在 2 到 8 分 之间自定\n"
    f"{CATEGORY}{CLAUSE_1}{CLAUSE_2}{CLAUSE_3}{CLAUSE_4}{BOUNDS}{REVIEW}{GRADE}"
    "例「镇里的」\n  当「张家」2023-05-01 乱倒垃圾\n  那么 扣 5 分，依据 4\n"
)
VILLAGE = (
    "细则「村」版本 1，自 2023-01-01 起施行，沿用「镇标准」2020\n"
    f"参数「单次分值」：4 分\n修改 {NEW_3}删除 条款 2\n{OWN_WORDS}{CLAUSE_20}"
)
WRITTEN_OUT = (
    "细则「村」版本 1，自 2023-01-01 起施行\n"
    f"{HEAD}{WORDS}{ACCOUNT}参数「单次分值」：4 分\n"
    f"{CATEGORY}{CLAUSE_1}{NEW_3}{CLAUSE_4}{REVIEW}{GRADE}{OWN_WORDS}{CLAUSE_20}"
)


def read(name: str, text: str, template: ParsedRuleset | None = None) -> ParsedRuleset:
    source = source_file(name, text)
    parsed = parse_ruleset(source) if template is None else parse_ruleset(source, template.names)
    assert parsed.diagnostics == ()
    return parsed


def village(text: str = VILLAGE) -> Ruleset:
    template = read("镇.points", TEMPLATE)
    checked = check_ruleset(read("村.points", text, template).syntax, "", (), template.syntax)
    assert checked.ruleset is not None, checked.diagnostics
    return checked.ruleset


def meaning(ruleset: Ruleset) -> str:
    """All that the ruleset says, without where it is written and what it changes."""
    told = repr(ruleset).partition("overlay=")[0]
    return re.sub(r"Span\([^)]*\)", "here", told)


def test_a_village_means_what_the_same_rules_written_out_in_full_mean() -> None:
    written_out = check_ruleset(read("全.points", WRITTEN_OUT).syntax, "").ruleset
    assert written_out is not None
    assert meaning(village()) == meaning(written_out)


def test_a_village_that_changes_nothing_has_the_templates_clauses() -> None:
    text = "细则「村」版本 1，自 2023-01-01 起施行，沿用「镇标准」2020\n"
    template = check_ruleset(read("镇.points", TEMPLATE).syntax, "").ruleset
    assert template is not None
    assert village(text).clauses == template.clauses
    assert village(text).examples == ()


def test_places_lead_into_the_text_where_the_words_stand() -> None:
    files = {clause.number: clause.origin.file for clause in village().clauses}
    assert files == {"1": "镇.points", "3": "村.points", "4": "镇.points", "20": "村.points"}


def test_what_differs_is_listed_in_the_order_of_the_villages_text() -> None:
    overlay = village().overlay
    assert overlay is not None
    assert [(change.kind, change.number) for change in overlay.clauses] == [
        (ChangeKind.AMENDED, "3"),
        (ChangeKind.DELETED, "2"),
        (ChangeKind.OWN, "20"),
    ]
    assert [change.name for change in overlay.parameters] == ["单次分值"]
    assert [(item.used, item.most) for item in overlay.allowances] == [(1, 5)]
