"""A regulation's table as its author sees it: cells with their extent, rows with their numbers."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class Trouble(StrEnum):
    """Why the text of a cell is not what its author wrote, or not all of it."""

    DATE = "date"
    NO_VALUE = "no value"
    ERROR = "error"
    FORMAT = "format"
    STRUCK = "struck"
    REVISED = "revised"
    NESTED = "nested"
    FOOTNOTE = "footnote"
    HIDDEN = "hidden"


class Cell(Struct, frozen=True):
    """A cell that holds something, by its upper left corner; rows and columns count from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    trouble: Trouble | None = None

    @property
    def last_row(self) -> int:
        """The lowest row that it reaches."""
        return self.row + self.rows - 1


class Grid(Struct, frozen=True):
    """One table. `zh` and `en` are how it is called in a sentence: 工作表“Sheet1”, 第 2 张表.

    `sheet` is the name that its author gave it, "" where there is none. Columns have letters where
    the program shows letters. `unread_columns` were hidden, and are not in `cells`.
    """

    zh: str
    en: str
    sheet: str
    cells: tuple[Cell, ...]
    has_letters: bool = False
    unread_columns: tuple[int, ...] = ()

    def place(self, row: int) -> str:
        """工作表“Sheet1”第 5 行, as the author counts."""
        return f"{self.zh}第 {row + 1} 行"

    def column_words(self, column: int) -> str:
        """C 列 or 第 3 列."""
        return f"{column_letters(column)} 列" if self.has_letters else f"第 {column + 1} 列"


class Beside(Struct, frozen=True):
    """What the file holds beside its tables: paragraphs, and sheets that are hidden."""

    paragraphs: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()


def column_letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


class Cover:
    """Which cell lies over a place of the grid, also where cells were merged."""

    __slots__ = ("_at", "_rows")

    def __init__(self, grid: Grid) -> None:
        self._at = {
            (row, column): cell
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(grid.cells, key=lambda item: item.column):
            for row in range(cell.row, cell.row + cell.rows):
                rows.setdefault(row, []).append(cell)
        self._rows = rows

    def at(self, row: int, column: int) -> Cell | None:
        """The cell there; None where nothing is written."""
        return self._at.get((row, column))

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Each row in which something lies, from the left; merged cells are in all their rows."""
        for row in sorted(self._rows):
            yield row, tuple(self._rows[row])
