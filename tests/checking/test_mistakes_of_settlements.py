"""Each mistake in a clause that is settled gives one diagnostic at its place."""

import pytest

from checking.village import VOCABULARY, the_only_mistake, village

MISTAKES = (
    # what only a settlement asks
    (
        "settlement-condition-elsewhere",
        "条款 1 当 行为 是 捐款 且 ⟦本月 捐款 次数 ≥ 3 次⟧ 时 每次 扣 2 分",
    ),
    ("settlement-condition-elsewhere", "条款 1 捐款 且 ⟦全年在册⟧ 的，每次 扣 2 分"),
    ("settlement-condition-elsewhere", "条款 1 捐款 且 ⟦连续 3 个月 没有 表彰⟧ 的，每次 扣 2 分"),
    (
        "settlement-condition-elsewhere",
        "条款 1 捐款 且 ⟦本年 没有 卫生检查 等次 差⟧ 的，每次 扣 2 分",
    ),
    (
        "settlement-condition-elsewhere",
        "条款 1 捐款 的，⟦按 本月 捐款 次数 分档 扣：3 次起 1 分⟧",
    ),
    ("record-in-settlement", "条款 1 每月 结算：⟦行为 是 捐款⟧ 的，加 2 分"),
    ("record-in-settlement", "条款 1 每月 结算：⟦等次⟧ 是 优秀 的，加 2 分"),
    ("attribute-of-other-settled", "条款 1 每月 结算：⟦党员⟧ 的，加 2 分"),
    (
        "grade-in-clause",
        (
            "等级「星级」按 积分 本期：9 分以上 一星；其余 无星\n"
            "条款 1 每年 结算：⟦星级 不低于 一星⟧ 的，加 2 分"
        ),
    ),
    # who is listed
    ("settlement-register-missing", "条款 1 每年 结算：⟦本年 没有 乱倒垃圾⟧ 的，加 2 分"),
    (
        "settlement-register-missing",
        "条款 1 每年 结算：⟦本年 乱倒垃圾 次数 不超过 1 次⟧ 的，加 2 分",
    ),
    ("settlement-register-missing", "条款 1 每月 结算：⟦连续 3 个月 没有 乱倒垃圾⟧ 的，加 2 分"),
    ("register-without-period", "条款 1 截至 2024-06-30 ⟦全期在册⟧ 的，加 2 分"),
    # when
    ("settlement-each-day", "条款 1 ⟦每日 结算：⟧本日 捐款 次数 ≥ 1 次 的，加 2 分"),
    ("settlement-day-of-year", "条款 1 ⟦每月 1月15日 结算：⟧加 2 分"),
    ("settlement-outside-edition", "条款 ⟦1⟧ 截至 2022-06-30 没有 捐款 的，扣 2 分"),
    ("deadline-not-a-date", "条款 1 截至 ⟦片区⟧ 没有 捐款 的，扣 2 分"),
    ("settlement-window", "条款 1 每年 结算：⟦本月 捐款 次数 ≥ 3 次⟧ 的，加 2 分"),
    (
        "settlement-window",
        "条款 1 每年 结算：期末在册 且 ⟦本季 没有 捐款⟧ 的，加 2 分",
    ),
    (
        "none-without-period",
        "条款 1 每年 结算：期末在册 且 ⟦没有 捐款⟧ 的，加 2 分",
    ),
    # rows
    ("streak-of-periods", "条款 1 每季 结算：⟦连续 3 个月 捐款 次数 ≥ 1 次⟧ 的，加 2 分"),
    ("streak-of-periods", "条款 1 每月 结算：⟦连续 3 次 捐款 次数 ≥ 1 次⟧ 的，加 2 分"),
    (
        "streak-of-periods",
        "条款 1 每月 结算：全月在册 且 ⟦连续 3 个月 本月 没有 捐款⟧ 的，加 2 分",
    ),
    ("streak-of-records", "条款 1 ⟦连续 3 个月 卫生检查 等次 差 的⟧，扣 2 分"),
    ("streak-too-short", "条款 1 ⟦连续 1 次 卫生检查 等次 差 的⟧，扣 2 分"),
    ("streak-too-short", "条款 1 每月 结算：⟦连续 1 个月 捐款 次数 ≥ 1 次⟧ 的，加 2 分"),
    # tallies
    ("share-without-part", "条款 1 每月 结算：本月 ⟦卫生检查 占比⟧ 不低于 90% 的，加 2 分"),
    (
        "share-above-all",
        "条款 1 每月 结算：本月 卫生检查 等次 优秀 占比 ⟦不低于 190%⟧ 的，加 2 分",
    ),
    ("unit-clash", "条款 1 每月 结算：本月 捐款 次数 ≥ ⟦3 元⟧ 的，加 2 分"),
    (
        "quotient-rounding-missing",
        "条款 1 每月 结算：⟦按 本月 捐款 金额 平均 加：每 10 元 1 分⟧，不设上限",
    ),
    (
        "quotient-rounding-missing",
        "条款 1 每月 结算：⟦按 本月 卫生检查 等次 优秀 占比 加：每 10% 1 分⟧，不设上限",
    ),
    (
        "tally-rows",
        "条款 1 每月 结算：按 本月 捐款 金额 平均 累进 加：⟦0 元起 每 10 元 1 分⟧，不设上限",
    ),
    ("not-a-number-attribute", "条款 1 每月 结算：本月 卫生检查 ⟦等次⟧ 平均 ≥ 3 元 的，加 2 分"),
    ("not-a-number-attribute", "条款 1 每月 结算：本月 卫生检查 ⟦等次⟧ 合计 ≥ 3 元 的，加 2 分"),
    (
        "attribute-not-of-behaviour",
        "条款 1 每月 结算：本月 捐款 ⟦等次⟧ 优秀 次数 ≥ 1 次 的，加 2 分",
    ),
    # what it gives
    ("settlement-value", "条款 1 每月 结算：全月在册 的，⟦每满 4 小时 加 1 分⟧"),
    ("settlement-value", "条款 1 每月 结算：全月在册 的，⟦由 评议会 酌情 加 1 到 2 分⟧"),
    ("settlement-part", "条款 1 每月 结算：加 2 分，⟦本年内 第 2 次起 加倍⟧"),
    ("settlement-part", "条款 1 每月 结算：加 2 分，⟦与 1 可叠加⟧"),
    ("settlement-limit-each-time", "条款 1 每月 结算：加 2 分，⟦每次最多 3 分⟧"),
    ("settlement-flag-end", "条款 1 每年 结算：本年 捐款 次数 ≥ 3 次 的，⟦取消评优⟧，至 本年末"),
    (
        "tally-rows",
        "条款 1 每月 结算：按 本月 捐款 金额 合计 加：⟦4 元起 1 分⟧，每年最多 9 分",
    ),
    (
        "tally-rows",
        "条款 1 每月 结算：按 本月 捐款 金额 合计 分档 加：⟦每满 4 元 1 分⟧，每年最多 9 分",
    ),
    (
        "rounding-missing",
        "条款 1 每月 结算：⟦按 本月 捐款 金额 合计 加：每 4 元 1 分⟧，每年最多 9 分",
    ),
    (
        "limit-missing",
        "条款 ⟦1⟧ 每月 结算：按 本月 捐款 金额 合计 加：每满 4 元 1 分",
    ),
    # others
    ("replaces-outside-settlement", "条款 1 捐款 的，每次 扣 2 分，⟦替代 2⟧"),
    (
        "replaces-no-settlement",
        "条款 1 每月 结算：加 2 分，替代 ⟦2⟧\n条款 2 捐款 的，每次 扣 2 分",
    ),
    ("replaces-no-settlement", "条款 1 每月 结算：加 2 分，替代 ⟦1⟧"),
    ("replaces-no-settlement", "条款 1 每月 结算：加 2 分，替代 ⟦2⟧\n条款 2 每月 结算：扣 1 分"),
    (
        "best-of-with-settlement",
        (
            "类别「荣誉」：同一 事项 取最高\n条款 ⟦1⟧ 归入 荣誉 每年 结算：加 2 分\n"
            "条款 2 归入 荣誉 表彰 的，每次 加 2 分，不设上限"
        ),
    ),
)


@pytest.mark.parametrize(("code", "rules"), MISTAKES)
def test_a_mistake_in_a_settlement_is_one_diagnostic_at_its_place(code: str, rules: str) -> None:
    assert the_only_mistake(village(rules)).code == code


def test_a_behaviour_that_only_a_settlement_reads_is_used() -> None:
    rules = "条款 1 每月 结算：本月 捐款 次数 ≥ 1 次 的，加 2 分"
    only = VOCABULARY.replace("行为 捐款（金额：元）", "行为 捐款（金额：元）、⟦下棋⟧")
    behaviours = [line for line in only.splitlines() if "行为 " not in line or "捐款" in line]
    found = the_only_mistake(
        village(rules, vocabulary="\n".join(behaviours) + "\n"), every_behaviour_used=True
    )
    assert found.code == "behaviour-of-no-clause"
