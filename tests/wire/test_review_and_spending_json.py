"""Reviews and redemptions as programs receive them."""

import json
from datetime import date
from typing import Any

from pointrules.api.evaluation import evaluate, to_json
from pointrules.api.rulesets import check_text

TEXT = """细则「白果村积分细则」
  版本 2023，自 2023-01-01 起施行
年度 自 1月1日 起
词表
  行为 志愿服务
账户「积分」按户：长期累积
条款 1 志愿服务 的，每次 加 5 分；每年最多加 60 分。
评议：审核通过，公示满 3 天 的，计分；按 发生日期 归期；审核人 须回避 本人，违者 标记。
"""
FACTS = [
    {"主体类型": "户", "主体": "王家", "属性": "在册", "值": "是", "起": "2020-01-01"},
    {"主体类型": "人", "主体": "王三", "属性": "户", "值": "王家", "起": "2020-01-01"},
]
RECORD = {"发生日期": "2023-06-01", "登记日期": "2023-06-01", "行为": "志愿服务", "人": "王三"}
SPENT = {
    "发生日期": "2023-06-20",
    "登记日期": "2023-06-20",
    "类型": "兑换",
    "户": "王家",
    "兑换账户": "积分",
}
RECORDS = [
    RECORD | {"编号": "r1", "状态": "通过", "审核人": "王三", "公示日期": "2023-06-02"},
    RECORD | {"编号": "r2", "状态": "待审核", "公示日期": "2023-06-29"},
    SPENT | {"编号": "x1", "状态": "通过", "兑换分值": "8", "兑换物品": "食盐"},
    SPENT | {"编号": "x2", "兑换分值": "2"},
]


def found() -> dict[str, Any]:
    editions = check_text(TEXT).editions
    result = evaluate(editions, records=RECORDS, facts=FACTS, as_of=date(2023, 6, 30))
    loaded: dict[str, Any] = json.loads(to_json(result))
    return loaded


def test_all_that_a_pending_record_waits_for_is_told() -> None:
    (reason,) = [line["reason"] for line in found()["outcomes"] if line["record"] == "r2"]
    assert reason["code"] == "awaits-review"
    assert [(part["code"], part["arguments"]) for part in reason["more"]] == [
        ("notice-not-over", {"day": "2023-07-03", "days": "3"})
    ]


def test_a_mark_stands_beside_a_record_that_counts() -> None:
    (line,) = [line for line in found()["outcomes"] if line["record"] == "r1"]
    assert (line["outcome"], line["reason"]) == ("scored", None)
    assert (line["mark"]["code"], line["mark"]["arguments"]) == (
        "reviewer-not-aside",
        {"reviewer": "王三"},
    )


def test_a_redemption_is_the_ground_of_its_entry() -> None:
    result = found()
    award, spending = result["entries"]
    assert (award["points"], award["kind"]) == ("5", "award")
    assert (spending["points"], spending["balance"], spending["kind"]) == ("-8", "-3", "spending")
    ground = spending["ground"]
    assert (ground["kind"], ground["id"], ground["points"]) == ("redemption", "x1", "8")
    assert (ground["household"], ground["goods"]) == ("王家", "食盐")
    assert result["lines"]["redemptions"] == 1
    assert result["overspent"] == [
        {
            "subject": {"kind": "household", "id": "王家"},
            "account": "积分",
            "spent": "8",
            "owed": "3",
        }
    ]


def test_a_request_says_what_it_asks_for_and_that_the_balance_does_not_suffice() -> None:
    (line,) = [line for line in found()["outcomes"] if line["record"] == "x2"]
    assert line["outcome"] == "pending"
    assert line["reason"]["arguments"] == {"account": "积分", "points": "2"}
    assert [part["code"] for part in line["reason"]["more"]] == ["balance-exceeded"]
