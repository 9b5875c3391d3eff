"""What the source tree must not hold."""

from pathlib import Path

import pytest

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.fixture(scope="module")
def modules(checkout: Path) -> list[Path]:
    found = sorted((checkout / "src" / "pointrules").rglob("*.py"))
    assert found, "the source tree was not found"
    return found


def test_no_import_is_for_types_only(modules: list[Path]) -> None:
    # Such an import hides a dependency from the contracts and from the reader.
    hiding = [path for path in modules if "TYPE_CHECKING" in path.read_text(encoding="utf-8")]
    assert hiding == []


def test_every_module_is_named_for_what_it_holds(modules: list[Path]) -> None:
    vague = [path for path in modules if VAGUE_NAMES & {path.stem, path.parent.name}]
    assert vague == []


def test_every_module_says_in_one_line_what_it_is(modules: list[Path]) -> None:
    silent = [path for path in modules if not path.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []
