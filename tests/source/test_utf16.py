import pytest

from pointrules.source.source_file import source_file
from pointrules.source.utf16 import Utf16Columns


@pytest.mark.parametrize(
    ("offset", "column"),
    # 𠮷a𠮷 and a line feed are offsets 0 to 3; 乙𠮷丙 are 4, 5 and 6.
    [(0, 1), (1, 3), (2, 4), (3, 6), (4, 1), (5, 2), (6, 4), (7, 5)],
)
def test_a_rare_character_counts_twice(offset: int, column: int) -> None:
    source = source_file("a", "𠮷a𠮷\n乙𠮷丙")

    assert Utf16Columns().column(source, source.position(offset)) == column
