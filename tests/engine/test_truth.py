from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import pytest

from engine.building import HOURS, NOWHERE, attribute, day
from pointrules.engine.truth import PastCondition, truth, unknown_operand
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import (
    And,
    BehaviourIs,
    ComparesDate,
    ComparesNumber,
    Comparison,
    Condition,
    EqualsNumber,
    IsOneOf,
    IsTrue,
    Not,
    OfOneMoment,
    OnRegister,
    Operand,
    Or,
    RecordAttribute,
)
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.vocabulary import AttributeValue, DateType, YesNoType


@dataclass
class Given:
    """A moment of which only attributes, day and behaviour are known."""

    values: dict[str, AttributeValue] = field(default_factory=dict)
    day: date = date(2023, 7, 1)
    behaviour: str = "志愿服务"

    def value_of(self, operand: Operand) -> AttributeValue | None:
        return self.values.get(operand.attribute.name)

    def flag_is_open(self, flag: str) -> bool:
        return flag == "取消评优"

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        return (behaviour, period) == ("纠纷", Period.YEAR)

    def grade_rank(self, grade: str) -> int | None:
        return None if grade else 0

    def points(self, account: str, measure: Measure) -> Number | None:
        return None if account else len(measure)

    def was(self, condition: PastCondition) -> bool | None:
        return None if condition.at is None else condition.at is ClosedDay.YEAR

    def is_among(self, board: str, last: int) -> bool | None:
        return None if board else last > 0

    def answers(self, question: OfOneMoment) -> bool | None:
        return None if isinstance(question, OnRegister) else False


Known: TypeAlias = bool | None

YES = BehaviourIs(("志愿服务",), NOWHERE)
NO = BehaviourIs(("捐款",), NOWHERE)
UNKNOWN = IsTrue(RecordAttribute(attribute("低保", YesNoType())), NOWHERE)
BY_NAME: dict[bool | None, Condition] = {True: YES, False: NO, None: UNKNOWN}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_and_and_or_follow_the_tables_of_kleene(
    left: Known, right: Known, both: Known, either: Known
) -> None:
    for items in ((BY_NAME[left], BY_NAME[right]), (BY_NAME[right], BY_NAME[left])):
        assert truth(And(items, NOWHERE), Given()) is both
        assert truth(Or(items, NOWHERE), Given()) is either


def test_not_of_what_is_not_known_is_not_known() -> None:
    assert truth(Not(UNKNOWN, NOWHERE), Given()) is None
    assert truth(Not(NO, NOWHERE), Given()) is True


@pytest.mark.parametrize(
    ("comparison", "at_two"),
    [
        (Comparison.AT_LEAST, True),
        (Comparison.AT_MOST, True),
        (Comparison.ABOVE, False),
        (Comparison.BELOW, False),
    ],
)
def test_bounds_include_the_number_or_do_not(comparison: Comparison, at_two: bool) -> None:  # noqa: FBT001
    condition = ComparesNumber(RecordAttribute(HOURS), comparison, 2, NOWHERE)
    assert truth(condition, Given({"时长": 2})) is at_two
    assert truth(condition, Given()) is None


def test_attributes_of_each_type() -> None:
    level, registered = attribute("级别"), attribute("登记日", DateType())
    given = Given({"级别": "省级", "时长": 3, "低保": False, "登记日": day("2020-02-29")})
    assert truth(IsOneOf(RecordAttribute(level), ("省级", "市级"), NOWHERE), given) is True
    assert truth(EqualsNumber(RecordAttribute(HOURS), 3, NOWHERE), given) is True
    assert truth(UNKNOWN, given) is False
    before = ComparesDate(
        RecordAttribute(registered), Comparison.AT_MOST, day("2020-02-29"), NOWHERE
    )
    assert truth(before, given) is True
    assert truth(ComparesDate(None, Comparison.BELOW, day("2023-07-01"), NOWHERE), given) is False


def test_attribute_that_is_wanting_is_named() -> None:
    condition = And((YES, Not(UNKNOWN, NOWHERE)), NOWHERE)
    operand = unknown_operand(condition, Given())
    assert operand is not None
    assert operand.attribute.name == "低保"
    assert unknown_operand(condition, Given({"低保": True})) is None
