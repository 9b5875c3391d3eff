"""A mistake that the parser reports is not reported again as something that follows from it."""

import pytest

from checking.village import ACCOUNT, VOCABULARY, codes_of_parser_and_checker, village

CLAUSE = "条款 1 捐款 的，每次 加 1 分，每年最多加 9 分\n"

BROKEN = (
    # a name that is not declared, wherever it stands
    "条款 1 捐歀 的，每次 加 1 分，每年最多加 9 分",
    "条款 1 卫生检查 等次 优良 的，每次 加 1 分，每年最多加 9 分",
    "条款 1 归入 公益 捐款 的，每次 加 1 分，每年最多加 9 分",
    "条款 1 捐款 的，每次 加 1 分，每年最多加 9 分，记入 积份",
    "条款 1 行政处罚 的，取消评忧 1 年",
    "条款 1 卫生检查 的，按 等次 加：优秀 3 分，良号 2 分，差 1 分；不设上限",
    # a part of the clause cannot be read: nothing is missing from what is left
    "条款 1 捐款 的，每次 加 1 分，每年最大加 9 分",
    "条款 1 卫生检查 的，按 等次 加：优秀 3 分，良好 ？？ 2 分；不设上限",
    "条款 1 行政处罚 的，取消评优，到本年年底",
    "等级「星级」按 积分 本期：10 分以上 五星；其馀的 一星",
)


@pytest.mark.parametrize("rules", BROKEN)
def test_what_the_parser_reported_is_not_reported_again(rules: str) -> None:
    parsed, checked = codes_of_parser_and_checker(village(rules))
    assert parsed
    assert checked == []


def test_names_of_a_lost_vocabulary_entry_are_not_missed() -> None:
    vocabulary = VOCABULARY.replace("行为 捐款（金额：元）", "行为 捐款（金额：元")
    parsed, checked = codes_of_parser_and_checker(village(CLAUSE, vocabulary=vocabulary))
    assert parsed
    assert checked == []


def test_a_lost_account_is_not_missed_by_its_clauses() -> None:
    accounts = ACCOUNT.replace("账户「积分」按户", "账户「积分」按镇")
    parsed, checked = codes_of_parser_and_checker(village(CLAUSE, accounts=accounts))
    assert len(parsed) == 1
    assert checked == []


def test_an_account_of_which_a_part_is_lost_still_is_the_only_account() -> None:
    accounts = ACCOUNT.replace("期末清零", "期末清空")
    parsed, checked = codes_of_parser_and_checker(village(CLAUSE, accounts=accounts))
    assert len(parsed) == 1
    assert checked == []


def test_a_lost_clause_may_still_be_named() -> None:
    rules = "条款 1 捐款 的，每次 加 ？？，不设上限\n条款 2 拾捡 的，每次 扣 1 分，与 1 可叠加"
    parsed, checked = codes_of_parser_and_checker(village(rules))
    assert len(parsed) == 1
    assert checked == []


def test_a_broken_vocabulary_type_is_reported_once() -> None:
    vocabulary = VOCABULARY.replace("金额：元", "金额：圆")
    rules = """条款 1 捐款 金额 5 元以上 的，每次 加 1 分，不设上限
条款 2 捐款 的，每满 5 元 扣 1 分"""
    parsed, checked = codes_of_parser_and_checker(village(rules, vocabulary=vocabulary))
    assert (parsed, checked) == ([], ["single-value-enumeration"])


def test_other_clauses_are_checked_all_the_same() -> None:
    rules = "条款 1 捐歀 的，每次 加 1 分，不设上限\n条款 2 拾捡 的，每次 加 1 分"
    parsed, checked = codes_of_parser_and_checker(village(rules))
    assert parsed == ["unknown-name"]
    assert checked == ["limit-missing"]


def test_a_condition_too_deep_to_read_is_refused_and_not_a_crash() -> None:
    rules = f"条款 1 当 行为 是 捐款 且 {'非 ' * 5_000}低保 时 每次 扣 1 分"
    parsed, checked = codes_of_parser_and_checker(village(rules))
    assert [*parsed, *checked] == ["too-deep"]


def test_conditions_with_too_many_cases_are_let_pass_without_a_word() -> None:
    attributes = "；".join(f"甲{index}号：是否" for index in range(20))
    condition = " 且 ".join(f"甲{index}号" for index in range(20))
    rules = f"""条款 1 测评 且 {condition} 的，每次 扣 1 分
条款 2 测评 的，每次 扣 1 分"""
    vocabulary = f"词表 行为 测评（{attributes}）"
    parsed, checked = codes_of_parser_and_checker(village(rules, vocabulary=vocabulary))
    assert [*parsed, *checked] == []
