import pytest

from pointrules.diagnostics.apply_fixes import FixedTexts, apply_fixes
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.source.source_file import Span, source_file

SAFE, ASK = Applicability.SAFE, Applicability.ASK
TEXT = "甲乙丙丁戊己"


def fix(
    *edits: tuple[int, int, str], kind: Applicability = SAFE, file: str = "a.points"
) -> Diagnostic:
    made = tuple(Edit(Span(file, start, end), text) for start, end, text in edits)
    return diagnose("unexpected-text", Span(file, 0, 1), found="", fix=Fix(kind, made))


def fixed(*diagnostics: Diagnostic, text: str = TEXT, ask: bool = False) -> FixedTexts:
    kinds = (SAFE, ASK) if ask else (SAFE,)
    return apply_fixes(diagnostics, {"a.points": source_file("a.points", text)}, kinds)


def test_fixes_are_made_wherever_they_stand() -> None:
    # The later place first: 丁 goes, 甲乙 becomes 一, and 二 is put before 己.
    done = fixed(fix((3, 4, "")), fix((0, 2, "一")), fix((5, 5, "二")))

    assert done.texts == {"a.points": "一丙戊二己"}
    assert done.counts == {"a.points": 3}


def test_only_the_kinds_asked_for_are_made() -> None:
    safe, ask = fix((0, 1, "一")), fix((1, 2, "二"), kind=ASK)

    assert fixed(safe, ask).texts == {"a.points": "一乙丙丁戊己"}
    assert fixed(safe, ask, ask=True).texts == {"a.points": "一二丙丁戊己"}


@pytest.mark.parametrize(
    "second",
    [
        (1, 3, "二"),
        (2, 4, "二"),
        (0, 6, "二"),
        (1, 2, "二"),
        (1, 1, "二"),
        (3, 3, "二"),
        (2, 2, ""),
    ],
)
def test_of_two_that_overlap_the_first_wins(second: tuple[int, int, str]) -> None:
    done = fixed(fix((1, 3, "一")), fix(second))

    assert done.texts == {"a.points": "甲一丁戊己"}
    assert done.counts == {"a.points": 1}


def test_neighbours_that_only_touch_do_not_overlap() -> None:
    assert fixed(fix((1, 3, "一")), fix((3, 4, "二"))).texts == {"a.points": "甲一二戊己"}


def test_two_insertions_at_one_place_overlap() -> None:
    assert fixed(fix((2, 2, "一")), fix((2, 2, "二"))).texts == {"a.points": "甲乙一丙丁戊己"}


def test_a_fix_of_several_edits_is_made_as_a_whole_or_not_at_all() -> None:
    done = fixed(fix((2, 3, "一")), fix((0, 1, "二"), (2, 4, "三")), fix((0, 1, "四")))

    assert done.texts == {"a.points": "四乙一丁戊己"}


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (((4, 4, "“"), (3, 4, ":")), "甲乙丙:“戊己"),
        (((3, 4, ":"), (3, 3, "“")), "甲乙丙“:戊己"),
        (((2, 2, "“"), (2, 2, "（")), "甲乙“（丙丁戊己"),
        (((6, 6, "”"), (0, 0, "“")), "“甲乙丙丁戊己”"),
    ],
)
def test_edits_of_one_fix_may_touch(edits: tuple[tuple[int, int, str], ...], expected: str) -> None:
    assert fixed(fix(*edits)).texts == {"a.points": expected}


@pytest.mark.parametrize(
    "edits",
    [
        ((0, 3, "一"), (2, 4, "二")),
        ((0, 1, "一"), (0, 1, "一")),
        ((5, 7, "一"),),
        ((3, 2, "一"),),
        ((-1, 2, "一"),),
    ],
)
def test_a_fix_that_makes_no_sense_is_left_alone(edits: tuple[tuple[int, int, str], ...]) -> None:
    assert fixed(fix(*edits)).texts == {}


def test_a_fix_of_a_file_that_is_not_there_is_left_alone() -> None:
    assert fixed(fix((0, 1, "一"), file="b.points")).texts == {}


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert fixed(fix((0, 1, "甲"))).texts == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\r\n乙\r\n", "一\r\n二\r\n乙\r\n"),  # Windows throughout
        ("甲\r\n乙\n", "一\n二\r\n乙\n"),  # mixed: as the fix says
        ("甲\n乙\n", "一\n二\n乙\n"),
    ],
)
def test_new_lines_end_as_the_files_lines_do(text: str, expected: str) -> None:
    assert fixed(fix((0, 1, "一\n二")), text=text).texts == {"a.points": expected}


def test_ten_thousand_fixes_are_made_at_once() -> None:
    made = fixed(*(fix((at, at + 1, "乙")) for at in range(0, 20_000, 2)), text="甲" * 20_000)

    assert made.texts == {"a.points": "乙甲" * 10_000}
