"""The rows of a regulation's table, each with what it is: an item, a heading, a note, nothing."""

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from pointrules.model.scan import Direction
from pointrules.syntax.draft_columns import Column, Role, direction_of_heading, plain
from pointrules.syntax.draft_grid import Cell, Cover, Grid
from pointrules.syntax.draft_head import Head, head_of, heading_direction, is_repeated
from pointrules.syntax.draft_phrases import RULE_WORDS
from pointrules.syntax.draft_words import one_line


class RowKind(StrEnum):
    """What became of a row that is no item."""

    TITLE = "title"
    HEAD = "head"
    REPEATED_HEAD = "repeated head"
    SECTION = "section"
    CONTINUED = "continued"


class OtherRow(Struct, frozen=True):
    """A row that makes no clause, with its words."""

    kind: RowKind
    place: str
    words: str


class Entry(Struct, frozen=True):
    """A cell of an item's row with its column."""

    column: Column
    cell: Cell


class ItemRow(Struct, frozen=True):
    """A row about something that gives or takes points.

    `categories` are from the widest to the narrowest; `directions` are what headings say.
    """

    place: str
    entries: tuple[Entry, ...]
    categories: tuple[str, ...]
    directions: frozenset[Direction]
    section: str
    more_words: tuple[str, ...] = ()
    has_minus: frozenset[int] = frozenset()

    def of(self, *roles: Role) -> list[Entry]:
        """The entries of these columns, from the left."""
        return [entry for entry in self.entries if entry.column.role in roles]


class NoteRow(Struct, frozen=True):
    """Words across the table, which may hold a rule for all of it."""

    place: str
    words: str
    category: str = ""


class RowsOfGrid(Struct, frozen=True):
    """A table row by row; `head` is None where no row names the columns."""

    grid: Grid
    head: Head | None
    title: str
    items: tuple[ItemRow | NoteRow, ...]
    others: tuple[OtherRow, ...]


_NOTE_MARK = re.compile(r"^[\(（\[【]?(注|备注|说明|附注|附则|※|\*|★|填表|总计|合计)")
_LONGEST_SECTION = 30
_NUMBERING = re.compile(r"^第?[\(（]?[一二三四五六七八九十0-9]+[\)）]?(?:部分|[章节类项、.．:：])+")
_CHINESE_NUMBER = re.compile(r"[\(（]?[一二三四五六七八九十]+[\)）]?[、.]?")
_DIRECTIONS = re.compile(r"加分|扣分|减分|奖励")
_READ = (Role.ITEM, Role.POINTS, Role.LIMIT, Role.FREQUENCY, Role.FULL_MARKS)
_MINUS = re.compile(r"-[0-9.]+分?")


def rows_of(grid: Grid) -> RowsOfGrid:
    """Each row of the table that shows something, once."""
    shown = [cell for cell in grid.cells if one_line(cell.text) or cell.trouble is not None]
    grid = replace(grid, cells=tuple(shown))
    cover = Cover(grid)
    head = head_of(cover)
    rows = dict(cover.rows())
    if head is None:
        others = tuple(
            OtherRow(RowKind.TITLE, grid.place(row), _words(cells, row))
            for row, cells in rows.items()
        )
        return RowsOfGrid(grid, None, "", (), tuple(other for other in others if other.words))
    return _Reader(grid, cover, head, rows).read()


def _words(cells: Sequence[Cell], row: int) -> str:
    return "；".join(one_line(cell.text) for cell in cells if cell.row == row and cell.text.strip())


class _Reader:
    """Goes down a table and keeps the heading that it is under."""

    def __init__(
        self, grid: Grid, cover: Cover, head: Head, rows: dict[int, tuple[Cell, ...]]
    ) -> None:
        self._grid = grid
        self._cover = cover
        self._head = head
        self._rows = rows
        self._section = ""
        self._title = ""
        self._items: list[ItemRow | NoteRow] = []
        self._others: list[OtherRow] = []
        self._filled: dict[int, str] = {}
        self._groups = [_Group(half, self._data_rows(), cover) for half in head.halves()]

    def _data_rows(self) -> list[int]:
        return [
            row
            for row, cells in self._rows.items()
            if row >= self._head.first_row
            and not is_repeated(self._head, self._cover, row)
            and not _is_alone(cells)
        ]

    def read(self) -> RowsOfGrid:
        """Every row that holds something."""
        for row, cells in self._rows.items():
            words = _words(cells, row)
            if row < self._head.row:
                self._read_title(row, words)
            elif row < self._head.first_row:
                self._other(RowKind.HEAD, row, words)
            elif is_repeated(self._head, self._cover, row):
                self._other(RowKind.REPEATED_HEAD, row, words)
            elif _is_alone(cells):
                self._read_alone(row, cells[0])
            elif (heading := self._numbered_heading(row, cells)) is not None:
                self._section = heading
                self._filled.clear()
                self._other(RowKind.SECTION, row, words)
            else:
                self._read_items(row, words)
        return RowsOfGrid(
            self._grid, self._head, self._title, tuple(self._items), tuple(self._others)
        )

    def _other(self, kind: RowKind, row: int, words: str) -> None:
        if words:
            self._others.append(OtherRow(kind, self._grid.place(row), words))

    def _read_title(self, row: int, words: str) -> None:
        if not words:
            return
        if not self._title:
            self._title = words
            self._other(RowKind.TITLE, row, words)
        elif RULE_WORDS.search(plain(words)):
            self._items.append(NoteRow(self._grid.place(row), words))
        else:
            self._other(RowKind.TITLE, row, words)

    def _read_alone(self, row: int, cell: Cell) -> None:
        """A single cell in its row: a heading over what follows, an item without points, a note."""
        if cell.row != row:
            return
        words = one_line(cell.text)
        rest = _NUMBERING.sub("", plain(words))
        looks_numbered = rest != plain(words) or direction_of_heading(words) is not None
        role = next(
            (column.role for column in self._head.columns if column.index == cell.column), Role.NOTE
        )
        is_sentence = len(words) > _LONGEST_SECTION or re.search(r"[,;。]", rest) is not None
        is_note = is_sentence or _NOTE_MARK.match(plain(words)) is not None
        if cell.columns == 1 and role is Role.ITEM and (is_note or not looks_numbered):
            self._read_items(row, words)
            return
        if is_note or (cell.columns == 1 and role not in (Role.ITEM, Role.CATEGORY, Role.NUMBER)):
            self._items.append(NoteRow(self._grid.place(row), words))
            return
        self._section = words
        self._filled.clear()
        if RULE_WORDS.search(_DIRECTIONS.sub("", rest)):
            self._items.append(NoteRow(self._grid.place(row), words, words))
        else:
            self._other(RowKind.SECTION, row, words)

    def _numbered_heading(self, row: int, cells: Sequence[Cell]) -> str | None:
        """一 | 环境卫生, in a table whose items are numbered 1, 2, 3."""
        numbers = [c.index for c in self._head.columns if c.role is Role.NUMBER]
        own = [cell for cell in cells if cell.row == row and cell.text.strip()]
        is_pair = len(own) == 2 and own[0].column in numbers  # noqa: PLR2004 - number and words
        if not is_pair or not _CHINESE_NUMBER.fullmatch(plain(own[0].text)):
            return None
        is_numbered = any(
            (cell := self._cover.at(other, own[0].column)) is not None
            and plain(cell.text).isdecimal()
            for other in self._rows
        )
        words = one_line(own[1].text)
        holds_rule = RULE_WORDS.search(_DIRECTIONS.sub("", plain(words))) is not None
        return words if is_numbered and not holds_rule else None

    def _read_items(self, row: int, words: str) -> None:
        found = False
        read: list[Cell] = []
        left: list[Cell] = []
        for group in self._groups:
            entries = group.entries(row)
            own = [entry for entry in entries if entry.cell.row == row and entry.cell.text.strip()]
            if not any(entry.column.role in _READ for entry in own):
                has_item = any(entry.column.role is Role.ITEM for entry in entries)
                if own and has_item and self._continue(row, group, entries):
                    found = True
                else:
                    left += [entry.cell for entry in own]
                continue
            found = True
            read += [entry.cell for entry in entries]
            self._items.append(self._item(row, group, entries))
        left = [cell for cell in left if cell not in read]
        if found and left:
            words = "；".join(one_line(cell.text) for cell in left)
        if words and (left or not found):
            self._items.append(NoteRow(self._grid.place(row), words, self._section))

    def _continue(self, row: int, group: "_Group", entries: Sequence[Entry]) -> bool:
        """A row whose item was merged with the one above: its words belong there."""
        items = {entry.cell for entry in entries if entry.column.role is Role.ITEM}
        above = next(
            (
                index
                for index, item in reversed(list(enumerate(self._items)))
                if isinstance(item, ItemRow)
                and any(entry.cell in items for entry in item.of(Role.ITEM))
            ),
            None,
        )
        if above is None:
            return False
        last = self._items[above]
        assert isinstance(last, ItemRow), "only such a row was looked for"
        columns = {entry.column.index for entry in entries}
        columns |= {column.index for column in group.categories}
        own = [cell for cell in self._rows[row] if cell.row == row and cell.column in columns]
        words = "；".join(one_line(cell.text) for cell in own if cell.text.strip())
        self._items[above] = replace(last, more_words=(*last.more_words, words))
        self._other(RowKind.CONTINUED, row, words)
        return True

    def _item(self, row: int, group: "_Group", entries: Sequence[Entry]) -> ItemRow:
        categories: list[str] = []
        for column in group.categories:
            cell = self._cover.at(row, column.index)
            text = one_line(cell.text) if cell is not None else ""
            if text:
                if self._filled.get(column.index) != text:
                    for other in group.categories:
                        if other.index > column.index:
                            self._filled.pop(other.index, None)
                self._filled[column.index] = text
            text = self._filled.get(column.index, "")
            if text:
                categories.append(text)
        headings = [*categories, self._section, self._title, self._grid.sheet]
        said = {direction_of_heading(text) for text in headings} | {group.direction}
        return ItemRow(
            self._grid.place(row),
            tuple(entries),
            tuple(categories) or ((self._section,) if self._section else ()),
            frozenset(direction for direction in said if direction is not None),
            self._section,
            has_minus=group.has_minus,
        )


class _Group:
    """The columns of a table, or of one half of two that stand side by side."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[int], cover: Cover) -> None:
        self._cover = cover
        self.direction = heading_direction(columns)
        categories = [column for column in columns if column.role is Role.CATEGORY]
        items = [column for column in columns if column.role is Role.ITEM]
        if not items and len(categories) > 1:
            items = [categories.pop()]
        elif not items:
            items, categories = categories, []
        while len(items) > 1 and self._groups(items[0], rows):
            categories.append(items.pop(0))
        self.categories = categories
        names = {column.index for column in items}
        groups = {column.index for column in categories}
        self._columns = [
            replace(column, role=Role.ITEM) if column.index in names else column
            for column in columns
            if column.index not in groups
        ]
        self.has_minus = frozenset(
            column.index
            for column in self._columns
            if any(
                (cell := cover.at(row, column.index)) is not None
                and _MINUS.fullmatch(plain(cell.text))
                for row in rows
            )
        )

    def _groups(self, column: Column, rows: Sequence[int]) -> bool:
        """Whether the cells of a column stand for several rows each: merged, repeated or blank."""
        seen: set[str] = set()
        for row in rows:
            cell = self._cover.at(row, column.index)
            text = plain(cell.text) if cell is not None else ""
            if not text or text in seen:
                return True
            seen.add(text)
        return False

    def entries(self, row: int) -> list[Entry]:
        """What lies over the row, each cell once, by the leftmost of its columns."""
        found: list[Entry] = []
        for column in self._columns:
            cell = self._cover.at(row, column.index)
            if cell is not None and all(entry.cell != cell for entry in found):
                found.append(Entry(column, cell))
        return found


def _is_alone(cells: Sequence[Cell]) -> bool:
    """Whether a single cell is all that the row holds."""
    return len([cell for cell in cells if cell.text.strip()]) == 1
