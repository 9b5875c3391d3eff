"""The glossary knows every word that the code has a class for, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

STAGES = ("model", "records", "ledger")
_ROW = re.compile(r"^\|(?P<cells>.+)\|$", re.MULTILINE)
_PLACES = re.compile(r"(?P<names>`[^`/]+`(?:, `[^`/]+`)*) in `(?P<file>[^`]+\.py)`")


@pytest.fixture(scope="module")
def source(checkout: Path) -> Path:
    return checkout / "src" / "pointrules"


@pytest.fixture(scope="module")
def glossary(checkout: Path) -> str:
    return (checkout / "docs" / "glossary.md").read_text(encoding="utf-8")


def public_classes(source: Path, stage: str) -> Iterator[tuple[str, str]]:
    """Each public class of a stage, with its file as the glossary names it."""
    for path in sorted((source / stage).glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, f"{stage}/{path.name}"


def named_places(glossary: str) -> Iterator[tuple[str, str]]:
    """Each name of the last column with the file that it is said to be in."""
    for row in _ROW.finditer(glossary):
        for place in _PLACES.finditer(row["cells"].rpartition("|")[2]):
            for name in re.findall(r"`([^`]+)`", place["names"]):
                yield name, place["file"]


@pytest.mark.parametrize("stage", STAGES)
def test_every_public_class_is_in_the_glossary_with_its_file(
    stage: str, source: Path, glossary: str
) -> None:
    classes = set(public_classes(source, stage))
    assert classes, f"{stage} was not found"
    assert sorted(classes - set(named_places(glossary))) == []


def test_every_name_in_the_glossary_stands_in_the_file_it_is_said_to_be_in(
    source: Path, glossary: str
) -> None:
    lost = [
        (name, file)
        for name, file in named_places(glossary)
        if name.rpartition(".")[2] not in (source / file).read_text(encoding="utf-8")
    ]
    assert lost == []


def test_no_word_is_explained_twice(glossary: str) -> None:
    words = [row["cells"].split("|")[0].strip() for row in _ROW.finditer(glossary)]
    explained = [word for word in words if word != "word" and not set(word) <= set("-")]
    assert len(set(explained)) == len(explained)
