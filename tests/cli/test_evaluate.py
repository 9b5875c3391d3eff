"""`pointrules evaluate` and `explain`: totals, reasons, and every door."""

import json
import os
from pathlib import Path

import pytest

from cli.willow_village import FACTS, MISSPELT, RECORDS, REFUSED, RULESET, Run, village

YEAR_END = ("--as-of", "2023-12-31")


def test_a_folder_brings_its_own_tables(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path), *YEAR_END)
    assert (ended.code, ended.err) == (0, "")
    rows = {line.split()[0]: line.split()[1] for line in ended.out.splitlines() if "柳-" in line}
    assert rows == {"柳-01": "10", "柳-02": "-5"}
    assert "读入 3 行 = 计分 3 + 无条款可依 0 + 待审核 0 + 退回 0 + 作废 0 + 重复 0" in ended.out


def test_tables_may_be_named(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path)
    tables = ("--records", folder / "records.csv", "--facts", folder / "facts.csv")
    ended = run("evaluate", folder / "柳树村.points", *tables, *YEAR_END)
    assert ended.out == run("evaluate", folder, *YEAR_END).out


def test_json_is_one_document(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path), *YEAR_END, "--format", "json")
    assert ended.code == 0
    assert json.loads(ended.out)


def test_one_household_leaves_out_the_others(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path), *YEAR_END, "--household", "柳-02")
    assert "柳-02" in ended.out
    assert "柳-01" not in ended.out


def test_known_at_leaves_out_what_was_entered_later(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path), *YEAR_END, "--known-at", "2023-03-07")
    assert "读入 1 行 = 计分 1 " in ended.out


def test_a_refused_line_is_told_and_the_rest_is_scored(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path, records=REFUSED)
    ended = run("evaluate", folder, *YEAR_END)
    assert ended.code == 0
    assert "读入 4 行 = 计分 3 + 无条款可依 0 + 待审核 0 + 退回 1 + 作废 0 + 重复 0" in ended.out
    assert "是不是想写“志愿服务”？" in ended.out
    strict = run("evaluate", folder, *YEAR_END, "--strict")
    assert (strict.code, strict.out) == (1, ended.out)


def test_strict_without_refused_lines_ends_with_0(run: Run, tmp_path: Path) -> None:
    assert run("evaluate", village(tmp_path), *YEAR_END, "--strict").code == 0


def test_a_ruleset_with_mistakes_scores_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path, ruleset=MISSPELT), *YEAR_END)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("错误[unknown-name]：")


def test_a_day_before_any_edition_is_wrong_use(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path), "--as-of", "2022-12-31")
    assert ended.code == 2
    assert ended.err == (
        "错误：2022-12-31 还没有施行中的细则，算不出积分\n"
        "  = 帮助：最早的一版自 2023-01-01 起施行；检查 --as-of，或补上更早的版本\n"
    )


@pytest.mark.parametrize("command", ["evaluate", "explain"])
def test_a_misspelt_household_gets_a_suggestion(run: Run, tmp_path: Path, command: str) -> None:
    ended = run(command, village(tmp_path), *YEAR_END, "--household", "柳-0l")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "错误：没有叫“柳-0l”的户或人\n  = 帮助：是不是想写“柳-01”？\n"


def test_explain_shows_each_entry_with_the_clause_and_the_cut(run: Run, tmp_path: Path) -> None:
    ended = run("explain", village(tmp_path), *YEAR_END, "--household", "柳-01")
    assert (ended.code, ended.err) == (0, "")
    assert "参加志愿服务，每小时得 2 分" in ended.out
    assert "r2" in ended.out
    assert "每月" in ended.out


def test_explain_speaks_english(run: Run, tmp_path: Path) -> None:
    ended = run("explain", village(tmp_path), *YEAR_END, "--household", "柳-01", "--lang", "en")
    assert ended.code == 0
    assert "合计" not in ended.out


@pytest.mark.parametrize(("table", "message"), [("records", "没有记录表"), ("facts", "没有户情表")])
def test_a_missing_table_is_asked_for(run: Run, tmp_path: Path, table: str, message: str) -> None:
    folder = village(tmp_path)
    (folder / f"{table}.csv").unlink()
    ended = run("evaluate", folder, *YEAR_END)
    assert ended.code == 2
    first, second = ended.err.splitlines()
    assert first == f"错误：{message}"
    assert f"--{table}" in second


@pytest.mark.parametrize("table", ["records", "facts"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "是空的"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "不是文本文件"),
        ("列甲,列乙\n1,2\n".encode(), "没有名为“列甲”的列"),
        (b"\xff\xfe\xfa", "的文字编码认不出来"),
        (b"x" * 2_000_000, "第 1 行超过 1048576 个字"),
    ],
    ids=["empty", "binary", "columns", "encoding", "long-line"],
)
def test_a_table_that_cannot_be_read_ends_with_2(
    run: Run, tmp_path: Path, table: str, content: bytes, message: str
) -> None:
    folder = village(tmp_path)
    (folder / f"{table}.csv").write_bytes(content)
    ended = run("evaluate", folder, *YEAR_END)
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 2)
    assert message in ended.err


def test_a_missing_file_a_folder_and_a_pipe_are_no_tables(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path / "柳")
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("missing.csv", "folder.csv", "pipe.csv"):
        ended = run("evaluate", folder, *YEAR_END, "--records", tmp_path / name)
        assert (ended.code, len(ended.err.splitlines())) == (2, 2), name
        assert name in ended.err


def test_a_guessed_encoding_of_a_table_is_told_on_the_side(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path)
    plain = run("evaluate", folder, *YEAR_END)
    (folder / "records.csv").write_bytes(RECORDS.encode("gb18030"))
    ended = run("evaluate", folder, *YEAR_END)
    assert ended.code == 0
    assert ended.out == plain.out
    assert ended.err.startswith("提示：“")


def test_two_villages_at_once_are_wrong_use(run: Run, tmp_path: Path) -> None:
    ended = run("evaluate", village(tmp_path / "东"), village(tmp_path / "西"), *YEAR_END)
    assert ended.code == 2
    assert ended.err.startswith("错误：几个文件夹各有一张表：")


def test_the_parts_of_the_village_are_sound(run: Run, tmp_path: Path) -> None:
    """The other tests count on it."""
    assert run("check", village(tmp_path, ruleset=RULESET, facts=FACTS)).code == 0
