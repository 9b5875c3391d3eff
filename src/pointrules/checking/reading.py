"""Where a condition stands, and so what it may read."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from pointrules.checking.resolve import Scope
from pointrules.model import condition as model
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span
from pointrules.syntax import tree


class Reading(Struct, frozen=True):
    """Where a condition stands.

    `behaviours` are the names of those that the record can be of here; None where one of them
    could not be found, so that nobody can say what attributes it has. In an offer there is no
    record, and `offer_subject` is whose offer it is; it may read boards, which a board may not. In
    a settlement there is none either, and `settled` lowers what only a settlement can ask.
    """

    scope: Scope
    behaviours: frozenset[str] | None
    offer_subject: SubjectKind | None = None
    reads_boards: bool = False
    settled: "Callable[[SettledLeaf], model.Condition | None] | None" = None


SettledLeaf: TypeAlias = tree.OnRegister | tree.Tallies | tree.InARow | tree.NoneOf
"""What only a settlement can ask; of the absences those of behaviours."""


def is_without_record(span: Span, place: Reading) -> bool:
    """Whether there is no record here to ask, which is then said."""
    if place.settled is not None:
        place.scope.reporter.report("record-in-settlement", span)
        return True
    if place.offer_subject is not None:
        place.scope.reporter.report("record-in-eligibility", span)
        return True
    return False
