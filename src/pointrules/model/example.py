"""Examples (例): what the author expects of the ruleset, run by `test`."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.beneficiary import Relation
from pointrules.model.limit import Limit
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.subject import Subject
from pointrules.model.vocabulary import AttributeValue
from pointrules.source.source_file import Span


class ExampleParty(Struct, frozen=True):
    """A party of a record: a person of a household, a household, or else `collective`."""

    role: str
    household: str
    person: str | None
    collective: Subject | None = None


class ExampleRecord(Struct, frozen=True):
    """A record of the example; expectations are about those with `is_asked_about` (当).

    A record of a group, organisation or village (`collective`) names no household: it is empty.
    """

    household: str
    person: str | None
    occurred_on: date
    behaviour: str
    attributes: tuple[tuple[str, AttributeValue], ...]
    parties: tuple[ExampleParty, ...]
    decided: Number | None
    decided_by: str | None
    is_asked_about: bool
    origin: Span
    collective: Subject | None = None


class ExampleFact(Struct, frozen=True):
    """A dated attribute, taken to hold throughout the example; a person's family is `household`."""

    subject: Subject
    household: str | None
    attribute: str
    value: AttributeValue
    origin: Span


class ExampleRelation(Struct, frozen=True):
    """Whom a household or person has for head, spouse or parents; `household` is the family's."""

    subject: Subject
    household: str
    relation: Relation
    persons: tuple[str, ...]
    origin: Span


class ExampleMeasure(Struct, frozen=True):
    """A measure given outright, for examples of grades and loans; as of records, `collective`."""

    household: str
    person: str | None
    account: str
    measure: Measure
    points: Number
    origin: Span
    collective: Subject | None = None


class ExampleSpending(Struct, frozen=True):
    """Points above 0 that `subject` spends from an account; `household` is the family's."""

    household: str
    person: str | None
    occurred_on: date
    account: str
    subject: Subject
    points: Number
    origin: Span
    collective: Subject | None = None


class ExampleListed(Struct, frozen=True):
    """Someone who is on the register, and since when; None: all along."""

    household: str
    person: str | None
    since: date | None
    origin: Span
    collective: Subject | None = None


class ExpectsPoints(Struct, frozen=True):
    """The asked records give `points` in `account`, or in every account they enter if None."""

    account: str | None
    points: Number
    origin: Span


class ExpectsClause(Struct, frozen=True):
    """The points come from this clause (依据)."""

    number: str
    origin: Span


class ExpectsLimit(Struct, frozen=True):
    """A limit of this window, kind, direction and maximum cut the amount (因为)."""

    limit: Limit
    origin: Span


class ExpectsFlag(Struct, frozen=True):
    """This flag is open after the asked records."""

    flag: str
    origin: Span


class ExpectsMeasure(Struct, frozen=True):
    """A measure at the end of the example's last day."""

    account: str
    measure: Measure
    points: Number
    origin: Span


class ExpectsGrade(Struct, frozen=True):
    """A grade at the end of the example's last day."""

    grade: str
    level: str
    origin: Span


class ExpectsPlace(Struct, frozen=True):
    """A rank on a board at the end of the example's last day, among those the example names."""

    board: str
    rank: int
    origin: Span


class ExpectsRate(Struct, frozen=True):
    """The loan is quoted at `percent`."""

    loan: str
    percent: Number
    origin: Span


class ExpectsLine(Struct, frozen=True):
    """The loan is quoted with a line of `yuan`."""

    loan: str
    yuan: Number
    origin: Span


class ExpectsEligibility(Struct, frozen=True):
    """The incentive is offered (符合资格), or not (不符合资格)."""

    incentive: str
    is_eligible: bool
    origin: Span


class ExpectsPrice(Struct, frozen=True):
    """A good is to be had for so many points, after any discount."""

    exchange: str
    good: str
    points: Number
    origin: Span


class ExpectsShare(Struct, frozen=True):
    """The share of a pool, among those the example names."""

    pool: str
    yuan: Number
    origin: Span


class ExpectsNoMatch(Struct, frozen=True):
    """No clause scores the asked records (不计分)."""

    origin: Span


class ExpectsRefusal(Struct, frozen=True):
    """The asked records are refused (不予受理)."""

    origin: Span


Expectation: TypeAlias = (
    ExpectsPoints
    | ExpectsClause
    | ExpectsLimit
    | ExpectsFlag
    | ExpectsMeasure
    | ExpectsGrade
    | ExpectsPlace
    | ExpectsRate
    | ExpectsLine
    | ExpectsEligibility
    | ExpectsPrice
    | ExpectsShare
    | ExpectsNoMatch
    | ExpectsRefusal
)


class Example(Struct, frozen=True):
    """Given facts, measures and records, then what must come out. A household is named by its id.

    The example is judged at the end of the day of its last record or spending; without any, on the
    edition's first day. With `settled_on` it is judged at the end of that day, and asks for what is
    settled on it as well.
    """

    title: str
    facts: tuple[ExampleFact, ...]
    relations: tuple[ExampleRelation, ...]
    listed: tuple[ExampleListed, ...]
    measures: tuple[ExampleMeasure, ...]
    records: tuple[ExampleRecord, ...]
    spent: tuple[ExampleSpending, ...]
    settled_on: date | None
    expectations: tuple[Expectation, ...]
    origin: Span
