"""例: what is given, what is asked about, and what must come out."""

import functools

from pointrules.checking.lower_example_spending import lower_example_spending
from pointrules.checking.lower_expected_offer import lower_expected_offer
from pointrules.checking.lower_grade_condition import level_named
from pointrules.checking.lower_limit import LimitSetting, lower_limit
from pointrules.checking.lower_situation import behaviour_named
from pointrules.checking.lower_value_of_attribute import lower_exact_value
from pointrules.checking.operands import record_attribute
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import day_within_reach, directed, points_in
from pointrules.diagnostics.suggestion import suggest
from pointrules.model import example as model
from pointrules.model.account import Account
from pointrules.model.beneficiary import Relation
from pointrules.model.number import Number
from pointrules.model.scan import Direction, Owner, OwnerKind
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.model.vocabulary import Attribute, AttributeValue
from pointrules.syntax import tree

_OF_RECORDS = (
    tree.ExpectsPoints,
    tree.ExpectsClause,
    tree.ExpectsLimit,
    tree.ExpectsNoMatch,
    tree.ExpectsRefusal,
)
_OF_LINES = (tree.ExpectsNoMatch, tree.ExpectsRefusal)
_NO_OWNER = Owner(OwnerKind.CLAUSE, "")


def lower_example(example: tree.Example, scope: Scope, *, is_whole: bool) -> model.Example | None:
    """An example; None after saying what is wrong with it."""
    reporter = scope.reporter
    title = example.title.text
    if is_whole and not example.expectations:
        reporter.report("example-without-expectation", example.title.span, title=title)
    asks_records = any(isinstance(item, _OF_RECORDS) for item in example.expectations)
    if example.settled_on is not None:
        # What is settled gives points without a record; lines there are only of records.
        asks_records = any(isinstance(item, _OF_LINES) for item in example.expectations)
    if is_whole and asks_records and not example.asked:
        reporter.report("example-without-record", example.title.span, title=title)
    facts: list[model.ExampleFact | None] = []
    relations: list[model.ExampleRelation] = []
    listed: list[model.ExampleListed | None] = []
    measures: list[model.ExampleMeasure | None] = []
    spent: list[model.ExampleSpending | None] = []
    records: list[model.ExampleRecord | None] = []
    for given in example.givens:
        match given:
            case tree.Event():
                records.append(_record(given, scope, is_asked_about=False))
            case tree.GivenFacts():
                facts.extend(_fact(given.who, pair, scope) for pair in given.pairs)
            case tree.GivenListed():
                listed.append(_listed(given, scope))
            case tree.GivenRelation():
                if given.relation in (SubjectKind.HOUSEHOLD, SubjectKind.PERSON):
                    scope.reporter.report("example-subject-word", given.span, kind=given.relation)
                else:
                    relations.append(_relation(given))
            case tree.GivenSpending():
                spent.append(lower_example_spending(given, scope))
            case tree.GivenMeasure():
                measures.append(_measure(given, scope))
    records.extend(_record(event, scope, is_asked_about=True) for event in example.asked)
    direction = next(
        (item.direction for item in example.expectations if isinstance(item, tree.ExpectsPoints)),
        None,
    )
    expectations = [_expectation(item, direction, scope) for item in example.expectations]
    known_facts = tuple(item for item in facts if item is not None)
    known_listed = tuple(item for item in listed if item is not None)
    known_measures = tuple(item for item in measures if item is not None)
    known_spent = tuple(item for item in spent if item is not None)
    known_records = tuple(item for item in records if item is not None)
    known_expectations = tuple(item for item in expectations if item is not None)
    if any(None in items for items in (facts, listed, measures, spent, records, expectations)):
        return None
    if example.settled_on is not None and not day_within_reach(example.settled_on.day, scope):
        return None
    if not expectations or (asks_records and not example.asked):
        return None
    return model.Example(
        title,
        known_facts,
        tuple(relations),
        known_listed,
        known_measures,
        known_records,
        known_spent,
        None if example.settled_on is None else example.settled_on.day.day,
        known_expectations,
        example.span,
    )


def _record(event: tree.Event, scope: Scope, *, is_asked_about: bool) -> model.ExampleRecord | None:
    behaviour = behaviour_named(event.behaviour, scope)
    values: list[tuple[str, AttributeValue]] = []
    is_sound = behaviour is not None
    for pair in event.pairs:
        key = scope.key(pair.attribute, "attribute")
        if behaviour is None or key is None:
            is_sound = False
            continue
        attribute = record_attribute(pair.attribute, key, (behaviour.name,), scope)
        value = None if attribute is None else lower_exact_value(pair, attribute, scope)
        if attribute is None or value is None:
            is_sound = False
        else:
            values.append((attribute.name, value))
    decided: Number | None = None
    decider: str | None = None
    if event.decided is not None:
        key = scope.key(event.decided.decider, "decider")
        decider = None if key is None else scope.deciders.get(key)
        points = points_in(event.decided.quantity, scope)
        is_sound = is_sound and decider is not None and points is not None
        decided = None if points is None else directed(points, event.decided.direction)
    is_sound = day_within_reach(event.day, scope) and is_sound
    parties = _parties(event, scope)
    who = event.who
    collective = None
    if isinstance(who, tree.Collective):
        collective = _collective(who, scope)
        is_sound = is_sound and collective is not None
    if not is_sound or behaviour is None or parties is None:
        return None
    return model.ExampleRecord(
        *_household_and_person(who),
        event.day.day,
        behaviour.name,
        tuple(values),
        parties,
        decided,
        decider,
        is_asked_about,
        event.span,
        collective,
    )


def _collective(who: tree.Collective, scope: Scope) -> Subject | None:
    """A group, an organisation or a village; a household or a person stands without such a word."""
    if who.kind in COLLECTIVES:
        return Subject(who.kind, who.id)
    scope.reporter.report("example-subject-word", who.span, kind=who.kind.value)
    return None


def _parties(event: tree.Event, scope: Scope) -> tuple[model.ExampleParty, ...] | None:
    if event.parties is None:
        return ()
    found: list[model.ExampleParty] = []
    for party in event.parties.items:
        key = scope.key(party.role, "role")
        role = None if key is None else scope.roles.get(key)
        if role is None:
            return None
        if isinstance(party.who, tree.Who):
            found.append(model.ExampleParty(role, party.who.household, party.who.person))
            continue
        collective = _collective(party.who, scope)
        if collective is None:
            return None
        found.append(model.ExampleParty(role, "", None, collective))
    return tuple(found)


def _relation(given: tree.GivenRelation) -> model.ExampleRelation:
    who = given.who
    subject = (
        Subject(SubjectKind.HOUSEHOLD, who.household)
        if who.person is None
        else Subject(SubjectKind.PERSON, who.person)
    )
    return model.ExampleRelation(
        subject, who.household, Relation(given.relation), given.persons, given.span
    )


def _fact(
    who: tree.Who | tree.Collective, pair: tree.Pair, scope: Scope
) -> model.ExampleFact | None:
    """Of a person named after the household it is the person's attribute, else the household's."""
    if isinstance(who, tree.Collective):
        if _collective(who, scope) is None:
            return None
        kind, subject_id = who.kind, who.id
    elif who.person is None:
        kind, subject_id = SubjectKind.HOUSEHOLD, who.household
    else:
        kind, subject_id = SubjectKind.PERSON, who.person
    key = scope.key(pair.attribute, f"{kind.value}-attribute")
    attribute = None if key is None else scope.attributes_of(kind).get(key)
    value = None if attribute is None else lower_exact_value(pair, attribute, scope)
    if attribute is None or value is None:
        return None
    household = None if isinstance(who, tree.Collective) else who.household
    subject = Subject(kind, subject_id)
    return model.ExampleFact(subject, household, attribute.name, value, pair.span)


def _account(name: tree.Name, scope: Scope) -> Account | None:
    key = scope.key(name, "account")
    return None if key is None else scope.accounts.get(key)


def _measure(given: tree.GivenMeasure, scope: Scope) -> model.ExampleMeasure | None:
    account = _account(given.account, scope)
    points = points_in(given.quantity, scope, signed=True)
    scope.reporter.uses_measure(given.measure, given.span)
    collective = None
    if isinstance(given.who, tree.Collective):
        collective = _collective(given.who, scope)
        if collective is None:
            return None
    if account is None or points is None:
        return None
    household, person = _household_and_person(given.who)
    return model.ExampleMeasure(
        household, person, account.name, given.measure, points, given.span, collective
    )


def _listed(given: tree.GivenListed, scope: Scope) -> model.ExampleListed | None:
    since = None if given.since is None else given.since.day
    household, person = _household_and_person(given.who)
    if isinstance(given.who, tree.Who):
        return model.ExampleListed(household, person, since, given.span)
    collective = _collective(given.who, scope)
    if collective is None:
        return None
    return model.ExampleListed(household, person, since, given.span, collective)


def _household_and_person(who: tree.Who | tree.Collective) -> tuple[str, str | None]:
    """A group, an organisation or a village is of no household."""
    return ("", None) if isinstance(who, tree.Collective) else (who.household, who.person)


def _expectation(
    item: tree.Expectation, direction: Direction | None, scope: Scope
) -> model.Expectation | None:
    match item:
        case tree.ExpectsPoints():
            return _expects_points(item, scope)
        case tree.ExpectsClause(number, span):
            return _expects_clause(number, scope, model.ExpectsClause(number.text, span))
        case tree.ExpectsLimit(limit, span):
            setting = LimitSetting(
                _NO_OWNER,
                limit.direction or direction,
                (),
                functools.partial(_attribute, scope=scope),
            )
            lowered = lower_limit(limit, setting, scope, refuses=False)
            return None if lowered is None else model.ExpectsLimit(lowered, span)
        case tree.ExpectsName():
            return _expects_name(item, scope)
        case tree.ExpectsMeasure(name, measure, quantity, span):
            account = _account(name, scope)
            points = points_in(quantity, scope, signed=True)
            scope.reporter.uses_measure(measure, span)
            if account is None or points is None:
                return None
            return model.ExpectsMeasure(account.name, measure, points, span)
        case (
            tree.ExpectsPlace()
            | tree.ExpectsRate()
            | tree.ExpectsLine()
            | tree.ExpectsIneligible()
            | tree.ExpectsEligible()
            | tree.ExpectsPrice()
            | tree.ExpectsShare()
        ):
            return lower_expected_offer(item, scope)
        case tree.ExpectsNoMatch(span):
            return model.ExpectsNoMatch(span)
        case tree.ExpectsRefusal(span):
            return model.ExpectsRefusal(span)


def _attribute(name: tree.Name, scope: Scope) -> Attribute | None:
    """The first attribute of that name: a limit in an example is known by the name alone."""
    key = scope.key(name, "attribute")
    owned = (item for behaviour in scope.behaviours.values() for item in behaviour.attributes)
    return next((item for item in owned if key_of(item.name) == key), None)


def _expects_points(item: tree.ExpectsPoints, scope: Scope) -> model.ExpectsPoints | None:
    account = None if item.account is None else _account(item.account, scope)
    points = 0 if item.quantity is None else points_in(item.quantity, scope)
    if points is None or (item.account is not None and account is None):
        return None
    name = None if account is None else account.name
    return model.ExpectsPoints(name, directed(points, item.direction), item.span)


def _expects_clause(
    number: tree.ClauseNumber, scope: Scope, lowered: model.ExpectsClause
) -> model.ExpectsClause | None:
    if number.text in scope.clause_numbers:
        return lowered
    if number.text not in scope.lost_clauses:
        choices = suggest(number.text, sorted(scope.clause_numbers))
        scope.reporter.report(
            "example-unknown-clause", number.span, number=number.text, choices=choices
        )
    return None


def _expects_name(
    item: tree.ExpectsName, scope: Scope
) -> model.ExpectsFlag | model.ExpectsGrade | None:
    if item.level is None:
        key = scope.key(item.name, "flag")
        flag = None if key is None else scope.flags.get(key)
        return None if flag is None else model.ExpectsFlag(flag, item.span)
    key = scope.key(item.name, "grade")
    grade = None if key is None else scope.grades.get(key)
    level = None if grade is None else level_named(item.level, grade, scope)
    if grade is None or level is None:
        return None
    return model.ExpectsGrade(grade.name, level, item.span)
