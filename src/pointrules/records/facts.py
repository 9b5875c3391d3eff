"""Dated facts about subjects: attributes, membership, relations, and who is on the register."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from pointrules.model.beneficiary import Relation
from pointrules.model.period import Interval
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
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
from pointrules.records.digest import canonical_text, digest_of
from pointrules.records.line import LineNumber, RawLine, place_text
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.values import (
    UnfitError,
    ValueReader,
    ids_in,
    nearby,
    needed,
    read_day,
    value_reader,
)
from pointrules.source.folding import fold
from pointrules.source.source_file import Span

LISTED = "listed"
MEMBERSHIP = "household"

_ONE_DAY = timedelta(days=1)
_OPEN_END = re.compile(r"9999(?:-12-31|/12/31|年12月31日)")
"""How other systems write that there is no end."""
_NOWHERE = Span("", 0, 0)
_NOBODY: Mapping[str, "SubjectFacts"] = MappingProxyType({})


class RefusedFact(Struct, frozen=True):
    """A line of the facts that could not be used."""

    at: LineNumber
    reason: Reason


class Timeline(Struct, frozen=True):
    """One attribute of one subject over time: pieces in order of days, none touching another."""

    starts: tuple[date, ...]
    pieces: tuple[tuple[Interval, AttributeValue], ...]

    def at(self, day: date) -> AttributeValue | None:
        """The value on `day`, None where it is not known."""
        index = bisect_right(self.starts, day)
        if index == 0:
            return None
        interval, value = self.pieces[index - 1]
        return value if interval.last is None or day <= interval.last else None


class SubjectFacts(Struct, frozen=True):
    """What is known of one subject; without `spells` it is known but on no register."""

    spells: tuple[Interval, ...]
    timelines: Mapping[str, Timeline]

    def is_listed(self, day: date) -> bool:
        """Whether the subject is on the register (在册) on `day`."""
        # A loop, since every record asks and a generator costs more than the question.
        for spell in self.spells:  # noqa: SIM110
            if spell.covers(day):
                return True
        return False


class Facts(Struct, frozen=True):
    """All dated facts, by subject. `digest` is that of the lines they were read from.

    `collectives` holds groups, organisations and villages; a kind without any may be missing.
    """

    households: Mapping[str, SubjectFacts]
    persons: Mapping[str, SubjectFacts]
    collectives: Mapping[SubjectKind, Mapping[str, SubjectFacts]]
    digest: str

    def of_kind(self, kind: SubjectKind) -> Mapping[str, SubjectFacts]:
        """The subjects of one kind, by id."""
        if kind is SubjectKind.HOUSEHOLD:
            return self.households
        return self.persons if kind is SubjectKind.PERSON else self.collectives.get(kind, _NOBODY)

    def value(
        self, kind: SubjectKind, subject_id: str, attribute: str, day: date
    ) -> AttributeValue | None:
        """An attribute on `day`, None where it is not known. A person's `household` (户) is one."""
        facts = self.of_kind(kind).get(subject_id)
        if facts is None:
            return None
        if kind is SubjectKind.PERSON and attribute in MEMBERSHIP_WORDS:
            attribute = MEMBERSHIP
        timeline = facts.timelines.get(attribute)
        return None if timeline is None else timeline.at(day)

    def is_known(self, subject: Subject) -> bool:
        """Whether any line names the subject, also one that was refused for what it says of it."""
        return subject.id in self.of_kind(subject.kind)

    def is_listed(self, subject: Subject, day: date) -> bool:
        """Whether the subject is on the register (在册) on `day`."""
        facts = self.of_kind(subject.kind).get(subject.id)
        return facts is not None and facts.is_listed(day)

    def listed_spells(self, subject: Subject) -> tuple[Interval, ...]:
        """The stretches of days on the register, in order, none touching another."""
        facts = self.of_kind(subject.kind).get(subject.id)
        return () if facts is None else facts.spells

    def subjects(self) -> tuple[Subject, ...]:
        """Every known subject: households, then persons, then the rest, each in order of id."""
        return tuple(
            Subject(kind, subject_id)
            for kind in SubjectKind
            for subject_id in sorted(self.of_kind(kind))
        )

    def household_of(self, person_id: str, day: date) -> str | None:
        """The household that a person belongs to on `day`."""
        facts = self.persons.get(person_id)
        if facts is None:
            return None
        timeline = facts.timelines.get(MEMBERSHIP)
        household = None if timeline is None else timeline.at(day)
        return household if isinstance(household, str) else None

    def related(
        self, kind: SubjectKind, subject_id: str, relation: Relation, day: date
    ) -> tuple[str, ...]:
        """The ids that a subject's facts name on `day`; several stand in one cell: 王五、赵六."""
        facts = self.of_kind(kind).get(subject_id)
        if facts is None:
            return ()
        for name in _names_of(kind, relation):
            timeline = facts.timelines.get(name)
            value = None if timeline is None else timeline.at(day)
            if isinstance(value, str):
                return ids_in(value)
        return ()


@lru_cache(maxsize=64)
def _names_of(kind: SubjectKind, relation: Relation) -> tuple[str, ...]:
    """The names that a relation's timeline may have: ours, or those that a ruleset declares."""
    words = RELATION_WORDS[kind]
    return (relation.value, *(word for word, of_word in words.items() if of_word is relation))


def facts_from(
    lines: Iterable[RawLine], editions: Sequence[Ruleset], known_at: date | None
) -> tuple[Facts, tuple[RefusedFact, ...]]:
    """The facts that `lines` state, and the lines that could not be used, in order of lines.

    A line entered after `known_at` is passed over. A value is read as the edition in force declares
    its attribute; where editions declare it differently, each reads its own days.
    """
    reader = _FactReader(editions)
    named: dict[SubjectKind, set[str]] = {kind: set() for kind in SubjectKind}
    groups: dict[tuple[SubjectKind, str, str], list[_Fact]] = defaultdict(list)
    refused: list[RefusedFact] = []
    texts: list[str] = []
    for line in lines:
        entered_on = read_day(line.fields.get("entered_on", ""))
        if known_at is not None and entered_on is not None and entered_on > known_at:
            continue
        texts.append(canonical_text(line))
        try:
            kind, subject_id = _read_subject(line)
            named[kind].add(subject_id)
            fact = reader.read(line, kind)
        except UnfitError as unfit:
            refused.append(RefusedFact(line.at, unfit.reason))
        else:
            groups[kind, subject_id, fact.attribute].append(fact)
    accepted: dict[tuple[SubjectKind, str], list[_Fact]] = defaultdict(list)
    for (kind, subject_id, _), group in groups.items():
        group.sort(key=lambda fact: (fact.interval.first, fact.at))
        for fact, other in zip(group, _contradictions(group), strict=True):
            if other is None:
                accepted[kind, subject_id].append(fact)
            else:
                refused.append(RefusedFact(fact.at, _overlap(kind, subject_id, fact, other)))
    of_kind = {
        kind: {
            subject_id: _subject_facts(accepted.get((kind, subject_id), []))
            for subject_id in sorted(named[kind])
        }
        for kind in SubjectKind
    }
    households = of_kind.pop(SubjectKind.HOUSEHOLD)
    persons = of_kind.pop(SubjectKind.PERSON)
    refused.sort(key=lambda item: item.at)
    return Facts(households, persons, of_kind, digest_of(texts)), tuple(refused)


class _Fact(Struct, frozen=True):
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


class _FactReader:
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

    def read(self, line: RawLine, kind: SubjectKind) -> _Fact:
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
        return _Fact(line.at, attribute, text, interval, pieces)

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
    ends = [first_day - _ONE_DAY for first_day, _ in changes[1:]]
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


def _read_subject(line: RawLine) -> tuple[SubjectKind, str]:
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
    return until - _ONE_DAY


def _unreadable(column: str, text: str, expected: Expected) -> UnfitError:
    return UnfitError(
        ReasonCode.FIELD_UNREADABLE, column=column, value=text, expected=str(expected)
    )


def _contradictions(group: Sequence[_Fact]) -> list[_Fact | None]:
    """For each fact, in order of first days, one that says otherwise for some common day.

    Two passes instead of all pairs: a fact clashes with an earlier one if among those of other
    content the one that lasts longest reaches it, and with a later one if the next of other
    content begins in time.
    """
    found: list[_Fact | None] = [None] * len(group)
    leaders: list[_Fact] = []
    for index, fact in enumerate(group):
        for leader in leaders:
            if leader.content != fact.content:
                if _lasts_to(leader, fact.interval.first):
                    found[index] = leader
                break
        rivals = [item for item in leaders if item.content != fact.content]
        same = [item for item in leaders if item.content == fact.content]
        leaders = sorted((*rivals, max((*same, fact), key=_end)), key=_end, reverse=True)[:2]
    following: list[_Fact] = []
    for index in range(len(group) - 1, -1, -1):
        fact = group[index]
        for later in following:
            if later.content != fact.content:
                if found[index] is None and _lasts_to(fact, later.interval.first):
                    found[index] = later
                break
        following = [fact, *(item for item in following if item.content != fact.content)][:2]
    return found


def _end(fact: _Fact) -> date:
    return fact.interval.last or date.max


def _lasts_to(fact: _Fact, day: date) -> bool:
    return _end(fact) >= day


def _overlap(kind: SubjectKind, subject_id: str, fact: _Fact, other: _Fact) -> Reason:
    return UnfitError(
        ReasonCode.FACT_OVERLAPS,
        attribute=fact.attribute,
        value=fact.text,
        line=place_text(other.at, fact.at),
        **{kind.value: subject_id},
    ).reason


def _subject_facts(facts: Sequence[_Fact]) -> SubjectFacts:
    by_attribute: dict[str, list[tuple[Interval, AttributeValue]]] = defaultdict(list)
    for fact in facts:
        by_attribute[fact.attribute].extend(fact.pieces)
    timelines = {name: _timeline(by_attribute[name]) for name in sorted(by_attribute)}
    listed = timelines.pop(LISTED, None)
    if listed is not None:
        spells = tuple(interval for interval, value in listed.pieces if value is True)
    elif facts:
        first = min(fact.interval.first for fact in facts)
        last = max(map(_end, facts))
        spells = (Interval(first, None if last == date.max else last),)
    else:
        spells = ()
    return SubjectFacts(spells, timelines)


def _timeline(pieces: list[tuple[Interval, AttributeValue]]) -> Timeline:
    """Pieces in order; those that touch and say the same become one."""
    merged: list[tuple[Interval, AttributeValue]] = []
    for interval, value in sorted(pieces, key=lambda piece: piece[0].first):
        if merged:
            before, same = merged[-1]
            if before.last is None:
                continue
            if same == value and interval.first <= before.last + _ONE_DAY:
                last = None if interval.last is None else max(before.last, interval.last)
                merged[-1] = (Interval(before.first, last), value)
                continue
        merged.append((interval, value))
    return Timeline(tuple(interval.first for interval, _ in merged), tuple(merged))
