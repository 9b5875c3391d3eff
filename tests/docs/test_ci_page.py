"""The page on CI and editors: its examples run, and what it says of keys and inputs is so."""

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.willow_village import MISSPELT, RULESET, process, village
from pointrules.cli.main import main

_FENCE = re.compile(r"^```(?P<kind>\S+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMA = RULESET.replace("扣 20 分", "扣 2,000 分")


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "ci.md").read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    return [found["body"] for found in _FENCE.finditer(page) if found["kind"] == kind]


def commands(page: str) -> list[str]:
    return [line for block in blocks(page, "bash") for line in block.splitlines()]


def test_every_command_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    found = commands(page)
    assert len(found) == 5
    for command in found:
        for name in ("三都村", "西村"):
            village(tmp_path / name)
            (tmp_path / name / "柳树村.points").rename(tmp_path / name / "细则.points")
        (tmp_path / "三都村" / "细则.points").write_text(COMMA, encoding="utf-8")
        program, *words = command.split(">")[0].split()
        assert program == "pointrules"
        fixes = "--fix" in words
        assert main(words) == (0 if fixes else 1), command
        assert capsys.readouterr().out


def test_the_hooks_that_are_named_exist(page: str, checkout: Path) -> None:
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load(blocks(page, "yaml")[0])
    (repository,) = config["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == ["pointrules-fmt", "pointrules-check"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in hooks}


def test_the_inputs_that_are_given_exist(page: str, checkout: Path) -> None:
    action = yaml.safe_load((checkout / "action.yml").read_text(encoding="utf-8"))
    given: set[str] = set()
    for block in blocks(page, "yaml")[1:]:
        for step in yaml.safe_load(block)["jobs"]["check"]["steps"]:
            if step["uses"].startswith("OWNER/pointrules@"):
                given |= set(step["with"])
    assert given == {"paths", "fail-level", "upload-sarif"}
    assert given <= set(action["inputs"])


def test_the_json_has_the_keys_that_are_shown(page: str, tmp_path: Path) -> None:
    shown = json.loads(blocks(page, "json")[0])
    path = tmp_path / "a.points"
    path.write_text(RULESET.replace("扣 20 分", "扣 1,000 分"), encoding="utf-8")
    told = json.loads(process("check", "--format", "json", path).out)

    assert list(shown) == list(told)
    ((one,), (other,)) = shown["diagnostics"], told["diagnostics"]
    assert list(one) == list(other)
    same = ("code", "severity", "message", "help", "line", "column", "end_column", "arguments")
    assert {key: one[key] for key in same} == {key: other[key] for key in same}
    assert one["utf16_column"] == other["utf16_column"]
    assert (one["offset"], one["end_offset"]) == (other["offset"], other["end_offset"])
    assert list(one["fix"]) == list(other["fix"])
    assert one["fix"]["title"] == other["fix"]["title"]
    named = set(re.findall(r"`([a-z_0-9]+)`", page))
    assert set(one) - {"file"} <= named


def program(tmp_path: Path, checkout: Path) -> dict[str, str]:
    """An environment in which `pointrules` is this checkout."""
    path = tmp_path / "bin" / "pointrules"
    path.parent.mkdir()
    source = checkout / "src"
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH="{source}" exec "{sys.executable}" -m pointrules "$@"\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    found = os.pathsep.join((str(path.parent), os.environ["PATH"]))
    return dict(os.environ) | {"PATH": found, "PYTHONUTF8": "1"}


def test_the_plug_in_mends_what_check_mends(page: str, checkout: Path, tmp_path: Path) -> None:
    [code] = blocks(page, "python")
    path = tmp_path / "𠮷.points"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + COMMA.replace("每月最多加 10 分", "每月最多加 1,000 分").replace("\n", "\r\n").encode()
    )
    script = f"{code}\nimport sys\nsys.stdout.buffer.write(mended(Path(sys.argv[1])).encode())\n"
    ran = subprocess.run(
        [sys.executable, "-c", script, path],
        env=program(tmp_path, checkout),
        capture_output=True,
        check=True,
    )
    expected = RULESET.replace("加 10 分", "加 1000 分").replace("扣 20 分", "扣 2000 分")
    assert ran.stdout == expected.replace("\n", "\r\n").encode()
    assert process("check", "--fix", path).code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + ran.stdout


def test_the_task_finds_each_mistake(page: str, tmp_path: Path) -> None:
    [task] = json.loads(blocks(page, "json")[1])["tasks"]
    first, second = task["problemMatcher"]["pattern"]
    path = tmp_path / "三都 村:1.points"
    path.write_text(MISSPELT, encoding="utf-8")
    _, check, *options, file = task["command"].split()
    assert (check, file) == ("check", "${file}")
    lines = process("check", *options, path).out.splitlines()
    found: list[dict[str, Any]] = []
    for head, place in pairwise(lines):
        heads, places = re.match(first["regexp"], head), re.match(second["regexp"], place)
        if heads and places:
            found.append(
                {key: heads[first[key]] for key in ("severity", "code")}
                | {key: places[second[key]] for key in ("file", "line", "column")}
            )
    assert found == [
        {
            "severity": "error",
            "code": "unknown-name",
            "file": str(path),
            "line": "18",
            "column": "3",
        }
    ]
