"""Collects the Markdown pages of this folder."""

from pathlib import Path

import pytest

from conformance.renderers import RENDERERS
from conformance.runner import Page


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Page | None:
    if file_path.suffix != ".md" or file_path.name == "README.md":
        return None
    return Page.of(parent, file_path, RENDERERS)
