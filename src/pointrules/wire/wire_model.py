"""What all wire models share: frozen, closed, exact numbers as text, days as ISO dates."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from pointrules.model.subject import SubjectKind

NumberText: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$",
        description="an exact number: decimal digits, or a fraction such as 1/3; never a float",
    ),
]
Words: TypeAlias = Annotated[
    str, Field(description="for people, in the language asked for; not to be parsed")
]


class WireModel(BaseModel):
    """Closed and unchangeable: an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WireSubject(WireModel):
    """A household, a person, a group, an organisation or a village."""

    kind: SubjectKind
    id: str


class WireLine(WireModel):
    """A line of a table."""

    file: str
    number: int = Field(description="counted from 1, the header included")
