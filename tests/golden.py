"""Expected texts: compared, shown as a difference, rewritten on request."""

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest


def difference(expected: str, got: str) -> str:
    """What a reader needs to see: a unified diff, with trailing spaces made visible."""
    lines = difflib.unified_diff(
        [_visible(line) for line in expected.splitlines()],
        [_visible(line) for line in got.splitlines()],
        "expected",
        "got",
        lineterm="",
    )
    return "\n".join(lines)


def _visible(line: str) -> str:
    kept = line.rstrip()
    return kept + "·" * (len(line) - len(kept))


@dataclass(frozen=True, slots=True)
class GoldenFile:
    """Compares texts with files, or rewrites the files under --update-golden."""

    update: bool

    def __call__(self, path: Path, got: str) -> None:
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(got, encoding="utf-8", newline="\n")
            return
        if not path.is_file():
            pytest.fail(f"{path.name} does not exist: make it with pytest --update-golden")
        expected = path.read_text(encoding="utf-8")
        if got != expected:
            changes = difference(expected, got) or "(only line ends at the end of the text differ)"
            pytest.fail(f"{path} no longer says what the code says:\n{changes}", pytrace=False)
