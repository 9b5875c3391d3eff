"""Settlement clauses: when their days come, who is settled, and what follows.

All that is settled on one day for periods of one length reads the state before it (R32): every
clause is asked for every subject first, then what they give passes through limits into the
accounts, in the order of the ruleset. Flags that a settlement opens begin on the next day (R29).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias, assert_never

from msgspec import Struct, field

from pointrules.engine.account_rule import AccountRule, Holder
from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.beneficiary import within_populations
from pointrules.engine.candidate import Candidate, SettledOccasion
from pointrules.engine.ruled_out import is_ruled_out
from pointrules.engine.rules import EditionRules, SettlementRule
from pointrules.engine.settled_moment import SettledMoment, SettledWorld, without_household
from pointrules.engine.truth import truth
from pointrules.ledger.entry import Adjustment, Replaced, Valuation
from pointrules.ledger.ground import Settled
from pointrules.ledger.ledger import NotSettled
from pointrules.model.condition import And, Condition, MeasureCompares, Not, Or
from pointrules.model.lineage import Lineage
from pointrules.model.number import Number, simplified
from pointrules.model.period import Period, period_of
from pointrules.model.schedule import schedule_value
from pointrules.model.settlement import (
    ByTally,
    SettlesByAttribute,
    SettlesEach,
    SettlesOn,
    SettlesYearly,
)
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import Constant
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode

_ONE_DAY = timedelta(days=1)

LetThrough: TypeAlias = Callable[[Candidate, Iterable[AccountRule]], None]
"""Limits and posting, as records pass them."""


class _Place(Struct, frozen=True):
    """When on a day something is settled: a date before a week, a week before a month, …"""

    phase: Phase
    order: int


_ON_A_DATE = _Place(Phase.SETTLE_MONTH, 0)
_PLACES = {
    Period.WEEK: _Place(Phase.SETTLE_MONTH, 1),
    Period.MONTH: _Place(Phase.SETTLE_MONTH, 2),
    Period.QUARTER: _Place(Phase.SETTLE_QUARTER, 0),
    Period.HALF_YEAR: _Place(Phase.SETTLE_HALF_YEAR, 0),
    Period.YEAR: _Place(Phase.SETTLE_YEAR, 0),
}

Due: TypeAlias = tuple[SettlementRule, tuple[Subject, ...]]
"""A clause and those whom it settles."""


class _Fired(Struct, frozen=True):
    rule: SettlementRule
    subject: Subject
    holder: Holder
    valuation: Valuation | None
    ground: Settled


class Settlements(Struct):
    """The settlements of one run, and what they leave behind."""

    world: SettledWorld
    let_through: LetThrough
    not_settled: list[NotSettled] = field(default_factory=list)
    paid_up_to: dict[tuple[Lineage, Subject], date] = field(default_factory=dict)
    given: dict[tuple[Lineage, Subject], list[tuple[date, Number]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add_to(self, agenda: Agenda, editions: Sequence[EditionRules], as_of: date) -> None:
        """Put on the agenda what is settled up to `as_of`."""
        for rules in editions:
            if not rules.settlements:
                continue
            due: dict[tuple[date, _Place], list[Due]] = defaultdict(list)
            for rule in rules.settlements:
                self._note_without_deadline(rule, rules, as_of)
                for day, place, subjects in _due(rule, rules, self.world.facts, as_of):
                    due[day, place].append((rule, subjects))
            for (day, place), items in due.items():
                happens = partial(self._settle, day, rules, items)
                agenda.add(day, place.phase, place.order, "", happens)

    def _note_without_deadline(
        self, rule: SettlementRule, rules: EditionRules, as_of: date
    ) -> None:
        """Say of whom no deadline was ever registered, so that nothing is missed silently.

        Whom the clause cannot be about, by the facts or by its accounts, needs no deadline.
        """
        when, facts = rule.clause.when, self.world.facts
        last_day = as_of if rules.last_day is None else min(as_of, rules.last_day)
        if not isinstance(when, SettlesByAttribute) or last_day < rules.first_day:
            return
        kind, name = when.operand.kind, when.operand.attribute.name
        for subject in facts.subjects():
            if (
                subject.kind is kind
                and facts.is_listed(subject, last_day)
                and name not in facts.of_kind(kind)[subject.id].timelines
                and not is_ruled_out(rule.clause.condition, subject, last_day, facts)
                and self._holder(rule, subject, last_day) is not None
            ):
                arguments = (("attribute", name), ("day", last_day.isoformat()))
                reason = Reason(ReasonCode.SETTLED_ATTRIBUTE_UNKNOWN, arguments)
                version = rules.ruleset.edition.version
                self.not_settled.append(NotSettled(subject, rule.clause, version, last_day, reason))

    def _settle(self, day: date, rules: EditionRules, due: Sequence[Due]) -> None:
        fired = [
            found
            for rule, subjects in due
            for subject in subjects
            if (found := self._asked(rule, subject, day, rules)) is not None
        ]
        for found in fired:
            clause = found.rule.clause
            self.paid_up_to[found.rule.lineage, found.subject] = day
            if found.valuation is not None:
                self._give(found, found.valuation, day, rules)
            for opens in clause.flags:
                self.world.flags.open_at_close_of(
                    day, opens, found.subject, clause.number, rules.ruleset
                )

    def _asked(
        self, rule: SettlementRule, subject: Subject, day: date, rules: EditionRules
    ) -> _Fired | None:
        """What the clause gives to the subject; None where nothing; why is kept if not known."""
        clause = rule.clause
        holder = self._holder(rule, subject, day)
        if holder is None:
            return None
        paid_up_to = self.paid_up_to.get((rule.lineage, subject))
        moment = SettledMoment(self.world, rules.ruleset, subject, day, paid_up_to)
        holds = True if clause.condition is None else truth(clause.condition, moment)
        if holds is False:
            return None
        valuation = None if holds is None else _valuation(rule, moment)
        is_known = holds is not None and (valuation is not None or clause.value is None)
        if isinstance(holder, Reason):
            moment.unknown.append(holder)
            is_known = False
        if not is_known or isinstance(holder, Reason):
            version, reason = rules.ruleset.edition.version, moment.unknown[0]
            self.not_settled.append(NotSettled(subject, clause, version, day, reason))
            return None
        if valuation is not None and not valuation.points and isinstance(clause.value, ByTally):
            return None  # a month without an hour gives nothing
        for asked in _measures(clause.condition):
            moment.measured(asked)
        return _Fired(rule, subject, holder, valuation, Settled(subject, tuple(moment.found)))

    def _give(self, fired: _Fired, valuation: Valuation, day: date, rules: EditionRules) -> None:
        clause, passing, subject = fired.rule.clause, fired.rule.passing, fired.subject
        person = subject.id if subject.kind is SubjectKind.PERSON else None
        place = f"{clause.number} {day.isoformat()}"
        occasion = SettledOccasion(place, clause, day, day, person, fired.ground)
        points = valuation.points
        holder = fired.holder
        kind, holder_id = holder.kind, holder.id
        candidate = Candidate(
            passing, occasion, holder, kind, holder_id, holder_id, valuation, points, points, ()
        )
        if clause.replaces:
            self._replace(candidate, fired, day, rules)
        self.let_through(candidate, holder.accounts)
        self.given[fired.rule.lineage, subject].append((day, candidate.amount))
        if holder.household_accounts and holder.household is not None:
            household = candidate.of_household(holder.household)
            self.let_through(household, holder.household_accounts)

    def _replace(self, candidate: Candidate, fired: _Fired, day: date, rules: EditionRules) -> None:
        """Take off what was given in the period that is settled; nothing is taken back."""
        clause = fired.rule.clause
        first = _settled_since(fired.rule, day, rules)
        given: Number = 0
        for lineage in fired.rule.replaced:
            for on, points in self.given.get((lineage, fired.subject), ()):
                if first is None or on >= first:
                    given += points
        before = candidate.amount
        left = max(before - given, 0) if before > 0 else min(before - given, 0)
        candidate.ladder = candidate.amount = simplified(left)
        if candidate.amount != before:
            adjustment = Adjustment(
                Replaced(clause.replaces), simplified(given), before, candidate.amount
            )
            candidate.adjustments += (adjustment,)

    def _holder(self, rule: SettlementRule, subject: Subject, day: date) -> Holder | Reason | None:
        """Whose accounts are entered; None where they are not for the subject (限)."""
        passing, facts = rule.passing, self.world.facts
        person, household = None, None
        if subject.kind is SubjectKind.PERSON:
            person, household = subject.id, facts.household_of(subject.id, day)
            if passing.household_accounts and household is None:
                return without_household(subject, day)
        holder = Holder(
            subject.kind,
            subject.id,
            household,
            None,
            passing.accounts,
            passing.household_accounts,
            person,
        )
        if not passing.restricts:
            return holder
        holders = within_populations((holder,), passing, day, facts)
        if isinstance(holders, Reason):
            return holders if holders.code is ReasonCode.POPULATION_UNKNOWN else None
        return holders[0] if holders else None


def _valuation(rule: SettlementRule, moment: SettledMoment) -> Valuation | None:
    value = rule.clause.value
    match value:
        case None:
            return None
        case Constant():
            return Valuation(value, (), None, value.points)
        case ByTally():
            number = moment.by_tally(value)
            if number is None:
                return None
            name = value.tally.behaviour
            points = schedule_value(value.schedule, number)
            return Valuation(value, ((name, number),), None, points)
        case _:
            assert_never(value)


def _measures(condition: Condition | None) -> Iterator[MeasureCompares]:
    match condition:
        case And(items) | Or(items):
            for item in items:
                yield from _measures(item)
        case Not(item):
            yield from _measures(item)
        case MeasureCompares():
            yield condition
        case _:
            return


# ---- whose day it is


def _due(
    rule: SettlementRule, rules: EditionRules, facts: Facts, as_of: date
) -> Iterator[tuple[date, _Place, tuple[Subject, ...]]]:
    """The days that a clause settles while its edition is in force, and whom (R25, R36)."""
    last_day = as_of if rules.last_day is None else min(as_of, rules.last_day)
    when, kind = rule.clause.when, rule.clause.subject_kind
    if isinstance(when, SettlesByAttribute):
        yield from _by_attribute(when, rules.first_day, last_day, facts)
        return
    for day, place in _days(when, rules, last_day):
        everyone = (subject for subject in facts.subjects() if subject.kind is kind)
        listed = tuple(subject for subject in everyone if facts.is_listed(subject, day))
        yield day, place, listed


def _days(
    when: SettlesEach | SettlesYearly | SettlesOn, rules: EditionRules, last_day: date
) -> Iterator[tuple[date, _Place]]:
    match when:
        case SettlesEach(period):
            day = rules.first_day
            while True:
                ends = period_of(period, day, rules.ruleset.year_start).last
                if ends is None or ends > last_day:
                    return
                yield ends, _PLACES[period]
                day = ends + _ONE_DAY
        case SettlesYearly(month_day):
            for year in range(rules.first_day.year, last_day.year + 1):
                day = month_day.in_year(year)
                if rules.first_day <= day <= last_day:
                    yield day, _ON_A_DATE
        case SettlesOn(day):
            if rules.first_day <= day <= last_day:
                yield day, _ON_A_DATE
        case _:
            assert_never(when)


def _by_attribute(
    when: SettlesByAttribute, first_day: date, last_day: date, facts: Facts
) -> Iterator[tuple[date, _Place, tuple[Subject, ...]]]:
    """Each subject on the date that its attribute names, if it still names it on that day."""
    kind, name = when.operand.kind, when.operand.attribute.name
    of_day: dict[date, list[Subject]] = defaultdict(list)
    for subject in facts.subjects():
        if subject.kind is not kind:
            continue
        timeline = facts.of_kind(kind)[subject.id].timelines.get(name)
        named = () if timeline is None else {value for _, value in timeline.pieces}
        for day in named:
            if (
                isinstance(day, date)
                and first_day <= day <= last_day
                and facts.value(kind, subject.id, name, day) == day
                and facts.is_listed(subject, day)
            ):
                of_day[day].append(subject)
    for day, subjects in sorted(of_day.items()):
        yield day, _ON_A_DATE, tuple(subjects)


def _settled_since(rule: SettlementRule, day: date, rules: EditionRules) -> date | None:
    match rule.clause.when:
        case SettlesEach(period):
            return period_of(period, day, rules.ruleset.year_start).first
        case SettlesYearly():
            return period_of(Period.YEAR, day, rules.ruleset.year_start).first
        case SettlesOn() | SettlesByAttribute():
            return None
