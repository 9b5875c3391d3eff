"""A new edition may begin the ruleset's year (年度) on another day than the old one."""

from engine.building import amounts, clause, ledger_of, limit, of_clause, record, ruleset
from pointrules.model.period import MonthDay, Period


def test_a_limit_has_seen_what_the_old_edition_let_through_in_the_year_as_it_begins_now() -> None:
    # Years from 1 April, then from 1 January: of 2023's 10 points, 8 are gone in February.
    rule = clause("1", "检查", 8, limits=(limit(of_clause("1"), Period.YEAR, 10),))
    old = ruleset(rule, first_day="2022-06-01", version="1", year_start=MonthDay(4, 1))
    new = ruleset(rule, first_day="2023-04-01", version="2", year_start=MonthDay(1, 1))
    ledger = ledger_of(
        (old, new),
        record("1", "2022-12-31", "检查"),
        record("2", "2023-02-01", "检查"),
        record("3", "2023-05-01", "检查"),
    )
    # Under the old edition December and February are in one year: 8, and 2 of the second 8.
    # The new one sees 2 in its own year, so there is room for 8.
    assert amounts(ledger) == [8, 2, 8]
    without_december = ledger_of(
        (old, new), record("2", "2023-02-01", "检查"), record("3", "2023-05-01", "检查")
    )
    assert amounts(without_december) == [8, 2]
