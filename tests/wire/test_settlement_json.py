"""What settlements found, and what they could not know, crosses the border in numbers."""

from datetime import date
from fractions import Fraction

from pointrules.ledger.ground import Measured, Settled, Tallied
from pointrules.model.condition import (
    Comparison,
    MeasureCompares,
    Tally,
    TallyCompares,
    TallyKind,
)
from pointrules.model.measure import Measure
from pointrules.model.period import Period
from pointrules.model.unit import POINT
from pointrules.model.vocabulary import Attribute, NumericType
from pointrules.wire.settlement_json import wire_settled
from report.builders import AT, ZHANG

SHARE = Tally("垃圾检查", None, TallyKind.SHARE, None, AT)
ASKED = TallyCompares(SHARE, Period.MONTH, Comparison.AT_LEAST, 90, AT)
BALANCE = MeasureCompares("积分", Measure.BALANCE, Comparison.AT_LEAST, 50, AT)


def test_what_a_settlement_found_crosses_the_border_exactly() -> None:
    # 12 of 13 is 1200/13 per cent.
    tallied = Tallied(ASKED, date(2023, 7, 1), date(2023, 7, 31), 13, 12, Fraction(1200, 13))
    found = wire_settled(Settled(ZHANG, (tallied, Measured(BALANCE, 65))))
    assert found.model_dump(mode="json") == {
        "kind": "settled",
        "subject": {"kind": "household", "id": "张家"},
        "found": [
            {
                "kind": "tallied",
                "behaviour": "垃圾检查",
                "tally": "share",
                "summed": None,
                "first_day": "2023-07-01",
                "last_day": "2023-07-31",
                "records": 13,
                "matching": 12,
                "number": "1200/13",
            },
            {
                "kind": "measured",
                "account": "积分",
                "at": None,
                "measure": "balance",
                "points": "65",
            },
        ],
    }


def test_a_mean_crosses_the_border_as_a_fraction_where_no_decimal_ends() -> None:
    # (92 + 88 + 91) ÷ 3
    score = Attribute("得分", NumericType(POINT), optional=False, origin=AT)
    asked = TallyCompares(
        Tally("月评", None, TallyKind.MEAN, score, AT), Period.MONTH, Comparison.AT_LEAST, 90, AT
    )
    tallied = Tallied(asked, date(2023, 6, 1), date(2023, 6, 30), 3, 3, Fraction(271, 3))
    found = wire_settled(Settled(ZHANG, (tallied,))).model_dump(mode="json")["found"]
    assert [(item["tally"], item["summed"], item["number"]) for item in found] == [
        ("mean", "得分", "271/3")
    ]
