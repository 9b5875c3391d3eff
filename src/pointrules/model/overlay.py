"""What a village changes of the template that it uses (沿用)."""

from enum import StrEnum

from msgspec import Struct

from pointrules.model.scan import Direction
from pointrules.source.source_file import Span


class ChangeKind(StrEnum):
    """AMENDED (修改): the whole clause anew. DELETED (删除). OWN (自设): the village's own."""

    AMENDED = "amended"
    DELETED = "deleted"
    OWN = "own"


class ClauseChange(Struct, frozen=True):
    """One clause; `before` and `after` are its words in the template's and the village's text."""

    kind: ChangeKind
    number: str
    before: Span | None
    after: Span | None
    reason: str | None


class ParameterChange(Struct, frozen=True):
    """A parameter of the template with another value, each where it is written."""

    name: str
    before: Span
    after: Span


class Allowance(Struct, frozen=True):
    """Of its own clauses the village has `used` and may have `most`; of one direction or of all."""

    direction: Direction | None
    used: int
    most: int


class Overlay(Struct, frozen=True):
    """The template by title and version, and all that is not as it says."""

    title: str
    version: str
    clauses: tuple[ClauseChange, ...]
    parameters: tuple[ParameterChange, ...]
    allowances: tuple[Allowance, ...]

    def change_of(self, number: str) -> ChangeKind | None:
        """What the village did to a clause that it has; None where it is the template's."""
        return next((change.kind for change in self.clauses if change.number == number), None)
