"""Dated facts: what is known of whom on which day."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.model.period import Interval
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.vocabulary import EnumeratedType, NumericType
from pointrules.records.read_facts import RefusedFact, facts_from
from records.invented_village import (
    HOUSEHOLD_ATTRIBUTES,
    attribute,
    fact,
    facts,
    raw_lines,
    ruleset,
)

HOUSEHOLD = SubjectKind.HOUSEHOLD
PERSON = SubjectKind.PERSON
ZHANG = Subject(HOUSEHOLD, "张家")


def refused(*rows: dict[str, str]) -> list[tuple[int, str, dict[str, str]]]:
    _, items = facts_from(raw_lines(rows, "facts.csv"), [ruleset()], None)
    return [(item.at.number, item.reason.code.value, dict(item.reason.arguments)) for item in items]


def test_a_value_holds_from_its_first_day_up_to_the_day_before_its_end() -> None:
    known = facts(
        [
            fact("户", "张家", "人数", "3 人", "2023-01-01", "2023-07-01"),
            fact("household", "张家", "人数", "４", "2023-07-01"),
        ]
    )
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 1)]
    assert [known.value(HOUSEHOLD, "张家", "人数", day) for day in days] == [None, 3, 3, 4]


def test_what_nobody_stated_is_not_known() -> None:
    known = facts()
    assert known.value(HOUSEHOLD, "张家", "低保", date(2023, 7, 1)) is None
    assert known.value(HOUSEHOLD, "孙家", "人数", date(2023, 7, 1)) is None


def test_a_person_belongs_to_one_household_after_the_other() -> None:
    known = facts()
    assert known.household_of("张三", date(2023, 7, 31)) == "张家"
    assert known.household_of("张三", date(2023, 8, 1)) == "李家"
    assert known.household_of("赵六", date(2023, 8, 1)) is None
    assert known.value(PERSON, "张三", "户", date(2023, 8, 1)) == "李家"


def test_membership_alone_does_not_list_the_household() -> None:
    known = facts()
    assert not known.is_known(Subject(HOUSEHOLD, "钱家"))
    assert known.is_listed(Subject(PERSON, "钱七"), date(2023, 7, 1))


def test_a_subject_is_listed_from_the_first_to_the_last_day_of_its_facts() -> None:
    known = facts(
        [
            fact("户", "张家", "低保", "是", "2023-03-01", "2023-05-01"),
            fact("户", "张家", "人数", "3", "2023-02-01", "2023-03-01"),
        ]
    )
    assert known.listed_spells(ZHANG) == (Interval(date(2023, 2, 1), date(2023, 4, 30)),)


def test_lines_of_the_register_rule_where_there_are_any() -> None:
    known = facts(
        [
            fact("户", "张家", "人数", "3", "2020-01-01"),
            fact("户", "张家", "在册", "是", "2023-01-01", "2023-03-01"),
            fact("户", "张家", "listed", "yes", "2023-03-01", "2023-05-01"),
            fact("户", "张家", "在册", "否", "2023-05-01", "2023-08-01"),
            fact("户", "张家", "在册", "是", "2023-08-01"),
        ]
    )
    assert known.listed_spells(ZHANG) == (
        Interval(date(2023, 1, 1), date(2023, 4, 30)),
        Interval(date(2023, 8, 1), None),
    )
    assert not known.is_listed(ZHANG, date(2023, 6, 1))


def test_subjects_are_in_order_of_id_households_first() -> None:
    assert facts().subjects() == (
        Subject(HOUSEHOLD, "张家"),
        Subject(HOUSEHOLD, "李家"),
        Subject(HOUSEHOLD, "王家"),
        Subject(PERSON, "张三"),
        Subject(PERSON, "赵六"),
        Subject(PERSON, "钱七"),
    )


def test_an_end_in_the_year_9999_is_no_end() -> None:
    known = facts([fact("户", "张家", "人数", "3", "2023-01-01", "9999-12-31")])
    assert known.listed_spells(ZHANG) == (Interval(date(2023, 1, 1), None),)


@pytest.mark.parametrize(
    ("cells", "code", "arguments"),
    [
        ({"subject": ""}, "field-missing", {"column": "subject"}),
        ({"value": ""}, "field-missing", {"column": "value"}),
        ({"from": ""}, "field-missing", {"column": "from"}),
        (
            {"subject_kind": "镇"},
            "field-unreadable",
            {"column": "subject_kind", "value": "镇", "expected": "subject-kind"},
        ),
        (
            {"until": "以后"},
            "field-unreadable",
            {"column": "until", "value": "以后", "expected": "day"},
        ),
        (
            {"entered_on": "?"},
            "field-unreadable",
            {"column": "entered_on", "value": "?", "expected": "day"},
        ),
        (
            {"until": "2023-01-01"},
            "ends-before-it-begins",
            {"first_day": "2023-01-01", "last_day": "2023-01-01"},
        ),
        ({"attribute": "人口"}, "attribute-unknown", {"attribute": "人口", "nearest": "人数"}),
        (
            {"attribute": "片区", "value": "三组"},
            "value-not-listed",
            {"attribute": "片区", "value": "三组", "nearest": "一组"},
        ),
        (
            {"value": "几个"},
            "attribute-unreadable",
            {"attribute": "人数", "value": "几个", "expected": "number", "unit": "人"},
        ),
    ],
)
def test_an_unfit_line_is_refused(
    cells: dict[str, str], code: str, arguments: dict[str, str]
) -> None:
    row = {**fact("户", "张家", "人数", "4"), **cells}
    assert refused(row) == [(2, code, arguments)]


def test_lines_that_contradict_each_other_are_both_refused_and_name_the_other() -> None:
    assert refused(
        fact("户", "张家", "人数", "3", "2023-01-01", "2023-07-01"),
        fact("户", "张家", "人数", "4", "2023-06-30"),
    ) == [
        (2, "fact-overlaps", {"attribute": "人数", "value": "3", "line": "3", "household": "张家"}),
        (3, "fact-overlaps", {"attribute": "人数", "value": "4", "line": "2", "household": "张家"}),
    ]


def test_a_line_inside_a_longer_one_contradicts_it_though_another_lies_between() -> None:
    found = refused(
        fact("户", "张家", "人数", "3", "2023-01-01"),
        fact("户", "张家", "人数", "3", "2023-02-01", "2023-03-01"),
        fact("户", "张家", "人数", "4", "2023-05-01", "2023-06-01"),
    )
    assert [number for number, _, _ in found] == [2, 4]


def test_lines_that_overlap_and_agree_are_fine() -> None:
    known = facts(
        [
            fact("户", "张家", "人数", "3", "2023-01-01", "2023-07-01"),
            fact("户", "张家", "人数", "3人", "2023-06-01", "2023-09-01"),
            fact("户", "张家", "人数", "3", "2023-02-01", "2023-03-01"),
        ]
    )
    assert known.value(HOUSEHOLD, "张家", "人数", date(2023, 8, 31)) == 3


def test_a_subject_of_refused_lines_is_known_but_not_listed() -> None:
    known = facts([fact("户", "张家", "人数", "几个")])
    assert known.is_known(ZHANG)
    assert not known.is_listed(ZHANG, date(2023, 7, 1))


def test_a_line_entered_later_than_known_is_passed_over() -> None:
    rows = [
        fact("户", "张家", "人数", "3"),
        fact("户", "张家", "人数", "4", entered_on="2023-07-01"),
    ]
    early = facts(rows, known_at=date(2023, 6, 30))
    assert early.value(HOUSEHOLD, "张家", "人数", date(2023, 3, 1)) == 3
    assert early.digest == facts(rows[:1]).digest
    assert len(refused(*rows)) == 2


def test_each_edition_reads_its_own_days() -> None:
    wider = (attribute("片区", EnumeratedType(("一组", "二组", "三组"))),)
    hours = (attribute("存款", NumericType(UNITS["元"])),)
    tens = (attribute("存款", NumericType(UNITS["万元"])),)
    editions: list[Ruleset] = [
        ruleset("1", date(2022, 1, 1), household_attributes=(HOUSEHOLD_ATTRIBUTES[2], *hours)),
        ruleset("2", date(2023, 1, 1), household_attributes=(*wider, *tens)),
    ]
    known, items = facts_from(
        raw_lines(
            [
                fact("户", "张家", "片区", "三组", "2022-06-01"),
                fact("户", "张家", "存款", "15000元", "2022-06-01"),
            ]
        ),
        editions,
        None,
    )
    assert items == ()
    before, after = date(2022, 12, 31), date(2023, 1, 1)
    assert known.value(HOUSEHOLD, "张家", "片区", before) is None
    assert known.value(HOUSEHOLD, "张家", "片区", after) == "三组"
    assert known.value(HOUSEHOLD, "张家", "存款", before) == 15000
    assert known.value(HOUSEHOLD, "张家", "存款", after) == Fraction(3, 2)


FACTS = st.lists(
    st.builds(
        lambda first, length, value: fact(
            "户", "张家", "人数", value, f"2023-01-{first:02}", f"2023-01-{first + length:02}"
        ),
        st.integers(1, 9),
        st.integers(1, 9),
        st.sampled_from(["1", "2", "3"]),
    ),
    max_size=7,
)


@given(FACTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_makes_no_difference(rows: list[dict[str, str]], random: Random) -> None:
    lines = raw_lines(rows, "facts.csv")
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert facts_from(lines, [ruleset()], None) == facts_from(shuffled, [ruleset()], None)


@given(FACTS)
def test_exactly_the_lines_with_a_contradiction_are_refused(rows: list[dict[str, str]]) -> None:
    # Compared pair by pair here, which the code under test avoids.
    spans = [(row["from"], row["until"], row["value"]) for row in rows]
    expected = [
        number
        for number, (first, until, value) in enumerate(spans, start=2)
        if any(
            value != other and first < other_until and other_first < until
            for other_first, other_until, other in spans
        )
    ]
    items: tuple[RefusedFact, ...] = facts_from(raw_lines(rows), [ruleset()], None)[1]
    assert [item.at.number for item in items] == expected
