"""6月30日 前: does the 30th count? One message offers both readings, and nothing else is said."""

import pytest

from checking.village import FILE, village
from pointrules.source.source_file import source_file
from pointrules.syntax.parse_dsl import parse_ruleset

BEFORE = (
    ("条款 9 截至 ⟦2024-06-30 前⟧ 没有 志愿服务 的，扣 5 分", "2024-06-30", "2024-06-29"),
    ("条款 9 截至 ⟦6月30日 前⟧ 没有 志愿服务 的，扣 5 分", "…年6月30日", "…年6月29日"),
    ("条款 9 截至 ⟦3月1日前⟧ 没有 志愿服务 的，扣 5 分", "…年3月1日", "…年2月28日"),
    ("条款 9 ⟦2024年3月1日之前⟧ 没有 志愿服务 的，扣 5 分", "2024-03-01", "2024-02-29"),
    ("条款 9 志愿服务 的，取消评优，至 ⟦2024-12-31以前⟧", "2024-12-31", "2024-12-30"),
)


@pytest.mark.parametrize(("marked", "day", "day_before"), BEFORE)
def test_before_a_day_offers_both_readings(marked: str, day: str, day_before: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = village(marked.replace("⟦", "").replace("⟧", ""))
    before = len(village())

    [found] = parse_ruleset(source_file(FILE, text)).diagnostics

    assert found.code == "bare-before"
    assert (found.span.start - before, found.span.end - before) == (start, end)
    arguments = dict(found.arguments)
    assert (arguments["day"], arguments["day_before"]) == (day, day_before)


def test_what_is_no_day_is_no_bound() -> None:
    text = village("条款 9 截至 2月30日 前 没有 志愿服务 的，扣 5 分")
    codes = [item.code for item in parse_ruleset(source_file(FILE, text)).diagnostics]
    assert "bare-before" not in codes
    assert codes
