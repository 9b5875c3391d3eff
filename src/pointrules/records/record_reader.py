"""From one line to a record: every cell typed as the edition of its day declares it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pointrules.model.period import Duration
from pointrules.model.review import Review, RulingDate
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.records.columns import Status
from pointrules.records.edition_plan import EditionPlan, attributes_in, edition_plan
from pointrules.records.facts import Facts
from pointrules.records.line import RawLine
from pointrules.records.party_reader import read_parties
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record import Party, Record
from pointrules.records.recusal import not_aside, reviewers_missing
from pointrules.records.review import ReviewStep, Standing, Today, read_step, standing_of
from pointrules.records.roster import Roster
from pointrules.records.values import UnfitError, occurrence, read_day, read_points
from pointrules.source.folding import fold

_COLLECTIVE_COLUMNS = frozenset(kind.value for kind in COLLECTIVES)


class RecordReader:
    """Reads lines under the editions and facts given."""

    def __init__(self, editions: Sequence[Ruleset], facts: Facts, today: Today) -> None:
        self._editions = tuple(editions)
        self._households = facts.households
        self._persons = facts.persons
        self._facts = facts
        self._roster = Roster(facts)
        self._today = today
        self._plans = {id(ruleset): edition_plan(ruleset) for ruleset in self._editions}
        self._plan_of_day: dict[date, EditionPlan | None] = {}

    def read(
        self,
        raw: RawLine,
        line_id: str,
        entered_on: date,
        first_entered_on: date,
        steps: Sequence[ReviewStep],
    ) -> tuple[Record, tuple[Reason, ...], Reason | None]:
        """The record that the line holds, what it still waits for, and what is to be marked.

        `first_entered_on` is the day of the line that it replaces, if it does. `steps` are of its
        review, in order, beside what the line itself says.

        Raises:
            UnfitError: the line cannot be used, or its review rejected it.
        """
        fields = raw.fields
        occurred_on = occurrence(fields, entered_on)
        plan = self._find_plan(occurred_on)
        if plan is not None:
            return self._read_under(
                plan, raw, line_id, occurred_on, entered_on, first_entered_on, steps
            )
        # What no edition rules scores nothing, but settlements may count it or miss it (R26): it is
        # read as the nearest edition would.
        near = self._near_plan(occurred_on)
        if near is None:
            raise self._no_edition(occurred_on)
        try:
            record, awaited, marked = self._read_under(
                near, raw, line_id, occurred_on, entered_on, first_entered_on, steps
            )
        except UnfitError:
            awaited, record, marked = (), None, None
        if record is None or awaited:
            raise self._no_edition(occurred_on)
        return record, (), marked

    def _read_under(  # noqa: PLR0913, PLR0917
        self,
        plan: EditionPlan,
        raw: RawLine,
        line_id: str,
        occurred_on: date,
        entered_on: date,
        first_entered_on: date,
        steps: Sequence[ReviewStep],
    ) -> tuple[Record, tuple[Reason, ...], Reason | None]:
        fields, review = raw.fields, plan.review
        standing = standing_of(review, (read_step(fields), *steps), occurred_on, self._today)
        behaviour, attributes = attributes_in(fields, plan)
        if review.filing is not None and behaviour not in plan.without_deadline:
            _check_deadline(review.filing.duration, occurred_on, first_entered_on)
        person = fields.get("person")
        cell = fields.get("parties")
        parties = () if cell is None else read_parties(cell, plan.roles, self._facts, occurred_on)
        household, collective = self.named_by(fields, occurred_on, may_name_none=bool(parties))
        awaited, mark = standing.awaited, None
        if review.recusal is not None:
            approvals = [s for s in standing.approvals if s.status is Status.APPROVED]
            awaited += reviewers_missing(approvals)
            concerned = self._concerned(household, person, parties, occurred_on)
            mark = not_aside(review.recusal, approvals, concerned, occurred_on, self._facts)
            if mark is not None and review.recusal.refuses:
                raise UnfitError(mark.code, **dict(mark.arguments))
        decided = fields.get("decided")
        rules_on = _ruling_day(review.ruling_date, occurred_on, first_entered_on, standing)
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
            None if decided is None else read_points(decided, "decided"),
            fields.get("decided_by"),
            collective,
            parties,
        )
        return record, awaited, mark

    def _concerned(
        self,
        household: str | None,
        person: str | None,
        parties: Iterable[Party],
        day: date,
    ) -> tuple[str, ...]:
        """The persons whom a record is about: all of a household where it names no person."""
        persons = [
            party.subject.id for party in parties if party.subject.kind is SubjectKind.PERSON
        ]
        if person is not None:
            persons.append(person)
        elif household is not None:
            persons.extend(self._roster.persons_of(household, day))
        return tuple(dict.fromkeys(persons))

    def review_of(self, raw: RawLine) -> Review | None:
        """The review of the edition in force when a line's record occurred, as far as legible."""
        day = read_day(raw.fields.get("occurred_on", ""))
        plan = None if day is None else self._find_plan(day)
        return None if plan is None else plan.review

    def ruleset_on(self, day: date) -> Ruleset:
        """The edition in force on `day`.

        Raises:
            UnfitError: there is none.
        """
        ruleset = edition_on(self._editions, day)
        if ruleset is None:
            raise self._no_edition(day)
        return ruleset

    def named_by(
        self, fields: Mapping[str, str], day: date, *, may_name_none: bool
    ) -> tuple[str | None, Subject | None]:
        """The household that a line names, or its person's on that day; or else a collective.

        Raises:
            UnfitError: there is none, or it is not on the register.
        """
        collective = None
        if not _COLLECTIVE_COLUMNS.isdisjoint(fields):
            collective = self._collective(fields, day)
        household, person = fields.get("household"), fields.get("person")
        if person is None and household is None and (collective or may_name_none):
            return None, collective
        return self._household(household, person, day), collective

    def behaviour_named(self, word: str | None, day: date | None) -> str | None:
        """The canonical name where the edition of that day knows the word, else the word."""
        plan = None if day is None else self._find_plan(day)
        if word is None or plan is None:
            return word
        behaviour = plan.behaviours.get(word) or plan.behaviours.get(fold(word))
        return word if behaviour is None else behaviour.name

    def _collective(self, fields: Mapping[str, str], day: date) -> Subject:
        """The group, organisation or village that the line names, and nobody beside it."""
        named = [kind for kind in COLLECTIVES if kind.value in fields]
        others = [column for column in ("household", "person") if column in fields]
        if len(named) > 1 or others:
            column = others[0] if others else named[1].value
            raise UnfitError(
                ReasonCode.FIELD_UNREADABLE,
                column=column,
                value=fields[column],
                expected=Expected.ONE_SUBJECT,
            )
        subject = Subject(named[0], fields[named[0].value])
        if not self._facts.is_known(subject):
            raise UnfitError(ReasonCode.COLLECTIVE_UNKNOWN, kind=subject.kind, value=subject.id)
        if not self._facts.is_listed(subject, day):
            raise UnfitError(
                ReasonCode.SUBJECT_NOT_LISTED,
                **{subject.kind.value: subject.id},
                day=day.isoformat(),
            )
        return subject

    def _household(self, household: str | None, person: str | None, day: date) -> str | None:
        if person is not None:
            facts = self._persons.get(person)
            if facts is None:
                raise UnfitError(ReasonCode.PERSON_UNKNOWN, person=person)
            if not facts.is_listed(day):
                raise UnfitError(ReasonCode.SUBJECT_NOT_LISTED, person=person, day=day.isoformat())
            own = self._facts.household_of(person, day)
            if own is None and household is None:
                return None  # which only matters to a clause that enters a household's account
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

    def _find_plan(self, day: date) -> EditionPlan | None:
        try:
            return self._plan_of_day[day]
        except KeyError:
            ruleset = edition_on(self._editions, day)
            plan = None if ruleset is None else self._plans[id(ruleset)]
            self._plan_of_day[day] = plan
            return plan

    def _near_plan(self, day: date) -> EditionPlan | None:
        """That of the last edition before `day`, else of the first; None where nothing settles."""
        if not any(item.settlement_clauses for item in self._editions):
            return None
        earlier = [item for item in self._editions if item.edition.first_day <= day]
        return self._plans[id(earlier[-1] if earlier else self._editions[0])]

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


def _check_deadline(allowed: Duration, occurred_on: date, entered_on: date) -> None:
    last_day = allowed.last_day_from(occurred_on)
    if entered_on > last_day:
        raise UnfitError(
            ReasonCode.FILED_TOO_LATE, day=last_day.isoformat(), value=entered_on.isoformat()
        )


def _ruling_day(
    ruling_date: RulingDate, occurred_on: date, entered_on: date, standing: Standing
) -> date:
    """The day that rules; one that is still to come is not asked for yet."""
    if ruling_date is RulingDate.OCCURRED:
        return occurred_on
    if ruling_date is RulingDate.ENTERED:
        return entered_on
    noticed = ruling_date is RulingDate.NOTICED
    day = standing.counts_from if noticed else standing.reviewed_on
    if day is not None:
        return day
    if not standing.awaited:
        raise UnfitError(ReasonCode.REVIEW_DATE_MISSING)
    return occurred_on
