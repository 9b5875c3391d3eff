"""Each way a line of the log can be unfit, with the words its reason carries."""

from datetime import date

import pytest

from pointrules.model.review import RulingDate
from pointrules.records.log import SettledLine
from pointrules.records.log_line import LineFate
from pointrules.records.reason import Reason
from records.invented_village import log, record, ruleset, void


def only(*rows: dict[str, str], **given: object) -> SettledLine:
    result = log(*rows, **given)  # type: ignore[arg-type]
    assert result.records == ()
    assert len(result.settled) == 1
    return result.settled[0]


def awaited(row: dict[str, str], **given: object) -> Reason:
    result = log(row, **given)  # type: ignore[arg-type]
    assert (result.records, result.settled) == ((), ())
    assert len(result.waiting) == 1
    return result.waiting[0].awaited


@pytest.mark.parametrize(
    ("cells", "code", "arguments"),
    [
        ({"id": ""}, "field-missing", {"column": "id"}),
        ({"entered_on": ""}, "field-missing", {"column": "entered_on"}),
        ({"occurred_on": ""}, "field-missing", {"column": "occurred_on"}),
        ({"behaviour": ""}, "field-missing", {"column": "behaviour"}),
        (
            {"entered_on": "昨天"},
            "field-unreadable",
            {"column": "entered_on", "value": "昨天", "expected": "day"},
        ),
        (
            {"occurred_on": "2023-02-30"},
            "field-unreadable",
            {"column": "occurred_on", "value": "2023-02-30", "expected": "day"},
        ),
        (
            {"occurred_on": "1023-07-03"},
            "field-unreadable",
            {"column": "occurred_on", "value": "1023-07-03", "expected": "day"},
        ),
        (
            {"noticed_on": "七月"},
            "field-unreadable",
            {"column": "noticed_on", "value": "七月", "expected": "day"},
        ),
        (
            {"refers_to": "r0"},
            "field-unreadable",
            {"column": "refers_to", "value": "r0", "expected": "empty"},
        ),
        (
            {"decided": "三分"},
            "field-unreadable",
            {"column": "decided", "value": "三分", "expected": "number"},
        ),
        (
            {"decided": "1,000"},
            "field-unreadable",
            {"column": "decided", "value": "1,000", "expected": "number-without-comma"},
        ),
        ({"kind": "转让"}, "kind-unknown", {"value": "转让"}),
        ({"kind": "viod"}, "kind-unknown", {"value": "viod", "nearest": "void"}),
        ({"kind": "作废"}, "field-missing", {"column": "refers_to"}),
        ({"status": "已通过"}, "status-unknown", {"value": "已通过"}),
        ({"status": "已审核"}, "status-unknown", {"value": "已审核"}),
        (
            {"behaviour": "卫生检察"},
            "behaviour-unknown",
            {"value": "卫生检察", "nearest": "卫生检查"},
        ),
        ({"behaviour": "打麻将"}, "behaviour-unknown", {"value": "打麻将"}),
        (
            {"behaviour": "志愿服务"},
            "attribute-missing",
            {"behaviour": "志愿服务", "attribute": "时长"},
        ),
        ({"级别": "省级"}, "attribute-unknown", {"attribute": "级别"}),
        (
            {"时长": "2"},
            "attribute-not-of-behaviour",
            {"behaviour": "乱倒垃圾", "attribute": "时长", "value": "2"},
        ),
        (
            {"behaviour": "卫生检查", "等次": "优"},
            "value-not-listed",
            {"attribute": "等次", "value": "优", "nearest": "优秀"},
        ),
        (
            {"behaviour": "志愿服务", "时长": "半天"},
            "attribute-unreadable",
            {"attribute": "时长", "value": "半天", "expected": "number", "unit": "小时"},
        ),
        (
            {"behaviour": "捐款", "金额": "2小时"},
            "attribute-unreadable",
            {"attribute": "金额", "value": "2小时", "expected": "other-unit", "unit": "元"},
        ),
        (
            {"behaviour": "捐款", "金额": "1,000"},
            "attribute-unreadable",
            {
                "attribute": "金额",
                "value": "1,000",
                "expected": "number-without-comma",
                "unit": "元",
            },
        ),
        (
            {"behaviour": "捐款", "金额": "-5"},
            "attribute-unreadable",
            {"attribute": "金额", "value": "-5", "expected": "not-negative", "unit": "元"},
        ),
        (
            {"behaviour": "捐款", "金额": "9" * 31},
            "attribute-unreadable",
            {"attribute": "金额", "value": "9" * 31, "expected": "number", "unit": "元"},
        ),
        (
            {"behaviour": "植树", "棵数": "2.5"},
            "attribute-unreadable",
            {"attribute": "棵数", "value": "2.5", "expected": "whole-number", "unit": "棵"},
        ),
        (
            {"behaviour": "表彰", "事项": "好媳妇", "是否首次": "大概"},
            "attribute-unreadable",
            {"attribute": "是否首次", "value": "大概", "expected": "yes-no"},
        ),
        (
            {"behaviour": "表彰", "事项": "好媳妇", "公布日": "2023-13-01"},
            "attribute-unreadable",
            {"attribute": "公布日", "value": "2023-13-01", "expected": "day"},
        ),
        (
            {"occurred_on": "2023-05-31"},
            "no-edition-in-force",
            {"day": "2023-05-31", "version": "2023.1", "first_day": "2023-06-01"},
        ),
        ({"household": "孙家"}, "household-unknown", {"household": "孙家"}),
        (
            {"household": "", "person": "钱七"},
            "household-unknown",
            {"household": "钱家", "person": "钱七"},
        ),
        ({"household": "", "person": "张四"}, "person-unknown", {"person": "张四"}),
        ({"household": ""}, "subject-missing", {}),
        (
            {"household": "王家", "occurred_on": "2023-09-01", "entered_on": "2023-09-02"},
            "subject-not-listed",
            {"household": "王家", "day": "2023-09-01"},
        ),
        (
            {"household": "张家", "person": "赵六"},
            "person-without-household",
            {"person": "赵六", "day": "2023-07-03"},
        ),
        (
            {"household": "李家", "person": "张三"},
            "person-of-other-household",
            {"person": "张三", "household": "李家", "expected": "张家", "day": "2023-07-03"},
        ),
        (
            {"entered_on": "2023-07-02"},
            "entered-before-occurrence",
            {"day": "2023-07-03", "value": "2023-07-02"},
        ),
        (
            {"reviewed_on": "2023-07-02"},
            "reviewed-before-occurrence",
            {"day": "2023-07-03", "value": "2023-07-02"},
        ),
        (
            {"status": "不通过", "reviewed_on": "2023-07-09"},
            "rejected-by-review",
            {"day": "2023-07-09"},
        ),
    ],
)
def test_an_unfit_line_is_refused_with_the_words_of_its_reason(
    cells: dict[str, str], code: str, arguments: dict[str, str]
) -> None:
    line = only({**record(), **cells})
    assert line.fate is LineFate.REFUSED
    assert line.reason.code == code
    assert dict(line.reason.arguments) == arguments


def test_a_record_after_the_last_edition_names_that_edition_and_its_days() -> None:
    editions = [ruleset("2022.1", date(2022, 1, 1), date(2023, 6, 30))]
    line = only(record(), editions=editions)
    assert dict(line.reason.arguments) == {
        "day": "2023-07-03",
        "version": "2022.1",
        "first_day": "2022-01-01",
        "last_day": "2023-06-30",
    }


def test_an_approved_record_needs_the_day_of_review_where_that_day_rules() -> None:
    editions = [ruleset(ruling_date=RulingDate.REVIEWED)]
    assert only(record(), editions=editions).reason.code == "review-date-missing"


def test_a_refused_line_keeps_what_was_legible() -> None:
    line = only(record(behaviour="乱扔垃圾", household="孙家"))
    assert (line.record_id, line.household, line.person) == ("r1", "孙家", None)
    assert (line.occurred_on, line.behaviour) == (date(2023, 7, 3), "乱倒垃圾")
    assert (line.at.file, line.at.number) == ("records.csv", 2)


@pytest.mark.parametrize("status", ["待审核", "pending", "Ｐｅｎｄｉｎｇ", ""])
def test_a_record_that_nobody_approved_is_pending(status: str) -> None:
    assert awaited(record(status=status)).code == "awaits-review"


def test_a_record_reviewed_later_than_known_is_pending() -> None:
    row = record(reviewed_on="2023-07-15")
    assert awaited(row, known_at=date(2023, 7, 14)).arguments == (("day", "2023-07-15"),)
    assert len(log(row, known_at=date(2023, 7, 15)).records) == 1


def test_a_rejection_later_than_known_leaves_the_record_pending() -> None:
    row = record(status="未通过", reviewed_on="2023-07-15")
    assert awaited(row, known_at=date(2023, 7, 14)).code == "awaits-review"


def test_a_pending_record_with_a_mistake_is_refused_at_once() -> None:
    assert only(record(status="待审核", behaviour="打麻将")).reason.code == "behaviour-unknown"


def test_a_void_that_names_nothing_known_is_refused() -> None:
    line = only(void("v1", "r9"))
    assert (line.reason.code, dict(line.reason.arguments)) == (
        "reference-unknown",
        {"refers_to": "r9"},
    )
