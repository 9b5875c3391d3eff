"""Honours (荣誉): a title for whoever is eligible; no money, no points."""

from msgspec import Struct

from pointrules.model.condition import Condition
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span


class Honour(Struct, frozen=True):
    """A title granted to all of a kind who are eligible."""

    name: str
    subject_kind: SubjectKind
    eligibility: Condition
    origin: Span
