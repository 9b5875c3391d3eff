"""What a record's condition read of the past, and what a repair worked out again, in JSON."""

from datetime import date
from fractions import Fraction

from pointrules.ledger.flag_ground import EndAgain, KeptBack, LapsedWithPeriod
from pointrules.ledger.past_ground import PartOf, PastGrade, PastPoints, ReadOfThePast, RowOfRecords
from pointrules.model.closed_day import ClosedDay
from pointrules.model.measure import Measure
from pointrules.report.wording_flag_ground import flag_ground_words
from pointrules.report.wording_past import part_words, past_words
from pointrules.source.language import Language
from pointrules.wire.flag_ground_json import wire_flag_ground
from pointrules.wire.ground_json import wire_ground

GRADE = PastGrade("星级", ClosedDay.YEAR, date(2022, 12, 31), None)
POINTS = PastPoints("荣誉", Measure.BALANCE, ClosedDay.EVE, date(2023, 5, 1), Fraction(1, 3))
ROW = RowOfRecords("卫生检查", ("r1", "r2"))

LAPSED = LapsedWithPeriod(
    flag="否决",
    closed_by="r9",
    taken_by="否决",
    taken=20,
    taken_on=date(2023, 12, 1),
    left=10,
    kept=KeptBack("r8"),
    ends=(EndAgain(date(2023, 12, 31), 120, 60, 140, 70),),
)


def test_what_was_read_of_the_past_crosses_the_border() -> None:
    assert wire_ground(ReadOfThePast((GRADE, POINTS, ROW))).model_dump(mode="json") == {
        "kind": "read-of-the-past",
        "found": [
            {
                "kind": "past-grade",
                "grade": "星级",
                "at": "year",
                "day": "2022-12-31",
                "level": None,
            },
            {
                "kind": "past-points",
                "account": "荣誉",
                "measure": "balance",
                "at": "eve",
                "day": "2023-05-01",
                "points": "1/3",
            },
            {"kind": "row-of-records", "behaviour": "卫生检查", "records": ["r1", "r2"]},
        ],
    }


def test_what_was_read_of_the_past_is_told_in_english_too() -> None:
    assert past_words((GRADE, ROW), Language.EN) == (
        "at the end of last year (2022-12-31) 星级: none yet; "
        "2 of 卫生检查 in a row: records r1, r2"
    )


def test_a_members_part_crosses_the_border_with_what_was_read() -> None:
    part = PartOf("张三", ReadOfThePast((ROW,)))
    wired = wire_ground(part).model_dump(mode="json")
    assert (wired["kind"], wired["person"]) == ("part-of", "张三")
    assert wired["read"]["found"][0]["records"] == ["r1", "r2"]
    assert wire_ground(PartOf("张三", None)).model_dump(mode="json")["read"] is None
    assert part_words(part, Language.ZH) == "张三的一份；连续 2 次 卫生检查：记录 r1、r2"
    assert part_words(PartOf("张三", None), Language.EN) == "the part of 张三"


def test_an_end_worked_out_again_crosses_the_border_with_both_balances() -> None:
    wired = wire_flag_ground(LAPSED).model_dump(mode="json")
    assert wired["kept"] == {"record": "r8"}
    assert wired["ends"] == [
        {
            "last_day": "2023-12-31",
            "without": "120",
            "left_without": "60",
            "together": "140",
            "left_together": "70",
        }
    ]


def test_an_end_worked_out_again_is_told_in_english_too() -> None:
    assert flag_ground_words(LAPSED, Language.EN) == (
        "否决 withdrawn by record r9; the 20 points due on 2023-12-01 of record r8 were of an "
        "earlier period, of which 10 points are left; at the end of 2023-12-31 the balance was "
        "120 points, of which 60 points went on; with them it had been 140 points, of which 70 "
        "points had"
    )
