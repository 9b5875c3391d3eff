from datetime import date
from pathlib import Path

from msgspec.structs import replace

from pointrules.ledger.entry import Adjustment, EntryKind
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.offer import NO_OFFERS, Offers
from pointrules.model.account import PeriodEnd
from pointrules.model.subject import Subject, SubjectKind
from pointrules.report.statement import statement
from pointrules.source.language import Language
from report.builders import (
    ZHANG,
    account,
    award,
    closing,
    ledger,
    record,
    refused_quote,
    ruleset,
    stars,
)
from report.example_household import (
    MONTHLY,
    TIDY,
    inspected,
    ledger_of_the_year,
    offers_of_the_year,
)

STATEMENT = """\
张家（户） 积分对账单
截至 2023-12-31
友谊村积分管理细则 2023.1，2023-06-01 起施行

张家（户） 账户「积分」
  日期          分  余额  事由
  2023-06-01  +100   100  基础：账户基础分 100 分
  2023-07-03    +5   105  3.1「房前屋后干净整洁，检查优秀的加分」
                          记录 r1：卫生检查 等次 优秀；5 分
  2023-07-10    +5   110  3.1「房前屋后干净整洁，检查优秀的加分」
                          记录 r2：卫生检查 等次 优秀；5 分
  2023-07-20    +2   112  3.1「房前屋后干净整洁，检查优秀的加分」
                          记录 r3：卫生检查 等次 优秀；5 分
                          应加 5 分；第 3.1 条每月最多加 12 分，7 月已加 10 分，只加 2 分（5 → 2）
  2023-09-02    +8   120  4.1 志愿服务
                          记录 r4：张三 志愿服务 时长 5 小时；\
每满 1 小时 2 分 × 5 = 10 分（时长 5 小时）
                          应加 10 分；第 4.1 条每次最多加 8 分，只加 8 分（10 → 8）
  2023-09-10    -5   115  3.2「乱倒垃圾扣分，一年内再犯加倍」
                          记录 r5：乱倒垃圾；扣 5 分
  2023-10-08   -10   105  3.2「乱倒垃圾扣分，一年内再犯加倍」
                          记录 r6：乱倒垃圾；扣 5 分
                          一年内第 2 次，加倍：5 × 2 = 10 分（-5 → -10）
  2023-11-01   +20   125  5.1「受到表彰」
                          记录 r7：表彰 级别 县级 事项 好媳妇；按 级别：县级 20 分
  2023-12-01   +40   165  5.1「受到表彰」
                          记录 r8：表彰 级别 省级 事项 好媳妇；按 级别：省级 60 分
                          同一事项取最高：省级 60 分 − 记录 r7 应得 20 分 = 40 分（60 → 40）
  合计 165 分

待审核（1 条）
  records.csv:11 2023-08-01 r10 张家 卫生检查：等待审核

退回（1 条）
  records.csv:12 2023-08-01 r11 张家 卫生检查：\
词表里没有行为“卫生捡查”；请改正，或在细则的词表里登记。是不是想写“卫生检查”？

作废（1 条）
  records.csv:14 2023-08-01 r13 张家 卫生检查：已被第 15 行（v1）作废

判定
  没有。

等级
  张家（户） 星级：五星（积分 本期 165 分）

激励「村民积分贷」
  符合：星级 不低于 三星（现为 五星）
  符合：没有 取消评优
  按 积分 历年累计：65 分
  每 100 分一步，按比例：65 ÷ 100 = 0.65 步
  降幅：0.65 × 0.1 = 0.065 个百分点
  降幅舍去到 0.01 个百分点：0.065 → 0.06
  利率：5% − 0.06 = 4.94%
  额度：按 积分 本期 165 分，160 分起 20 万元
  报价 4.94%，有效至 2024-01-30（含当日）

校验码 0123456789ab
"""


def test_statement_tells_every_entry_with_its_reason_and_the_loan_step_by_step() -> None:
    told = statement(ledger_of_the_year(), offers_of_the_year(), ZHANG, Language.ZH)
    assert told == STATEMENT


def test_documentation_shows_this_very_statement(checkout: Path) -> None:
    page = (checkout / "docs" / "explanations.md").read_text(encoding="utf-8")
    assert f"```text\n{STATEMENT}```\n" in page


def test_statement_in_english() -> None:
    told = statement(
        ledger(
            closing(EntryKind.BASE, date(2023, 6, 1), 100),
            inspected("r3", 20, 2, Adjustment(MONTHLY, used=10, before=5, after=2)),
            edition=ruleset(TIDY),
            known_at=date(2024, 1, 5),
        ),
        Offers((stars("二星", 102),), (), (refused_quote(),)),
        ZHANG,
        Language.EN,
    )
    assert (
        told
        == """\
Statement of points: 张家 (household)
as of 2023-12-31; from what was entered up to 2024-01-05
友谊村积分管理细则 2023.1, in force from 2023-06-01 on

张家 (household) account “积分”
  date        points  balance  why
  2023-06-01    +100      100  base: the account's base, 100 points
  2023-07-20      +2      102  3.1 “房前屋后干净整洁，检查优秀的加分”
                               record r3: 卫生检查 等次 优秀; 5 points
                               5 points due; clause 3.1: each month at most add 12 points, \
10 in 2023-07, only 2 points (5 → 2)
  Total: 102 points

Flags
  None.

Grades
  张家 (household) 星级: 二星 (积分, this period: 102 points)

Incentive “村民积分贷”
  not met: 星级 at least 三星 (found: 二星)
  not eligible, no quote

receipt 0123456789ab
"""
    )


def test_reset_carry_and_floor_are_told_by_the_rule_of_the_account() -> None:
    # −5 is raised to 0 on the last day; in the next year 30 − 30 = 0, then the base.
    entries = (
        closing(EntryKind.FLOOR, date(2023, 12, 31), 5),
        closing(EntryKind.RESET, date(2024, 1, 1), -30),
        closing(EntryKind.BASE, date(2024, 1, 1), 100),
    )
    told = statement(ledger(*entries), NO_OFFERS, ZHANG, Language.ZH)
    assert "下限：期末低于 0 分，按 0 分计" in told
    assert "清零：上期余额 30 分期满清零" in told


def test_debt_that_is_carried_over_reset_is_told_as_taken_out_and_brought_in() -> None:
    positive_only = account(PeriodEnd.RESET_POSITIVE)
    entries = (
        closing(EntryKind.RESET, date(2024, 1, 1), 10),
        closing(EntryKind.CARRY, date(2024, 1, 1), -10),
    )
    told = statement(
        ledger(*entries, edition=ruleset(accounts=(positive_only,))), NO_OFFERS, ZHANG, Language.ZH
    )
    assert "+10    10  清零：上期余额 -10 分转出" in told
    assert "-10     0  结转：上期余额 -10 分转入本期" in told


def test_open_flag_names_its_days_and_its_clause() -> None:
    barred = FlagInterval(
        ZHANG,
        "取消评优",
        date(2023, 10, 1),
        date(2023, 12, 31),
        "9.1",
        "r7",
        date(2023, 12, 31),
        None,
        (),
    )
    told = statement(ledger(flags=(barred,)), NO_OFFERS, ZHANG, Language.ZH)
    assert "张家（户） 取消评优：2023-10-01 至 2023-12-31（第 9.1 条，记录 r7）" in told


def test_flag_that_has_closed_is_told_as_over() -> None:
    past = FlagInterval(
        ZHANG,
        "取消评优",
        date(2023, 2, 1),
        date(2023, 3, 31),
        "9.1",
        "r7",
        date(2023, 3, 31),
        None,
        (),
    )
    told = statement(ledger(flags=(past,)), NO_OFFERS, ZHANG, Language.ZH)
    assert "取消评优：2023-02-01 至 2023-03-31（第 9.1 条，记录 r7），已结束\n" in told


def test_members_own_accounts_are_told_below_the_household() -> None:
    # One record gives the household 5 points and the person 5 points of honour.
    person = Subject(SubjectKind.PERSON, "张三")
    helped = award(
        TIDY, record("r1", date(2023, 7, 3), "卫生检查", {"等次": "优秀"}, person="张三"), 5
    )
    own = replace(helped, subject=person, account="荣誉")
    accounts = (account(), account(name="荣誉", kind=SubjectKind.PERSON))
    books = ledger(helped, own, edition=ruleset(TIDY, accounts=accounts))
    told = statement(books, NO_OFFERS, ZHANG, Language.ZH, members=(person,))
    assert told.count("  合计 5 分\n") == 2
    assert told.index("张家（户） 账户「积分」") < told.index("张三（人） 账户「荣誉」")


def test_account_without_entries_says_so() -> None:
    assert "张家（户） 账户「积分」\n  没有流水。" in statement(
        ledger(), NO_OFFERS, ZHANG, Language.ZH
    )


def test_control_characters_of_a_record_cannot_break_the_page() -> None:
    # A line break and a direction mark inside an id stay visible on the line of the record.
    entry = award(TIDY, record("r\n1\u202e", date(2023, 7, 3), "卫生检查", {"等次": "优秀"}), 5)
    told = statement(ledger(entry), NO_OFFERS, ZHANG, Language.ZH)
    assert "记录 r␊1<U+202E>：卫生检查 等次 优秀；5 分" in told
