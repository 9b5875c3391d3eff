"""What is generated is what the generator makes now."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(_generator().GENERATED))
def test_generated_file_is_up_to_date(name: str) -> None:
    made = _generator().GENERATED[name]()
    assert (ROOT / name).read_text(encoding="utf-8") == made, "run python docs/generate.py"
