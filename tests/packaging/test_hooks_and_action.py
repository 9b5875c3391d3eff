"""The hooks, installed and run by pre-commit itself, and the action's own installation."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from cli.willow_village import MISSPELT, RULESET

pytestmark = pytest.mark.packaging

GIT = shutil.which("git") or "git"
BASH = shutil.which("bash") or "bash"
PARTS = ("src", "grammars", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
"""What an installation of the repository needs."""


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command that must not find the checkout by itself."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GIT_", "POINTRULES_"))
    }
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(cwd: Path, *words: str) -> str:
    """The output of git, as someone who has a name."""
    name = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = run(GIT, *name, *words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository of rulesets that uses the hooks."""

    path: Path
    cache: Path

    def pre_commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        git(self.path, "add", "-A")
        home = {"PRE_COMMIT_HOME": str(self.cache)}
        return run(sys.executable, "-m", "pre_commit", *words, cwd=self.path, **home)

    def write(self, name: str, text: str) -> Path:
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture(scope="module")
def repository(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    product = tmp_path_factory.mktemp("product")
    for part in PARTS:
        place = checkout / part
        if place.is_dir():
            caches = shutil.ignore_patterns("__pycache__")
            shutil.copytree(place, product / part, ignore=caches)
        else:
            shutil.copy(place, product / part)
    git(product, "init", "-q")
    git(product, "add", "-A")
    git(product, "commit", "-q", "-m", "all")
    revision = git(product, "rev-parse", "HEAD")
    rules = tmp_path_factory.mktemp("rules")
    git(rules, "init", "-q")
    hooks = [{"id": "pointrules-fmt"}, {"id": "pointrules-check", "args": ["--lang", "zh"]}]
    repos = [{"repo": product.as_uri(), "rev": revision, "hooks": hooks}]
    (rules / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": repos}))
    return Repository(rules, tmp_path_factory.mktemp("cache"))


def test_the_hooks_are_valid(checkout: Path) -> None:
    done = run(
        *(sys.executable, "-m", "pre_commit", "validate-manifest"),
        ".pre-commit-hooks.yaml",
        cwd=checkout,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hooks_stop_a_mistake_and_let_sound_rulesets_pass(repository: Repository) -> None:
    repository.write("三都 村/细则 𠮷.points", MISSPELT)
    repository.write("西村/细则.points", RULESET)
    stopped = repository.pre_commit("run", "--all-files")
    assert stopped.returncode == 1, stopped.stderr
    assert "三都 村/细则 𠮷.points:18:3" in stopped.stdout
    assert stopped.stdout.count("错误[unknown-name]") == 2, "each hook says so once"
    assert stopped.stdout.count("错误[") == 2

    # The other village's edition has the same name and day: they are checked apart.
    repository.write("三都 村/细则 𠮷.points", RULESET)
    passed = repository.pre_commit("run", "--all-files")
    assert (passed.returncode, passed.stdout.count("Passed")) == (0, 2), passed.stdout


def test_the_hook_that_formats_does_so(repository: Repository) -> None:
    path = repository.write("三都 村/细则 𠮷.points", RULESET.replace("加 2 分", "加2分"))
    changed = repository.pre_commit("run", "pointrules-fmt", "--all-files")
    assert changed.returncode == 1
    assert "files were modified by this hook" in changed.stdout
    assert path.read_text(encoding="utf-8") == RULESET


def test_the_action_installs_a_program_that_works(checkout: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((checkout / "action.yml").read_text(encoding="utf-8"))
    (step,) = [item for item in action["runs"]["steps"] if item.get("id") == "install"]
    script, output = tmp_path / "step.sh", tmp_path / "output"
    script.write_text(step["run"], encoding="utf-8")
    python = tmp_path / "python"
    python.mkdir()
    (python / "python").symlink_to(sys.executable)
    done = run(
        *(BASH, "--noprofile", "--norc", "-eo", "pipefail", script),
        cwd=tmp_path,
        GITHUB_ACTION_PATH=str(checkout),
        GITHUB_OUTPUT=str(output),
        RUNNER_TEMP=str(tmp_path),
        PATH=f"{python}{os.pathsep}{os.environ['PATH']}",
    )
    assert done.returncode == 0, done.stderr
    found = re.fullmatch("program=(.*)\n", output.read_text(encoding="utf-8"))
    assert found
    ruleset = tmp_path / "a.points"
    ruleset.write_text(RULESET, encoding="utf-8")
    checked = run(found[1], "check", "--format", "github", ruleset, cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "没有发现问题\n")
