"""`pointrules check` on good rulesets, bad ones and files that are none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, RULESET, Run, process, village

COUNTS = "《柳树村积分细则》版本 2023.1：条款 2 条：计分 2、结算 0、人工评议 0、不计分 0、待定 0\n"
ACCOUNTED_FOR = """
条款 3 「婚事新办」 不计分，因为「由红白理事会登记」。
条款 4 「年度文明户」 人工评议，由「村民代表会议」，因为「年底评定」。
条款 5 「庭院经济」 待定，因为「等村民代表会议讨论」。
"""


def written(tmp_path: Path, text: str, name: str = "a.points", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_sound_ruleset_ends_with_0(run: Run, tmp_path: Path) -> None:
    ended = run("check", written(tmp_path, RULESET))
    assert (ended.code, ended.out, ended.err) == (0, f"{COUNTS}没有发现问题\n", "")


def test_a_folder_stands_for_its_rulesets(run: Run, tmp_path: Path) -> None:
    assert run("check", village(tmp_path)).out == f"{COUNTS}没有发现问题\n"


def test_a_mistake_is_shown_with_its_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, MISSPELT)
    ended = run("check", path)
    assert ended.code == 1
    assert ended.err == ""
    assert f" --> {path}:18:3\n" in ended.out
    assert "乱到垃圾 的，每次 扣 5 分" in ended.out
    assert ended.out.endswith("\n\n1 个错误\n")


def test_the_same_in_english(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--lang", "en", written(tmp_path, MISSPELT))
    assert ended.out.startswith("error[unknown-name]: ")
    assert ended.out.endswith("\n\n1 error\n")


def test_json_has_the_code_and_the_place(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, MISSPELT)
    ended = run("check", "--format", "json", path)
    assert ended.code == 1
    (found,) = json.loads(ended.out)["diagnostics"]
    assert found["code"] == "unknown-name"
    assert (found["file"], found["line"], found["column"]) == (str(path), 18, 3)


def test_json_of_a_sound_ruleset_has_no_diagnostics(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--format", "json", written(tmp_path, RULESET))
    assert (ended.code, json.loads(ended.out)["diagnostics"]) == (0, [])


def test_every_clause_is_counted_under_one_kind(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, RULESET + ACCOUNTED_FOR)
    ended = run("check", path)
    counts = (
        "《柳树村积分细则》版本 2023.1：条款 5 条：计分 2、结算 0、人工评议 1、不计分 1、待定 1\n"
    )
    assert ended.code == 0
    assert ended.out.endswith(f"{counts}1 个警告\n")
    counts = "5 clauses: 2 scored, 0 settled, 1 decided by people, 1 not scored, 1 to be settled"
    assert run("check", "--lang", "en", path).out.endswith(f"2023.1: {counts}\n1 warning\n")


def test_json_counts_the_clauses(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--format", "json", written(tmp_path, RULESET + ACCOUNTED_FOR))
    (found,) = json.loads(ended.out)["rulesets"]
    assert (found["title"], found["edition"]) == ("柳树村积分细则", "2023.1")
    assert found["clauses"] == {
        "total": 5,
        "scored": 2,
        "settled": 0,
        "manual": 1,
        "unscored": 1,
        "draft": 1,
    }


def test_nothing_is_scored_by_a_draft(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path)
    (path,) = folder.glob("*.points")
    path.write_text(path.read_text(encoding="utf-8") + ACCOUNTED_FOR, encoding="utf-8")
    ended = run("evaluate", folder, "--as-of", "2023-12-31")
    assert (ended.code, ended.out) == (2, "")
    assert "细则里还有待定的条款：5" in ended.err


def test_files_are_editions_of_one_village(run: Run, tmp_path: Path) -> None:
    first = written(tmp_path, RULESET, "2023.points")
    second = written(tmp_path, RULESET, "again.points")
    ended = run("check", first, second)
    assert ended.code == 1
    assert "edition" in ended.out


def test_folders_are_villages_of_their_own(run: Run, tmp_path: Path) -> None:
    ended = run("check", village(tmp_path / "东"), village(tmp_path / "西"))
    assert (ended.code, ended.out) == (0, f"{COUNTS}{COUNTS}没有发现问题\n")


def test_a_file_in_gb18030_is_read_with_a_warning(run: Run, tmp_path: Path) -> None:
    ended = run("check", written(tmp_path, RULESET, encoding="gb18030"))
    assert ended.code == 0
    assert ended.out.startswith("警告[encoding-gb18030]：")


def test_a_file_in_marked_utf_16_is_read(run: Run, tmp_path: Path) -> None:
    assert run("check", written(tmp_path, RULESET, encoding="utf-16")).code == 0


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
def test_a_file_without_a_ruleset_is_a_mistake(run: Run, tmp_path: Path, text: str) -> None:
    ended = run("check", written(tmp_path, text))
    assert ended.code == 1
    assert ended.out.startswith("错误[not-a-ruleset]：文件里没有细则\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "文件不是可读的文本"),
        (RULESET.encode("utf-16-le"), "文件不是可读的文本"),
        (b"PK\x03\x04" + b"\x00" * 40, "这是 Word、WPS、Excel 或 PDF 文件，不是纯文本"),
        (RULESET.encode().replace("志愿".encode(), b"\xe5\xff", 1), "第 7 行有损坏的字符"),
    ],
    ids=["picture", "unmarked-utf-16", "office", "damaged"],
)
def test_a_file_that_is_no_text_ends_with_2(
    run: Run, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "a.points"
    path.write_bytes(content)
    ended = run("check", path)
    assert (ended.code, ended.out) == (2, "")
    first, second = ended.err.splitlines()
    assert first.startswith("错误：")
    assert first.endswith(message)
    assert second.startswith("  = 帮助：")


def test_a_line_of_100_megabytes_ends_with_2(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.points"
    with path.open("wb") as stream:
        stream.write(RULESET.encode())
        stream.truncate(100 * 1024 * 1024)
    ended = run("check", path)
    assert ended.code == 2
    assert "文件太大，超过 16 MiB" in ended.err


def test_a_missing_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    ended = run("check", tmp_path / "没有.points")
    assert (ended.code, len(ended.err.splitlines())) == (2, 2)
    assert ended.err.startswith(f"错误：{tmp_path / '没有.points'}：读不到文件\n")


def test_a_name_that_no_system_takes_ends_with_2(run: Run, tmp_path: Path) -> None:
    ended = run("check", tmp_path / ("长" * 300))
    assert (ended.code, len(ended.err.splitlines())) == (2, 2)
    assert ended.err.startswith("错误：打不开“")


def test_a_folder_without_rulesets_ends_with_2(run: Run, tmp_path: Path) -> None:
    ended = run("check", tmp_path)
    assert ended.code == 2
    assert f"文件夹“{tmp_path}”里没有细则" in ended.err


def test_a_folder_named_like_a_file_is_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a.points"
    folder.mkdir()
    assert "里没有细则" in run("check", folder).err
    assert run("check", village(folder)).code == 0


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "I/O")])
def test_a_folder_that_may_not_be_opened_ends_with_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(self: Path) -> None:
        error.filename = str(self)
        raise error

    monkeypatch.setattr(Path, "iterdir", refuse)
    ended = run("check", tmp_path)
    assert (ended.code, len(ended.err.splitlines())) == (2, 2)
    assert ended.err.startswith(f"错误：打不开“{tmp_path}”\n")


def test_a_pipe_or_a_device_is_not_read(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "a.points"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        ended = run("check", path)
        assert ended.code == 2
        assert ended.err.splitlines() == [
            f"错误：{path}：这不是普通文件，而是文件夹、管道或设备",
            "  = 帮助：先把细则存成一个文本文件，再写出那个文件的名字",
        ]


@pytest.mark.parametrize("brackets", ["()", "（）"])
@pytest.mark.parametrize("command", ["check", "fmt", "test"])
def test_five_thousand_brackets_end_with_2(
    run: Run, tmp_path: Path, command: str, brackets: str
) -> None:
    opening, closing = brackets[0], brackets[1]
    condition = f"{opening * 5000}行为 是 乱倒垃圾{closing * 5000}"
    path = written(tmp_path, RULESET.replace("乱倒垃圾 的，", f"当 {condition} 时\n  "))
    ended = run(command, path)
    told = ended.out + ended.err
    assert ended.code == 2
    assert told.startswith("错误[too-deep]：条件套得太深，超过 50 层\n")
    assert len(told) < 2_000


def test_output_is_the_same_on_a_terminal(tmp_path: Path) -> None:
    path = written(tmp_path, MISSPELT)
    plain = process("check", path)
    leader, follower = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "pointrules", "check", str(path)], stdout=follower
    ) as started:
        os.close(follower)
        shown = b""
        # On Linux reading fails once the other end is closed and everything was read.
        try:
            while piece := os.read(leader, 65536):
                shown += piece
        except OSError:
            pass
        started.wait(timeout=60)
    os.close(leader)
    assert shown.decode().replace("\r\n", "\n") == plain.out
