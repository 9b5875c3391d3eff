"""Annotations, read back as a runner of GitHub reads them."""

import re
from pathlib import PurePath

import pytest

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.diagnostics.file_uri import Folders
from pointrules.diagnostics.render_github import render_github
from pointrules.source.language import Language
from pointrules.source.source_file import Span, source_file

HERE = Folders(PurePath("/work/repo"), PurePath("/work/repo"))
TEXT = "行为 检查\n行为 𠮷检查、检查\n"


def lines_of(*told: Diagnostic, language: Language = Language.ZH, text: str = TEXT) -> list[str]:
    names = {item.span.file for item in told}
    sources = {name: source_file(name, text) for name in names}
    return list(render_github(told, sources, language, HERE))


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Command, properties, message: what the runner's parser makes of a line of output."""
    assert "\n" not in line
    assert "\r" not in line
    found = re.fullmatch(r"::([a-z]+) (.*?)::(.*)", line)
    assert found, line
    command, written, data = found.groups()
    properties = {}
    for pair in written.split(","):
        name, _, value = pair.partition("=")
        for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
            value = value.replace(code, sign)
        properties[name] = value
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        data = data.replace(code, sign)
    return command, properties, data


def error(found: str = "x", file: str = "a.points") -> Diagnostic:
    return diagnose("unexpected-text", Span(file, 13, 15), found=found)


def warning() -> Diagnostic:
    return diagnose("encoding-gb18030", Span("a.points", 0, 0))


def test_an_annotation_has_place_title_and_help() -> None:
    fix = Fix(Applicability.ASK, (Edit(Span("a.points", 12, 15), ""),))
    line, summary = lines_of(
        diagnose("declared-twice", Span("a.points", 13, 15), name="检查", fix=fix)
    )

    assert line == (
        "::error file=a.points,line=2,endLine=2,col=8,endColumn=10,"
        "title=pointrules%3A declared-twice::"
        "“检查”写了两次%0A帮助：删去一处，或给其中一个换名称%0A可以删去“、检查”"
    )
    assert summary == "1 个错误"


def test_a_place_of_several_lines_has_no_columns() -> None:
    line, _ = lines_of(diagnose("unexpected-text", Span("a.points", 3, 8), found="x"))

    assert line.startswith("::error file=a.points,line=1,endLine=2,title=")


def test_a_file_without_text_has_no_lines() -> None:
    told = diagnose("file-not-read", Span("没有.points", 0, 0))
    line, _ = list(render_github([told], {}, Language.EN, HERE))

    assert line.startswith("::error file=没有.points,title=pointrules%3A file-not-read::the file")


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("a%0Ab:c,d;e=f.points", "a%0Ab:c,d;e=f.points"),
        ("a\nb\r::error::x.points", "a\nb\r::error::x.points"),
        ("𠮷 村.points", "𠮷 村.points"),
        ("/work/repo/x/a.points", "x/a.points"),
        ("/etc/a.points", "/etc/a.points"),
    ],
)
def test_any_file_name_comes_through(file: str, shown: str) -> None:
    line, _ = lines_of(error(file=file))
    command, properties, _ = read_back(line)

    assert (command, properties["file"], properties["line"]) == ("error", shown, "2")
    assert properties["title"] == "pointrules: unexpected-text"


@pytest.mark.parametrize("found", ["::error::x", "%0A::set-output name=a::b", "100%", "%250A"])
def test_any_words_come_through_and_are_no_command(found: str) -> None:
    line, _ = lines_of(error(found))
    command, _, message = read_back(line)

    assert command == "error"
    assert found in message.split("\n")[0]


def test_errors_come_first_and_ten_of_each_kind_are_shown() -> None:
    told = [item for _ in range(13) for item in (warning(), error())]
    *shown, last = lines_of(*told)

    assert [line.split(" ")[0] for line in shown] == ["::error"] * 10 + ["::warning"] * 10
    assert last == "::notice title=pointrules::13 个错误，13 个警告，其中 6 个没有列在这里"


def test_ten_of_each_kind_are_all_shown() -> None:
    *shown, last = lines_of(*[error()] * 10, *[warning()] * 10, language=Language.EN)

    assert len(shown) == 20
    assert last == "10 errors, 10 warnings"


def test_ten_thousand_are_still_twenty_lines_and_one() -> None:
    lines = lines_of(*[error()] * 10_000, *[warning()] * 11, language=Language.EN)

    assert len(lines) == 21
    assert lines[-1] == (
        "::notice title=pointrules::10000 errors, 11 warnings, of which 9991 are not shown here"
    )


def test_nothing_found_is_one_line() -> None:
    assert lines_of() == ["没有发现问题"]
