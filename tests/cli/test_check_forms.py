"""What `check` writes for other programs, and how it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, RULESET, Run, process, village

FORMS = ("json", "sarif", "github")
GB = "gb18030"


def written(tmp_path: Path, text: str, name: str = "a.points", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def test_sarif_names_the_file_from_where_we_are(run: Run, inside: Path) -> None:
    ended = run("check", "--format", "sarif", written(inside, MISSPELT, "三都 村.points"))
    (result,) = json.loads(ended.out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert ended.code == 1
    assert place["artifactLocation"]["uri"] == "%E4%B8%89%E9%83%BD%20%E6%9D%91.points"
    assert place["region"] == {"startLine": 18, "startColumn": 3, "endLine": 18, "endColumn": 7}
    (replaced,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replaced["insertedContent"] == {"text": "乱倒垃圾"}


def test_annotations_name_the_file_from_the_workspace(
    run: Run, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = inside / "规则"
    folder.mkdir()
    written(folder, MISSPELT, "三都,村.points")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(inside))
    monkeypatch.chdir(folder)
    ended = run("check", "--format", "github", "三都,村.points")
    first, second = ended.out.splitlines()
    assert ended.code == 1
    assert first.startswith(
        "::error file=规则/三都%2C村.points,line=18,endLine=18,col=3,endColumn=7,"
        "title=pointrules%3A unknown-name::"
    )
    assert second == "1 个错误"


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_village_ends_with_0(run: Run, inside: Path, form: str) -> None:
    ended = run("check", "--format", form, village(inside / "东"))
    assert (ended.code, ended.err) == (0, "")


def test_several_villages_are_one_document(run: Run, inside: Path) -> None:
    east = village(inside / "东", ruleset=MISSPELT)
    west = village(inside / "西", ruleset=MISSPELT)
    log = json.loads(run("check", "--format", "sarif", east, west).out)
    (found,) = log["runs"]
    assert len(found["results"]) == 2
    assert len(found["tool"]["driver"]["rules"]) == 1
    assert len(json.loads(run("check", "--format", "json", east, west).out)["diagnostics"]) == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_cannot_be_read_is_in_the_document_too(
    run: Run, inside: Path, form: str
) -> None:
    (inside / "a.points").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
    ended = run("check", "--format", form, "a.points")
    assert ended.code == 2
    assert ended.err.startswith("错误：a.points：文件不是可读的文本\n")
    assert "not-text" in ended.out
    if form == "json":
        (found,) = json.loads(ended.out)["diagnostics"]
        assert (found["file"], found["line"]) == ("a.points", None)
    if form == "sarif":
        (found,) = json.loads(ended.out)["runs"]
        assert found["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize("form", FORMS)
def test_forms_are_utf_8_on_any_console_and_hold_no_colours(tmp_path: Path, form: str) -> None:
    path = written(tmp_path, MISSPELT.replace("乱到垃圾", "𠮷垃圾"), "𠮷村.points")
    ended = subprocess.run(
        [sys.executable, "-m", "pointrules", "check", "--format", form, path],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "FORCE_COLOR": "1"},
        timeout=60,
    )
    text = ended.stdout.decode("utf-8")
    assert ended.returncode == 1
    assert "𠮷垃圾" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("form", ["text", *FORMS])
def test_warnings_fail_where_they_are_to(run: Run, inside: Path, form: str) -> None:
    written(inside, RULESET, encoding=GB)
    assert run("check", "--format", form, "a.points").code == 0
    assert run("check", "--format", form, "--fail-level", "error", "a.points").code == 0
    assert run("check", "--format", form, "--fail-level", "warning", "a.points").code == 1


def test_without_warnings_nothing_fails(run: Run, inside: Path) -> None:
    assert run("check", "--fail-level", "warning", village(inside / "东")).code == 0


def test_another_level_is_wrong_use(run: Run, inside: Path) -> None:
    ended = run("check", "--fail-level", "warn", written(inside, RULESET))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("可以写：error warning\n")


def test_files_are_checked_by_their_folders(run: Run, inside: Path) -> None:
    other = MISSPELT.replace("版本 2023.1", "版本 2023.2")
    east, west = village(inside / "东"), village(inside / "西", ruleset=other)
    files = [folder / "柳树村.points" for folder in (east, west)]
    ended = run("check", "--by-folder", *files, files[0], east)
    assert ended.code == 1
    assert ended.out.count("unknown-name") == 1
    assert ended.out.endswith("\n1 个错误\n")


def test_files_of_two_villages_clash_unless_they_are_checked_by_folder(
    run: Run, inside: Path
) -> None:
    files = [village(inside / name) / "柳树村.points" for name in ("东", "西")]
    assert run("check", *files).code == 1
    assert run("check", "--by-folder", *files).code == 0


def test_by_folder_checks_the_other_editions_of_the_folder(run: Run, inside: Path) -> None:
    written(inside, RULESET, "a.points")
    written(inside, MISSPELT, "b.points")
    ended = run("check", "--by-folder", "a.points")
    assert ended.code == 1
    assert "--> b.points:18:3" in ended.out


def test_by_folder_checks_a_file_that_its_folder_would_not_take(run: Run, inside: Path) -> None:
    written(inside, RULESET, "a.points")
    written(inside, MISSPELT.replace("2023.1", "2023.2"), "b.txt")
    ended = run("check", "--by-folder", "b.txt")
    assert ended.code == 1
    assert "--> b.txt:18:3" in ended.out
    assert run("check", "--by-folder", inside).code == 0


def test_by_folder_fixes_each_village(run: Run, inside: Path) -> None:
    comma = RULESET.replace("扣 20 分", "扣 2,000 分")
    files = [village(inside / name, ruleset=comma) / "柳树村.points" for name in ("东", "西")]
    ended = run("check", "--by-folder", "--fix", *files)
    assert (ended.code, ended.err) == (0, f"已改 1 处：{files[0]}\n已改 1 处：{files[1]}\n")
    assert ["2000" in file.read_text(encoding="utf-8") for file in files] == [True, True]


def test_by_folder_does_not_forget_a_file_that_is_not_there(run: Run, inside: Path) -> None:
    written(inside, RULESET)
    ended = run("check", "--by-folder", "a.points", "没有.points")
    assert ended.code == 2
    assert ended.err.startswith("错误：没有.points：读不到文件\n")


def test_many_mistakes_are_all_in_json(tmp_path: Path) -> None:
    clauses = "".join(
        f"\n条款 {number} 「乱倒垃圾的」 归入 村务\n  乱到垃圾 的，每次 扣 5 分。\n"
        for number in range(3, 153)
    )
    written(tmp_path, RULESET + clauses, "a:b%0A.points")
    ended = process("check", "--format", "json", tmp_path / "a:b%0A.points")
    names = [item["file"] for item in json.loads(ended.out)["diagnostics"]]
    assert names == [str(tmp_path / "a:b%0A.points")] * 150
    lines = process("check", "--format", "github", tmp_path / "a:b%0A.points").out.splitlines()
    assert len(lines) == 11
    assert re.search("150 个错误，其中 140 个没有列在这里$", lines[-1])
