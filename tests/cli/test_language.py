"""The command line speaks Chinese, or English where it is asked to, down to wrong use."""

from pathlib import Path

import pytest

from cli.willow_village import Run, village
from pointrules.source.display_width import display_width


def test_help_is_chinese_by_default(run: Run) -> None:
    ended = run("--help")
    assert ended.code == 0
    assert ended.out.startswith("用法：pointrules [选项] 命令 …\n")
    assert "\n  check     检查细则，一次列出全部错误和警告。\n" in ended.out
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in ended.out


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "en", "--help"), ("--help", "--lang", "en"), ("--lang=EN", "-h")],
)
def test_lang_may_stand_on_either_side_of_help(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).out.startswith("Usage: pointrules [OPTIONS] COMMAND …\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "check", "--help"),
        ("check", "--lang", "en", "--help"),
        ("check", "--help", "--lang", "en"),
    ],
)
def test_lang_may_stand_before_or_after_the_command(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert ended.out.startswith("Usage: pointrules check FILE_OR_FOLDER… [OPTIONS]\n")


def test_every_page_of_help_is_in_one_language_only(run: Run) -> None:
    for command in ("check", "fmt", "evaluate", "explain", "test", "rule"):
        assert "Usage" not in run(command, "--help").out
        assert "用法" not in run(command, "--help", "--lang=en").out or command == "fmt"


def test_no_line_of_help_is_wider_than_eighty_columns(run: Run) -> None:
    for command in ("check", "fmt", "evaluate", "explain", "test", "rule"):
        for line in run(command, "--help").out.splitlines():
            assert display_width(line) <= 80, line


def test_the_environment_chooses_where_lang_does_not(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POINTRULES_LANG", "en")
    assert run("--help").out.startswith("Usage:")
    assert run("--help", "--lang", "zh").out.startswith("用法：")


def test_the_last_lang_counts(run: Run) -> None:
    assert run("--lang", "en", "check", "--help", "--lang", "zh").out.startswith("用法：")


def test_an_unknown_language_is_wrong_use(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--lang", "fr", village(tmp_path))
    assert ended.code == 2
    assert ended.err == "错误：--lang 后面不能写“fr”\n  = 帮助：可以写：zh en\n"


def test_an_unknown_language_in_the_environment_is_wrong_use(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POINTRULES_LANG", "fr")
    ended = run("rule")
    assert ended.code == 2
    assert "环境变量 POINTRULES_LANG 里的“fr”不是可用的语言" in ended.err


def test_lang_of_fmt_is_that_of_the_keywords_and_not_of_messages(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path)
    ended = run("fmt", "--lang", "en", "--check", folder)
    assert ended.code == 1
    assert ended.out.startswith("要整理：")
    ended = run("--lang", "en", "fmt", "--lang", "zh", folder)
    assert ended.out == "already in canonical form: 1\n"


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (("chek",), "没有“chek”这个命令", "是不是想写“check”？"),
        (
            ("rulesets",),
            "没有“rulesets”这个命令",
            "命令有：new、check、fmt、evaluate、explain、test、convert、schema、overlay、rule",
        ),
        (("check",), "没有写“文件或文件夹…”", "用法见 pointrules check --help"),
        (("check", "--formt", "json", "x"), "没有“--formt”这个选项", "是不是想写“--format”？"),
        (("check", "--zzz", "x"), "没有“--zzz”这个选项", "用法见 pointrules check --help"),
        (
            ("check", "--format", "xml", "x"),
            "--format 后面不能写“xml”",
            "可以写：text json sarif github",
        ),
        (("check", "--format", "jsn", "x"), "--format 后面不能写“jsn”", "是不是想写“json”？"),
        (("check", "x", "--format"), "“--format”后面没有写值", "用法见 pointrules check --help"),
        (
            ("evaluate", "x", "--strict=1"),
            "“--strict”后面不写值",
            "用法见 pointrules evaluate --help",
        ),
        (("evaluate", "x"), "没有写“--as-of 日期”", "用法见 pointrules evaluate --help"),
        (
            ("explain", "x", "--as-of", "2023-12-31"),
            "没有写“--household 户”",
            "用法见 pointrules explain --help",
        ),
        (
            ("evaluate", "x", "--as-of", "2023-13-01"),
            "--as-of 后面的“2023-13-01”不是日历上的一天",
            "写成 2023-12-31 这样",
        ),
        (
            ("evaluate", "x", "--as-of", "2023-12-31", "--known-at", "昨天"),
            "--known-at 后面的“昨天”不是日历上的一天",
            "写成 2023-12-31 这样",
        ),
        (("check", ""), "有一个文件名是空的", "用法见 pointrules check --help"),
    ],
)
def test_wrong_use_is_told_in_two_lines_and_ends_with_2(
    run: Run, arguments: tuple[str, ...], message: str, advice: str
) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"错误：{message}\n  = 帮助：{advice}\n"


def test_wrong_use_is_told_in_english_too(run: Run) -> None:
    ended = run("chek", "--lang", "en")
    assert ended.err == "error: there is no command “chek”\n  = help: did you mean “check”?\n"
    ended = run("evaluate", "x", "--lang", "en")
    assert ended.err.startswith("error: “--as-of DATE” is missing\n")


def test_no_command_at_all_shows_the_help_as_wrong_use(run: Run) -> None:
    ended = run()
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("用法：pointrules")


def test_the_exit_codes_are_part_of_the_help(run: Run) -> None:
    page = run("--help").out
    contract = page[page.index("结束代码：") :]
    assert [line.split()[0] for line in contract.splitlines()[1:] if line[2:3].isdigit()] == [
        "0",
        "1",
        "2",
        "70",
        "130",
    ]
