"""The golden files of the other tests."""

from pathlib import Path

import pytest

from golden import GoldenFile, difference


def test_a_text_that_agrees_passes(tmp_path: Path) -> None:
    (tmp_path / "statement.txt").write_text("合计 12\n", encoding="utf-8")
    GoldenFile(update=False)(tmp_path / "statement.txt", "合计 12\n")


def test_a_text_that_differs_fails_with_the_lines(tmp_path: Path) -> None:
    (tmp_path / "statement.txt").write_text("合计 12\n", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match=r"-合计 12\n\+合计 13"):
        GoldenFile(update=False)(tmp_path / "statement.txt", "合计 13\n")


def test_a_missing_file_fails_and_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--update-golden"):
        GoldenFile(update=False)(tmp_path / "statement.txt", "合计 12\n")


def test_update_writes_the_file_as_it_is_now(tmp_path: Path) -> None:
    GoldenFile(update=True)(tmp_path / "expected" / "statement.txt", "合计 13\n")
    assert (tmp_path / "expected" / "statement.txt").read_bytes() == "合计 13\n".encode()


def test_trailing_spaces_are_visible_in_a_difference() -> None:
    assert "+合计 12··" in difference("合计 12", "合计 12  ")
