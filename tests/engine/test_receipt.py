"""The digest of a receipt covers everything that a total depends on."""

from datetime import date

from engine.building import clause, day, listed, record, ruleset
from pointrules.engine.receipt import receipt_of
from pointrules.ledger.receipt import Receipt
from pointrules.records.log import Log

RULES = ruleset(clause("1", "善举", 5))
LOG = Log((record("r1", "2023-05-01", "善举"),), {}, (), (), (), (), 0, "log")


def receipt(known_at: date | None, as_of: date = date(2023, 12, 31)) -> Receipt:
    return receipt_of((RULES,), listed(), LOG, as_of, known_at)


def test_two_days_of_knowledge_give_two_receipts() -> None:
    digests = {
        receipt(known_at).digest for known_at in (None, day("2023-12-31"), day("2024-01-08"))
    }
    assert len(digests) == 3


def test_day_of_knowledge_is_told_from_the_day_asked_for() -> None:
    first, second = day("2023-12-30"), day("2023-12-31")
    assert receipt(first, second).digest != receipt(second, first).digest


def test_the_same_question_gives_the_same_receipt() -> None:
    assert receipt(day("2024-01-08")) == receipt(day("2024-01-08"))
