"""`pointrules convert` writes what was asked for, whole or not at all, and over nothing."""

import json
from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, RULESET, Run
from pointrules.api.ruleset_json import ruleset_from_json
from pointrules.api.rulesets import check_files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "柳树村.points"
    path.write_text(RULESET, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "错.points"
    path.write_text(MISSPELT, encoding="utf-8")
    return path


def test_json_goes_to_standard_output(run: Run, file: Path) -> None:
    ended = run("convert", file, "--to", "json")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["name"] == "柳树村积分细则"
    assert (ruleset_from_json(ended.out),) == check_files([file]).editions


def test_a_hyphen_is_standard_output_too(run: Run, file: Path, tmp_path: Path) -> None:
    ended = run("convert", file, "--to", "json", "-o", "-")
    assert ended.code == 0
    assert json.loads(ended.out)["format"] == "pointrules-ruleset"
    assert [path.name for path in tmp_path.iterdir()] == ["柳树村.points"]


def test_a_file_is_written_and_named(run: Run, file: Path, tmp_path: Path) -> None:
    output = tmp_path / "柳树村.json"
    ended = run("convert", file, "--to", "json", "-o", output)
    assert (ended.code, ended.out, ended.err) == (0, "", f"已写好：{output}\n")
    assert (ruleset_from_json(output.read_bytes()),) == check_files([file]).editions
    assert sorted(path.name for path in tmp_path.iterdir()) == ["柳树村.json", "柳树村.points"]


def test_a_new_file_is_for_whom_other_new_files_are(run: Run, file: Path, tmp_path: Path) -> None:
    output, other = tmp_path / "new.json", tmp_path / "other"
    other.touch()
    assert run("convert", file, "--to", "json", "--output", output).code == 0
    assert output.stat().st_mode == other.stat().st_mode


def test_what_is_there_stays(run: Run, file: Path, tmp_path: Path) -> None:
    output = tmp_path / "柳树村.json"
    output.write_text("mine", encoding="utf-8")
    ended = run("--lang", "en", "convert", file, "--to", "json", "-o", output)
    assert ended.code == 2
    assert ended.err == (
        f"error: “{output}” exists already\n"
        "  = help: choose another name, or overwrite it with --force\n"
    )
    assert output.read_text(encoding="utf-8") == "mine"


def test_force_overwrites_and_keeps_who_may_read(run: Run, file: Path, tmp_path: Path) -> None:
    output = tmp_path / "柳树村.json"
    output.write_text("mine", encoding="utf-8")
    output.chmod(0o640)
    assert run("convert", file, "--to", "json", "-o", output, "--force").code == 0
    assert json.loads(output.read_text(encoding="utf-8"))["version"] == 1
    assert output.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_ruleset_is_never_written_over(run: Run, file: Path, force: list[str]) -> None:
    same = file.parent / ".." / file.parent.name / file.name
    ended = run("convert", file, "--to", "json", "-o", same, *force)
    assert ended.code == 2
    assert "是读入的文件，不能写到它上面" in ended.err
    assert file.read_text(encoding="utf-8") == RULESET


def test_the_template_is_never_written_over(run: Run, tmp_path: Path) -> None:
    template = tmp_path / "镇.points"
    template.write_text(RULESET.replace("柳树村积分细则", "镇积分标准"), encoding="utf-8")
    own = tmp_path / "村.points"
    own.write_text(
        "细则「柳树村积分细则」\n  版本 2023.1，自 2023-01-01 起施行\n  沿用「镇积分标准」2023.1\n",
        encoding="utf-8",
    )
    before = template.read_bytes()
    assert run("convert", own, "--to", "json", "-o", template, "--force").code == 2
    assert template.read_bytes() == before


def test_a_ruleset_with_errors_is_refused_as_by_check(run: Run, wrong: Path) -> None:
    output = wrong.parent / "out.json"
    ended = run("convert", wrong, "--to", "json", "-o", output)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == run("check", wrong).out
    assert not output.exists()


def test_a_file_that_is_not_there_ends_with_2(run: Run, tmp_path: Path) -> None:
    ended = run("convert", tmp_path / "none.points", "--to", "json")
    assert (ended.code, ended.out) == (2, "")
    assert "读不到文件" in ended.err


def test_a_folder_is_no_ruleset(run: Run, tmp_path: Path) -> None:
    ended = run("convert", tmp_path, "--to", "json")
    assert (ended.code, ended.out) == (2, "")
    assert "这不是普通文件" in ended.err


def test_what_to_convert_to_must_be_said(run: Run, file: Path) -> None:
    ended = run("convert", file)
    assert ended.code == 2
    assert "没有写“--to " in ended.err


def test_an_unknown_notation_is_told_with_those_there_are(run: Run, file: Path) -> None:
    ended = run("convert", file, "--to", "jsn")
    assert ended.code == 2
    assert "是不是想写“json”？" in ended.err


def test_a_folder_that_is_not_there_is_told_by_the_outputs_name(run: Run, file: Path) -> None:
    output = file.parent / "none" / "out.json"
    ended = run("convert", file, "--to", "json", "-o", output)
    assert ended.code == 2
    assert f"打不开“{output}”" in ended.err


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_not_replaced(run: Run, file: Path) -> None:
    ended = run("convert", file, "--to", "json", "-o", "/dev/null", "--force")
    assert ended.code == 2
    assert not Path("/dev/null").is_file()


def test_a_link_stays_one_and_its_file_is_written(run: Run, file: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    assert run("convert", file, "--to", "json", "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))["version"] == 1
