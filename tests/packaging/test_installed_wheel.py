"""The distributions, as someone gets them who never saw the checkout."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with no input, and without the variables that could lead to the checkout."""
    hidden = ("PYTHON", "VIRTUAL_ENV", "POINTRULES_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def succeed(*command: str | Path, cwd: Path) -> str:
    """The output of a command that must exit with 0."""
    done = run(*command, cwd=cwd)
    assert done.returncode == 0, f"{command} exited with {done.returncode}\n{done.stderr}"
    return done.stdout


def files_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel and what it depends on, and nothing else."""

    commands: Path
    village: Path

    def pointrules(self, *arguments: str | Path) -> str:
        return succeed(self.commands / "pointrules", *arguments, cwd=self.village.parent)

    def python(self, *arguments: str | Path) -> str:
        return succeed(self.commands / "python", *arguments, cwd=self.village.parent)


@pytest.fixture(scope="module")
def wheel_from_sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that `build` makes: of the sdist, and not of the checkout."""
    out = tmp_path_factory.mktemp("dist")
    succeed(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, checkout, cwd=out)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(
    checkout: Path, wheel_from_sdist: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    away = tmp_path_factory.mktemp("away")
    venv.create(away / "environment")
    commands = away / "environment" / ("Scripts" if os.name == "nt" else "bin")
    succeed(
        *(sys.executable, "-m", "pip", "--python", commands / "python"),
        *("install", "--quiet", wheel_from_sdist),
        cwd=away,
    )
    village = away / "work" / "youyi"
    shutil.copytree(checkout / "rulesets" / "youyi", village)
    return Installed(commands, village)


def test_the_wheel_of_the_sdist_equals_the_wheel_of_the_checkout(
    checkout: Path, wheel_from_sdist: Path, tmp_path: Path
) -> None:
    succeed(
        *(sys.executable, "-m", "build", "--no-isolation", "--wheel"),
        *("--outdir", tmp_path, checkout),
        cwd=tmp_path,
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert files_in(wheel_from_sdist) == files_in(wheel)


def test_the_wheel_holds_every_grammar_file(checkout: Path, wheel_from_sdist: Path) -> None:
    grammars = {f"pointrules/grammars/{path.name}" for path in (checkout / "grammars").iterdir()}
    assert "pointrules/grammars/pointrules.lark" in grammars
    assert grammars <= files_in(wheel_from_sdist)


def test_the_wheel_holds_every_file_of_the_package(checkout: Path, wheel_from_sdist: Path) -> None:
    # Modules, templates, py.typed: whatever lies in the package is part of it.
    source = checkout / "src"
    package = {
        path.relative_to(source).as_posix()
        for path in (source / "pointrules").rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert package <= files_in(wheel_from_sdist)


def test_the_wheel_brings_the_licence_and_no_tests(wheel_from_sdist: Path) -> None:
    names = files_in(wheel_from_sdist)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pointrules"}


def test_the_installed_package_is_not_the_one_of_the_checkout(
    checkout: Path, installed: Installed
) -> None:
    place = installed.python("-c", "import pointrules; print(pointrules.__file__)").strip()
    assert not Path(place).is_relative_to(checkout / "src")


def test_the_installed_command_checks_a_ruleset(installed: Installed) -> None:
    (ruleset,) = installed.village.glob("*.points")
    installed.pointrules("check", ruleset)


def test_the_installed_command_scores_a_village_and_quotes_its_loan(installed: Installed) -> None:
    # 583 points: 5.00 % − 0.58 percentage points (0.1 for every 100 points, in proportion, cut).
    assert "4.42" in installed.pointrules("evaluate", installed.village, "--as-of", "2023-12-31")


def test_the_installed_package_runs_as_a_module(installed: Installed) -> None:
    assert "evaluate" in installed.python("-m", "pointrules", "--help")
