"""The page on a ruleset's JSON shows what happens."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.tutorial_page import blocks, printed, write
from pointrules.wire.ruleset_document import RulesetDocument
from pointrules.wire.ruleset_form import keys_of

LEFT_OUT = "…"


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "ruleset_json.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page's ruleset is, and where its commands run."""
    [ruleset] = [block for block in blocks(page) if block.kind == "points"]
    write(ruleset, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POINTRULES_LANG", raising=False)
    return tmp_path


def test_the_json_that_is_shown_is_what_the_command_writes(page: str, folder: Path) -> None:
    [command] = [block.body.strip() for block in blocks(page) if block.kind == "console"]
    [shown] = [block.body for block in blocks(page) if block.kind == "json"]
    assert printed(command) == "已写好：柳树村.json\n"
    rest = (folder / "柳树村.json").read_text(encoding="utf-8")
    for piece in filter(None, re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE)):
        _, found, rest = rest.partition(piece)
        assert found == piece, f"it does not write:\n{piece}"


def test_the_program_reads_it_back(page: str, folder: Path, checkout: Path) -> None:
    [program] = [block.body for block in blocks(page) if block.kind == "python"]
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, check=True)


def test_every_key_of_the_head_is_told(page: str) -> None:
    told = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert told == [key.key for key in keys_of(RulesetDocument)]
