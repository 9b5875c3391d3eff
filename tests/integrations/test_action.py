"""The steps of action.yml, run by bash as GitHub runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.willow_village import MISSPELT, RULESET, Ended, village

BASH = shutil.which("bash") or "bash"
GIT = shutil.which("git") or "git"
_EXPRESSION = re.compile(r"\$\{\{ *([a-z-]+(?:\.[a-z-]+)+) *\}\}")


@pytest.fixture(scope="module")
def action(checkout: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((checkout / "action.yml").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def program(tmp_path: Path, checkout: Path) -> Path:
    """What stands for the installed command: this checkout, run by this Python."""
    path = tmp_path / "bin" / "pointrules"
    path.parent.mkdir()
    source = checkout / "src"
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH="{source}" exec "{sys.executable}" -m pointrules "$@"\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "work space"
    path.mkdir()
    return path


def step(action: Mapping[str, Any], name: str) -> dict[str, Any]:
    (found,) = [item for item in action["runs"]["steps"] if item.get("id") == name]
    return dict(found)


def check(
    action: Mapping[str, Any], program: Path, workspace: Path, **given: str
) -> tuple[Ended, Path]:
    """Run the step that checks; what it says, and the file that it names as its output."""
    told = {
        f"inputs.{name}": str(item.get("default", "")) for name, item in action["inputs"].items()
    }
    told |= {f"inputs.{name.replace('_', '-')}": value for name, value in given.items()}
    told["steps.install.outputs.program"] = str(program)
    found = step(action, "check")
    temporary = workspace.parent / "temp"
    temporary.mkdir(exist_ok=True)
    output = temporary / "output"
    output.write_text("", encoding="utf-8")
    environment = {
        name: _EXPRESSION.sub(lambda found: told[found[1]], value)
        for name, value in found["env"].items()
    }
    script = temporary / "step.sh"
    script.write_text(found["run"], encoding="utf-8")
    ended = subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=workspace,
        env=os.environ
        | {
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_OUTPUT": str(output),
            "RUNNER_TEMP": str(temporary),
        }
        | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    sarif = re.search("^sarif=(.*)$", output.read_text(encoding="utf-8"), re.MULTILINE)
    return Ended(ended.returncode, ended.stdout, ended.stderr), Path(sarif[1] if sarif else "none")


def test_a_mistake_is_an_annotation_and_a_result(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    village(workspace / "三都 村", ruleset=MISSPELT)
    village(workspace / "西村")
    ended, sarif = check(action, program, workspace, paths="三都 村\n西村")

    assert ended.code == 1
    assert ended.out.splitlines()[0].startswith("::error file=三都 村/柳树村.points,line=18,")
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].startswith("%E4%B8%89%E9%83%BD%20%E6%9D%91/")
    assert len(run["artifacts"]) == 2


def test_sound_rulesets_end_with_0(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    village(workspace / "三都 村")
    ended, sarif = check(action, program, workspace, paths="*\r\n", lang="en")

    assert (ended.code, ended.out, ended.err) == (0, "no problems found\n", "")
    assert json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"] == []


def test_warnings_fail_where_they_are_to(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    (workspace / "a.points").write_bytes(RULESET.encode("gb18030"))
    assert check(action, program, workspace, paths="a.points")[0].code == 0
    ended, _ = check(action, program, workspace, paths="a.points", fail_level="warning")
    assert ended.code == 1
    assert ended.out.startswith("::warning file=a.points,")


def test_without_paths_all_rulesets_of_the_repository_are_checked(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    village(workspace / "东 村" / "深处", ruleset=MISSPELT)
    village(workspace / "西村")
    village(workspace / "不在库里", ruleset=MISSPELT)
    for command in (["init", "-q"], ["add", "东 村", "西村"]):
        subprocess.run([GIT, *command], cwd=workspace, check=True)
    ended, _ = check(action, program, workspace)

    assert ended.code == 1
    first, summary = ended.out.splitlines()
    assert first.startswith("::error file=东 村/深处/柳树村.points,")
    assert summary == "1 个错误"


def test_a_repository_without_rulesets_is_told_so(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    subprocess.run([GIT, "init", "-q"], cwd=workspace, check=True)
    ended, _ = check(action, program, workspace)
    assert ended.code == 2
    assert ended.out.startswith("::error title=pointrules::没有找到 .points 文件")


def test_a_path_that_matches_nothing_ends_with_2(
    action: Mapping[str, Any], program: Path, workspace: Path
) -> None:
    ended, _ = check(action, program, workspace, paths="规则/*.points")
    assert ended.code == 2
    assert ended.out.startswith("::error file=规则/*.points,title=pointrules%3A file-not-read::")


@pytest.mark.parametrize("hostile", ["$(touch hit)", "`touch hit`", "a; touch hit", "--fix"])
def test_what_is_given_is_never_run(
    action: Mapping[str, Any], program: Path, workspace: Path, hostile: str
) -> None:
    ended, _ = check(action, program, workspace, paths=hostile)
    assert ended.code == 2
    assert list(workspace.iterdir()) == []


def test_no_script_holds_an_expression(action: Mapping[str, Any]) -> None:
    scripts = [item["run"] for item in action["runs"]["steps"] if "run" in item]
    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_used_and_every_used_one_is_declared(
    action: Mapping[str, Any], checkout: Path
) -> None:
    text = (checkout / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(action["inputs"])
