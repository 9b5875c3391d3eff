"""SARIF as the standard's own schema and the limits of its readers want it."""

import json
import tracemalloc
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

import pytest
from jsonschema import Draft4Validator

from pointrules.diagnostics.catalogue import MESSAGES, codes, diagnose, placeholders, severity_of
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix, Label
from pointrules.diagnostics.file_uri import Folders
from pointrules.diagnostics.render_sarif import SarifRun, render_sarif
from pointrules.diagnostics.terms import TERMS
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span, source_file

SCHEMA = Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"
HERE = Folders(PurePath("/work/repo"), PurePath("/work/repo"))
NAME = "村/三都 村.points"
SOURCE = source_file(NAME, "行为 检查\n行为 𠮷检查、检查\n")
TWICE = diagnose(
    "declared-twice",
    Span(NAME, 13, 15),
    name="检查",
    labels=(Label(Span(NAME, 3, 5), "first"),),
    fix=Fix(Applicability.ASK, (Edit(Span(NAME, 12, 15), ""),)),
)


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    content = SCHEMA.read_bytes()
    assert sha256(content).hexdigest() in (SCHEMA.parent / "README.md").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(content), format_checker=Draft4Validator.FORMAT_CHECKER)


def log_of(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    language: Language = Language.ZH,
    folders: Folders = HERE,
) -> dict[str, Any]:
    text = "".join(render_sarif(diagnostics, sources, language, SarifRun(folders, "0.1.0")))
    text.encode("utf-8")
    log: dict[str, Any] = json.loads(text)
    return log


def run_of(*diagnostics: Diagnostic, source: SourceFile = SOURCE) -> dict[str, Any]:
    run: dict[str, Any] = log_of(diagnostics, {source.name: source})["runs"][0]
    return run


def test_a_result_says_where_in_code_points_and_what_would_mend_it() -> None:
    # 行为 and a space are 3 code points, 𠮷检查、 are 4: the name begins in column 8.
    (result,) = run_of(TWICE)["results"]
    place = {"uri": "%E6%9D%91/%E4%B8%89%E9%83%BD%20%E6%9D%91.points", "uriBaseId": "%SRCROOT%"}
    digest = sha256("declared-twice\0行为𠮷检查、检查".encode()).hexdigest()[:16]

    assert result == {
        "ruleId": "declared-twice",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "“检查”写了两次\n帮助：删去一处，或给其中一个换名称"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 10},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "第一次在这里"},
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 6},
                },
            }
        ],
        "partialFingerprints": {"pointrulesLine/v1": f"{digest}:1"},
        "fixes": [
            {
                "description": {"text": "删去“、检查”"},
                "artifactChanges": [
                    {
                        "artifactLocation": place,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 2,
                                    "startColumn": 7,
                                    "endLine": 2,
                                    "endColumn": 10,
                                },
                                "insertedContent": {"text": ""},
                            }
                        ],
                    }
                ],
                "properties": {"applicability": "ask"},
            }
        ],
    }


def test_the_run_says_how_columns_count_and_in_which_language() -> None:
    run = run_of(TWICE)

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["language"] == "zh-CN"
    assert run["tool"]["driver"]["name"] == "pointrules"
    assert run["tool"]["driver"]["version"] == "0.1.0"
    assert run["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("language", Language)
def test_a_rule_has_its_page_in_both_languages(language: Language) -> None:
    log = log_of([TWICE], {NAME: SOURCE}, language)
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]

    assert rule["id"] == "declared-twice"
    assert "错例" not in rule["help"]["text"]
    assert "有问题的写法：" in rule["help"]["text"]
    assert "Not so:" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    first = rule["help"]["text"].split("\n")[0]
    zh, en = "declared-twice（错误）", "declared-twice (error)"
    assert first == (zh if language is Language.ZH else en)


def any_of(code: str) -> Diagnostic:
    """A diagnostic of the code, with words of a village that has read the standard."""
    (entry,) = [item for item in MESSAGES if item.code == code]
    term = next(iter(TERMS))
    words = {
        name: term if name in entry.terms else "{0}[x](1) ::error::%0A\n𠮷\ud800"
        for name in placeholders(entry)
    }
    labels = tuple(Label(Span(NAME, 0, 2), label.role) for label in entry.labels)
    fix = Fix(Applicability.SAFE, (Edit(Span(NAME, 0, 0), "\r\n𠮷{1}"), Edit(Span(NAME, 1, 3), "")))
    place = Span(NAME, 3, 9)
    return Diagnostic(code, entry.severity, place, tuple(words.items()), labels, fix=fix)


@pytest.mark.parametrize("language", Language)
def test_every_code_fits_the_schema(validator: Draft4Validator, language: Language) -> None:
    found = [any_of(code) for code in codes()]
    log = log_of(found, {NAME: SOURCE}, language)

    assert [error.message for error in validator.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in results] == list(codes())
    assert [rules[result["ruleIndex"]]["id"] for result in results] == list(codes())
    assert [result["level"] for result in results] == [severity_of(code).value for code in codes()]


def test_the_schema_would_tell(validator: Draft4Validator) -> None:
    log = log_of([TWICE], {NAME: SOURCE})
    log["runs"][0]["columnKind"] = "graphemes"

    assert not validator.is_valid(log)


def test_nothing_found_fits_the_schema(validator: Draft4Validator) -> None:
    log = log_of([], {NAME: SOURCE})

    assert validator.is_valid(log)
    assert log["runs"][0]["results"] == []
    assert len(log["runs"][0]["artifacts"]) == 1
    assert validator.is_valid(log_of([], {}))


def test_a_file_that_cannot_be_read_has_a_place_without_lines(validator: Draft4Validator) -> None:
    run = SarifRun(HERE, None, was_read=False)
    unread = diagnose("file-not-read", Span("没有.points", 0, 0))
    log = json.loads("".join(render_sarif([unread], {}, Language.ZH, run)))

    assert validator.is_valid(log)
    (result,) = log["runs"][0]["results"]
    assert set(result["locations"][0]["physicalLocation"]) == {"artifactLocation"}
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_the_words_of_a_village_are_neither_placeholders_nor_links() -> None:
    source = source_file("a.points", "x")
    told = diagnose("unexpected-text", Span("a.points", 0, 1), found="{0}[这里](1)")
    (result,) = run_of(told, source=source)["results"]

    assert "{{0}}[这里] (1)" in result["message"]["text"]


@pytest.mark.parametrize(
    ("file", "uri", "is_relative"),
    [
        ("a%20b:c,d;e.points", "a%2520b%3Ac%2Cd%3Be.points", True),
        ("./村/../a\nb#?.points", "a%0Ab%23%3F.points", True),
        ("𠮷.points", "%F0%A0%AE%B7.points", True),
        ("/work/repo/x/a.points", "x/a.points", True),
        ("../别处/a.points", "file:///work/%E5%88%AB%E5%A4%84/a.points", False),
        ("/etc/a b.points", "file:///etc/a%20b.points", False),
        ("/work/repository/a.points", "file:///work/repository/a.points", False),
        ("\udcb4\udce5.points", "%B4%E5.points", True),  # bytes that are no UTF-8
        ("\ud800.points", "%3F.points", True),
    ],
)
def test_file_names_become_uris(
    file: str, uri: str, *, is_relative: bool, validator: Draft4Validator
) -> None:
    source = source_file(file, "x")
    log = log_of([diagnose("unexpected-text", Span(file, 0, 1), found="x")], {file: source})
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert place["uri"] == uri
    assert ("uriBaseId" in place) is is_relative
    assert validator.is_valid(log)


def test_names_are_relative_to_the_root_and_not_to_where_we_are() -> None:
    folders = Folders(PurePath("/work/repo/rules"), PurePath("/work/repo/"))
    told = diagnose("unexpected-text", Span("a.points", 0, 1), found="x")
    log = log_of([told], {"a.points": source_file("a.points", "x")}, folders=folders)

    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "rules/a.points"


def test_a_fingerprint_outlives_lines_put_before_it_and_new_spaces() -> None:
    def fingerprints(text: str, *offsets: int) -> list[str]:
        source = source_file("a.points", text)
        told = [
            diagnose("unexpected-text", Span("a.points", at, at + 1), found="x") for at in offsets
        ]
        results = run_of(*told, source=source)["results"]
        return [result["partialFingerprints"]["pointrulesLine/v1"] for result in results]

    first, second = fingerprints("扣 x 分\n扣 x 分\n", 2, 8)
    (moved,) = fingerprints("# 新的一行\n扣  x 分\r\n", 10)
    (other,) = fingerprints("加 x 分\n", 2)

    assert (first[:-2], first[-2:], second[-2:]) == (second[:-2], ":1", ":2")
    assert moved == first
    assert other != first


def test_ten_thousand_results_are_written_in_little_memory() -> None:
    source = source_file("a.points", "扣 x 分\n" * 10_000)
    told = [
        diagnose("unexpected-text", Span("a.points", at, at + 1), found="x" * 50)
        for at in range(2, 60_000, 6)
    ]
    run = SarifRun(HERE)
    tracemalloc.start()
    length = sum(len(piece) for piece in render_sarif(told, {"a.points": source}, Language.ZH, run))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert length > 5_000_000
    assert peak < 4_000_000
