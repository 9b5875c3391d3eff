"""What an example (例) says, as facts and a log that the engine takes."""

from collections.abc import Mapping
from datetime import date

from pointrules.engine.beneficiary import NOBODY
from pointrules.model.example import (
    Example,
    ExampleMeasure,
    ExampleParty,
    ExampleRecord,
    ExampleSpending,
)
from pointrules.model.period import Interval
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.facts import MEMBERSHIP, Facts, SubjectFacts, Timeline
from pointrules.records.line import LineNumber
from pointrules.records.log import Log, SettledLine
from pointrules.records.log_line import LineFate
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Party, Record
from pointrules.records.redemption import Redemption

_ALWAYS = Interval(date.min, None)


def example_facts(example: Example) -> Facts:  # noqa: C901
    """Everyone the example names, on the register throughout or as it says, with attributes."""
    values: dict[Subject, dict[str, AttributeValue]] = {}
    for record in example.records:
        values.setdefault(record.collective or subject_named(record.household, None), {})
        if record.person is not None:
            of_person = values.setdefault(subject_named(record.household, record.person), {})
            of_person[MEMBERSHIP] = record.household
    of_accounts: list[ExampleMeasure | ExampleSpending] = [*example.measures, *example.spent]
    for stated in of_accounts:
        values.setdefault(stated.collective or subject_named(stated.household, None), {})
        if stated.person is not None:
            of_person = values.setdefault(subject_named(stated.household, stated.person), {})
            of_person[MEMBERSHIP] = stated.household
    for record in example.records:
        for party in record.parties:
            of_party = values.setdefault(_party_subject(party), {})
            if party.person is not None:
                values.setdefault(subject_named(party.household, None), {})
                of_party[MEMBERSHIP] = party.household
    for related in example.relations:
        of_subject = values.setdefault(related.subject, {})
        of_subject[related.relation.value] = "、".join(related.persons)
        values.setdefault(subject_named(related.household, None), {})
        if related.subject.kind is SubjectKind.PERSON:
            of_subject.setdefault(MEMBERSHIP, related.household)
        if related.relation.value in COLLECTIVES:
            kind = SubjectKind(related.relation.value)
            values |= {Subject(kind, item): {} for item in related.persons} | values
            continue
        for person in (item for item in related.persons if item not in NOBODY):
            of_person = values.setdefault(subject_named(related.household, person), {})
            of_person.setdefault(MEMBERSHIP, related.household)
    since: dict[Subject, date] = {}
    for listed in example.listed:
        subject = listed.collective or subject_named(listed.household, listed.person)
        of_listed = values.setdefault(subject, {})
        if listed.person is not None:
            values.setdefault(subject_named(listed.household, None), {})
            of_listed[MEMBERSHIP] = listed.household
        if listed.since is not None:
            since[subject] = listed.since
    for fact in example.facts:
        of_fact = values.setdefault(fact.subject, {})
        of_fact[fact.attribute] = fact.value
        if fact.household is not None and fact.subject.kind is SubjectKind.PERSON:
            values.setdefault(subject_named(fact.household, None), {})
            of_fact.setdefault(MEMBERSHIP, fact.household)
    of_kind: dict[SubjectKind, dict[str, SubjectFacts]] = {kind: {} for kind in SubjectKind}
    for subject in sorted(values):
        timelines = _always(values[subject])
        of_kind[subject.kind][subject.id] = SubjectFacts(
            (_listed_since(since.get(subject)),), timelines
        )
    households, persons = of_kind.pop(SubjectKind.HOUSEHOLD), of_kind.pop(SubjectKind.PERSON)
    return Facts(households, persons, of_kind, "")


def _listed_since(day: date | None) -> Interval:
    return _ALWAYS if day is None else Interval(day, None)


def _always(values: Mapping[str, AttributeValue]) -> dict[str, Timeline]:
    return {name: Timeline((_ALWAYS.first,), ((_ALWAYS, value),)) for name, value in values.items()}


def example_log(ruleset: Ruleset, example: Example) -> Log:
    """The records in the order of the example, which rules where their days are equal."""
    records: list[Record] = []
    settled: list[SettledLine] = []
    for index, item in enumerate(example.records):
        at = LineNumber(example.title, index + 1)
        missing = _missing_attribute(ruleset, item)
        if missing is None:
            records.append(_record(item, record_id(index), at))
            continue
        arguments = (("behaviour", item.behaviour), ("attribute", missing))
        settled.append(
            SettledLine(
                at=at,
                record_id=record_id(index),
                fate=LineFate.REFUSED,
                reason=Reason(ReasonCode.ATTRIBUTE_MISSING, arguments),
                household=None if item.collective is not None else item.household,
                person=item.person,
                collective=item.collective,
                occurred_on=item.occurred_on,
                behaviour=item.behaviour,
            )
        )
    spent = tuple(
        _redemption(ruleset, example, index, item) for index, item in enumerate(example.spent)
    )
    return Log(tuple(records), {}, (), spent, (), tuple(settled), 0, "")


def _redemption(
    ruleset: Ruleset, example: Example, index: int, item: ExampleSpending
) -> Redemption:
    line = len(example.records) + index
    return Redemption(
        id=record_id(line),
        at=LineNumber(example.title, line + 1),
        occurred_on=item.occurred_on,
        entered_on=item.occurred_on,
        edition=ruleset.edition.version,
        account=item.account,
        subject=item.subject,
        points=item.points,
        goods=None,
        household=item.household or None,
        person=item.person,
        collective=item.collective,
    )


def _record(item: ExampleRecord, record_id: str, at: LineNumber) -> Record:
    return Record(
        id=record_id,
        at=at,
        occurred_on=item.occurred_on,
        entered_on=item.occurred_on,
        rules_on=item.occurred_on,
        behaviour=item.behaviour,
        household=None if item.collective is not None else item.household,
        person=item.person,
        attributes=dict(item.attributes),
        decided=item.decided,
        decided_by=item.decided_by,
        collective=item.collective,
        parties=tuple(
            Party(party.role, _party_subject(party), party.household or None)
            for party in item.parties
        ),
    )


def _missing_attribute(ruleset: Ruleset, item: ExampleRecord) -> str | None:
    behaviour = ruleset.vocabulary.behaviour(item.behaviour)
    if behaviour is None:
        return None
    given = {name for name, _ in item.attributes}
    needed = (attribute.name for attribute in behaviour.attributes if not attribute.optional)
    return next((name for name in needed if name not in given), None)


def record_id(index: int) -> str:
    """Ids sort as the records stand in the example: the first, the second, …"""
    return f"{index + 1:03}"


def _party_subject(party: ExampleParty) -> Subject:
    return party.collective or subject_named(party.household, party.person)


def subject_named(household: str, person: str | None) -> Subject:
    """The person where one is named, else the household."""
    if person is None:
        return Subject(SubjectKind.HOUSEHOLD, household)
    return Subject(SubjectKind.PERSON, person)
