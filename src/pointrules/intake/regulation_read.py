"""What was read of a regulation's file, and the bounds that every reader keeps."""

from pathlib import Path

from msgspec import Struct

from pointrules.intake.regulation_error import RegulationError
from pointrules.syntax.draft_grid import Beside, Cell, Grid

ROWS = 2_000
"""The most rows of a table that hold something."""
COLUMNS = 200
COVERED = 200_000
"""The most places that the cells of a table may lie over, merged ones included."""
CHARACTERS = 2_000_000
_NOTHING = Beside()


class RegulationTables(Struct, frozen=True):
    """The tables in their order, and what else is there. `is_guessed` where the encoding was."""

    grids: tuple[Grid, ...]
    beside: Beside = _NOTHING
    is_guessed: bool = False


def bounded(path: Path, cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells that hold something, of a table that is not too large.

    Raises:
        RegulationError: it is.
    """
    filled = [cell for cell in cells if cell.text.strip() or cell.trouble is not None]
    rows = {cell.row for cell in filled}
    width = max((cell.column + cell.columns for cell in filled), default=0)
    covered = sum(cell.rows * cell.columns for cell in filled)
    letters = sum(len(cell.text) for cell in filled)
    for count, limit, what in (
        (len(rows), ROWS, "行 rows"),
        (width, COLUMNS, "列 columns"),
        (covered, COVERED, "格 cells"),
        (letters, CHARACTERS, "字 characters"),
    ):
        if count > limit:
            raise RegulationError(
                "regulation-too-wide", file=str(path), limit=str(limit), what=what
            )
    return tuple(filled)
