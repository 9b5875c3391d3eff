"""The parts of a loan as they are found."""

from typing import TypeVar

from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.LoanPart)


class LoanDraft:
    """The parts of a loan as they are found; `is_sound` until one is missing or wrong."""

    __slots__ = ("is_sound", "is_whole", "loan", "scope")

    def __init__(self, loan: tree.Loan, scope: Scope, *, is_whole: bool) -> None:
        self.loan = loan
        self.scope = scope
        self.is_whole = is_whole
        self.is_sound = True

    @property
    def name(self) -> str:
        """Of the loan."""
        return self.loan.name.text

    def only(self, kind: type[_T], word: str, missing: str | None) -> _T | None:
        """The one part of that kind; `missing` is the code that says it is not there."""
        found = [part for part in self.loan.parts if isinstance(part, kind)]
        for again in found[1:]:
            self.wrong(
                "loan-part-twice", again.span, loan=self.name, part=word, label=found[0].span
            )
        if found:
            return found[0]
        if missing is not None:
            self.missing(missing)
        return None

    def missing(self, code: str, *, choices: tuple[str, ...] = ()) -> None:
        """Say that something is not there, if the whole block could be read."""
        self.is_sound = False
        if self.is_whole:
            span = self.loan.name.span
            self.scope.reporter.report(code, span, loan=self.name, choices=choices)

    def wrong(self, code: str, span: Span, *, label: Span | None = None, **arguments: str) -> None:
        """Say what is wrong, and where the first one is."""
        self.is_sound = False
        labels = () if label is None else (Label(label, "first"),)
        self.scope.reporter.report(code, span, choices=(), labels=labels, fix=None, **arguments)
