"""Several editions of one village."""

from datetime import date

from checking.village import meant, village
from pointrules.checking.editions import CheckedEditions, PlacedEdition, check_editions
from pointrules.diagnostics.diagnostic import Severity
from pointrules.source.source_file import Span


def editions(*heads: str) -> CheckedEditions:
    placed = []
    for index, head in enumerate(heads):
        ruleset = meant(village(edition=f"细则{head}"))
        placed.append(PlacedEdition(ruleset, Span(f"{index}.points", 2, 5)))
    return check_editions(placed)


def codes(*heads: str) -> list[str]:
    return [item.code for item in editions(*heads).diagnostics]


def test_an_open_edition_ends_where_the_next_begins_whatever_their_order() -> None:
    found = editions(
        "「村」版本 2，自 2024-01-01 起施行",
        "「村」版本 1，自 2023-01-01 起施行",
    )
    assert found.diagnostics == ()
    days = [(item.edition.first_day, item.edition.last_day) for item in found.editions]
    assert days == [(date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), None)]


def test_no_file_and_one_file_are_fine() -> None:
    assert editions() == CheckedEditions((), ())
    assert codes("「村」版本 1，自 2023-01-01 起施行") == []


def test_two_editions_in_force_on_one_day_overlap() -> None:
    found = editions(
        "「村」版本 1，自 2023-01-01 起施行，至 2024-01-01 止",
        "「村」版本 2，自 2024-01-01 起施行",
    ).diagnostics
    assert [item.code for item in found] == ["editions-overlap"]
    assert found[0].span.file == "1.points"
    assert found[0].labels[0].span.file == "0.points"


def test_two_editions_begun_on_one_day_overlap() -> None:
    heads = ("「村」版本 1，自 2023-01-01 起施行", "「村」版本 2，自 2023-01-01 起施行")
    assert codes(*heads) == ["editions-overlap"]


def test_an_edition_inside_a_longer_one_leaves_no_gap_behind_it() -> None:
    assert codes(
        "「村」版本 1，自 2020-01-01 起施行，至 2029-12-31 止",
        "「村」版本 2，自 2021-01-01 起施行，至 2021-12-31 止",
        "「村」版本 3，自 2030-01-01 起施行",
    ) == ["editions-overlap"]


def test_days_without_an_edition_are_an_error_that_names_them() -> None:
    found = editions(
        "「村」版本 1，自 2023-01-01 起施行，至 2023-12-29 止",
        "「村」版本 2，自 2024-01-01 起施行",
    ).diagnostics
    assert [item.code for item in found] == ["edition-gap"]
    assert found[0].severity is Severity.ERROR
    arguments = dict(found[0].arguments)
    assert (arguments["since"], arguments["until"]) == ("2023-12-30", "2023-12-31")


def test_the_same_version_twice_is_said_once() -> None:
    head = "「村」版本 1，自 2023-01-01 起施行"
    assert codes(head, head) == ["edition-twice"]


def test_editions_of_two_villages_do_not_belong_together() -> None:
    heads = ("「甲村」版本 1，自 2023-01-01 起施行", "「乙村」版本 2，自 2024-01-01 起施行")
    assert codes(*heads) == ["edition-title-differs"]
