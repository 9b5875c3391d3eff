"""All facts from the lines that state them; of lines that contradict each other none counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from pointrules.model.period import Interval
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.digest import canonical_text, digest_of
from pointrules.records.fact_line import ONE_DAY, Fact, FactReader, subject_of_line
from pointrules.records.facts import LISTED, Facts, SubjectFacts, Timeline
from pointrules.records.line import LineNumber, RawLine, place_text
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.values import UnfitError, read_day


class RefusedFact(Struct, frozen=True):
    """A line of the facts that could not be used."""

    at: LineNumber
    reason: Reason


def facts_from(
    lines: Iterable[RawLine], editions: Sequence[Ruleset], known_at: date | None
) -> tuple[Facts, tuple[RefusedFact, ...]]:
    """The facts that `lines` state, and the lines that could not be used, in order of lines.

    A line entered after `known_at` is passed over. A value is read as the edition in force declares
    its attribute; where editions declare it differently, each reads its own days.
    """
    reader = FactReader(editions)
    named: dict[SubjectKind, set[str]] = {kind: set() for kind in SubjectKind}
    groups: dict[tuple[SubjectKind, str, str], list[Fact]] = defaultdict(list)
    refused: list[RefusedFact] = []
    texts: list[str] = []
    for line in lines:
        entered_on = read_day(line.fields.get("entered_on", ""))
        if known_at is not None and entered_on is not None and entered_on > known_at:
            continue
        texts.append(canonical_text(line))
        try:
            kind, subject_id = subject_of_line(line)
            named[kind].add(subject_id)
            fact = reader.read(line, kind)
        except UnfitError as unfit:
            refused.append(RefusedFact(line.at, unfit.reason))
        else:
            groups[kind, subject_id, fact.attribute].append(fact)
    accepted: dict[tuple[SubjectKind, str], list[Fact]] = defaultdict(list)
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


def _contradictions(group: Sequence[Fact]) -> list[Fact | None]:
    """For each fact, in order of first days, one that says otherwise for some common day.

    Two passes instead of all pairs: a fact clashes with an earlier one if among those of other
    content the one that lasts longest reaches it, and with a later one if the next of other
    content begins in time.
    """
    found: list[Fact | None] = [None] * len(group)
    leaders: list[Fact] = []
    for index, fact in enumerate(group):
        for leader in leaders:
            if leader.content != fact.content:
                if _lasts_to(leader, fact.interval.first):
                    found[index] = leader
                break
        rivals = [item for item in leaders if item.content != fact.content]
        same = [item for item in leaders if item.content == fact.content]
        leaders = sorted((*rivals, max((*same, fact), key=_end)), key=_end, reverse=True)[:2]
    following: list[Fact] = []
    for index in range(len(group) - 1, -1, -1):
        fact = group[index]
        for later in following:
            if later.content != fact.content:
                if found[index] is None and _lasts_to(fact, later.interval.first):
                    found[index] = later
                break
        following = [fact, *(item for item in following if item.content != fact.content)][:2]
    return found


def _end(fact: Fact) -> date:
    return fact.interval.last or date.max


def _lasts_to(fact: Fact, day: date) -> bool:
    return _end(fact) >= day


def _overlap(kind: SubjectKind, subject_id: str, fact: Fact, other: Fact) -> Reason:
    return UnfitError(
        ReasonCode.FACT_OVERLAPS,
        attribute=fact.attribute,
        value=fact.text,
        line=place_text(other.at, fact.at),
        **{kind.value: subject_id},
    ).reason


def _subject_facts(facts: Sequence[Fact]) -> SubjectFacts:
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
            if same == value and interval.first <= before.last + ONE_DAY:
                last = None if interval.last is None else max(before.last, interval.last)
                merged[-1] = (Interval(before.first, last), value)
                continue
        merged.append((interval, value))
    return Timeline(tuple(interval.first for interval, _ in merged), tuple(merged))
