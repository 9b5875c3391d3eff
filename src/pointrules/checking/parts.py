"""The parts of a block as they are found: one of each, and what is missing said once."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_Part = TypeVar("_Part")
_Wanted = TypeVar("_Wanted")


class Parts(Generic[_Part]):
    """The parts of the block called `name`; `is_sound` until one is missing or wrong."""

    __slots__ = ("is_sound", "is_whole", "name", "parts", "scope")

    def __init__(
        self, name: tree.Text, parts: Sequence[_Part], scope: Scope, *, is_whole: bool
    ) -> None:
        self.name = name
        self.parts = parts
        self.scope = scope
        self.is_whole = is_whole
        self.is_sound = True

    def only(self, kind: type[_Wanted], word: str, missing: str | None = None) -> _Wanted | None:
        """The one part of that kind; `missing` is the code that says it is not there.

        `word` is the part's name in the table of terms.
        """
        found = [part for part in self.parts if isinstance(part, kind)]
        for again in found[1:]:
            label = Label(_span(found[0]), "first")
            self.wrong("part-twice", _span(again), label=label, part=word)
        if found:
            return found[0]
        if missing is not None:
            self.missing(missing)
        return None

    def missing(self, code: str, **arguments: str) -> None:
        """Say that something is not there, if the whole block could be read."""
        self.is_sound = False
        if self.is_whole:
            name = self.name.text.strip()
            self.scope.reporter.report(
                code, self.name.span, choices=(), labels=(), fix=None, name=name, **arguments
            )

    def wrong(self, code: str, span: Span, *, label: Label | None = None, **arguments: str) -> None:
        """Say what is wrong, and beside which other place."""
        self.is_sound = False
        labels = () if label is None else (label,)
        self.scope.reporter.report(code, span, choices=(), labels=labels, fix=None, **arguments)


def _span(part: object) -> Span:
    span = getattr(part, "span", None)
    assert isinstance(span, Span), "every node of the tree has its place"
    return span
