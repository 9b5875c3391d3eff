import re

import pytest

from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.report.wording_reason import needed_arguments, reason_words
from pointrules.source.language import Language

ARGUMENTS = {
    "column": "decided",
    "value": "五",
    "expected": "number",
    "day": "2023-05-01",
    "line": "12",
    "clause": "3.1",
    "kind": "group",
    "relation": "head",
    "relations": "spouse,parents",
    "stage": "recheck",
    "kin": "spouse",
}


def with_needed(code: ReasonCode) -> Reason:
    names = sorted(needed_arguments(code))
    return Reason(code, tuple((name, ARGUMENTS.get(name, "甲")) for name in names))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_one_finished_line(code: ReasonCode, language: Language) -> None:
    words = reason_words(with_needed(code), language)
    assert words
    assert not re.search(r"[{}\[\]\n]", words)


def test_unknown_behaviour_is_told_with_the_name_that_is_near() -> None:
    reason = Reason(ReasonCode.BEHAVIOUR_UNKNOWN, (("value", "卫生捡查"), ("nearest", "卫生检查")))
    assert reason_words(reason, Language.ZH) == (
        "词表里没有行为“卫生捡查”；请改正，或在细则的词表里登记。是不是想写“卫生检查”？"
    )


def test_unknown_behaviour_without_a_near_name_asks_nothing() -> None:
    reason = Reason(ReasonCode.BEHAVIOUR_UNKNOWN, (("value", "唱歌"),))
    assert reason_words(reason, Language.ZH) == (
        "词表里没有行为“唱歌”；请改正，或在细则的词表里登记"
    )


def test_columns_are_named_in_the_language_of_the_reader() -> None:
    reason = Reason(ReasonCode.FIELD_MISSING, (("column", "occurred_on"),))
    assert reason_words(reason, Language.ZH) == "缺少“发生日期”，请补填"
    assert reason_words(reason, Language.EN) == "“occurred_on” is empty; fill it in"


def test_unreadable_value_says_what_was_expected_and_its_unit() -> None:
    reason = Reason(
        ReasonCode.ATTRIBUTE_UNREADABLE,
        (
            ("attribute", "时长"),
            ("value", "3天"),
            ("expected", Expected.OTHER_UNIT.value),
            ("unit", "小时"),
        ),
    )
    assert reason_words(reason, Language.ZH) == "“时长”的“3天”读不懂：单位不对（单位：小时）"


def test_line_of_the_same_file_is_a_number_and_of_another_a_place() -> None:
    here = Reason(ReasonCode.REPEATED, (("line", "12"),))
    there = Reason(ReasonCode.REPEATED, (("line", "old.csv:12"),))
    assert reason_words(here, Language.ZH) == "与第 12 行完全相同，只计一次"
    assert reason_words(there, Language.ZH) == "与 old.csv:12 完全相同，只计一次"


def test_date_outside_every_edition_names_the_nearest_one() -> None:
    reason = Reason(
        ReasonCode.NO_EDITION_IN_FORCE,
        (("day", "2023-05-01"), ("version", "2023.1"), ("first_day", "2023-06-01")),
    )
    assert reason_words(reason, Language.ZH) == (
        "2023-05-01 没有施行中的细则；最近的版本 2023.1 自 2023-06-01 起施行"
        "；请检查日期，或补上当时的版本"
    )


def test_braces_in_a_record_are_words_like_others() -> None:
    reason = Reason(ReasonCode.BEHAVIOUR_UNKNOWN, (("value", "{nearest}[x]"),))
    assert "“{nearest}[x]”" in reason_words(reason, Language.ZH)


def test_reason_without_its_arguments_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="behaviour-unknown lacks value"):
        reason_words(Reason(ReasonCode.BEHAVIOUR_UNKNOWN), Language.ZH)
