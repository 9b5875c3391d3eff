"""Ids, voids, replacements, and what is known when."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.model.review import RulingDate
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import Log, log_from
from pointrules.records.record import Record
from records.invented_village import (
    AS_OF,
    facts,
    log,
    raw_lines,
    record,
    redemption,
    replacement,
    review_step,
    ruleset,
    void,
)


def fates(result: Log) -> dict[int, tuple[str, str]]:
    return {line.at.number: (line.fate.value, line.reason.code.value) for line in result.settled}


def test_a_record_is_typed_as_its_edition_declares() -> None:
    result = log(
        record(behaviour="志愿服务", 时长="９０ 分钟", decided="＋３分", decided_by="评议会")
    )
    assert result.records == (
        Record(
            id="r1",
            at=LineNumber("records.csv", 2),
            occurred_on=date(2023, 7, 3),
            entered_on=date(2023, 7, 4),
            rules_on=date(2023, 7, 3),
            behaviour="志愿服务",
            household="张家",
            person=None,
            attributes={"时长": Fraction(3, 2)},
            decided=3,
            decided_by="评议会",
        ),
    )


@pytest.mark.parametrize(
    ("behaviour", "column", "cell", "value"),
    [
        ("捐款", "金额", "100", 100),
        ("捐款", "金额", "0.10", Fraction(1, 10)),
        ("捐款", "金额", "1.5万元", 15000),
        ("捐款", "金额", "20 yuan", 20),
        ("植树", "棵数", "3.0棵", 3),
        ("卫生检查", "等次", "优秀", "优秀"),
        ("表彰", "事项", "=1+1", "=1+1"),
    ],
)
def test_a_cell_becomes_an_exact_value(
    behaviour: str, column: str, cell: str, value: object
) -> None:
    [line] = log(record(behaviour=behaviour, **{column: cell})).records
    assert line.attributes == {column: value}


@pytest.mark.parametrize("day", ["2023-07-03", "2023/7/3", "2023年7月3日", "２０２３－０７－０３"])
def test_a_day_may_be_written_in_three_ways_and_either_width(day: str) -> None:
    [line] = log(record(occurred_on=day)).records
    assert line.occurred_on == date(2023, 7, 3)


def test_optional_attributes_may_be_left_out_or_given() -> None:
    bare, full = log(
        record("r1", behaviour="表彰", 事项="好媳妇"),
        record("r2", behaviour="表彰", 事项="好媳妇", 公布日="2023/7/1", 是否首次="YES"),
    ).records
    assert bare.attributes == {"事项": "好媳妇"}
    assert full.attributes == {
        "事项": "好媳妇",
        "公布日": date(2023, 7, 1),
        "是否首次": True,
    }


def test_a_person_brings_the_household_of_that_day() -> None:
    before, after = log(
        record(
            "r1", household="", person="张三", occurred_on="2023-07-31", entered_on="2023-08-09"
        ),
        record(
            "r2", household="", person="张三", occurred_on="2023-08-01", entered_on="2023-08-09"
        ),
    ).records
    assert (before.household, after.household) == ("张家", "李家")


@pytest.mark.parametrize(
    ("ruling_date", "day"),
    [
        (RulingDate.OCCURRED, date(2023, 7, 3)),
        (RulingDate.ENTERED, date(2023, 7, 4)),
        (RulingDate.REVIEWED, date(2023, 7, 9)),
    ],
)
def test_the_edition_says_which_date_rules(ruling_date: RulingDate, day: date) -> None:
    [line] = log(
        record(reviewed_on="2023-07-09"), editions=[ruleset(ruling_date=ruling_date)]
    ).records
    assert line.rules_on == day


def test_records_are_in_order_of_the_ruling_date_then_id_by_code_point() -> None:
    result = log(record("b"), record("a"), record("Z"), record("c", occurred_on="2023-07-02"))
    assert [line.id for line in result.records] == ["c", "Z", "a", "b"]


def test_the_same_content_twice_is_one_record() -> None:
    result = log(
        record(entered_on="2023-07-06", occurred_on="2023/7/3", status="approved"), record()
    )
    assert [line.at.number for line in result.records] == [3]
    assert fates(result) == {2: ("repeated", "repeated")}
    assert dict(result.settled[0].reason.arguments) == {"line": "3"}


def test_an_id_belongs_to_the_line_entered_first() -> None:
    result = log(record(household="李家", entered_on="2023-07-06"), record())
    assert [line.household for line in result.records] == ["张家"]
    assert fates(result) == {2: ("refused", "id-has-other-content")}
    assert dict(result.settled[0].reason.arguments) == {"value": "r1", "line": "3"}


def test_lines_of_one_day_that_contradict_each_other_are_all_refused() -> None:
    result = log(record(), record(household="李家"), record(entered_on="2023-07-09"))
    assert result.records == ()
    assert fates(result) == dict.fromkeys((2, 3, 4), ("refused", "id-has-other-content"))
    assert [dict(line.reason.arguments)["line"] for line in result.settled] == ["3", "2", "3"]


def test_ids_compare_by_code_point() -> None:
    assert len(log(record("r1"), record("R1"), record("ｒ1")).records) == 3


def test_a_void_takes_the_record_out() -> None:
    result = log(record(), void("v1", "r1"))
    assert result.records == ()
    assert fates(result) == {2: ("voided", "voided"), 3: ("voided", "voids")}
    assert dict(result.settled[0].reason.arguments) == {"line": "3", "record": "v1"}
    assert dict(result.settled[1].reason.arguments) == {"refers_to": "r1"}


def test_a_void_is_not_known_before_it_is_entered() -> None:
    result = log(record(), void("v1", "r1", "2023-07-20"), known_at=date(2023, 7, 19))
    assert len(result.records) == 1
    assert (result.settled, result.later_lines) == ((), 1)


def test_a_second_void_of_the_same_record_is_refused() -> None:
    result = log(record(), void("v1", "r1"), void("v2", "r1", "2023-07-21"))
    assert fates(result)[4] == ("refused", "already-voided")
    assert dict(result.settled[2].reason.arguments) == {"refers_to": "r1", "line": "3"}


def test_a_void_of_a_void_is_refused() -> None:
    result = log(record(), void("v1", "r1"), void("v2", "v1", "2023-07-21"))
    assert fates(result)[4] == ("refused", "reference-not-a-record")


def test_a_line_that_names_itself_refers_to_no_record() -> None:
    assert fates(log(void("v1", "v1"))) == {2: ("refused", "reference-not-a-record")}
    assert fates(log(replacement("c1", "c1"))) == {2: ("refused", "reference-not-a-record")}


def test_a_void_under_review_does_not_act_yet() -> None:
    result = log(record(), void("v1", "r1", status="待审核"))
    assert len(result.records) == 1
    assert fates(result) == {3: ("pending", "awaits-review")}


def test_a_replacement_takes_the_id_of_the_first() -> None:
    result = log(record(), replacement("c1", "r1", household="李家"))
    assert [(line.id, line.household, line.at.number) for line in result.records] == [
        ("r1", "李家", 3)
    ]
    assert fates(result) == {2: ("voided", "replaced")}
    assert dict(result.settled[0].reason.arguments) == {"line": "3", "record": "c1"}


def test_of_several_replacements_the_last_entered_stands() -> None:
    result = log(
        record(),
        replacement("c2", "c1", "2023-07-12", household="张家", occurred_on="2023-07-02"),
        replacement("c1", "r1", "2023-07-10", household="李家"),
        replacement("c0", "r1", "2023-07-12", household="李家", occurred_on="2023-07-01"),
    )
    assert [(line.id, line.at.number) for line in result.records] == [("r1", 3)]
    assert fates(result) == dict.fromkeys((2, 4, 5), ("voided", "replaced"))


def test_a_refused_record_can_be_put_right_by_a_replacement() -> None:
    result = log(record(behaviour="乱倒拉圾"), replacement("c1", "r1"))
    assert [line.id for line in result.records] == ["r1"]
    assert fates(result) == {2: ("voided", "replaced")}


@pytest.mark.parametrize("cells", [{"status": "待审核"}, {"status": "不通过"}, {"household": "无"}])
def test_a_replacement_that_does_not_count_replaces_nothing(cells: dict[str, str]) -> None:
    result = log(record(), replacement("c1", "r1", **cells))
    assert [line.at.number for line in result.records] == [2]


def test_a_replacement_of_a_voided_record_is_refused() -> None:
    result = log(record(), void("v1", "r1", "2023-07-05"), replacement("c1", "r1"))
    assert fates(result)[4] == ("refused", "already-voided")


def test_a_void_after_a_replacement_voids_the_record_under_either_id() -> None:
    for named in ("r1", "c1"):
        result = log(record(), replacement("c1", "r1"), void("v1", named))
        assert result.records == ()
        assert fates(result) == {
            2: ("voided", "voided"),
            3: ("voided", "voided"),
            4: ("voided", "voids"),
        }


def test_a_replacement_keeps_the_first_date_of_entering_where_that_date_rules() -> None:
    editions = [ruleset(ruling_date=RulingDate.ENTERED)]
    [line] = log(
        record(), replacement("c1", "r1", "2024-02-01", household="李家"), editions=editions
    ).records
    assert (line.rules_on, line.entered_on) == (date(2023, 7, 4), date(2024, 2, 1))


def test_a_line_with_cells_beyond_the_last_column_is_refused() -> None:
    [whole] = raw_lines([record()])
    result = log_from([RawLine(whole.at, whole.fields, ("多",))], [ruleset()], facts(), None, AS_OF)
    assert fates(result) == {2: ("refused", "columns-differ")}


def test_the_digest_covers_only_the_lines_read() -> None:
    early = log(record(), known_at=date(2023, 7, 10))
    both = log(record(), record("r2", entered_on="2023-07-11"), known_at=date(2023, 7, 10))
    assert early.digest == both.digest
    assert log(record("r2")).digest != early.digest


def test_the_digest_is_sha256_of_the_sorted_lines_as_json() -> None:
    # printf '{"entered_on":"2023-07-20","id":"v1","kind":"作废","refers_to":"r1"}\n' | sha256sum
    expected = "ac7e76ca7e7487b4c2438dfada29f453e4a32e12c4e798caae156fcc8c41bf5d"
    assert log(void("v1", "r1")).digest == expected


ROWS = st.lists(
    st.one_of(
        st.builds(
            lambda line_id, household, day, status, entered: record(
                line_id, household=household, occurred_on=day, status=status, entered_on=entered
            ),
            st.sampled_from(["r1", "r2", "r3"]),
            st.sampled_from(["张家", "李家", "孙家", ""]),
            st.sampled_from(["2023-07-03", "2023/7/3", "2023-07-05", "?"]),
            st.sampled_from(["通过", "待审核", "不通过"]),
            st.sampled_from(["2023-07-04", "2023-07-06", "2023-08-01", ""]),
        ),
        st.builds(
            void,
            st.sampled_from(["v1", "v2", "r1"]),
            st.sampled_from(["r1", "r2", "c1", "v1", "r9"]),
            st.sampled_from(["2023-07-05", "2023-07-20", "2023-08-01"]),
        ),
        st.builds(
            lambda line_id, refers_to, entered, status: replacement(
                line_id, refers_to, entered, status=status
            ),
            st.sampled_from(["c1", "c2", "r2"]),
            st.sampled_from(["r1", "r2", "c1", "c2", "v1"]),
            st.sampled_from(["2023-07-10", "2023-07-20", "2023-08-01"]),
            st.sampled_from(["通过", "待审核", "不通过"]),
        ),
        st.builds(
            lambda line_id, refers_to, entered, status: review_step(
                line_id, refers_to, entered, status=status, reviewed_on="2023-07-05"
            ),
            st.sampled_from(["s1", "s2", "r1"]),
            st.sampled_from(["r1", "c1", "x1", "v1", "r9"]),
            st.sampled_from(["2023-07-05", "2023-07-20", "2023-08-01"]),
            st.sampled_from(["通过", "待审核", "不通过"]),
        ),
        st.builds(
            lambda line_id, status, points: redemption(line_id, status=status, points=points),
            st.sampled_from(["x1", "x2", "r1"]),
            st.sampled_from(["通过", "待审核", "不通过"]),
            st.sampled_from(["5", "20", "0"]),
        ),
    ),
    max_size=9,
)


@given(ROWS, st.randoms(use_true_random=False), st.sampled_from([None, date(2023, 7, 15)]))
def test_the_order_of_lines_makes_no_difference(
    rows: list[dict[str, str]], random: Random, known_at: date | None
) -> None:
    lines = raw_lines(rows)
    shuffled = list(lines)
    random.shuffle(shuffled)
    one = log_from(lines, [ruleset()], facts(), known_at, AS_OF)
    assert one == log_from(shuffled, [ruleset()], facts(), known_at, AS_OF)


@given(ROWS, st.sampled_from([None, date(2023, 7, 15)]))
def test_every_line_is_in_exactly_one_place(
    rows: list[dict[str, str]], known_at: date | None
) -> None:
    result = log(*rows, known_at=known_at)
    places = [line.at for line in result.records] + [line.at for line in result.settled]
    places += [line.at for line in result.redemptions]
    places += [item.record.at for item in result.waiting]
    places += [request.redemption.at for request in result.requests]
    assert len(set(places)) == len(places)
    assert len(places) + result.later_lines == len(rows)
    ids = [line.id for line in result.records] + [line.id for line in result.redemptions]
    assert len(set(ids)) == len(ids)
