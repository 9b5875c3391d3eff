"""Headers of tables."""

from pointrules.model.vocabulary import TextType
from pointrules.records.columns import (
    FACT_COLUMNS,
    RECORD_COLUMNS,
    Column,
    DoubledColumn,
    Header,
    MissingColumns,
    UnknownColumn,
    attributes_lost,
    fact_shape,
    record_shape,
    resolve_header,
)
from records.invented_village import attribute, behaviour, ruleset

SHAPE = record_shape([ruleset()])


def test_both_spellings_of_every_column_are_read() -> None:
    names = tuple(column.name for column in RECORD_COLUMNS)
    chinese = [column.chinese for column in RECORD_COLUMNS]
    assert resolve_header(names, SHAPE) == Header(names)
    assert resolve_header(chinese, SHAPE) == Header(names)
    facts = tuple(column.name for column in FACT_COLUMNS)
    assert resolve_header([column.chinese for column in FACT_COLUMNS], fact_shape()) == Header(
        facts
    )


def test_width_case_and_spaces_of_a_heading_are_free() -> None:
    cells = [" ＩＤ ", "Occurred_On", "登记日期", "行为", "户", "状态", "时长", ""]
    assert resolve_header(cells, SHAPE) == Header(
        ("id", "occurred_on", "entered_on", "behaviour", "household", "status", "时长", "")
    )


def test_an_unknown_column_is_found() -> None:
    assert resolve_header(["编号", "级别"], SHAPE) == UnknownColumn("级别")


def test_two_spellings_of_one_column_are_one_column_twice() -> None:
    assert resolve_header(["编号", "id"], SHAPE) == DoubledColumn("id", "编号")


def test_missing_columns_are_named() -> None:
    assert resolve_header(["编号", "发生日期", "登记日期", "户"], SHAPE) == MissingColumns(
        (
            Column("behaviour", "行为", required=True),
            Column("status", "状态", required=True),
        ),
        any_is_enough=False,
    )


def test_one_of_household_and_person_is_enough() -> None:
    cells = ["编号", "发生日期", "登记日期", "行为", "状态"]
    assert isinstance(resolve_header([*cells, "人"], SHAPE), Header)
    missing = resolve_header(cells, SHAPE)
    assert isinstance(missing, MissingColumns)
    assert missing.any_is_enough
    assert missing.columns[:2] == (Column("household", "户"), Column("person", "人"))
    assert [item.chinese for item in missing.columns[2:]] == ["组", "组织", "村", "当事人"]


def test_an_attribute_named_like_a_fixed_column_is_lost() -> None:
    clash = behaviour("登记", attribute("状态", TextType()), attribute("value", TextType()))
    village = ruleset(behaviours=(clash,), household_attributes=(attribute("在册", TextType()),))
    assert attributes_lost([village]) == ("在册", "状态")
    assert attributes_lost([ruleset()]) == ()
    assert record_shape([village]).spellings["状态"] == "status"
