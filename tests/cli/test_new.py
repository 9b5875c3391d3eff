"""`pointrules new` writes a ruleset to start from, or a draft out of a table, and loses no file."""

from pathlib import Path

import pytest

from cli.willow_village import Run

TABLE = """类别,项目,分值,上限,说明
环境卫生,义务劳动,每次加5分，每月不超过20分,,凭照片
,乱倒垃圾,－2,,
公益,调解,加5分,20,
,助老,加5分,,
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "积分表.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_new_ruleset_is_accepted_and_its_example_holds(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run("new", "柳树村")
    written = "已写好：柳树村.points\n接下来：pointrules check 柳树村.points\n"
    assert (ended.code, ended.out, ended.err) == (0, written, "")
    assert "没有发现问题" in run("check", "柳树村.points").out
    assert run("test", "柳树村.points").code == 0
    assert run("fmt", "--check", "柳树村.points").code == 0


def test_without_a_name_there_is_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new").code == 0
    assert (tmp_path / "积分细则.points").read_text(encoding="utf-8").count("细则「积分细则」") == 1


def test_a_file_that_is_there_is_kept(run: Run, table: Path) -> None:
    kept = table.with_suffix(".points")
    kept.write_text("我的细则", encoding="utf-8")
    ended = run("new", "--from-table", table)
    assert (ended.code, ended.out) == (2, "")
    assert "已经有了，没有改动" in ended.err
    assert kept.read_text(encoding="utf-8") == "我的细则"
    assert run("new", "--from-table", table, "--force").code == 0
    assert "义务劳动" in kept.read_text(encoding="utf-8")


def test_every_row_of_a_table_is_accounted_for(run: Run, table: Path) -> None:
    ended = run("new", "--from-table", table)
    assert ended.code == 0
    assert "表格：5 行，写成条款 3，待定 1，不是条款 1\n" in ended.out
    assert "表里没有写上限的加分 1 条，check 会一条一条问\n" in ended.out
    checked = run("check", "积分表.points")
    assert checked.code == 1
    assert "错误[limit-missing]" in checked.out
    assert "上限“20”没有写每月还是每年" in checked.out
    assert "1 个错误，5 个警告" in checked.out


def test_the_account_of_a_table_comes_in_english_too(run: Run, table: Path) -> None:
    ended = run("--lang", "en", "new", "--from-table", table, "-o", "a.points")
    assert "the table: rows 5, clauses 3, 待定 1, others 1" in ended.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("..",), "“..”不能作文件名"),
        (("",), "“”不能作文件名"),
        (("a", "-o", "a.yaml"), "细则写成 .points 文件"),
        (("没有的文件夹/a",), "打不开“没有的文件夹/a.points”"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(
    run: Run, table: Path, arguments: tuple[str, ...], message: str
) -> None:
    ended = run("new", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert list(table.parent.iterdir()) == [table]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("没有.csv", None, "找不到文件"),
        ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "旧格式"),
        ("坏.xlsx", b"PK\x03\x04rest", "读不了"),
        ("图.docx", b"\x89PNG\r\n\x1a\n\x00", "文字读不出来"),
        ("空.csv", b"", "没有表格"),
        ("信.csv", "村民们：\n你们好\n".encode(), "没有认出表头"),
        ("页.xls", b"<html><table></table></html>", "不是 .xlsx"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    ended = run("new", "--from-table", path, "-o", tmp_path / "a.points")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err.splitlines()[0]
    assert ended.err.splitlines()[1].startswith("  = 帮助：")
    assert not (tmp_path / "a.points").exists()
