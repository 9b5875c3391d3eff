"""What the pages on the language show is what the language is: every block of it is checked.

A block of `points` is a whole ruleset, and `check` has no remark on it. One of `points fragment`
holds only the blocks in question: the first whole ruleset of its page (or else of ruleset.md) is
put around it, without its clauses, and what the fragment says itself stands instead. One of
`points fragment error=CODE` is a mistake: `check` finds that error and no other. One of
`points template` is a whole ruleset too, which the other blocks of its page may use (沿用).
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from pointrules.api.rulesets import check_files
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.diagnostics.render_text import render
from pointrules.source.language import Language

PAGES = Path(__file__).resolve().parents[2] / "docs" / "language"

_BLOCK = re.compile(r"^```points(?P<words>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LONGER = re.compile(r"^````.*?^````$", re.MULTILINE | re.DOTALL)
"""A file that is shown whole, with fences of its own: tests/docs/test_markdown_page.py."""
_HEADS = (
    "细则|年度|词表|参数|账户|类别|条款|评议|等级|榜单|激励|例|自设|不得修改|只可修改|修改|删除"
)
_HEAD = re.compile(rf"^(?=(?:{_HEADS})(?!\w))", re.MULTILINE)
_QUOTED = re.compile(r"(?:参数|账户|类别|等级|榜单|激励|例)\s*「[^」]*」")
_USES_OTHERS = ("条款", "类别", "等级", "榜单", "激励", "例")
"""Left out around a fragment, as they speak of clauses and accounts that may not be there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a page, whole, with the error it should make if any."""

    text: str
    is_whole: bool
    error: str | None
    templates: tuple[str, ...]


def _shown(page: Path) -> dict[str, Shown]:
    text = page.read_text(encoding="utf-8")
    text = _LONGER.sub(lambda shown: "\n" * shown.group().count("\n"), text)
    templates = tuple(
        match["text"] for match in _BLOCK.finditer(text) if match["words"].split() == ["template"]
    )
    found: dict[str, Shown] = {}
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        words, body = match["words"].split(), match["text"]
        name = f"{page.name}:{line}"
        if words in ([], ["template"]):
            used = () if words else templates
            found[name] = Shown(body, is_whole=True, error=None, templates=used)
            continue
        kind, *options = words
        assert kind == "fragment", f"{name}: a block is whole or a fragment, not “{kind}”"
        assert all(option.startswith("error=") for option in options), f"{name}: {options}"
        error = options[0].removeprefix("error=") if options else None
        found[name] = Shown(_framed(body, _frame(page)), is_whole=False, error=error, templates=())
    return found


def _frame(page: Path) -> str:
    """The first whole ruleset of the page, or of the page on rulesets."""
    texts = (path.read_text(encoding="utf-8") for path in (page, PAGES / "ruleset.md"))
    blocks = (match for text in texts for match in _BLOCK.finditer(text))
    return next(match["text"] for match in blocks if not match["words"].strip())


def _framed(fragment: str, frame: str) -> str:
    own = {_name(block) for block in _blocks(fragment)}
    categories = {_name(block) for block in _blocks(frame) if _kind(block) == "类别"}
    used = {name for name in categories if f"归入 {_title(name)}" in fragment}
    kept = [
        block
        for block in _blocks(frame)
        if _name(block) not in own and (_kind(block) not in _USES_OTHERS or _name(block) in used)
    ]
    return "".join(f"{block.rstrip()}\n" for block in (*kept, fragment))


def _blocks(text: str) -> list[str]:
    return [block for block in _HEAD.split(text) if block.strip()]


def _kind(block: str) -> str:
    return block[0] if block.startswith("例") else block[:2]


def _name(block: str) -> str:
    """The head word, with the quoted name where a ruleset can have several such blocks."""
    quoted = _QUOTED.match(block)
    return quoted.group() if quoted else _kind(block)


def _title(name: str) -> str:
    return name.partition("「")[2].removesuffix("」")


SHOWN = {name: shown for page in sorted(PAGES.glob("*.md")) for name, shown in _shown(page).items()}


def _diagnostics(shown: Shown, folder: Path) -> tuple[tuple[Diagnostic, ...], str]:
    path, text = folder / "村.points", shown.text
    path.write_text(text, encoding="utf-8")
    for number, template in enumerate(shown.templates):
        (folder / "模板").mkdir(exist_ok=True)
        (folder / "模板" / f"{number}.points").write_text(template, encoding="utf-8")
    checked = check_files([path])
    told = [render(item, checked.sources, Language.ZH) for item in checked.diagnostics]
    return tuple(checked.diagnostics), "\n".join((*told, text))


@pytest.mark.parametrize("name", [name for name, shown in SHOWN.items() if shown.is_whole])
def test_a_whole_ruleset_passes_the_check_without_a_word(name: str, tmp_path: Path) -> None:
    diagnostics, told = _diagnostics(SHOWN[name], tmp_path)
    assert not diagnostics, told


@pytest.mark.parametrize(
    "name", [name for name, shown in SHOWN.items() if not shown.is_whole and not shown.error]
)
def test_a_fragment_has_no_error_within_its_page(name: str, tmp_path: Path) -> None:
    diagnostics, told = _diagnostics(SHOWN[name], tmp_path)
    assert not [item for item in diagnostics if item.severity is Severity.ERROR], told


@pytest.mark.parametrize("name", [name for name, shown in SHOWN.items() if shown.error])
def test_a_mistake_is_found_and_no_other(name: str, tmp_path: Path) -> None:
    diagnostics, told = _diagnostics(SHOWN[name], tmp_path)
    errors = {item.code for item in diagnostics if item.severity is Severity.ERROR}
    assert errors == {SHOWN[name].error}, told


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_a_page_leads_only_to_pages_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
