"""Scans: a running accumulator over one subject's records, in order, inside a key and a window.

Every rule that remembers is a scan: a limit, a running sum, best-of, escalation. What differs is
the transfer, which says what state is kept and what one more record gives:

- `LetThrough`: the state is the points already let through, new = clamp(old + input), and what
  a record gets is new − old.
- `RunningSum`: the state is the raw sum of a quantity; a record gets f(after) − f(before).
- `HighestSoFar`: the state is the value furthest from 0 so far; a record gets the difference.
- `LastOne`: the state is what the last record was let through; a record gets the difference.
- `Occurrences`: the state counts earlier occurrences; a record gets its ordinal number.

Counters are found by `owner`, the clause number or the name of the category or account, not by
object, so that they run on from one edition to the next.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.number import Number
from pointrules.model.period import Duration, Period
from pointrules.model.schedule import Schedule
from pointrules.model.vocabulary import Attribute


class OwnerKind(StrEnum):
    """What kind of rule a scan belongs to."""

    CLAUSE = "clause"
    BEHAVIOUR = "behaviour"
    CATEGORY = "category"
    GROUP = "group"
    ACCOUNT = "account"


class Owner(Struct, frozen=True):
    """Whose counter it is: a clause by number, a category, a group or an account by name."""

    kind: OwnerKind
    name: str


class Per(StrEnum):
    """Whose records a counter adds up: the account's subject's, or one person's in a household."""

    SUBJECT = "subject"
    PERSON = "person"


class Direction(StrEnum):
    """Gains and losses are counted apart; a net scan counts both."""

    GAIN = "gain"
    LOSS = "loss"
    NET = "net"


class Counted(StrEnum):
    """What a limit counts: points, or times (candidates with an amount other than 0)."""

    POINTS = "points"
    TIMES = "times"


class LetThrough(Struct, frozen=True):
    """Lets at most `maximum` points or times of one direction through."""

    counted: Counted
    direction: Direction
    maximum: Number


class RunningSum(Struct, frozen=True):
    """Adds up `attribute` (None: the number of records) and awards along `schedule`."""

    attribute: Attribute | None
    schedule: Schedule


class HighestSoFar(Struct, frozen=True):
    """Of one matter only the highest gain and, apart from it, the heaviest deduction stand."""


class LastOne(Struct, frozen=True):
    """Only the last record counts; what the one before it was let through is taken back."""


class Occurrences(Struct, frozen=True):
    """Counts the records that met the condition; `of_kind` (同类): all that the behaviour has."""

    of_kind: bool = False


Transfer: TypeAlias = LetThrough | RunningSum | HighestSoFar | LastOne | Occurrences


class WhileValid(Struct, frozen=True):
    """有效期内: what earlier records gave or took is still valid. Of occurrences only."""


Window: TypeAlias = Period | Duration | WhileValid
"""A calendar period that starts afresh, or what looks back from each record's date."""


class Scan(Struct, frozen=True):
    """One counter rule.

    `key` names record attributes whose values keep matters apart; `per` PERSON (按人) keeps the
    members of a household apart too. Over `Period.RECORD` each record is counted by itself.
    """

    owner: Owner
    window: Window
    key: tuple[Attribute, ...]
    transfer: Transfer
    per: Per = Per.SUBJECT
