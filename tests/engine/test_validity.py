"""Points that lapse: laws beside the pages of cases."""

from itertools import pairwise

from msgspec.structs import replace

from engine.building import (
    account,
    attribute,
    clause,
    day,
    ledger_of,
    of_clause,
    record,
    refusal_of,
    ruleset,
)
from pointrules.ledger.entry import EntryKind, Lapsed
from pointrules.ledger.ground import Expired
from pointrules.ledger.ledger import Ledger
from pointrules.model.clause import Escalation, EscalationStep
from pointrules.model.number import Number
from pointrules.model.period import Duration, DurationUnit
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Occurrences, Scan, WhileValid
from pointrules.model.validity import FixedValidity, SizeBand, SizeValidity, Validity
from pointrules.model.vocabulary import DateType
from pointrules.records.reason import ReasonCode
from pointrules.records.record import Record
from pointrules.source.source_file import Span

NOWHERE = Span("", 0, 0)
MONTH, YEAR = Duration(1, DurationUnit.MONTH), Duration(1, DurationUnit.YEAR)
BY_SIZE = Validity(SizeValidity((SizeBand(10, inclusive=True, lasts=YEAR),), MONTH), None, NOWHERE)


def rules_that_lapse() -> Ruleset:
    return ruleset(
        clause("1", "善举", 10), clause("2", "过失", -4), accounts=(account(validity=BY_SIZE),)
    )


RECORDS = (
    record("r1", "2023-01-31", "善举"),
    record("r2", "2023-01-31", "过失"),
    record("r3", "2023-02-20", "过失", household="李家"),
    record("r4", "2024-01-30", "善举"),
)


def moves(ledger: Ledger) -> list[tuple[str, Number]]:
    return [(entry.day.isoformat(), entry.points) for entry in ledger.entries]


def test_every_entry_that_lapses_is_taken_back_once_the_day_after_its_last() -> None:
    ledger = ledger_of(rules_that_lapse(), *RECORDS, as_of="2025-12-31")
    assert moves(ledger) == [
        ("2023-01-31", 10),
        ("2023-01-31", -4),
        ("2023-02-20", -4),
        ("2023-03-01", 4),  # 31 January and a month is 28 February
        ("2023-03-21", 4),
        ("2024-01-30", 10),
        ("2024-02-01", -10),
        ("2025-01-31", -10),
    ]
    assert sum(entry.points for entry in ledger.entries) == 0


def test_an_expiry_names_the_entry_that_expired() -> None:
    ledger = ledger_of(rules_that_lapse(), RECORDS[0], as_of="2024-02-01")
    expiry = ledger.entries[-1]
    assert expiry.kind is EntryKind.EXPIRY
    assert expiry.ground == Expired(day("2023-01-31"), 10, "1", "r1", day("2024-01-31"))
    assert (expiry.clause, expiry.record) == (None, None)


def test_a_later_look_never_changes_earlier_entries() -> None:
    whole = ledger_of(rules_that_lapse(), *RECORDS, as_of="2025-12-31").entries
    days = [day("2023-01-31"), *sorted({entry.day for entry in whole}), day("2025-06-30")]
    for earlier, later in pairwise(days):
        for as_of in (earlier, later):
            seen = ledger_of(rules_that_lapse(), *RECORDS, as_of=as_of.isoformat()).entries
            assert seen == tuple(entry for entry in whole if entry.day <= as_of)


def test_the_order_of_lines_does_not_matter() -> None:
    forth = ledger_of(rules_that_lapse(), *RECORDS, as_of="2025-12-31")
    back = ledger_of(rules_that_lapse(), *reversed(RECORDS), as_of="2025-12-31")
    assert forth.entries == back.entries


def test_without_a_record_there_is_neither_its_entry_nor_its_expiry() -> None:
    left = [item for item in RECORDS if item.id != "r2"]
    ledger = ledger_of(rules_that_lapse(), *left, as_of="2025-12-31")
    whole = ledger_of(rules_that_lapse(), *RECORDS, as_of="2025-12-31")
    without = tuple(
        entry
        for entry in whole.entries
        if not (entry.record is not None and entry.record.id == "r2")
        and not (isinstance(entry.ground, Expired) and entry.ground.record_id == "r2")
    )
    assert ledger.entries == without


def test_what_lapsed_before_it_was_entered_is_entered_as_nothing() -> None:
    late = record("r1", "2023-01-01", "过失", rules_on="2023-02-02")
    in_time = record("r2", "2023-01-02", "过失", rules_on="2023-02-02")
    ledger = ledger_of(rules_that_lapse(), late, in_time, as_of="2023-12-31")
    first, second, expiry = ledger.entries
    assert (first.points, first.adjustments[-1].cause) == (0, Lapsed(day("2023-02-01")))
    assert (second.points, expiry.day, expiry.points) == (-4, day("2023-02-03"), 4)


def clocked(end: str | None) -> Record:
    built = record("r1", "2023-01-01", "违建")
    return built if end is None else replace(built, attributes={"拆除日期": day(end)})


def test_time_runs_from_the_day_a_record_names_and_not_before_it_is_known() -> None:
    ended = attribute("拆除日期", DateType(), optional=True)
    validity = Validity(FixedValidity(YEAR), ended, NOWHERE)
    rules = ruleset(replace(clause("1", "违建", -20), validity=validity))
    assert moves(ledger_of(rules, clocked(None), as_of="2029-12-31")) == [("2023-01-01", -20)]
    assert moves(ledger_of(rules, clocked("2023-06-30"), as_of="2029-12-31")) == [
        ("2023-01-01", -20),
        ("2024-07-01", 20),
    ]
    refused = ledger_of(rules, clocked("2022-12-31"), as_of="2029-12-31")
    assert refusal_of(refused, "r1") is ReasonCode.CLOCK_BEFORE_OCCURRENCE


def test_repeats_count_by_the_validity_of_each_earlier_amount() -> None:
    scan = Scan(of_clause("1"), WhileValid(), (), Occurrences(of_kind=False))
    doubled = Escalation(scan, (EscalationStep(2, 2),), NOWHERE)
    rules = ruleset(
        clause("1", "过失", -5, escalation=doubled), accounts=(account(validity=BY_SIZE),)
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-01-01", "过失"),
        record("r2", "2023-02-01", "过失"),  # the month of −5 ends today: −10, for a year
        record("r3", "2024-02-01", "过失"),  # the year of −10 ends today
        record("r4", "2025-02-02", "过失"),  # that of the next −10 has ended
        as_of="2025-02-02",
    )
    awards = [entry.points for entry in ledger.entries if entry.kind is EntryKind.AWARD]
    assert awards == [-5, -10, -10, -5]


def test_the_nearest_of_clause_and_account_says() -> None:
    for_good = Validity(FixedValidity(None), None, NOWHERE)
    rules = ruleset(
        replace(clause("1", "善举", 10), validity=for_good),
        clause("2", "志愿", 10),
        accounts=(account(validity=BY_SIZE),),
    )
    ledger = ledger_of(
        rules,
        record("r1", "2023-01-01", "善举"),
        record("r2", "2023-01-01", "志愿"),
        as_of="2024-12-31",
    )
    assert moves(ledger) == [("2023-01-01", 10), ("2023-01-01", 10), ("2024-01-02", -10)]
