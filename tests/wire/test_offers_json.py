"""Boards, exchanges, honours and pools on the wire."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from pointrules.api.evaluation import evaluate, to_json
from pointrules.api.rulesets import check_text

RULES = """细则「白果村积分细则」
  版本 2023，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 年度评分
  评议人 评议会
账户「积分」按户：1月1日 起算，期末清零
条款 1 「年度评分」
  年度评分 的，由 评议会 酌情 加 1 到 200 分；不设上限。
评议：审核通过的，计分；按 发生日期 归期。
等级「星级」按 积分 本期：100 分以上 五星；其余 三星
榜单「红榜」按 积分 本期 前 1 名，并列同名次
激励「积分超市」兑换：1 分 抵 1 元，从 积分 余额 扣；每月 5 日 开放；每月最多 50 分
  不够的 按 1 分 补 2 元；价目：「盐」2 分；「米」80 元；按 星级：五星 八折；折后价 进位到 1 分
激励「文明户」荣誉：资格：红榜 前 1 名
激励「年底分红」分红：总额 1000 元，按 积分 本年得分 分配，舍去到 1 元，余款 留存
激励「公德贷」贷款
  资格：不限
  基准利率 5%；利率 按 积分 本期：80 分起 4.5%
  额度 按 积分 本期：80 分起 15 到 20 万元；报价 30 天内有效
"""


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    checked = check_text(RULES)
    assert not checked.has_errors
    facts = [
        {"subject_kind": "户", "subject": name, "attribute": "在册", "value": "是",
         "from": "2020-01-01", "until": ""}
        for name in ("张家", "李家")
    ]  # fmt: skip
    records = [
        {"id": name, "occurred_on": "2023-12-01", "entered_on": "2023-12-01",
         "behaviour": "年度评分", "household": name, "decided": points,
         "decided_by": "评议会", "status": "审核通过"}
        for name, points in (("张家", "120"), ("李家", "60"))
    ]  # fmt: skip
    found = evaluate(checked.editions, records=records, facts=facts, as_of=date(2023, 12, 6))
    loaded: dict[str, Any] = json.loads(to_json(found))
    return loaded


def test_boards_tell_every_rank(told: dict[str, Any]) -> None:
    (board,) = told["boards"]
    (group,) = board["groups"]
    assert (board["name"], board["ties"], group["ranks"]) == ("红榜", "shared", 1)
    places = [
        (place["subject"]["id"], place["rank"], place["on_board"]) for place in group["places"]
    ]
    assert places == [("张家", 1, True), ("李家", 2, False)]


def test_exchange_tells_prices_and_what_is_missing(told: dict[str, Any]) -> None:
    quote = next(item for item in told["exchanges"] if item["subject"]["id"] == "张家")
    assert (quote["open"], quote["next_open"], quote["usable"]) == (False, "2024-01-05", "50")
    assert (quote["level"], quote["factor"]) == ("五星", "0.8")
    salt, rice = quote["goods"]
    assert (salt["full_price"], salt["price"], salt["count"]) == ("2", "2", 25)
    # The balance would do; it is the limit of 50 points a month that leaves 14 to be paid.
    assert (rice["price"], rice["missing"], rice["cash"]) == ("64", "0", "28")
    assert quote["limits"] == [{"period": "month", "points": "50", "used": "0", "room": "50"}]


def test_honours_tell_who_is_eligible(told: dict[str, Any]) -> None:
    granted = {item["subject"]["id"]: item["eligible"] for item in told["honours"]}
    assert granted == {"张家": True, "李家": False}


def test_shares_and_remainder_make_the_total(told: dict[str, Any]) -> None:
    (pool,) = told["pools"]
    shares = {item["subject"]["id"]: item["yuan"] for item in told["pool_shares"]}
    assert shares == {"张家": "666", "李家": "333"}
    assert sum(map(Fraction, shares.values())) + Fraction(pool["kept"]) == Fraction(pool["total"])


def test_line_may_be_a_range(told: dict[str, Any]) -> None:
    loans = {item["subject"]["id"]: item for item in told["loans"]}
    assert (loans["张家"]["line"], loans["张家"]["line_most"]) == ("150000", "200000")
    assert [step["kind"] for step in loans["张家"]["steps"]] == ["band"]
    assert (loans["李家"]["rate"], loans["李家"]["line"]) == ("5", "0")
