"""How the process ends when its output has nowhere to go, or when we are wrong."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, Run, process, village

COMMAND = [sys.executable, "-m", "pointrules"]


def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*COMMAND, "rule"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    script = (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "from pointrules.cli.main import main\n"
        "raise SystemExit(main(['rule']))\n"
    )
    with (tmp_path / "full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", script],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("错误：结果写不出来\n")


def test_an_old_code_page_gets_question_marks_and_no_traceback(tmp_path: Path) -> None:
    folder = village(tmp_path, ruleset=MISSPELT.replace("参加志愿服务", "参加𠮷服务"))
    ended = subprocess.run(
        [*COMMAND, "check", str(folder)],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert ended.returncode == 1
    assert b"unknown-name" in ended.stdout
    assert ended.stderr == b""


def test_an_interrupt_ends_with_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("pointrules.cli.check"), "check_villages", interrupt)
    ended = run("check", tmp_path)
    assert (ended.code, ended.out, ended.err.strip()) == (130, "", "已中断")


def broken(*_: object) -> None:
    raise KeyError("a secret of the program")


def test_a_mistake_of_ours_is_owned_up_to(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(import_module("pointrules.cli.check"), "check_villages", broken)
    ended = run("check", tmp_path)
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (70, "", 2)
    assert ended.err.startswith("错误：程序自己出了错（KeyError），不是细则或表格的问题\n")


def test_debug_shows_where(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(import_module("pointrules.cli.check"), "check_villages", broken)
    monkeypatch.setenv("POINTRULES_DEBUG", "1")
    ended = run("check", tmp_path)
    assert ended.code == 70
    assert "a secret of the program" in ended.err


def test_the_module_and_the_version(run: Run) -> None:
    ended = process("--version")
    assert ended.code == 0
    assert ended.out.startswith("pointrules ")
    assert run("--version").out == ended.out
