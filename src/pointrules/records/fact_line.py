"""One line of the facts: whose it is, what it says, and on which days."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from pointrules.model.period import Interval
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import (
    Attribute,
    AttributeType,
    AttributeValue,
    TextType,
    YesNoType,
)
from pointrules.records.columns import (
    LISTED_WORDS,
    MEMBERSHIP_WORDS,
    RELATION_WORDS,
    SUBJECT_KIND_WORDS,
)
from pointrules.records.facts import LISTED, MEMBERSHIP
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.reason import Expected, ReasonCode
from pointrules.records.values import (
    UnfitError,
    ValueReader,
    nearby,
    needed,
    read_day,
    value_reader,
)
from pointrules.source.folding import fold
from pointrules.source.source_file import Span

ONE_DAY = timedelta(days=1)


_OPEN_END = re.compile(r"9999(?:-12-31|/12/31|年12月31日)")
"""How other systems write that there is no end."""


_NOWHERE = Span("", 0, 0)


class Fact(Struct, frozen=True):
    """One line that could be read. `pieces` hold its value, as each edition's days read it."""

    at: LineNumber
    attribute: str
    text: str
    interval: Interval
    pieces: tuple[tuple[Interval, AttributeValue], ...]

    @property
    def content(self) -> AttributeValue:
        """What two lines are compared by; spelling does not matter where one type rules."""
        return self.pieces[0][1] if len(self.pieces) == 1 else fold(self.text)


class _Stretch(Struct, frozen=True):
    """The days on which one declaration of an attribute rules, and how it reads a cell."""

    days: Interval
    type: AttributeType
    read: ValueReader


class FactReader:
    """Reads lines under the editions given; knows every attribute's declarations."""

    def __init__(self, editions: Sequence[Ruleset]) -> None:
        listed = Attribute(LISTED, YesNoType(), optional=False, origin=_NOWHERE)
        membership = Attribute(MEMBERSHIP, TextType(), optional=False, origin=_NOWHERE)
        self._stretches: dict[SubjectKind, dict[str, tuple[_Stretch, ...]]] = {}
        for kind in SubjectKind:
            declared: dict[str, list[tuple[date, Attribute]]] = defaultdict(list)
            for ruleset in editions:
                for attribute in ruleset.vocabulary.subject_attributes(kind):
                    declared[attribute.name].append((ruleset.edition.first_day, attribute))
            stretches = {name: _stretches(pairs) for name, pairs in declared.items()}
            stretches[LISTED] = _stretches([(date.min, listed)])
            if kind is SubjectKind.PERSON:
                stretches[MEMBERSHIP] = _stretches([(date.min, membership)])
            for relation in dict.fromkeys(RELATION_WORDS[kind].values()):
                related = Attribute(relation.value, TextType(), optional=False, origin=_NOWHERE)
                stretches.setdefault(relation.value, _stretches([(date.min, related)]))
            self._stretches[kind] = stretches

    def read(self, line: RawLine, kind: SubjectKind) -> Fact:
        """What the line says of its subject."""
        fields = line.fields
        if line.overflow:
            raise UnfitError(ReasonCode.COLUMNS_DIFFER, value=line.overflow[0])
        entered = fields.get("entered_on")
        if entered is not None and read_day(entered) is None:
            raise _unreadable("entered_on", entered, Expected.DAY)
        attribute = self._attribute(kind, needed(fields, "attribute"))
        text = needed(fields, "value")
        first = read_day(needed(fields, "from"))
        if first is None:
            raise _unreadable("from", fields["from"], Expected.DAY)
        interval = Interval(first, _last_day(fields, first))
        pieces = _pieces(self._stretches[kind][attribute], interval, text)
        return Fact(line.at, attribute, text, interval, pieces)

    def _attribute(self, kind: SubjectKind, word: str) -> str:
        if word in LISTED_WORDS:
            return LISTED
        if kind is SubjectKind.PERSON and word in MEMBERSHIP_WORDS:
            return MEMBERSHIP
        names = self._stretches[kind]
        for spelling in (word, fold(word)):
            if spelling in names:
                return spelling
        relation = RELATION_WORDS[kind].get(word)
        if relation is not None:
            return relation.value
        known = (*names, *LISTED_WORDS)
        raise UnfitError(ReasonCode.ATTRIBUTE_UNKNOWN, **nearby(word, known, attribute=word))


def _stretches(declarations: Sequence[tuple[date, Attribute]]) -> tuple[_Stretch, ...]:
    # Before its first declaration and after its last an attribute is read as the nearest says.
    changes: list[tuple[date, Attribute]] = []
    for first_day, attribute in declarations:
        if not changes or changes[-1][1].type != attribute.type:
            changes.append((first_day if changes else date.min, attribute))
    ends = [first_day - ONE_DAY for first_day, _ in changes[1:]]
    return tuple(
        _Stretch(Interval(first_day, last_day), attribute.type, value_reader(attribute))
        for (first_day, attribute), last_day in zip(changes, (*ends, None), strict=True)
    )


def _pieces(
    stretches: Sequence[_Stretch], interval: Interval, text: str
) -> tuple[tuple[Interval, AttributeValue], ...]:
    pieces: list[tuple[Interval, AttributeValue]] = []
    failure: UnfitError | None = None
    for stretch in stretches:
        common = _common_days(stretch.days, interval)
        if common is None:
            continue
        try:
            pieces.append((common, stretch.read(text)))
        except UnfitError as unfit:
            failure = unfit
    if not pieces and failure is not None:
        raise failure
    return tuple(pieces)


def _common_days(one: Interval, other: Interval) -> Interval | None:
    first = max(one.first, other.first)
    lasts = [last for last in (one.last, other.last) if last is not None]
    last = min(lasts, default=None)
    return None if last is not None and last < first else Interval(first, last)


def subject_of_line(line: RawLine) -> tuple[SubjectKind, str]:
    """The kind and the id of the subject that a line is about."""
    word = needed(line.fields, "subject_kind")
    kind = SUBJECT_KIND_WORDS.get(word) or SUBJECT_KIND_WORDS.get(fold(word).lower())
    if kind is None:
        raise _unreadable("subject_kind", word, Expected.SUBJECT_KIND)
    return kind, needed(line.fields, "subject")


def _last_day(fields: Mapping[str, str], first: date) -> date | None:
    text = fields.get("until")
    if text is None or _OPEN_END.fullmatch(fold(text)):
        return None
    until = read_day(text)
    if until is None:
        raise _unreadable("until", text, Expected.DAY)
    if until <= first:
        raise UnfitError(
            ReasonCode.ENDS_BEFORE_IT_BEGINS,
            first_day=first.isoformat(),
            last_day=until.isoformat(),
        )
    return until - ONE_DAY


def _unreadable(column: str, text: str, expected: Expected) -> UnfitError:
    return UnfitError(
        ReasonCode.FIELD_UNREADABLE, column=column, value=text, expected=str(expected)
    )
