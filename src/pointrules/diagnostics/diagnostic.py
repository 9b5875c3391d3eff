"""What is told to the author of a ruleset: one record, whatever it is rendered as."""

from enum import StrEnum

from msgspec import Struct

from pointrules.source.source_file import Span


class Severity(StrEnum):
    """An error keeps a ruleset from scoring; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Applicability(StrEnum):
    """Whether a fix keeps the meaning (`SAFE`) or needs the author's consent (`ASK`)."""

    SAFE = "safe"
    ASK = "ask"


class Edit(Struct, frozen=True):
    """Replace the text of `span` by `replacement`."""

    span: Span
    replacement: str


class Fix(Struct, frozen=True):
    """Edits that would mend the mistake, all together."""

    applicability: Applicability
    edits: tuple[Edit, ...]


class Label(Struct, frozen=True):
    """A second place that belongs to the message: the other of two clashing definitions, say.

    `role` names the sentence in the catalogue that stands beside the place.
    """

    span: Span
    role: str


class Diagnostic(Struct, frozen=True):
    """One mistake, free of language: `catalogue` turns code and arguments into words.

    `arguments` fill the placeholders of the catalogue's sentences; they are words of the
    ruleset itself or numbers, never sentences.
    `choices` are what could stand here instead: suggested names, or words the grammar takes.
    """

    code: str
    severity: Severity
    span: Span
    arguments: tuple[tuple[str, str], ...] = ()
    labels: tuple[Label, ...] = ()
    choices: tuple[str, ...] = ()
    fix: Fix | None = None
