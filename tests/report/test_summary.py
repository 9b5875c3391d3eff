from datetime import date

from pointrules.ledger.entry import EntryKind
from pointrules.ledger.ledger import LineOutcome, Outcome
from pointrules.ledger.offer import NO_OFFERS, Offers
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.line import LineNumber
from pointrules.records.read_facts import RefusedFact
from pointrules.records.reason import Reason, ReasonCode
from pointrules.report.summary import summary
from pointrules.source.language import Language
from report.builders import (
    ZHANG,
    account,
    award,
    clause,
    closing,
    ledger,
    quote_of_583,
    record,
    refused_quote,
    ruleset,
    stars,
)

LI = Subject(SubjectKind.HOUSEHOLD, "李建国家")


def line(number: int, outcome: Outcome, reason: Reason | None) -> LineOutcome:
    return LineOutcome(
        LineNumber("records.csv", number),
        f"r{number}",
        outcome,
        reason,
        (LI,),
        date(2023, 7, 3),
        "卫生检查",
    )


def lines() -> tuple[LineOutcome, ...]:
    """Seven lines: 2 scored, 1 of every other outcome."""
    return (
        line(2, Outcome.SCORED, None),
        line(3, Outcome.SCORED, None),
        line(
            4, Outcome.UNMATCHED, Reason(ReasonCode.NO_CLAUSE_MATCHES, (("behaviour", "卫生检查"),))
        ),
        line(5, Outcome.PENDING, Reason(ReasonCode.AWAITS_REVIEW)),
        line(
            6, Outcome.REFUSED, Reason(ReasonCode.HOUSEHOLD_UNKNOWN, (("household", "李建国家"),))
        ),
        line(7, Outcome.VOIDED, Reason(ReasonCode.VOIDED, (("line", "8"),))),
        line(9, Outcome.REPEATED, Reason(ReasonCode.REPEATED, (("line", "2"),))),
    )


def test_summary_has_a_row_for_each_household_and_a_partition_that_adds_up() -> None:
    # 2 + 1 + 1 + 1 + 1 + 1 = 7 lines. 张家 has 100 + 5 = 105, 李建国家 nothing.
    tidy = clause("3.1", "整洁", "卫生检查")
    seen = record("r2", date(2023, 7, 3), "卫生检查", {"等次": "优秀"})
    books = ledger(
        closing(EntryKind.BASE, date(2023, 6, 1), 100),
        award(tidy, seen, 5),
        edition=ruleset(tidy, accounts=(account(), account(name="兑换积分"))),
        subjects=(ZHANG, LI),
        outcomes=lines(),
        known_at=date(2024, 1, 5),
        refused_facts=(
            RefusedFact(
                LineNumber("facts.csv", 3),
                Reason(
                    ReasonCode.ENDS_BEFORE_IT_BEGINS,
                    (("first_day", "2023-06-01"), ("last_day", "2023-05-01")),
                ),
            ),
        ),
        later_lines=3,
    )
    offers = Offers(
        (stars("五星", 683), stars("二星", 0, LI)), (), (quote_of_583(), refused_quote(LI))
    )
    assert (
        summary(books, offers, Language.ZH)
        == """\
友谊村积分管理细则 2023.1
截至 2023-12-31；按截至 2024-01-05 登记的内容

户        积分 余额  兑换积分 余额  积分 本期  积分 历年累计  星级  村民积分贷
张家            105              0        683            583  五星  4.42%，20 万元
李建国家          0              0          0            107  二星  \
不符合：星级 不低于 三星（现为 二星）

读入 7 行 = 计分 2 + 无条款可依 1 + 待审核 1 + 退回 1 + 作废 1 + 重复 1
另有 3 行登记在 2024-01-05 之后，没有读入

退回（1 条）
  records.csv:6 2023-07-03 r6 李建国家 卫生检查：户情表里没有“李建国家”这一户；\
请改正，或在户情表里登记

待审核（1 条）
  records.csv:5 2023-07-03 r5 李建国家 卫生检查：等待审核

无条款可依（1 条）
  records.csv:4 2023-07-03 r4 李建国家 卫生检查：没有条款给行为“卫生检查”的这种情形计分

退回的户情（1 行）
  facts.csv:3：止 2023-05-01 不晚于起 2023-06-01，请检查两个日期

校验码 0123456789ab
"""
    )


def test_partition_in_english() -> None:
    told = summary(ledger(outcomes=lines()), NO_OFFERS, Language.EN)
    assert (
        "7 lines read = scored 2 + matching no clause 1 + pending 1 + refused 1 + voided 1 "
        "+ repeated 1\n"
    ) in told


def test_persons_have_a_table_of_their_own() -> None:
    person = Subject(SubjectKind.PERSON, "张三")
    accounts = (account(), account(name="荣誉", kind=SubjectKind.PERSON))
    told = summary(
        ledger(edition=ruleset(accounts=accounts), subjects=(ZHANG, person)), NO_OFFERS, Language.ZH
    )
    assert "户    积分 余额\n张家          0\n\n人    荣誉 余额\n张三          0\n" in told
