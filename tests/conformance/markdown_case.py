"""A Markdown page of cases, as text: which blocks it has, and which section uses which."""

import re
import shlex
from dataclasses import dataclass
from datetime import date

INPUTS = ("template", "ruleset", "facts", "records")
QUESTIONS = ("statement", "check", "offer", "evaluate", "examples", "overlay")
PROSE = ("text",)

_FENCE = re.compile(r"(?P<ticks>`{3,})(?P<info>[^`]*)")
_LANGUAGES = ("zh", "en")


class MalformedPageError(Exception):
    """The page itself is wrong: the line and what to do about it."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")


@dataclass(frozen=True, slots=True)
class Question:
    """What an expected block asks for: the words behind its three backticks."""

    kind: str
    subject: str = ""
    """A household or person; empty where the whole village is asked for."""
    as_of: date | None = None
    known_at: date | None = None
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block; its body is the lines from index `first` up to, not including, `last`."""

    info: str
    body: str
    first: int
    last: int

    @property
    def kind(self) -> str:
        return self.info.split(maxsplit=1)[0] if self.info else ""

    @property
    def line(self) -> int:
        """The line number of the opening fence, as an editor counts."""
        return self.first


@dataclass(frozen=True, slots=True)
class Case:
    """What a section gives: the texts a renderer starts from."""

    title: str
    rulesets: tuple[str, ...]
    """One text per edition, in the order of the page."""
    facts: str = ""
    """CSV, empty where the page gives none."""
    records: str = ""
    templates: tuple[str, ...] = ()
    """Texts that a ruleset may use (沿用), in the order of the page."""


@dataclass(frozen=True, slots=True)
class Section:
    """One test: a case and the texts expected of it."""

    title: str
    line: int
    case: Case
    expected: tuple[tuple[Question, Block], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The top of a page or what stands under one of its `##` headings."""

    title: str
    line: int
    blocks: tuple[Block, ...]


def read_sections(text: str, page: str) -> tuple[Section, ...]:
    """The sections of a page that expect something, in order.

    Raises:
        MalformedPageError: a section asserts nothing, or a block would silently go unread.
    """
    parts = _parts(text, page)
    top = parts[0]
    sections = tuple(section for part in parts if (section := _section(part, top)) is not None)
    if not sections:
        raise MalformedPageError(1, "the page asserts nothing: it has no expected block")
    titles: set[str] = set()
    for section in sections:
        if section.title in titles:
            raise MalformedPageError(section.line, f"a second section is called “{section.title}”")
        titles.add(section.title)
    return sections


def with_bodies(text: str, bodies: dict[Block, str]) -> str:
    """The page with other bodies in these blocks, and every other line as it was."""
    lines = text.splitlines()
    for block in sorted(bodies, key=lambda block: block.first, reverse=True):
        lines[block.first : block.last] = bodies[block].splitlines()
    return "\n".join(lines) + "\n"


def _parts(text: str, page: str) -> tuple[_Part, ...]:
    lines = text.splitlines()
    parts: list[_Part] = []
    title, line, blocks = page, 1, list[Block]()
    index = 0
    while index < len(lines):
        fence = _FENCE.fullmatch(lines[index])
        if fence is not None:
            closing = _closing_fence(lines, index, fence["ticks"])
            blocks.append(
                Block(
                    info=fence["info"].strip(),
                    body="".join(f"{body_line}\n" for body_line in lines[index + 1 : closing]),
                    first=index + 1,
                    last=closing,
                )
            )
            index = closing
        elif lines[index].startswith("## "):
            parts.append(_Part(title, line, tuple(blocks)))
            title, line, blocks = lines[index].removeprefix("## ").strip(), index + 1, []
        elif lines[index].startswith("# ") and not parts and not blocks:
            title, line = lines[index].removeprefix("# ").strip(), index + 1
        elif lines[index].lstrip().startswith(("```", "~~~")):
            raise MalformedPageError(index + 1, "a fence starts its line and is made of backticks")
        index += 1
    parts.append(_Part(title, line, tuple(blocks)))
    return tuple(parts)


def _closing_fence(lines: list[str], opening: int, ticks: str) -> int:
    for index in range(opening + 1, len(lines)):
        line = lines[index].rstrip()
        if len(line) >= len(ticks) and not line.strip("`"):
            return index
    raise MalformedPageError(opening + 1, "this block is never closed")


def _section(part: _Part, top: _Part) -> Section | None:
    """The section a part makes, or None where it is prose, or only gives to the sections below."""
    expected: list[tuple[Question, Block]] = []
    for block in part.blocks:
        if block.kind in QUESTIONS:
            expected.append((_question(block), block))
        elif block.kind in INPUTS:
            if block.info != block.kind:
                raise MalformedPageError(block.line, f"“{block.kind}” takes no further words")
        elif block.kind not in PROSE:
            raise MalformedPageError(
                block.line,
                f"unknown kind of block “{block.info}”: use one of "
                f"{', '.join((*INPUTS, *QUESTIONS, *PROSE))}",
            )
    if not expected:
        if part is not top and any(block.kind in INPUTS for block in part.blocks):
            raise MalformedPageError(
                part.line, f"section “{part.title}” asserts nothing: it has no expected block"
            )
        return None
    case = Case(
        title=part.title,
        rulesets=_given("ruleset", part, top),
        facts=_single("facts", part, top),
        records=_single("records", part, top),
        templates=_given("template", part, top),
    )
    if not case.rulesets:
        raise MalformedPageError(part.line, f"section “{part.title}” has no ruleset")
    return Section(part.title, part.line, case, tuple(expected))


def _given(kind: str, part: _Part, top: _Part) -> tuple[str, ...]:
    own = tuple(block.body for block in part.blocks if block.kind == kind)
    return own or tuple(block.body for block in top.blocks if block.kind == kind)


def _single(kind: str, part: _Part, top: _Part) -> str:
    given = _given(kind, part, top)
    if len(given) > 1:
        raise MalformedPageError(
            part.line, f"section “{part.title}” has {len(given)} {kind} blocks"
        )
    return given[0] if given else ""


def _question(block: Block) -> Question:
    try:
        kind, *words = shlex.split(block.info)
    except ValueError as error:
        raise MalformedPageError(block.line, f"“{block.info}”: {error}") from error
    subjects: list[str] = []
    dates: dict[str, date] = {}
    lang = "zh"
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            subjects.append(word)
        elif name in dates:
            raise MalformedPageError(block.line, f"“{name}” is given twice")
        elif name in ("as_of", "known_at"):
            dates[name] = _date(block, value)
        elif name == "lang" and value in _LANGUAGES:
            lang = value
        else:
            raise MalformedPageError(
                block.line,
                f"unknown option “{word}”: use as_of=DATE, known_at=DATE, lang=zh or lang=en",
            )
    if len(subjects) > 1:
        raise MalformedPageError(block.line, f"one subject at most, not {len(subjects)}")
    return Question(
        kind=kind,
        subject="".join(subjects),
        as_of=dates.get("as_of"),
        known_at=dates.get("known_at"),
        lang=lang,
    )


def _date(block: Block, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise MalformedPageError(block.line, f"“{value}” is no date: write 2023-12-31") from error
