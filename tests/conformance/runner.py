"""Runs Markdown pages of cases: one test per section, rewritten on request."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from conformance.markdown_case import (
    Block,
    Case,
    MalformedPageError,
    Question,
    Section,
    read_sections,
    with_bodies,
)
from golden import difference

Renderer = Callable[[Case, Question], str]


class Page(pytest.File):
    """A page `<feature>/<name>.md`."""

    renderers: Mapping[str, Renderer]

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, renderers: Mapping[str, Renderer]) -> "Page":
        page: Page = cls.from_parent(parent, path=path)
        page.renderers = renderers
        return page

    def collect(self) -> Iterator[pytest.Item]:
        # A page that cannot be read is a failing test and not an error of collection, which
        # would keep every other page from running.
        try:
            sections = read_sections(self.path.read_text(encoding="utf-8"), self.path.stem)
        except (MalformedPageError, UnicodeDecodeError) as error:
            malformed: MalformedPage = MalformedPage.from_parent(self, name="page")
            malformed.error = error
            yield malformed
            return
        for number, section in enumerate(sections):
            item: SectionItem = SectionItem.from_parent(self, name=section.title)
            item.number = number
            item.line = section.line
            item.renderers = self.renderers
            yield item


class MalformedPage(pytest.Item):
    """Stands for all sections of a page that cannot be read."""

    error: Exception

    def runtest(self) -> None:
        pytest.fail(f"{self.path}: {self.error}", pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


class SectionItem(pytest.Item):
    """One section: its questions are asked of the product, its blocks hold the answers."""

    number: int
    line: int
    renderers: Mapping[str, Renderer]

    def runtest(self) -> None:
        # Read again: with --update-golden an earlier section may have moved the lines of this one.
        text = self.path.read_text(encoding="utf-8")
        section = read_sections(text, self.path.stem)[self.number]
        answers = {
            block: _whole_lines(self.renderers[question.kind](section.case, question))
            for question, block in section.expected
        }
        if self.config.getoption("--update-golden"):
            _refuse_fences(answers)
            updated = with_bodies(text, answers)
            if updated != text:
                self.path.write_text(updated, encoding="utf-8", newline="\n")
        elif changes := _changes(section, answers):
            message = "\n\n".join((f"{self.path}, section “{self.name}”", *changes))
            pytest.fail(message, pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, self.name


def _changes(section: Section, answers: Mapping[Block, str]) -> list[str]:
    return [
        f"line {block.line}: {block.info}\n{difference(block.body, answers[block])}"
        for _, block in section.expected
        if answers[block] != block.body
    ]


def _whole_lines(answer: str) -> str:
    """The answer as a block holds it: ended by one line end, empty when there is nothing."""
    stripped = answer.rstrip("\n")
    return f"{stripped}\n" if stripped else ""


def _refuse_fences(answers: Mapping[Block, str]) -> None:
    for block, answer in answers.items():
        assert "```" not in answer, (
            f"line {block.line}: an answer that holds a fence cannot stand in a fenced block"
        )
