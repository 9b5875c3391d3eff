"""From the rows of a regulation's tables to the clauses of a draft, every row in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pointrules.model.scan import Direction
from pointrules.syntax.draft_clauses import ReadRow, Scored, read_row
from pointrules.syntax.draft_columns import Role, plain
from pointrules.syntax.draft_grid import Beside, Grid
from pointrules.syntax.draft_phrases import Award
from pointrules.syntax.draft_rows import ItemRow, NoteRow, RowsOfGrid, rows_of
from pointrules.syntax.draft_words import heading_of, name_of, one_line
from pointrules.syntax.scanner import is_clause_number

ACCOUNT = "积分"
"""The account of a draft."""
RESERVED = frozenset((ACCOUNT, "时长", "金额", "数量", "级别", "等次"))
"""Names that a draft uses for itself: its account, and what records of a behaviour say."""


class DraftedClause(Struct, frozen=True):
    """A clause of the draft; `behaviour` is None where it is left 待定.

    `table` is the place of its table among those of the draft.
    """

    table: int
    number: str
    place: str
    words: str
    category: str
    behaviour: str | None
    scored: Scored | None
    reasons: tuple[str, ...]
    comments: tuple[str, ...] = ()


class Draft(Struct, frozen=True):
    """The clauses of a draft in the order of the tables, and the rows that made none."""

    title: str
    clauses: tuple[DraftedClause, ...]
    tables: tuple[RowsOfGrid, ...]
    beside: Beside
    has_unsigned_gains: bool = False

    @property
    def unread(self) -> tuple[RowsOfGrid, ...]:
        """The tables of which no row names the columns."""
        return tuple(table for table in self.tables if table.head is None)

    @property
    def scoring(self) -> tuple[DraftedClause, ...]:
        """Those that were understood."""
        return tuple(clause for clause in self.clauses if clause.scored is not None)

    @property
    def undecided(self) -> tuple[DraftedClause, ...]:
        """Those that someone has to decide on."""
        return tuple(clause for clause in self.clauses if clause.scored is None)

    @property
    def without_limit(self) -> tuple[DraftedClause, ...]:
        """Awards of which the table says no limit: `check` asks for each."""
        return tuple(clause for clause in self.scoring if _lacks_limit(clause))


_NOTHING = Beside()


class TableAccount(Struct, frozen=True):
    """What became of the rows of one table that hold something."""

    grid: Grid
    is_read: bool
    rows: int
    scoring: int
    undecided: int
    others: int


def accounts_of(draft: Draft) -> tuple[TableAccount, ...]:
    """For each table what became of its rows; two tables side by side make two clauses of a row."""
    found = []
    for index, table in enumerate(draft.tables):
        of_table = [clause for clause in draft.clauses if clause.table == index]
        scoring = sum(clause.scored is not None for clause in of_table)
        rows = {cell.row for cell in table.grid.cells}
        found.append(
            TableAccount(
                table.grid,
                table.head is not None,
                len(rows),
                scoring,
                len(of_table) - scoring,
                len(table.others),
            )
        )
    return tuple(found)


def draft_of(grids: Sequence[Grid], title: str, beside: Beside = _NOTHING) -> Draft:
    """The draft; `title` is for tables that have none of their own."""
    tables = tuple(rows_of(grid) for grid in grids)
    rows = [(index, row) for index, table in enumerate(tables) for row in table.items]
    reads = [read_row(row) if isinstance(row, ItemRow) else None for _, row in rows]
    names = _names([read for read in reads if read is not None])
    clauses: list[DraftedClause] = []
    for (table, row), read, number in zip(
        rows, reads, _numbers([row for _, row in rows]), strict=True
    ):
        if isinstance(row, NoteRow):
            reasons = ("是整张表的说明，可能是规则",)
            clauses.append(
                DraftedClause(table, number, row.place, row.words, "", None, None, reasons)
            )
        else:
            assert read is not None, "an item's row has been read"
            clauses.append(_clause(table, row, read, number, next(names)))
    titles = [name_of(table.title) for table in tables if name_of(table.title)]
    return Draft(
        titles[0] if titles else title,
        tuple(clauses),
        tables,
        beside,
        any(_is_unsigned_gain(read) for read in reads if read is not None),
    )


def undecided_instead(draft: Draft, reasons: Mapping[str, str]) -> Draft:
    """The draft with the clauses of these numbers left 待定, each for the reason given."""
    clauses = tuple(
        replace(item, behaviour=None, scored=None, reasons=(reasons[item.number],), comments=())
        if item.number in reasons and item.scored is not None
        else item
        for item in draft.clauses
    )
    return replace(draft, clauses=clauses)


def _is_unsigned_gain(read: ReadRow) -> bool:
    return (
        read.scored is not None
        and isinstance(read.scored.award, Award)
        and read.scored.award.is_unsigned_number
        and read.scored.direction is Direction.GAIN
        and not read.row.directions
        and all(entry.column.direction is None for entry in read.row.of(Role.POINTS))
    )


def _names(reads: Sequence[ReadRow]) -> Iterator[str | None]:
    """For each row the shortest of its names that no other row could bear; None if all could be."""
    taken = Counter(key for read in reads for key in {plain(name).lower() for name in read.names})
    for read in reads:
        yield next((name for name in read.names if taken[plain(name).lower()] == 1), None)


def _numbers(rows: Sequence[ItemRow | NoteRow]) -> list[str]:
    """The table's own numbers where every item has one and none comes twice; else our own."""
    own = [_own_number(row) for row in rows if isinstance(row, ItemRow)]
    if all(own) and len({number.lower() for number in own}) == len(own):
        taken = {number.lower() for number in own}
        notes = (f"N{count}" for count in range(1, 10_000) if f"n{count}" not in taken)
        numbers = iter(own)
        return [next(numbers) if isinstance(row, ItemRow) else next(notes) for row in rows]
    return list(_by_section(rows))


def _own_number(row: ItemRow) -> str:
    entries = row.of(Role.NUMBER)
    number = plain(entries[0].cell.text).rstrip(".、") if entries else ""
    return number if is_clause_number(number) and not number.startswith("0") else ""


def _by_section(rows: Sequence[ItemRow | NoteRow]) -> Iterator[str]:
    sections: dict[str, int] = {}
    for row in rows:
        sections.setdefault(_category_of(row), len(sections) + 1)
    counts: Counter[str] = Counter()
    for row in rows:
        section = _category_of(row)
        counts[section] += 1
        yield f"{sections[section]}.{counts[section]}"


def _category_of(row: ItemRow | NoteRow) -> str:
    if isinstance(row, NoteRow):
        return heading_of(row.category)
    return heading_of(row.categories[0]) if row.categories else ""


def _clause(
    table: int, row: ItemRow, read: ReadRow, number: str, name: str | None
) -> DraftedClause:
    reasons = read.reasons
    if name is not None and plain(name) in RESERVED:
        reasons = (*reasons, f"项目“{name}”和账户或属性同名")
    elif read.scored is not None and name is None:
        reasons = ("和另一行的项目写得一样，分不清记录属于哪一行",)
    scored = read.scored if name is not None and not reasons else None
    comments = [f"没有写进规则的说明：{note}" for note in read.unread_notes]
    if scored is not None and name is not None and plain(name) not in plain(_words(row, number)):
        comments.append(f"行为的名称取自几格：{name}")
    return DraftedClause(
        table,
        number,
        row.place,
        _words(row, number),
        _category_of(row),
        name if scored is not None else None,
        scored,
        reasons,
        tuple(comments),
    )


def _words(row: ItemRow, number: str) -> str:
    """All that the row says: the item's own words first, then each other cell by its head."""
    items = [one_line(entry.cell.text) for entry in row.of(Role.ITEM) if entry.cell.text.strip()]
    others = [
        f"{one_line(entry.column.head)}：{one_line(entry.cell.text)}".removeprefix("：")
        for entry in row.entries
        if entry.column.role is not Role.ITEM
        and entry.cell.text.strip()
        and not (entry.column.role is Role.NUMBER and plain(entry.cell.text) == number)
    ]
    categories = [one_line(text) for text in row.categories[1:]]
    if row.section and row.section not in row.categories:
        categories.append(row.section)
    return "；".join([*items, *categories, *others, *row.more_words])


def _lacks_limit(clause: DraftedClause) -> bool:
    scored = clause.scored
    if scored is None or scored.direction is Direction.LOSS or scored.is_unlimited:
        return False
    return all(limit.period == "每次" for limit in scored.limits)
