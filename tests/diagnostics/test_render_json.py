import json

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Edit, Fix, Label
from pointrules.diagnostics.render_json import as_json_object, render_json
from pointrules.source.language import Language
from pointrules.source.source_file import Span, source_file

SOURCE = source_file("𠮷.points", "行为 检查\n行为 𠮷检查、检查\n")
SECOND = Span("𠮷.points", 13, 15)
FIRST = Span("𠮷.points", 3, 5)
TWICE = diagnose(
    "declared-twice",
    SECOND,
    name="检查",
    labels=(Label(FIRST, "first"),),
    fix=Fix(Applicability.ASK, (Edit(Span("𠮷.points", 12, 15), ""),)),
)


def test_a_diagnostic_is_told_with_words_places_and_arguments() -> None:
    # 行为 and a space are 3 code points, 𠮷检查、 are 4: the name begins in column 8, and in
    # UTF-16, where 𠮷 counts twice, in column 9. The line before it has 5 and a line feed.
    assert as_json_object(TWICE, {SOURCE.name: SOURCE}, Language.ZH) == {
        "code": "declared-twice",
        "severity": "error",
        "message": "“检查”写了两次",
        "help": "删去一处，或给其中一个换名称",
        "file": "𠮷.points",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 10,
        "utf16_column": 9,
        "utf16_end_column": 11,
        "offset": 13,
        "end_offset": 15,
        "labels": [
            {
                "role": "first",
                "text": "第一次在这里",
                "file": "𠮷.points",
                "line": 1,
                "column": 4,
                "end_line": 1,
                "end_column": 6,
                "utf16_column": 4,
                "utf16_end_column": 6,
                "offset": 3,
                "end_offset": 5,
            }
        ],
        "choices": [],
        "arguments": {"name": "检查"},
        "fix": {
            "applicability": "ask",
            "title": "删去“、检查”",
            "edits": [
                {
                    "file": "𠮷.points",
                    "line": 2,
                    "column": 7,
                    "end_line": 2,
                    "end_column": 10,
                    "utf16_column": 8,
                    "utf16_end_column": 11,
                    "offset": 12,
                    "end_offset": 15,
                    "replacement": "",
                }
            ],
        },
    }


def test_a_file_that_is_not_there_has_no_lines() -> None:
    told = as_json_object(diagnose("file-not-read", Span("a", 0, 0)), {}, Language.EN)

    assert (told["file"], told["line"], told["fix"]) == ("a", None, None)
    assert told["message"] == "the file cannot be read"


def test_the_document_is_versioned_and_keeps_chinese_readable() -> None:
    text = "".join(render_json([TWICE], {SOURCE.name: SOURCE}, Language.ZH))

    assert text.startswith('{\n  "version": 1,\n  "diagnostics": [\n    {\n      "code"')
    assert "写了两次" in text
    assert json.loads(text)["diagnostics"][0]["column"] == 8


def test_no_diagnostics_are_an_empty_list() -> None:
    assert json.loads("".join(render_json([], {}, Language.ZH))) == {
        "version": 1,
        "diagnostics": [],
        "rulesets": [],
    }


def test_half_a_surrogate_pair_does_not_break_the_document() -> None:
    broken = diagnose("unexpected-text", Span("a", 0, 1), found="\ud800")

    "".join(render_json([broken], {}, Language.ZH)).encode("utf-8")
