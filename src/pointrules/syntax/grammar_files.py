"""Where the grammar and its spellings lie: in the installed package, or beside `src`."""

from pathlib import Path


def find_grammar_file(name: str) -> Path | None:
    """The path of one file of `grammars/`, if there is such a file.

    A wheel carries the folder inside the package; an editable install finds it in the checkout.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "grammars", package.parent.parent / "grammars"):
        path = folder / name
        if path.is_file():
            return path
    return None


def grammar_text(name: str) -> str:
    """The text of a file of `grammars/` that must be there."""
    path = find_grammar_file(name)
    assert path is not None, f"{name} is missing from the installed package"
    return path.read_text(encoding="utf-8")
