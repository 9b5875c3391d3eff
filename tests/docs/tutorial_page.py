"""The tutorial, followed step by step: its files written, its commands run."""

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from pointrules.cli.main import main

APPENDED = "接在末尾"
WITH_MISTAKES = "有错"
_CHANGED = re.compile(r"把“(?P<old>.+)”改成“(?P<new>.+)”")
_FENCE = re.compile(r"^```(?P<info>\S.*)\n(?P<body>(?:(?!```).*\n)*)```$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its kind, the file it is written to, what is done there, and its place."""

    kind: str
    file: str
    note: str
    body: str
    start: int
    end: int


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page in order; `start` and `end` are those of the body."""
    for found in _FENCE.finditer(page):
        kind, file, note = [*found["info"].split(" ", 2), "", ""][:3]
        yield Block(kind, file, note, found["body"], found.start("body"), found.end("body"))


def write(block: Block, folder: Path) -> None:
    """Do with the file what the page tells the reader to do."""
    path = folder / block.file
    path.parent.mkdir(exist_ok=True)
    changed = _CHANGED.fullmatch(block.note)
    if changed is not None:
        before = path.read_text(encoding="utf-8")
        assert before.count(changed["old"]) == 1, f"{changed['old']} does not stand once"
        after = before.replace(changed["old"], changed["new"])
        assert block.body in after, "the fragment is not what the change gives"
    elif block.note == APPENDED:
        after = path.read_text(encoding="utf-8") + "\n" + block.body
    else:
        assert block.note in {"", WITH_MISTAKES}, f"nobody reads “{block.note}”"
        after = block.body
    path.write_text(after, encoding="utf-8")


def printed(command: str) -> str:
    """What `pointrules …` puts on the screen, in the current folder."""
    words = command.split()
    assert words[0] == "pointrules", f"not a command of ours: {command}"
    screen = StringIO()
    with redirect_stdout(screen), redirect_stderr(screen):
        main(words[1:])
    return screen.getvalue()
