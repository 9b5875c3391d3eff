import json
from datetime import date
from fractions import Fraction

import pytest
from pydantic import ValidationError

from pointrules.ledger.entry import (
    Adjustment,
    Cause,
    EntryKind,
    PrecededBy,
    StoppedAtFloor,
)
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.ledger import Ledger, LineOutcome, Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import NO_OFFERS, Offers
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.period import Period
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason, ReasonCode
from pointrules.report.ledger_words import LedgerWords
from pointrules.source.language import Language
from pointrules.wire.ledger_json import WireEvaluation, evaluation_json
from report.builders import (
    ZHANG,
    account,
    award,
    clause,
    closing,
    ledger,
    limit,
    quote_of_583,
    record,
    refused_quote,
    ruleset,
    stars,
)

LI = Subject(SubjectKind.HOUSEHOLD, "李家")
MONTHLY = limit(Period.MONTH, 12)
TIDY = clause("3.1", "整洁", "卫生检查", MONTHLY)
SEEN = record("r3", date(2023, 7, 20), "卫生检查", {"等次": "优秀"})


def cut_entry(cause: Cause = MONTHLY) -> Ledger:
    adjustment = Adjustment(cause, used=10, before=5, after=2)
    return ledger(
        closing(EntryKind.BASE, date(2023, 6, 1), 100),
        award(TIDY, SEEN, 2, adjustment, asked=5),
        edition=ruleset(TIDY),
    )


def offers_of(*offers: GradeHeld | LoanQuote) -> Offers:
    return Offers(
        tuple(offer for offer in offers if isinstance(offer, GradeHeld)),
        (),
        tuple(offer for offer in offers if isinstance(offer, LoanQuote)),
    )


def read(
    books: Ledger,
    *offers: GradeHeld | LoanQuote,
    measures: dict[tuple[Subject, str, Measure], Number] | None = None,
    language: Language = Language.ZH,
) -> dict[str, object]:
    text = evaluation_json(books, offers_of(*offers), measures or {}, LedgerWords(books, language))
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_entry_crosses_the_border_with_its_whole_reason() -> None:
    # 100 + 2 = 102.
    entries = read(cut_entry())["entries"]
    assert isinstance(entries, list)
    assert entries[1] == {
        "subject": {"kind": "household", "id": "张家"},
        "account": "积分",
        "day": "2023-07-20",
        "kind": "award",
        "points": "2",
        "balance": "102",
        "edition": "2023.1",
        "clause": {"number": "3.1", "text": "整洁"},
        "record": {
            "id": "r3",
            "at": {"file": "records.csv", "number": 2},
            "occurred_on": "2023-07-20",
            "entered_on": "2023-07-20",
            "rules_on": "2023-07-20",
            "behaviour": "卫生检查",
            "household": "张家",
            "person": None,
            "collective": None,
            "parties": [],
            "attributes": [{"name": "等次", "value": "优秀"}],
            "decided": None,
            "decided_by": None,
        },
        "valuation": {
            "kind": "constant",
            "inputs": [],
            "running": None,
            "ordinal": None,
            "points": "5",
            "words": "5 分",
        },
        "adjustments": [
            {
                "cause": {
                    "kind": "limit",
                    "owner": {"kind": "clause", "name": "3.1"},
                    "window": {
                        "period": "month",
                        "count": None,
                        "unit": None,
                        "while_valid": False,
                    },
                    "counted": "points",
                    "direction": "gain",
                    "maximum": "12",
                    "beyond": "cut",
                    "matter": [],
                    "per": "subject",
                },
                "used": "10",
                "counted_for": None,
                "withheld": "0",
                "before": "5",
                "after": "2",
                "words": "应加 5 分；第 3.1 条每月最多加 12 分，7 月已加 10 分，只加 2 分（5 → 2）",
            }
        ],
        "ground": None,
        "words": "3.1「整洁」",
    }


@pytest.mark.parametrize(
    ("cause", "on_the_wire"),
    [
        (PrecededBy("4.1"), {"kind": "preceded-by", "clause": "4.1"}),
        (
            StoppedAtFloor(account(), Fraction(1, 2)),
            {"kind": "stopped-at-floor", "account": "积分", "floor": "0.5"},
        ),
    ],
)
def test_cause_keeps_its_kind(cause: Cause, on_the_wire: dict[str, str]) -> None:
    text = evaluation_json(
        cut_entry(cause), NO_OFFERS, {}, LedgerWords(cut_entry(cause), Language.ZH)
    )
    evaluation = WireEvaluation.model_validate_json(text)
    assert evaluation.entries[1].adjustments[0].cause.model_dump() == on_the_wire


def test_loan_crosses_the_border_with_every_step() -> None:
    loans = read(ledger(), quote_of_583())["loans"]
    assert isinstance(loans, list)
    loan = loans[0]
    assert loan["rate"] == "4.42"
    assert loan["line"] == "200000"
    assert loan["base_rate"] == "5"
    assert [(step["kind"], step["before"], step["after"]) for step in loan["steps"]] == [
        ("steps", "583", "5.83"),
        ("cut", "5.83", "0.583"),
        ("cut-rounded", "0.583", "0.58"),
        ("rate", "0.58", "4.42"),
    ]


def test_refused_loan_has_no_rate_but_reasons() -> None:
    loans = read(ledger(), refused_quote())["loans"]
    assert isinstance(loans, list)
    assert loans[0]["rate"] is None
    assert loans[0]["requirements"] == [
        {
            "standing": "not-met",
            "found": "二星",
            "found_on": None,
            "words": "不符合：星级 不低于 三星（现为 二星）",
        }
    ]


def test_measures_are_exact_and_in_order_of_subjects() -> None:
    measures: dict[tuple[Subject, str, Measure], Number] = {
        (LI, "积分", Measure.PERIOD): Fraction(1, 3),
        (ZHANG, "积分", Measure.PERIOD): Fraction(1, 10),
        (ZHANG, "积分", Measure.BALANCE): -2,
    }
    found = read(ledger(subjects=(ZHANG, LI)), measures=measures)["measures"]
    assert isinstance(found, list)
    assert [(item["subject"]["id"], item["measure"], item["points"]) for item in found] == [
        ("张家", "balance", "-2"),
        ("张家", "period", "0.1"),
        ("李家", "period", "1/3"),
    ]


def test_lines_read_are_the_sum_of_the_six_outcomes() -> None:
    reason = Reason(ReasonCode.BEHAVIOUR_UNKNOWN, (("value", "唱歌"),))
    outcomes = tuple(
        LineOutcome(LineNumber("records.csv", number), None, outcome, given, (), None, None)
        for number, outcome, given in (
            (2, Outcome.SCORED, None),
            (3, Outcome.SCORED, None),
            (4, Outcome.REFUSED, reason),
        )
    )
    found = read(ledger(outcomes=outcomes, later_lines=4))
    assert found["lines"] == {
        "read": 3,
        "scored": 2,
        "unmatched": 0,
        "pending": 0,
        "refused": 1,
        "voided": 0,
        "repeated": 0,
        "later": 4,
        "scored_later": 0,
        "review_steps": 0,
        "redemptions": 0,
    }
    listed = found["outcomes"]
    assert isinstance(listed, list)
    assert listed[2]["reason"] == {
        "code": "behaviour-unknown",
        "arguments": {"value": "唱歌"},
        "words": "词表里没有行为“唱歌”；请改正，或在细则的词表里登记",
        "more": [],
    }


def test_language_changes_words_only() -> None:
    def without_words(value: object) -> object:
        if isinstance(value, dict):
            return {key: without_words(item) for key, item in value.items() if "words" not in key}
        if isinstance(value, list):
            return [without_words(item) for item in value]
        return value

    chinese = read(cut_entry(), quote_of_583(), stars("五星", 683))
    english = read(cut_entry(), quote_of_583(), stars("五星", 683), language=Language.EN)
    assert chinese != english
    assert without_words(chinese) == without_words(english)


def test_an_adjustment_names_the_person_whose_count_it_was() -> None:
    ning = Subject(SubjectKind.PERSON, "张宁")
    adjustment = Adjustment(MONTHLY, used=10, before=5, after=2, counted_for=ning)
    books = ledger(award(TIDY, SEEN, 2, adjustment, asked=5), edition=ruleset(TIDY))
    entries = read(books)["entries"]
    assert isinstance(entries, list)
    (told,) = entries[0]["adjustments"]
    assert told["counted_for"] == {"kind": "person", "id": "张宁"}
    assert told["words"].startswith("按个人：应加 5 分；")


def test_order_of_offers_and_flags_given_does_not_matter() -> None:
    first = FlagInterval(
        LI,
        "取消评优",
        date(2023, 1, 1),
        date(2023, 12, 31),
        "9.1",
        "r1",
        date(2023, 12, 31),
        None,
        (),
    )
    second = FlagInterval(
        ZHANG,
        "取消评优",
        date(2023, 1, 1),
        date(2023, 12, 31),
        "9.1",
        "r2",
        date(2023, 12, 31),
        None,
        (),
    )
    offers = (stars("五星", 683), quote_of_583(), stars("二星", 0, LI), refused_quote(LI))
    assert read(ledger(flags=(first, second)), *offers) == read(
        ledger(flags=(second, first)), *reversed(offers)
    )


def test_result_reads_back_and_refuses_unknown_keys() -> None:
    books = cut_entry()
    text = evaluation_json(books, offers_of(quote_of_583()), {}, LedgerWords(books, Language.ZH))
    assert WireEvaluation.model_validate_json(text).version == 1
    with pytest.raises(ValidationError, match="extra_forbidden"):
        WireEvaluation.model_validate_json(text.replace('"version"', '"edition": 1, "version"', 1))


def test_control_characters_stay_inside_their_text() -> None:
    seen = record("r\n1", date(2023, 7, 3), "卫生检查", {"等次": "优秀"})
    entries = read(ledger(award(TIDY, seen, 5)))["entries"]
    assert isinstance(entries, list)
    assert entries[0]["record"]["id"] == "r\n1"
