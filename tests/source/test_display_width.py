import pytest

from pointrules.source.display_width import display_width, visible


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("乱倒垃圾", 8),
        ("𠮷", 2),
        ("５分", 4),
        ("\u3000", 2),
        ("\t", 4),
        ("\t甲", 6),
        ("e\u0301", 1),
        ("“甲”", 4),
        ("…", 1),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_ambiguous_characters_are_as_wide_as_the_terminal_draws_them() -> None:
    assert display_width("“甲”…≥", ambiguous=2) == 10
    assert display_width("“甲”…≥", ambiguous=1) == 6


def test_invisible_characters_are_made_visible() -> None:
    assert visible("甲\t乙\0丙\x1b[31m\x7f") == "甲    乙␀丙␛[31m␡"
    assert visible("a\u200bb\u202ec\ud800") == "a<U+200B>b<U+202E>c<U+D800>"


def test_what_can_be_seen_stays() -> None:
    assert visible("友谊村 𠮷家 “5 分”\u3000") == "友谊村 𠮷家 “5 分”\u3000"


def test_nothing_visible_breaks_a_line() -> None:
    for code in range(0x30000):
        assert len(visible(chr(code)).splitlines()) <= 1, hex(code)
