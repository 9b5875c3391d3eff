"""Whoever follows the tutorial sees what it shows."""

from itertools import pairwise
from pathlib import Path

import pytest

from docs.tutorial_page import WITH_MISTAKES, blocks, printed, write
from golden import GoldenFile
from pointrules.api.rulesets import check_files

PAGE = Path("docs", "tutorial.md")


@pytest.fixture
def text(checkout: Path) -> str:
    return (checkout / PAGE).read_text(encoding="utf-8")


@pytest.fixture
def in_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POINTRULES_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_output_is_what_the_command_prints(
    text: str, checkout: Path, in_new_folder: Path, golden: GoldenFile
) -> None:
    page = ""
    copied = 0
    command = None
    for block in blocks(text):
        if block.file:
            write(block, in_new_folder)
        elif block.kind == "bash" and block.body.startswith("pointrules "):
            command = block.body
        elif block.kind == "text":
            assert command is not None, "an output without a command"
            page += text[copied : block.start] + printed(command)
            copied = block.end
            command = None
    golden(checkout / PAGE, page + text[copied:])


def test_every_command_shows_its_output_at_once(text: str) -> None:
    commands = [
        (first.body, second.kind)
        for first, second in pairwise(blocks(text))
        if first.kind == "bash" and first.body.startswith("pointrules ")
    ]
    assert commands
    assert [body for body, next_kind in commands if next_kind != "text"] == []


def test_after_every_step_the_ruleset_has_no_mistake_unless_the_page_says_so(
    text: str, in_new_folder: Path
) -> None:
    written = [block for block in blocks(text) if block.kind == "points"]
    found = []
    for block in written:
        write(block, in_new_folder)
        found.append([item.code for item in check_files([Path(block.file)]).diagnostics])
    mistakes = ["unknown-name", "unit-missing", "limit-missing"]
    expected = [mistakes if block.note == WITH_MISTAKES else [] for block in written]
    assert found == expected


def test_the_tutorial_installs_as_the_readme_does(text: str, checkout: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    first = next(block.body for block in blocks(text) if block.kind == "bash")
    assert first.strip() + " && " in readme
