"""Files that villages really have, and files made to harm: a table, or one plain sentence."""

import io
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_read import ROWS
from pointrules.intake.regulation_table import FILE_BYTES, read_regulation
from pointrules.source.language import Language
from pointrules.syntax.draft_grid import Cell, Grid, Trouble

HEAD = ["类别", "项目", "分值"]


def refused(path: Path) -> str:
    with pytest.raises(RegulationError) as error:
        read_regulation(path)
    for language in Language:
        assert error.value.describe(language)
        assert error.value.advice(language)
    return error.value.code


def workbook(path: Path, fill: Callable[[Any], None]) -> tuple[Grid, ...]:
    book = Workbook()
    fill(book.active)
    book.save(path)
    return read_regulation(path).grids


def cells_of(grid: Grid) -> dict[tuple[int, int], Cell]:
    return {(cell.row, cell.column): cell for cell in grid.cells}


# ---- spreadsheets


@pytest.mark.parametrize(
    ("value", "shown_as", "text", "trouble"),
    [
        (5.0, "General", "5", None),
        (0.1, "General", "0.1", None),
        (0.1 + 0.2, "General", "0.3", None),
        (-3, "0_ ", "-3", None),
        (1.5, "0.00", "1.5", None),
        (4.6, "0", "4.6", Trouble.FORMAT),
        (5, '"-"0', "5", Trouble.FORMAT),
        (5, '0"分"', "5分", None),
        (5.5, '0"分"', "5.5", Trouble.FORMAT),
        (0.05, "0%", "5%", None),
        (1e300, "General", f"1{'0' * 300}", None),
        (date(2024, 5, 10), "m-d", "2024-05-10 00:00:00", Trouble.DATE),
        ("５－１０", "@", "５－１０", None),
        ("=1+4", "General", "=1+4", Trouble.NO_VALUE),
        ("#REF!", "General", "#REF!", Trouble.ERROR),
        (True, "General", "TRUE", None),
    ],
)
def test_a_cell_is_read_as_it_shows_or_marked(
    tmp_path: Path, value: object, shown_as: str, text: str, trouble: Trouble | None
) -> None:
    def fill(page: Any) -> None:
        page["B3"] = value
        page["B3"].number_format = shown_as

    (grid,) = workbook(tmp_path / "a.xlsx", fill)
    assert grid.cells == (Cell(2, 1, text, trouble=trouble),)


def test_formulas_are_read_by_the_value_that_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path, lambda page: page.append(["=2+3"]))
    plain = "xl/worksheets/sheet1.xml"
    with_value = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(with_value, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == plain:
                assert b"<v />" in data or b"<v></v>" in data or b"<v/>" in data
                data = data.replace(b"<v />", b"<v>5</v>").replace(b"<v></v>", b"<v>5</v>")
                data = data.replace(b"<v/>", b"<v>5</v>")
            new.writestr(name, data)
    assert read_regulation(with_value).grids[0].cells == (Cell(0, 0, "5"),)


def test_merged_hidden_and_struck_cells_are_told_apart(tmp_path: Path) -> None:
    def fill(page: Any) -> None:
        for row in (HEAD, ["环境", "扫地", 5], [None, "清渠", 3], [None, "旧项", 1]):
            page.append(row)
        page.merge_cells("A2:A4")
        page.row_dimensions[4].hidden = True
        page.column_dimensions["D"].hidden = True
        page["D2"] = "内部"
        page["C3"].font = Font(strike=True)

    (grid,) = workbook(tmp_path / "a.xlsx", fill)
    cells = cells_of(grid)
    assert (cells[1, 0].rows, cells[1, 0].columns) == (3, 1)
    assert cells[2, 2].trouble is Trouble.STRUCK
    assert cells[3, 1].trouble is Trouble.HIDDEN
    assert (1, 3) not in cells
    assert grid.unread_columns == (3,)
    assert grid.column_words(3) == "D 列"
    assert grid.place(1) == "工作表“Sheet”第 2 行"


def test_each_sheet_is_a_table_and_hidden_ones_are_named(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "加分"
    book.active.append(HEAD)
    book.create_sheet("扣分").append(HEAD)
    book.create_sheet("空")
    old = book.create_sheet("旧")
    old.append(HEAD)
    old.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    read = read_regulation(tmp_path / "a.xlsx")
    assert [grid.sheet for grid in read.grids] == ["加分", "扣分"]
    assert read.beside.hidden_sheets == ("旧",)


def test_what_the_file_holds_counts_and_not_its_ending(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", lambda page: page.append(HEAD))
    (tmp_path / "a.xlsx").rename(tmp_path / "a.csv")
    (tmp_path / "b.xlsx").write_bytes("类别,项目,分值\n".encode("gb18030"))
    assert len(read_regulation(tmp_path / "a.csv").grids[0].cells) == 3
    read = read_regulation(tmp_path / "b.xlsx")
    assert [cell.text for cell in read.grids[0].cells] == HEAD
    assert read.is_guessed


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("项目,1\n" * (ROWS + 1), encoding="utf-8")
    assert refused(path) == "regulation-too-wide"


def test_a_stray_cell_in_the_last_row_of_a_sheet_does_no_harm(tmp_path: Path) -> None:
    def fill(page: Any) -> None:
        page.append(HEAD)
        page["C1048576"].font = Font(bold=True)
        page["A1048576"] = "x"

    (grid,) = workbook(tmp_path / "a.xlsx", fill)
    assert [cell.row for cell in grid.cells] == [0, 0, 0, 1048575]


def test_a_single_cell_at_the_end_of_a_sheet_is_refused_at_once(tmp_path: Path) -> None:
    book = Workbook()
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "regulation-too-wide"


def package(path: Path, sheet: bytes, *, name: str = "xl/worksheets/sheet1.xml") -> Path:
    """A workbook of which one part is replaced."""
    book = Workbook()
    book.active.append(HEAD)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part == name else old.read(part))
    return path


_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
)


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (b" " * (9 << 20), "regulation-too-big"),
        (
            _SHEET % b'<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            "regulation-too-wide",
        ),
        (
            _SHEET % b'<sheetData/><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
            "regulation-too-wide",
        ),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + _SHEET % b"<sheetData/>", "regulation-damaged"),
        (b"<worksheet", "regulation-damaged"),
        (_SHEET % b"<sheetData/>", "regulation-without-table"),
    ],
)
def test_a_workbook_made_to_harm_is_refused(tmp_path: Path, sheet: bytes, code: str) -> None:
    assert refused(package(tmp_path / "a.xlsx", sheet)) == code


def test_other_files_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"a" * (FILE_BYTES + 1))
    assert refused(large) == "regulation-too-big"
    assert refused(tmp_path) == "regulation-not-a-file"
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("content.xml", "<a/>")
    assert refused(archive) == "regulation-other-format"


@given(st.binary(max_size=400), st.sampled_from((b"", b"PK\x03\x04", "类别,项目\n".encode())))
def test_any_bytes_are_a_table_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, beginning: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "a.xlsx"
    path.write_bytes(beginning + data)
    with suppress(RegulationError):
        assert read_regulation(path).grids


@cache
def small_workbook() -> bytes:
    """Made once: a workbook holds the moment at which it was made, and its length goes with it."""
    stream = io.BytesIO()
    book = Workbook()
    book.active.append(HEAD)
    book.save(stream)
    return stream.getvalue()


@given(st.data())
def test_a_damaged_workbook_is_a_table_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(small_workbook())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
    with suppress(RegulationError):
        assert read_regulation(path).grids


@pytest.mark.parametrize(("library", "name"), [("openpyxl", "a.xlsx"), ("docx", "a.docx")])
def test_without_the_reader_the_command_to_install_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str
) -> None:
    if library == "openpyxl":
        workbook(tmp_path / name, lambda page: page.append(HEAD))
    else:
        Document().save(str(tmp_path / name))
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(RegulationError) as error:
        read_regulation(tmp_path / name)
    assert error.value.code == "reader-missing"
    assert "pip install 'pointrules[table]'" in error.value.advice()


# ---- Word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(rows: int = 2) -> tuple[Any, Any]:
    made = Document()
    made.add_paragraph("某村积分细则")
    table = made.add_table(rows, len(HEAD))
    for column, text in enumerate(HEAD):
        table.cell(0, column).text = text
    return made, table


def test_merged_cells_of_word_have_their_extent(tmp_path: Path) -> None:
    made, table = document(4)
    table.cell(1, 0).text = "环境卫生"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).text = "注：公布"
    table.cell(3, 0).merge(table.cell(3, 2))
    made.save(str(tmp_path / "a.docx"))
    read = read_regulation(tmp_path / "a.docx")
    cells = cells_of(read.grids[0])
    assert (cells[1, 0].text, cells[1, 0].rows) == ("环境卫生", 2)
    assert (cells[3, 0].text, cells[3, 0].columns) == ("注：公布", 3)
    assert read.beside.paragraphs == ("某村积分细则",)
    assert read.grids[0].place(1) == "第 1 张表第 2 行"


@pytest.mark.parametrize(
    ("inside", "text", "trouble"),
    [
        (f"<w:ins {_W} w:id='1'><w:r><w:t>5</w:t></w:r></w:ins>", "5", Trouble.REVISED),
        (f"<w:del {_W} w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>", "", Trouble.REVISED),
        (f"<w:r {_W}><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r>", "9", Trouble.STRUCK),
        (f"<w:r {_W}><w:rPr><w:strike w:val='0'/></w:rPr><w:t>9</w:t></w:r>", "9", None),
        (f"<w:r {_W}><w:footnoteReference w:id='1'/></w:r>", "", Trouble.FOOTNOTE),
        (f"<w:r {_W}><w:t>5</w:t><w:br/><w:t>分</w:t></w:r>", "5\n分", None),
        (
            f"<w:sdt {_W}><w:sdtContent><w:r><w:t>5分</w:t></w:r></w:sdtContent></w:sdt>",
            "5分",
            None,
        ),
    ],
)
def test_revisions_and_notes_in_a_cell_are_marked(
    tmp_path: Path, inside: str, text: str, trouble: Trouble | None
) -> None:
    made, table = document()
    table.cell(1, 2).paragraphs[0]._p.append(parse_xml(inside))  # noqa: SLF001 - no other way in
    made.save(str(tmp_path / "a.docx"))
    cells = cells_of(read_regulation(tmp_path / "a.docx").grids[0])
    found = cells.get((1, 2), Cell(1, 2, ""))
    assert (found.text, found.trouble) == (text, trouble)


def test_a_table_in_a_table_stays_in_its_cell(tmp_path: Path) -> None:
    made, table = document()
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "里面"
    made.save(str(tmp_path / "a.docx"))
    (grid,) = read_regulation(tmp_path / "a.docx").grids
    cell = cells_of(grid)[1, 1]
    assert (cell.text, cell.trouble) == ("里面", Trouble.NESTED)
