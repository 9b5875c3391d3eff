"""The page on Markdown shows a regulation, and what `check` says of it."""

import re
from pathlib import Path

import pytest

from pointrules.cli.main import main

_REGULATION = re.compile(r"^````markdown\n(.*?)^````$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "language" / "markdown.md").read_text(encoding="utf-8")


def checked(
    text: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.delenv("POINTRULES_LANG", raising=False)
    monkeypatch.chdir(folder)
    (folder / "柳溪村.md").write_text(text, encoding="utf-8")
    main(["check", "柳溪村.md"])
    return capsys.readouterr().out


def test_check_says_what_the_page_shows(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (regulation,) = _REGULATION.findall(page)
    command, _, shown = _SHOWN.findall(page)[0].partition("\n")
    assert command == "$ pointrules check 柳溪村.md"
    assert checked(regulation, tmp_path, monkeypatch, capsys) == shown


def test_a_changed_article_is_told_as_the_page_says(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (regulation,) = _REGULATION.findall(page)
    changed = regulation.replace("（一）邻里互助的，每次加 2 分", "（一）邻里互助的，每次加 3 分")
    assert changed != regulation
    assert _SHOWN.findall(page)[1] in checked(changed, tmp_path, monkeypatch, capsys)
