import pytest

from pointrules.syntax.notation import Notation, notation_of


@pytest.mark.parametrize(
    ("name", "notation"),
    [
        ("村/细则.points", Notation.POINTS),
        ("细则.yaml", Notation.YAML),
        ("细则.YML", Notation.YAML),
        ("友谊村.2023.1.md", Notation.MARKDOWN),
        ("村规民约.Markdown", Notation.MARKDOWN),
        ("细则.txt", Notation.POINTS),
        ("细则", Notation.POINTS),
        (".md", Notation.POINTS),
        ("md.md/细则", Notation.POINTS),
        ("<text>", Notation.POINTS),
        ("", Notation.POINTS),
    ],
)
def test_the_ending_says_how_a_ruleset_is_written(name: str, notation: Notation) -> None:
    assert notation_of(name) is notation
