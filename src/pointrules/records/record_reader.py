"""From one line to a record: every cell typed as the edition of its day declares it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pointrules.model.review import RulingDate
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.vocabulary import AttributeValue, Behaviour
from pointrules.records.columns import (
    FIXED_RECORD_COLUMNS,
    KIND_WORDS,
    STATUS_WORDS,
    Status,
)
from pointrules.records.facts import Facts
from pointrules.records.line import RawLine
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.values import (
    UnfitError,
    ValueReader,
    nearby,
    needed,
    read_day,
    read_decided,
    value_reader,
)
from pointrules.source.folding import fold

_DAY_COLUMNS = frozenset({"occurred_on", "reviewed_on", "noticed_on"})


@dataclass(frozen=True, slots=True)
class _BehaviourPlan:
    """How records of one behaviour are read under one edition."""

    name: str
    columns: tuple[tuple[str, ValueReader, bool], ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _EditionPlan:
    ruling_date: RulingDate
    behaviours: Mapping[str, _BehaviourPlan]
    attributes: frozenset[str]


class RecordReader:
    """Reads lines under the editions and facts given, as known on a day."""

    def __init__(self, editions: Sequence[Ruleset], facts: Facts, known_at: date | None) -> None:
        self._editions = tuple(editions)
        self._households = facts.households
        self._persons = facts.persons
        self._facts = facts
        self._known_at = known_at
        self._plans = {id(ruleset): _edition_plan(ruleset) for ruleset in self._editions}
        self._plan_of_day: dict[date, _EditionPlan | None] = {}

    def read(self, raw: RawLine, line_id: str, entered_on: date) -> tuple[Record, Reason | None]:
        """The record that the line holds, and what it still waits for, if anything.

        Raises:
            UnfitError: the line cannot be used, or its review rejected it.
        """
        fields = raw.fields
        occurred_on = needed_day(fields, "occurred_on")
        if entered_on < occurred_on:
            raise UnfitError(
                ReasonCode.ENTERED_BEFORE_OCCURRENCE,
                day=occurred_on.isoformat(),
                value=entered_on.isoformat(),
            )
        reviewed_on, awaited = self._review(fields, occurred_on)
        plan = self._plan_on(occurred_on)
        behaviour, attributes = _attributes(fields, plan)
        person = fields.get("person")
        household = self._household(fields.get("household"), person, occurred_on)
        if "noticed_on" in fields:
            needed_day(fields, "noticed_on")
        decided = fields.get("decided")
        if plan.ruling_date is RulingDate.OCCURRED:
            rules_on = occurred_on
        elif plan.ruling_date is RulingDate.ENTERED:
            rules_on = entered_on
        elif reviewed_on is not None:
            rules_on = reviewed_on
        elif awaited is None:
            raise UnfitError(ReasonCode.REVIEW_DATE_MISSING)
        else:
            rules_on = occurred_on
        record = Record(
            line_id,
            raw.at,
            occurred_on,
            entered_on,
            rules_on,
            behaviour,
            household,
            person,
            attributes,
            None if decided is None else read_decided(decided),
            fields.get("decided_by"),
        )
        return record, awaited

    def awaited_by_void(self, fields: Mapping[str, str]) -> Reason | None:
        """What a void still waits for; one without a status is in effect once it is entered."""
        if "status" not in fields and "reviewed_on" not in fields:
            return None
        _, awaited = self._review(fields, None)
        return awaited

    def rules_on_entering(self, record: Record, entered_on: date) -> date:
        """The ruling date of `record`, were it entered on `entered_on`."""
        plan = self._plan_on(record.occurred_on)
        return entered_on if plan.ruling_date is RulingDate.ENTERED else record.rules_on

    def behaviour_named(self, word: str | None, day: date | None) -> str | None:
        """The canonical name where the edition of that day knows the word, else the word."""
        plan = None if day is None else self._find_plan(day)
        if word is None or plan is None:
            return word
        behaviour = plan.behaviours.get(word) or plan.behaviours.get(fold(word))
        return word if behaviour is None else behaviour.name

    @staticmethod
    def canonical_cell(column: str, text: str) -> str:
        """The cell as it is compared with that of another line of the same id."""
        if column in _DAY_COLUMNS:
            day = read_day(text)
            return text if day is None else day.isoformat()
        word = fold(text).lower()
        if column == "kind":
            return KIND_WORDS.get(word, text)
        if column == "status":
            return STATUS_WORDS.get(word, text)
        return text

    def _review(
        self, fields: Mapping[str, str], occurred_on: date | None
    ) -> tuple[date | None, Reason | None]:
        word = fields.get("status")
        status: Status | None = Status.PENDING
        if word is not None:
            status = STATUS_WORDS.get(word) or STATUS_WORDS.get(fold(word).lower())
            if status is None:
                raise UnfitError(
                    ReasonCode.STATUS_UNKNOWN, **nearby(word, tuple(STATUS_WORDS), value=word)
                )
        reviewed_on = None
        if "reviewed_on" in fields:
            reviewed_on = needed_day(fields, "reviewed_on")
            if occurred_on is not None and reviewed_on < occurred_on:
                raise UnfitError(
                    ReasonCode.REVIEWED_BEFORE_OCCURRENCE,
                    day=occurred_on.isoformat(),
                    value=reviewed_on.isoformat(),
                )
        if status is Status.PENDING:
            return reviewed_on, Reason(ReasonCode.AWAITS_REVIEW)
        if reviewed_on is not None and self._known_at is not None and reviewed_on > self._known_at:
            return reviewed_on, Reason(
                ReasonCode.AWAITS_REVIEW, (("day", reviewed_on.isoformat()),)
            )
        if status is Status.REJECTED:
            days = {} if reviewed_on is None else {"day": reviewed_on.isoformat()}
            raise UnfitError(ReasonCode.REJECTED_BY_REVIEW, **days)
        return reviewed_on, None

    def _household(self, household: str | None, person: str | None, day: date) -> str:
        if person is not None:
            facts = self._persons.get(person)
            if facts is None:
                raise UnfitError(ReasonCode.PERSON_UNKNOWN, person=person)
            if not facts.is_listed(day):
                raise UnfitError(ReasonCode.SUBJECT_NOT_LISTED, person=person, day=day.isoformat())
            own = self._facts.household_of(person, day)
            if own is None:
                raise UnfitError(
                    ReasonCode.PERSON_WITHOUT_HOUSEHOLD, person=person, day=day.isoformat()
                )
            if household is not None and household != own:
                raise UnfitError(
                    ReasonCode.PERSON_OF_OTHER_HOUSEHOLD,
                    person=person,
                    household=household,
                    expected=own,
                    day=day.isoformat(),
                )
            household = own
        elif household is None:
            raise UnfitError(ReasonCode.SUBJECT_MISSING)
        facts = self._households.get(household)
        if facts is None:
            who = (
                {"household": household}
                if person is None
                else {
                    "household": household,
                    "person": person,
                }
            )
            raise UnfitError(ReasonCode.HOUSEHOLD_UNKNOWN, **who)
        if not facts.is_listed(day):
            raise UnfitError(
                ReasonCode.SUBJECT_NOT_LISTED, household=household, day=day.isoformat()
            )
        return household

    def _find_plan(self, day: date) -> _EditionPlan | None:
        try:
            return self._plan_of_day[day]
        except KeyError:
            ruleset = edition_on(self._editions, day)
            plan = None if ruleset is None else self._plans[id(ruleset)]
            self._plan_of_day[day] = plan
            return plan

    def _plan_on(self, day: date) -> _EditionPlan:
        plan = self._find_plan(day)
        if plan is None:
            raise self._no_edition(day)
        return plan

    def _no_edition(self, day: date) -> UnfitError:
        """Names the edition that was last in force before `day`, or else the first one."""
        arguments = {"day": day.isoformat()}
        if self._editions:
            earlier = [item for item in self._editions if item.edition.first_day <= day]
            edition = (earlier[-1] if earlier else self._editions[0]).edition
            arguments["version"] = edition.version
            arguments["first_day"] = edition.first_day.isoformat()
            if edition.last_day is not None:
                arguments["last_day"] = edition.last_day.isoformat()
        return UnfitError(ReasonCode.NO_EDITION_IN_FORCE, **arguments)


def needed_day(fields: Mapping[str, str], column: str) -> date:
    """The day in `column`.

    Raises:
        UnfitError: it is empty or no day.
    """
    text = needed(fields, column)
    day = read_day(text)
    if day is None:
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE, column=column, value=text, expected=Expected.DAY
        )
    return day


def _edition_plan(ruleset: Ruleset) -> _EditionPlan:
    behaviours: dict[str, _BehaviourPlan] = {}
    attributes: set[str] = set()
    for behaviour in ruleset.vocabulary.behaviours:
        plan = _behaviour_plan(behaviour)
        attributes |= plan.names
        for name in (behaviour.name, *behaviour.aliases):
            behaviours.setdefault(name, plan)
            behaviours.setdefault(fold(name), plan)
    return _EditionPlan(ruleset.review.ruling_date, behaviours, frozenset(attributes))


def _behaviour_plan(behaviour: Behaviour) -> _BehaviourPlan:
    return _BehaviourPlan(
        behaviour.name,
        tuple((item.name, value_reader(item), item.optional) for item in behaviour.attributes),
        frozenset(item.name for item in behaviour.attributes),
    )


def _attributes(
    fields: Mapping[str, str], plan: _EditionPlan
) -> tuple[str, dict[str, AttributeValue]]:
    word = needed(fields, "behaviour")
    behaviour = plan.behaviours.get(word) or plan.behaviours.get(fold(word))
    if behaviour is None:
        raise UnfitError(
            ReasonCode.BEHAVIOUR_UNKNOWN, **nearby(word, tuple(plan.behaviours), value=word)
        )
    attributes: dict[str, AttributeValue] = {}
    for name, read, optional in behaviour.columns:
        text = fields.get(name)
        if text is not None:
            attributes[name] = read(text)
        elif not optional:
            raise UnfitError(ReasonCode.ATTRIBUTE_MISSING, behaviour=behaviour.name, attribute=name)
    surplus = fields.keys() - FIXED_RECORD_COLUMNS - behaviour.names
    if surplus:
        raise _surplus(min(surplus), fields, behaviour, plan)
    return behaviour.name, attributes


def _surplus(
    name: str, fields: Mapping[str, str], behaviour: _BehaviourPlan, plan: _EditionPlan
) -> UnfitError:
    if name not in plan.attributes:
        known = tuple(sorted(plan.attributes))
        return UnfitError(ReasonCode.ATTRIBUTE_UNKNOWN, **nearby(name, known, attribute=name))
    return UnfitError(
        ReasonCode.ATTRIBUTE_NOT_OF_BEHAVIOUR,
        **nearby(
            name,
            tuple(sorted(behaviour.names)),
            behaviour=behaviour.name,
            attribute=name,
            value=fields[name],
        ),
    )
