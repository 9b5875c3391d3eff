"""Every word of the language stands, as one writes it, on some page about the language."""

import re
from collections import defaultdict
from pathlib import Path

from pointrules.source.language import Language
from pointrules.syntax.spellings import spellings

_WRITTEN = re.compile(r"```points.*?```|`[^`\n]+`", re.DOTALL)


def test_every_keyword_is_shown_on_a_page(checkout: Path) -> None:
    """A list of all spellings, keywords.md, tells nobody what a word is for."""
    pages = (checkout / "docs" / "language").glob("*.md")
    texts = [page.read_text(encoding="utf-8") for page in pages if page.name != "keywords.md"]
    shown = "\n".join(written for text in texts for written in _WRITTEN.findall(text))
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for spelling in spellings().all:
        if spelling.language is Language.ZH:
            words[spelling.terminal, spelling.value].append(spelling.text)
    unseen = [texts for texts in words.values() if not any(text in shown for text in texts)]
    assert unseen == []
