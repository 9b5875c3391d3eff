"""A slip that can be mended in place hides no second mistake of the same clause."""

from pointrules.api.rulesets import check_text

SEVEN_MISTAKES = """\
细则「两处错」
  版本 1，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 卫生检查（等次：优秀、良好、差）
  行为 志愿服务（时长：小时）
账户「积分」按户：1月1日 起算，期末清零
条款 1 「检查」
  卫生检查 等次 优秀 的，每次 加 5，每月最多加 12 小时。
条款 2 「志愿」
  志愿服务 时长 3 元 的 每次 加 1,000 分，不设上限，取最高档。
条款 3 「志愿」
  志愿服务 且 时长 ≥ 3 小时 每次 加 1 分。
评议：审核通过的，计分；按 发生日期 归期。
"""


def test_a_number_that_begins_with_0_is_no_number() -> None:
    # 20 with its digits swapped would otherwise be 2 points, and nobody would see it.
    slip = SEVEN_MISTAKES.replace("加 5，每月最多加 12 小时", "加 02 分，每月最多加 12 分")
    first = check_text(slip, "村.points").diagnostics[0]
    assert (first.code, dict(first.arguments)) == ("leading-zero", {"found": "02", "meant": "2"})


def test_every_mistake_is_told_once_in_the_order_of_the_text() -> None:
    checked = check_text(SEVEN_MISTAKES, "村.points")
    source = checked.sources["村.points"]
    told = [
        (source.position(item.span.start).line, item.code, source.excerpt(item.span))
        for item in checked.diagnostics
    ]
    assert told == [
        (9, "unit-missing", "5"),
        (9, "limit-unit", "12 小时"),
        (11, "unit-clash", "3 元"),
        (11, "thousands-comma", "1,000"),
        (11, "reached-without-steps", "取最高档"),
        (12, "limit-missing", "3"),
        (13, "word-missing", "每次"),
    ]
