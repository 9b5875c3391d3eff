"""A slip in a name that many lines use is told once, where it was made."""

import pytest

from pointrules.api.rulesets import check_text

RIGHT = """\
细则「一处错」
  版本 1，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 卫生检查（等次：优秀、良好、差）
账户「积分」按户：1月1日 起算，期末清零
条款 1 「检查」
  卫生检查 等次 优秀 的，每次 加 5 分，每月最多加 12 分；记入 积分。
评议：审核通过的，计分；按 发生日期 归期。
等级「星级」按 积分 本期：10 分以上 三星；其余 二星
激励「贷」贷款
  资格：星级 不低于 三星
  基准利率 5%；按 积分 历年累计，从 0 分起，每满 100 分 降 0.1 个百分点
  最低利率 3%；报价 30 天内有效
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "code", "marked"),
    [
        ("账户「积分」按户", "账户「积分 按户", 6, "unclosed-quote", "「"),
        ("不低于 三星", "不低于 四星", 12, "unknown-name", "四星"),
    ],
)
def test_one_slip_gives_one_message(
    right: str, wrong: str, line: int, code: str, marked: str
) -> None:
    assert check_text(RIGHT).diagnostics == ()
    checked = check_text(RIGHT.replace(right, wrong), "村.points")
    source = checked.sources["村.points"]
    assert [
        (source.position(item.span.start).line, item.code, source.excerpt(item.span))
        for item in checked.diagnostics
    ] == [(line, code, marked)]
