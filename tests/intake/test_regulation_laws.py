"""Whatever a table holds: its draft can be read, holds its words, and has no number of its own."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pointrules.api.draft import DraftedRuleset, draft_from_grids
from pointrules.api.rulesets import check_text
from pointrules.diagnostics.diagnostic import Severity
from pointrules.intake.regulation_read import RegulationTables
from pointrules.source.folding import fold
from pointrules.source.numeral import NUMERAL_CHARACTERS, chinese_number
from pointrules.syntax.draft_grid import Cell, Grid, Trouble
from pointrules.syntax.draft_phrases import Award
from pointrules.syntax.draft_text import numbers_of
from pointrules.syntax.draft_words import one_line

HEADS = (
    ("类别", "项目", "分值", "上限", "说明"),
    ("序号", "加分项", "加分", "扣分项", "扣分"),
    ("项目", "内容", "评分标准", "每年上限（分）", "责任单位"),
    ("一级指标", "二级指标", "赋分标准", "频次", "备注"),
    ("编号", "行为", "分值（分/小时）", "满分", "得分"),
    ("类别", "项目", "加分", "", ""),
    ("序号", "加分项", "加分", "备注", "扣分项", "扣分", "说明"),
)
LIKELY = {
    "分值": ("+5", "-5", "加0.5分", "扣二十分", "每次加5分，每月不超过20分", "每棵加2分"),
    "加分": ("3", "5分/次", "每满2小时1分", "国家级50分，省级30分", "5—10分"),
    "扣分": ("3", "五分", "2分/次"),
    "评分标准": ("加5分", "加1—5分", "优秀加3分、差加0分", "扣1.5分，每年最多扣9分"),
    "赋分标准": ("奖励10分", "扣10分/次", "加5分（每月最多2次）"),
    "上限": ("每年20分", "100分/年", "不限", "20", ""),
    "每年上限（分）": ("20", "3次", "", "不限"),
    "频次": ("每次", "每月限2次", ""),
    "责任单位": ("村委会", "由评议会酌情", ""),
}
"""What the columns are for, so that some rows are understood."""
CELLS = st.sampled_from(
    (
        "",
        "义务劳动",
        "乱倒垃圾",
        "积分",
        "时长",
        "每次",
        "加分项",
        "扣分项目",
        "一、环境卫生",
        "注：同一事项取最高",
        "5",
        "-5",
        "+5",
        "0.5",
        "20",
        "每次加5分，每月不超过20分",
        "扣二十分",
        "5—10分",
        "由评议会酌情",
        "由义务劳动酌情加1到3分",
        "每满2小时1分",
        "每棵加2分",
        "国家级50分，省级30分",
        "优秀加3分、差加0分",
        "不限",
        "每年3次",
        "每年20分",
        "100分/年，3次/月",
        "罚款100元",
        "条款 1 待定",
        '说「好」话”、『写』《书》"',
        "捐款（100元以上）\n另计",
        "# 注解",
        "①\u2028㎡\x00\ud800",
        "1.1",
        "E01",
        "（一）",
    )
) | st.text(max_size=12)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    head = draw(st.sampled_from(HEADS))
    width = len(head)
    cells = [Cell(0, column, text) for column, text in enumerate(head) if text]
    taken: set[tuple[int, int]] = set()
    rows = draw(st.integers(1, 7))
    for row in range(1, rows + 1):
        for column in range(width):
            if (row, column) in taken:
                continue
            tall = draw(st.sampled_from((*[1] * 14, 2, 3)))
            wide = draw(st.sampled_from((*[1] * 30, width)))
            area = [
                (y, x)
                for y in range(row, min(row + tall, rows + 1))
                for x in range(column, min(column + wide, width))
            ]
            if taken.intersection(area):
                area = [(row, column)]
            taken.update(area)
            likely = LIKELY.get(head[column], (f"项目{row}{column}",))
            text = draw(st.sampled_from(likely) if draw(st.integers(0, 9)) else CELLS)
            trouble = draw(st.sampled_from(Trouble)) if draw(st.integers(0, 19)) == 7 else None
            if text.strip():
                last_row, last_column = area[-1]
                extent = (last_row - row + 1, last_column - column + 1)
                cells.append(Cell(row, column, text, *extent, trouble))
    sheet = draw(st.sampled_from(("Sheet1", "加分", "扣分项目")))
    return Grid(f"工作表“{sheet}”", sheet, sheet, tuple(cells), has_letters=True)


def drafted_from(*tables: Grid) -> DraftedRuleset:
    return draft_from_grids(RegulationTables(tables), "表.xlsx", "某村积分细则")


@given(grids(), grids())
def test_check_asks_only_what_someone_has_to_decide(first: Grid, second: Grid) -> None:
    diagnostics = check_text(drafted_from(first, second).text).diagnostics
    errors = {item.code for item in diagnostics if item.severity is Severity.ERROR}
    assert errors <= {"limit-missing"}
    assert any(item.code == "clause-to-be-settled" for item in diagnostics)


def letters(text: str) -> str:
    return re.sub(r"[\s「」“”『』《》\"]", "", fold(one_line(text)))


@given(grids())
def test_every_word_of_the_table_is_in_the_draft(table: Grid) -> None:
    text = letters(drafted_from(table).text)
    assert [cell for cell in table.cells if letters(cell.text) not in text] == []


def numbers_in(cells: list[Cell]) -> set[Fraction]:
    found: set[Fraction] = set()
    for cell in cells:
        text = re.sub(r"\s", "", fold(cell.text))
        found.update(Fraction(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", text))
        for numeral in re.findall(f"[{''.join(NUMERAL_CHARACTERS)}]+", text):
            number = chinese_number(numeral)
            if isinstance(number, int):
                found.add(Fraction(number))
    return found


@given(grids())
def test_every_number_of_a_clause_stands_in_its_row(table: Grid) -> None:
    draft = drafted_from(table).draft
    for clause in draft.scoring:
        row = next(row for row in range(len(table.cells)) if clause.place == table.place(row))
        there = numbers_in([cell for cell in table.cells if cell.row <= row <= cell.last_row])
        assert clause.scored is not None
        said = {Fraction(number) for number in numbers_of(clause.scored)}
        if isinstance(clause.scored.award, Award) and clause.scored.award.per is not None:
            said.add(Fraction(clause.scored.award.per[0]))
            there.add(Fraction(1))  # 每棵 is every one
        assert said <= there


@given(grids())
def test_every_row_is_accounted_for(table: Grid) -> None:
    drafted = drafted_from(table)
    (account,) = drafted.accounts()
    places = {clause.place for clause in drafted.draft.clauses}
    places |= {other.place for read in drafted.draft.tables for other in read.others}
    rows = {cell.row for cell in table.cells if one_line(cell.text) or cell.trouble is not None}
    assert {table.place(row) for row in rows} == places
    assert account.rows == len(rows)
