"""The catalogue holds no message that nothing says."""

from pathlib import Path

from pointrules.diagnostics.catalogue import codes


def test_every_code_is_reported_somewhere(checkout: Path) -> None:
    package = checkout / "src" / "pointrules"
    modules = [
        path.read_text(encoding="utf-8")
        for path in package.rglob("*.py")
        if not path.name.startswith("messages_of_")
    ]
    unsaid = [code for code in codes() if not any(f'"{code}"' in text for text in modules)]
    assert unsaid == []
