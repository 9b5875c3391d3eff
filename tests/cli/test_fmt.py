"""`pointrules fmt` rewrites what can be read, and loses no file."""

from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, RULESET, Run, village

UNTIDY = RULESET.replace("每满 1 小时 加 2 分", "每满1小时 加2分").replace("，每月", ",每月")


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "a.points"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_an_untidy_file_is_rewritten(run: Run, untidy: Path) -> None:
    ended = run("fmt", untidy)
    assert (ended.code, ended.out, ended.err) == (0, f"已整理：{untidy}\n", "")
    assert untidy.read_text(encoding="utf-8") == RULESET


def test_a_tidy_file_is_not_touched(run: Run, untidy: Path) -> None:
    untidy.write_text(RULESET, encoding="utf-8")
    before = untidy.stat()
    ended = run("fmt", untidy)
    assert (ended.code, ended.out) == (0, "1 个文件不用整理\n")
    assert (untidy.stat().st_mtime_ns, untidy.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_only_names_the_file(run: Run, untidy: Path) -> None:
    ended = run("fmt", "--check", untidy)
    assert (ended.code, ended.out) == (1, f"要整理：{untidy}\n")
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_check_of_a_tidy_file_ends_with_0(run: Run, tmp_path: Path) -> None:
    assert run("fmt", "--check", village(tmp_path)).code == 0


def test_diff_shows_both_lines_and_writes_nothing(run: Run, untidy: Path) -> None:
    ended = run("fmt", "--diff", untidy)
    assert ended.code == 1
    assert "-  志愿服务 的，每满1小时 加2分,每月最多加 10 分。\n" in ended.out
    assert "+  志愿服务 的，每满 1 小时 加 2 分，每月最多加 10 分。\n" in ended.out
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_diff_ends_each_line_even_where_the_file_does_not(run: Run, untidy: Path) -> None:
    untidy.write_text(UNTIDY.rstrip("\n"), encoding="utf-8")
    assert run("fmt", "--diff", untidy).out.endswith("\n")


def test_keywords_go_to_english_and_back(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.points"
    path.write_text(RULESET, encoding="utf-8")
    assert run("fmt", "--lang", "en", path).code == 0
    assert path.read_text(encoding="utf-8").startswith("ruleset 「柳树村积分细则」")
    assert run("check", path).code == 0
    assert run("fmt", "--lang", "zh", path).code == 0
    assert path.read_text(encoding="utf-8") == RULESET


def test_a_file_with_mistakes_stays_and_the_others_are_done(
    run: Run, untidy: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.points"
    wrong.write_text(RULESET.replace("每次 扣", "每次 口"), encoding="utf-8")
    ended = run("fmt", wrong, untidy)
    assert ended.code == 1
    assert ended.out == f"已整理：{untidy}\n"
    assert f" --> {wrong}:" in ended.err
    assert "每次 口" in wrong.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    run: Run, untidy: Path, tmp_path: Path
) -> None:
    ended = run("fmt", tmp_path / "none.points", untidy)
    assert ended.code == 2
    assert ended.out == f"已整理：{untidy}\n"
    assert f"错误：{tmp_path / 'none.points'}：读不到文件\n" in ended.err


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_becomes_utf_8_and_it_is_said(
    run: Run, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.points"
    path.write_bytes(RULESET.encode(encoding))
    checked = run("fmt", "--check", path)
    assert (checked.code, checked.out) == (1, f"要整理：{path}（编码不是 UTF-8）\n")
    assert run("fmt", path).out == f"已整理：{path}（编码已改为 UTF-8）\n"
    assert path.read_bytes() == RULESET.encode()


def test_the_mode_of_the_file_and_a_link_to_it_stay(run: Run, untidy: Path, tmp_path: Path) -> None:
    untidy.chmod(0o640)
    link = tmp_path / "link.points"
    link.symlink_to(untidy)
    assert run("fmt", link).code == 0
    assert link.is_symlink()
    assert untidy.read_text(encoding="utf-8") == RULESET
    assert untidy.stat().st_mode & 0o777 == 0o640


def test_a_failing_disk_leaves_the_old_file_and_nothing_beside_it(
    run: Run, untidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    ended = run("fmt", untidy)
    assert ended.code == 2
    assert ended.err.startswith("错误：打不开“")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert list(untidy.parent.iterdir()) == [untidy]


def test_a_name_that_is_misspelt_in_a_clause_is_a_mistake(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.points"
    path.write_text(MISSPELT, encoding="utf-8")
    ended = run("fmt", path)
    assert ended.code == 1
    assert path.read_text(encoding="utf-8") == MISSPELT
