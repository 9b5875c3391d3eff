"""One mistake in one clause, one diagnostic, at its place."""

import pytest

from checking.village import VOCABULARY, read, the_only_mistake, village
from pointrules.diagnostics.catalogue import message
from pointrules.source.language import Language

TWO_ACCOUNTS = "账户「积分」按户：1月1日 起算，期末清零\n账户「荣誉」按户：1月1日 起算，期末清零\n"

MISTAKES = (
    # conditions
    ("condition-without-behaviour", "条款 1 ⟦当 低保 时⟧ 每次 扣 1 分"),
    ("condition-never-true", "条款 1 ⟦当 行为 是 捐款 且 行为 是 拾捡 时⟧ 每次 扣 1 分"),
    ("attribute-not-of-behaviour", "条款 1 捐款 ⟦等次⟧ 优秀 的，每次 扣 1 分"),
    (
        "attribute-not-of-behaviour",
        "条款 1 当 行为 属于 捐款、拾捡 且 ⟦金额⟧ ≥ 1 元 时 每次 扣 1 分",
    ),
    ("value-not-of-attribute", "条款 1 卫生检查 等次 ⟦县级⟧ 的，每次 扣 1 分"),
    ("value-of-other-type", "条款 1 志愿服务 时长 ⟦优秀⟧ 的，每次 扣 1 分"),
    ("value-of-other-type", "条款 1 体检 合格 ⟦2023-01-01⟧ 的，每次 扣 1 分"),
    ("unit-clash", "条款 1 志愿服务 时长 ⟦2 天⟧以上 的，每次 扣 1 分"),
    ("not-a-number-attribute", "条款 1 卫生检查 ⟦等次⟧ 2 小时以上 的，每次 扣 1 分"),
    ("not-a-yes-no-attribute", "条款 1 卫生检查 且 ⟦片区⟧ 的，每次 扣 1 分"),
    ("none-without-period", "条款 1 当 行为 是 捐款 且 ⟦没有 乱倒垃圾⟧ 时 每次 扣 1 分"),
    ("period-of-flag", "条款 1 当 行为 是 捐款 且 ⟦本年 没有 取消评优⟧ 时 每次 扣 1 分"),
    ("date-of-condition", "条款 1 当 行为 是 捐款 且 ⟦登记日期 ≥ 2023-07-01⟧ 时 每次 扣 1 分"),
    (
        "not-a-date-attribute",
        "条款 1 当 行为 是 体检 且 日期甲 不晚于 ⟦合格⟧ 后 7 天 时 每次 扣 1 分",
    ),
    ("not-a-date-attribute", "条款 1 当 行为 是 体检 且 ⟦合格⟧ 不晚于 发生日期 时 每次 扣 1 分"),
    ("unit-clash", "条款 1 当 行为 是 体检 且 日期甲 晚于 发生日期 后 ⟦2 小时⟧ 时 每次 扣 1 分"),
    ("date-of-condition", "条款 1 当 行为 是 体检 且 ⟦日期甲 晚于 登记日期⟧ 时 每次 扣 1 分"),
    ("grade-in-clause", "条款 1 当 行为 是 捐款 且 ⟦积分 余额 ≥ 5 分⟧ 时 每次 扣 1 分"),
    ("wrong-kind-of-name", "条款 1 ⟦评议会⟧ 的，每次 扣 1 分"),
    ("wrong-kind-of-name", "条款 1 归入 ⟦评议会⟧ 捐款 的，每次 扣 1 分"),
    # values
    ("finer-than-precision", "条款 1 捐款 的，每次 扣 ⟦0.5 分⟧"),
    ("unit-clash", "条款 1 捐款 的，每次 扣 ⟦5 元⟧"),
    ("negative-number", "条款 1 捐款 的，每次 扣 ⟦-5 分⟧"),
    ("rounding-missing", "条款 1 志愿服务 的，⟦每 1 小时 扣 2 分⟧"),
    ("rounding-without-fraction", "条款 1 志愿服务 的，每满 1 小时 扣 2 分，⟦舍去到 1 分⟧"),
    ("rounding-without-fraction", "条款 1 捐款 的，每次 扣 2 分，⟦舍去到 1 分⟧"),
    ("finer-than-precision", "条款 1 志愿服务 的，每 1 小时 扣 2 分，舍去到 ⟦0.1 分⟧"),
    ("step-not-positive", "条款 1 志愿服务 的，每满 ⟦0 小时⟧ 扣 2 分"),
    ("no-attribute-of-unit", "条款 1 捐款 的，每满 ⟦1 小时⟧ 扣 2 分"),
    ("not-a-number-attribute", "条款 1 卫生检查 的，按 ⟦等次⟧ 分档 扣：10 元起 2 分"),
    ("count-without-period", "条款 1 捐款 的，⟦按 次数 分档 扣：10 次起 2 分⟧"),
    ("reached-missing", "条款 1 捐款 的，⟦按 本年累计 金额 分档 扣：10 元起 2 分⟧"),
    ("reached-without-steps", "条款 1 捐款 的，每次 扣 2 分，⟦取最高档⟧"),
    ("band-twice", "条款 1 捐款 的，按 金额 分档 扣：10 元起 2 分，⟦10 元起 3 分⟧"),
    (
        "bands-not-rising",
        "条款 1 捐款 的，按 金额 分档 扣：10 元起 2 分，30 元起 4 分，⟦20 元起 3 分⟧",
    ),
    ("band-without-start", "条款 1 捐款 的，按 金额 分档 扣：⟦10 元以下⟧ 2 分"),
    ("range-reversed", "条款 1 邻里互助 的，由 评议会 酌情 扣 ⟦5 到 1 分⟧"),
    ("wrong-kind-of-name", "条款 1 邻里互助 的，由 ⟦取消评优⟧ 酌情 扣 1 到 5 分"),
    # tables
    ("table-cell-missing", "条款 1 卫生检查 的，⟦按 等次 扣：优秀 3 分⟧，良好 2 分"),
    ("table-cell-twice", "条款 1 卫生检查 的，按 等次 扣：优秀 3 分，⟦优秀 2 分⟧，其余 不扣分"),
    ("not-an-enumerated-attribute", "条款 1 捐款 的，按 ⟦金额⟧ 扣：优秀 3 分"),
    (
        "value-not-of-attribute",
        "条款 1 卫生检查 的，按 等次 扣：优秀 3 分，⟦县级⟧ 2 分，其余 不扣分",
    ),
    ("row-without-points", "条款 1 卫生检查 的，按 等次 扣：⟦优秀⟧，其余 不扣分"),
    ("row-without-table", "条款 1 卫生检查 的，每次 扣 3 分，⟦优秀 2 分⟧"),
    ("row-without-table", "条款 1 卫生检查 的，按 等次 扣：⟦优秀 第一 2 分⟧，其余 不扣分"),
    ("table-of-many", "条款 1 表彰 的，按 级别、名次、⟦事项⟧ 扣：县级 2 分"),
    # limits
    ("limit-missing", "条款 ⟦1⟧ 捐款 的，每次 加 2 分"),
    ("limit-missing", "条款 ⟦1⟧ 志愿服务 的，每满 1 小时 加 2 分，每次最多加 8 分"),
    ("limit-missing", "条款 ⟦1⟧ 表彰 的，每次 加 2 分，同一 事项 取最高"),
    ("limit-of-other-direction", "条款 1 捐款 的，每次 扣 2 分，⟦每年最多加 8 分⟧"),
    ("limit-twice", "条款 1 捐款 的，每次 扣 2 分，每年最多 8 分，⟦每年最多扣 9 分⟧"),
    ("limit-unit", "条款 1 捐款 的，每次 扣 2 分，每年最多 ⟦8 元⟧"),
    ("limit-unit", "条款 1 捐款 的，每次 扣 2 分，每次最多 ⟦8 次⟧"),
    ("limit-below-award", "条款 1 捐款 的，每次 扣 5 分，⟦每年最多扣 3 分⟧"),
    ("not-a-whole-number", "条款 1 捐款 的，每次 扣 2 分，每年最多 ⟦1.5 次⟧"),
    ("finer-than-precision", "条款 1 捐款 的，每次 扣 2 分，每年最多扣 ⟦8.5 分⟧"),
    ("unlimited-with-limit", "条款 1 捐款 的，每次 加 2 分，每年最多加 8 分，⟦不设上限⟧"),
    ("beyond-without-limit", "条款 1 捐款 的，每次 扣 2 分，⟦超出不计⟧"),
    # escalation, best-of
    ("too-far-in-time", "条款 1 捐款 的，每次 扣 2 分，⟦9999 年内⟧ 第 2 次起 加倍"),
    ("too-far-in-time", "条款 1 捐款 的，每次 扣 2 分，⟦99999999999 天内⟧ 第 2 次起 加倍"),
    ("too-far-in-time", "条款 1 捐款 的，取消评优 ⟦9999 个月⟧"),
    ("escalation-without-window", "条款 1 捐款 的，每次 扣 2 分，⟦第 2 次起 加倍⟧"),
    ("escalation-step-order", "条款 1 捐款 的，每次 扣 2 分，⟦一年内 第 1 次起 加倍⟧"),
    (
        "escalation-step-order",
        "条款 1 捐款 的，每次 扣 2 分，一年内 第 3 次起 加倍，⟦第 2 次起 按 3 倍⟧",
    ),
    (
        "escalation-of-two-windows",
        "条款 1 捐款 的，每次 扣 2 分，一年内 第 2 次起 加倍，⟦本年内 第 3 次起 按 3 倍⟧",
    ),
    ("escalation-factor", "条款 1 捐款 的，每次 扣 2 分，⟦一年内 第 2 次起 按 0 倍⟧"),
    ("finer-than-precision", "条款 1 捐款 的，每次 扣 3 分，⟦一年内 第 2 次起 按 1.5 倍⟧"),
    (
        "escalation-with-running-sum",
        "条款 1 捐款 的，按 本年累计 金额 达到 扣：10 元起 2 分，取最高档，⟦一年内 第 2 次起 加倍⟧",
    ),
    (
        "best-of-with-running-sum",
        "条款 1 捐款 的，按 本年累计 金额 达到 扣：10 元起 2 分，取最高档，⟦同一 金额 取最高⟧",
    ),
    ("attribute-not-of-behaviour", "条款 1 捐款 的，每次 扣 2 分，同一 ⟦事项⟧ 取最高"),
    # flags
    ("flag-end-missing", "条款 1 行政处罚 的，⟦取消评优⟧"),
    ("until-without-flag", "条款 1 行政处罚 的，每次 扣 2 分，⟦至 本年末⟧"),
    ("unit-clash", "条款 1 行政处罚 的，取消评优 ⟦2 小时⟧"),
    ("wrong-kind-of-name", "条款 1 行政处罚 的，⟦评议会⟧ 1 年"),
    ("points-missing", "条款 1 行政处罚 的，取消评优 1 年，⟦每年最多扣 2 分⟧"),
    ("part-twice", "条款 1 行政处罚 的，取消评优 1 年，⟦至 本年末⟧"),
    ("part-twice", "条款 1 行政处罚 的，每次 扣 2 分，记入 积分，⟦记入 积分⟧"),
    ("wrong-kind-of-name", "条款 1 行政处罚 的，取消评优，至 ⟦评议会⟧ 之日"),
    ("wrong-kind-of-name", "条款 1 行政处罚 的，撤销 ⟦评议会⟧"),
    ("flag-never-withdrawn", "条款 1 行政处罚 的，⟦取消评优⟧，至 撤销为止"),
    ("flag-never-opened", "条款 1 邻里互助 的，撤销 ⟦取消评优⟧"),
    (
        "part-twice",
        "条款 1 行政处罚 的，取消评优 1 年\n条款 2 邻里互助 的，撤销 取消评优、⟦取消评优⟧",
    ),
    ("instead-without-flag", "条款 1 行政处罚 的，每次 扣 2 分，⟦改扣 5 分⟧"),
    ("judged-first-without-flag", "条款 1 行政处罚 的，每次 扣 2 分，⟦直接判级优先⟧"),
    (
        "judged-first-with-deduction",
        "条款 1 行政处罚 的，每次 扣 2 分，并 取消评优 1 年，⟦直接判级优先⟧",
    ),
    ("points-open-flags-only", "条款 1 积分 本期 低于 0 分 的，⟦每次 扣 5 分⟧"),
    ("points-open-flags-only", "条款 1 积分 本期 低于 0 分 的，取消评优 1 年，⟦每年最多扣 5 分⟧"),
    ("unit-clash", "条款 1 积分 本期 低于 ⟦2 小时⟧ 的，取消评优 1 年"),
    ("flag-end-missing", "条款 1 积分 本期 低于 0 分 的，⟦取消评优⟧"),
    # stacking
    ("stacking-unknown-clause", "条款 1 捐款 的，每次 扣 2 分，与 ⟦2⟧ 可叠加"),
    ("stacking-with-itself", "条款 1 捐款 的，每次 扣 2 分，优先于 ⟦1⟧"),
    (
        "stacking-with-unscored",
        "条款 1 捐款 的，每次 扣 2 分，与 ⟦2⟧ 可叠加\n条款 2 不计分，因为「另有安排」",
    ),
    ("clause-twice", "条款 1 捐款 的，每次 扣 2 分\n条款 ⟦1⟧ 拾捡 的，每次 扣 2 分"),
)


@pytest.mark.parametrize(("code", "clause"), MISTAKES)
def test_a_mistake_in_a_clause_is_one_diagnostic_at_its_place(code: str, clause: str) -> None:
    assert the_only_mistake(village(clause)).code == code


def test_an_unknown_unit_of_two_attributes_is_asked_about() -> None:
    vocabulary = VOCABULARY.replace("袋数：袋；斤两：斤", "毛重：斤；净重：公斤")
    found = the_only_mistake(
        village("条款 1 拾捡 的，每满 ⟦1 公斤⟧ 扣 2 分", vocabulary=vocabulary)
    )
    assert found.code == "which-attribute"
    assert found.choices == ("毛重", "净重")


def test_missing_cells_are_named() -> None:
    clause = "条款 1 表彰 的，⟦按 级别、名次 扣：县级：第一 3 分⟧，第二 2 分；乡级 第二 1 分"
    found = the_only_mistake(village(clause))
    assert message(found, Language.ZH) == "表里没有写：乡级 第一"


def test_with_several_accounts_a_clause_says_which() -> None:
    found = the_only_mistake(village("条款 ⟦1⟧ 捐款 的，每次 扣 2 分", accounts=TWO_ACCOUNTS))
    assert found.code == "account-missing"
    assert found.choices == ("积分", "荣誉")


def test_an_account_is_entered_once() -> None:
    clause = "条款 1 捐款 的，每次 扣 2 分，记入 积分、⟦积分⟧"
    assert the_only_mistake(village(clause)).code == "account-entered-twice"


def test_without_an_account_nothing_can_be_scored() -> None:
    text = village(
        "条款 1 捐款 的，每次 扣 2 分",
        accounts="",
        edition="细则⟦「村」⟧版本 1，自 2023-01-01 起施行\n",
    )
    assert the_only_mistake(text).code == "no-account"


def test_a_year_in_a_rule_needs_the_day_it_begins() -> None:
    text = village("条款 1 捐款 的，每次 扣 2 分，⟦每年最多扣 8 分⟧", year="")
    assert the_only_mistake(text).code == "year-missing"


def test_a_rolling_year_needs_no_year() -> None:
    text = village("条款 1 ⟦评议会⟧ 的，每次 扣 2 分，一年内 第 2 次起 加倍", year="")
    assert the_only_mistake(text).code == "wrong-kind-of-name"


def test_two_preferences_in_a_circle_leave_neither() -> None:
    rules = "条款 1 捐款 的，每次 扣 2 分，⟦优先于 2⟧\n条款 2 捐款 的，每次 扣 3 分，优先于 1"
    found = the_only_mistake(village(rules))
    assert found.code == "precedence-circle"
    assert found.arguments == (("clauses", "1、2"),)


def test_each_mistake_of_a_file_is_reported_in_one_run() -> None:
    rules = """条款 1 捐款 的，每次 加 2 分
条款 2 评议会 的，每次 扣 2 分
条款 3 卫生检查 的，按 等次 扣：优秀 1 分
"""
    codes = [item.code for item in read(village(rules)).diagnostics]
    assert codes == ["limit-missing", "wrong-kind-of-name", "table-cell-missing"]
