"""What the page on YAML shows is what is read, and what editors are told fits to it.

A block of `yaml` is a whole ruleset, and `check` has no remark on it. One of `yaml fragment` stands
behind it, in place of its blocks of the same name and without its clauses and examples; with
`error=CODE` `check` finds that error and no other. One of `yaml editor` begins with the line that
names the schema, and is read as a fragment.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from pointrules.api.rulesets import check_files
from pointrules.api.schema import SchemaOf, schema_text
from pointrules.cli.main import main
from pointrules.diagnostics.catalogue import codes
from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.render_text import render
from pointrules.source.language import Language
from pointrules.syntax.outline import OUTLINES

LANGUAGE = Path(__file__).resolve().parents[2] / "docs" / "language"
TEXT = (LANGUAGE / "yaml.md").read_text(encoding="utf-8")
_BLOCK = re.compile(
    r"^```(?P<kind>yaml|text)(?P<words>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
SHOWN = [
    (match["words"].strip(), match["text"])
    for match in _BLOCK.finditer(TEXT)
    if match["kind"] == "yaml"
]
SAID = [match["text"] for match in _BLOCK.finditer(TEXT) if match["kind"] == "text"]
(WHOLE,) = (text for words, text in SHOWN if not words)
FRAGMENTS = [(words, text) for words, text in SHOWN if words]


def framed(fragment: str) -> str:
    """The fragment behind the whole ruleset's other blocks; alone if it is no list."""
    if not re.search(r"^- ", fragment, re.MULTILINE):
        return fragment
    heads = set(re.findall(r"^- ([^\n]+)", fragment, re.MULTILINE))
    blocks = re.split(r"^(?=- )", WHOLE, flags=re.MULTILINE)[1:]
    kept = [
        block
        for block in blocks
        if not block.startswith(("- 条款", "- 例"))
        and block.partition("\n")[0].removeprefix("- ") not in heads
    ]
    return "".join((*kept, fragment))


def errors_in(text: str, folder: Path) -> tuple[set[str], str]:
    path = folder / "白果村.yaml"
    path.write_text(text, encoding="utf-8")
    checked = check_files([path])
    told = [render(item, checked.sources, Language.ZH) for item in checked.diagnostics]
    codes_told = {item.code for item in checked.diagnostics if item.severity is Severity.ERROR}
    return codes_told, "\n".join(told)


@pytest.mark.parametrize(("words", "fragment"), FRAGMENTS)
def test_a_fragment_says_what_it_should(words: str, fragment: str, tmp_path: Path) -> None:
    kind, _, option = words.partition(" ")
    assert kind in ("fragment", "editor")
    expected = {option.removeprefix("error=")} if option else set()
    found, told = errors_in(framed(fragment), tmp_path)
    assert found == expected, told


def test_the_page_shows_what_check_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    right, wrong = SAID
    Path("白果村.yaml").write_text(WHOLE, encoding="utf-8")
    assert main(["check", "白果村.yaml"]) == 0
    assert capsys.readouterr().out == right
    assert main(["test", "白果村.yaml"]) == 0
    capsys.readouterr()
    misspelt = WHOLE.replace("上限: 每月最多加 15 分", "上线: 每月最多加 15 分")
    Path("白果村.yaml").write_text(misspelt, encoding="utf-8")
    assert main(["check", "白果村.yaml"]) == 1
    written = capsys.readouterr()
    assert written.out + written.err == wrong


def test_what_is_right_fits_the_schema_for_editors() -> None:
    validator = Draft7Validator(yaml.safe_load(schema_text(SchemaOf.RULESET_YAML)))
    for words, text in SHOWN:
        if "error=" in words:
            continue
        as_texts: Any = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes only texts)
        assert [error.message for error in validator.iter_errors(as_texts)] == [], text


def test_every_key_and_every_mistake_of_yaml_is_listed() -> None:
    listed = (LANGUAGE / "yaml_keys.md").read_text(encoding="utf-8")
    for outline in OUTLINES:
        for key in outline.keys:
            assert f"| `{key.zh}` | `{key.en}` |" in listed
    for code in codes():
        assert not code.startswith("yaml-") or f"`{code}`" in listed
