"""Who gets what a clause gives for a record (计给): each of them a candidate of its own."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from msgspec.structs import replace

from pointrules.engine.account_rule import AccountRule, Holder
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.population import excluding_fact, is_for, missing_fact
from pointrules.ledger.ledger import named_subjects
from pointrules.model.beneficiary import Own, PartiesOf, Relation, Who
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import ByRole, ByRunningSum
from pointrules.records.facts import Facts
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster

NOBODY = frozenset({"无", "none"})
"""How the facts say that a person has no spouse, or no parents left."""


def holders_of(rule: ClauseRule, record: Record, roster: Roster) -> tuple[Holder, ...] | Reason:
    """The beneficiaries of a clause that matched, or why the record is refused.

    An account that is not for somebody (限) is not entered; with no account left for anybody the
    record is refused.
    """
    if rule.is_plain:
        return _own_subject(rule, record)
    holders = _all_holders(rule, record, roster)
    if not rule.restricts or isinstance(holders, Reason):
        return holders
    return within_populations(holders, rule, record.occurred_on, roster.facts)


def _own_subject(rule: ClauseRule, record: Record) -> tuple[Holder, ...]:
    """The record's own subject, made once for all its records: most clauses know no other."""
    subject_id = record.household
    if rule.kind is SubjectKind.PERSON:
        subject_id = record.person
    elif rule.kind is not SubjectKind.HOUSEHOLD:
        subject_id = subject_of(rule.kind, record)
    if subject_id is None:
        return ()
    person = record.person
    key = (subject_id, record.household, person)
    found = rule.holders.get(key)
    if found is None:
        own, shared = rule.accounts, rule.household_accounts
        holder = Holder(rule.kind, subject_id, record.household, None, own, shared, person)
        found = rule.holders[key] = (holder,)
    return found


def within_populations(
    holders: Iterable[Holder], rule: ClauseRule, day: date, facts: Facts
) -> tuple[Holder, ...] | Reason:
    """The holders with those accounts that are for them on `day`, or why there are none."""
    found: list[Holder] = []
    outside: tuple[Subject, AccountRule] | None = None
    for holder in holders:
        own: list[AccountRule] = []
        shared: list[AccountRule] = []
        subject = Subject(holder.kind, holder.id)
        household = Subject(SubjectKind.HOUSEHOLD, holder.household or "")
        for item, whose, kept in (
            *((item, subject, own) for item in holder.accounts),
            *((item, household, shared) for item in holder.household_accounts),
        ):
            answer = is_for(item.account, whose, day, facts)
            if answer is None:
                return Reason(
                    ReasonCode.POPULATION_UNKNOWN,
                    (
                        (whose.kind.value, whose.id),
                        ("account", item.account.name),
                        ("attribute", missing_fact(item.account, whose, day, facts)),
                        ("day", day.isoformat()),
                    ),
                )
            if answer:
                kept.append(item)
            else:
                outside = outside or (whose, item)
        if own or not shared:
            if own:
                found.append(replace(holder, accounts=tuple(own), household_accounts=tuple(shared)))
        else:
            found.append(
                Holder(
                    household.kind,
                    household.id,
                    household.id,
                    holder.role,
                    tuple(shared),
                    (),
                    holder.person,
                )
            )
    if found or outside is None:
        return tuple(found)
    whose, item = outside
    return Reason(
        ReasonCode.OUTSIDE_POPULATION,
        (
            (whose.kind.value, whose.id),
            ("account", item.account.name),
            ("day", day.isoformat()),
            ("clause", rule.clause.number),
            *excluding_fact(item.account, whose, day, facts),
        ),
    )


def _all_holders(rule: ClauseRule, record: Record, roster: Roster) -> tuple[Holder, ...] | Reason:
    """One subject is one beneficiary, but for a party with two roles."""
    if not rule.beneficiaries:
        return _own_subject(rule, record)
    found: dict[tuple[SubjectKind, str, object], Holder] = {}
    for beneficiary in rule.beneficiaries:
        if beneficiary.otherwise and found:
            break
        reached = _reached(beneficiary.who, rule, record, roster)
        if isinstance(reached, Reason):
            return reached
        for one in reached:
            subject, _, role = one
            holder = _holder(rule, one, record)
            if isinstance(holder, Reason):
                return holder
            # Of several parties in one household each counts, but one running sum counts once.
            apart = None if isinstance(rule.clause.value, ByRunningSum) else (subject, role)
            found.setdefault((holder.kind, holder.id, apart), holder)
    if not found:
        return _nobody(rule, record)
    return tuple(found.values())


def by_account(holders: Iterable[Holder]) -> Iterator[Holder]:
    """Each beneficiary once for every account, where accounts have amounts of their own."""
    for holder in holders:
        for account in holder.accounts:
            yield replace(holder, accounts=(account,), household_accounts=())
        for account in holder.household_accounts:
            assert holder.household is not None, "the record was checked to name its household"
            household = holder.household
            yield Holder(
                SubjectKind.HOUSEHOLD, household, household, None, (account,), (), holder.person
            )


def subject_of(kind: SubjectKind, record: Record) -> str | None:
    """The id of the subject of that kind which the record names."""
    if kind is SubjectKind.HOUSEHOLD:
        return record.household
    if kind is SubjectKind.PERSON:
        return record.person
    collective = record.collective
    return collective.id if collective is not None and collective.kind is kind else None


def everyone_of(record: Record) -> tuple[Subject, ...]:
    """Whose record it is: all it names, and the households of its parties, as of its person."""
    named = named_subjects(record.household, record.person, record.collective, record.parties)
    if not record.parties:
        return named
    households = (party.household for party in record.parties)
    of_parties = (Subject(SubjectKind.HOUSEHOLD, item) for item in households if item is not None)
    return tuple(dict.fromkeys((*named, *of_parties)))


def collective_of(kind: SubjectKind, record: Record, facts: Facts, day: date) -> str | None:
    """The group, organisation or village of the record, of its household, or of its person."""
    named = subject_of(kind, record)
    if named is not None:
        return named
    relation = Relation(kind.value)
    for subject in _named(record):
        related = facts.related(subject.kind, subject.id, relation, day)
        if related:
            return related[0]
    return None


_Reached = tuple[Subject, str | None, str | None]


def _reached(
    who: Who, rule: ClauseRule, record: Record, roster: Roster
) -> tuple[_Reached, ...] | Reason:
    """Subjects with their households and roles."""
    day, facts = record.occurred_on, roster.facts
    match who:
        case Own.PERSON:
            if record.person is None:
                return _person_missing(rule)
            return ((Subject(SubjectKind.PERSON, record.person), record.household, None),)
        case Own.HOUSEHOLD:
            if record.household is None:
                return _without_household(rule, record)
            subject = Subject(SubjectKind.HOUSEHOLD, record.household)
            return ((subject, record.household, None),)
        case PartiesOf(roles):
            return _parties(roles, rule, record)
        case Relation.HEAD:
            if record.household is None:
                return _without_household(rule, record)
            household = Subject(SubjectKind.HOUSEHOLD, record.household)
            return _relatives(household, who, rule, facts, day)
        case Relation.MEMBERS:
            if record.household is None:
                return _without_household(rule, record)
            members = roster.persons_of(record.household, day)
            return tuple((Subject(SubjectKind.PERSON, m), record.household, None) for m in members)
        case Relation.SPOUSE | Relation.PARENTS:
            if record.person is None:
                return _person_missing(rule)
            person = Subject(SubjectKind.PERSON, record.person)
            return _relatives(person, who, rule, facts, day)
        case Relation.GROUP | Relation.ORGANISATION | Relation.VILLAGE:
            return _collective(SubjectKind(who.value), rule, record, facts)
        case _:
            assert_never(who)


def _parties(
    roles: tuple[str, ...], rule: ClauseRule, record: Record
) -> tuple[_Reached, ...] | Reason:
    """A role that this record has nobody for is passed over; with nobody at all it is refused."""
    asked = roles or _asked_roles(rule)
    parties = [party for party in record.parties if asked is None or party.role in asked]
    if not parties:
        return _party_missing(rule, asked)
    return tuple((party.subject, party.household, party.role) for party in parties)


def _asked_roles(rule: ClauseRule) -> tuple[str, ...] | None:
    """The roles of 按 角色; None where every party is meant."""
    value = rule.clause.value
    if not isinstance(value, ByRole) or value.otherwise is not None:
        return None
    return tuple(role for role, _ in value.rows)


def _relatives(
    subject: Subject, relation: Relation, rule: ClauseRule, facts: Facts, day: date
) -> tuple[_Reached, ...] | Reason:
    ids = facts.related(subject.kind, subject.id, relation, day)
    whose = ((subject.kind.value, subject.id), ("relation", relation.value), ("day", f"{day}"))
    if not ids:
        return Reason(ReasonCode.RELATION_MISSING, (("clause", rule.clause.number), *whose))
    if NOBODY.issuperset(ids):
        return ()
    found: list[_Reached] = []
    for person in ids:
        relative = Subject(SubjectKind.PERSON, person)
        if not facts.is_listed(relative, day):
            return Reason(ReasonCode.RELATED_UNKNOWN, (*whose, ("value", person)))
        found.append((relative, facts.household_of(person, day), None))
    return tuple(found)


def _collective(
    kind: SubjectKind, rule: ClauseRule, record: Record, facts: Facts
) -> tuple[_Reached, ...] | Reason:
    day = record.occurred_on
    found = collective_of(kind, record, facts, day)
    if found is not None:
        subject = Subject(kind, found)
        if facts.is_listed(subject, day):
            return ((subject, None, None),)
    number, named = ("clause", rule.clause.number), _named(record)
    if not named:
        return Reason(ReasonCode.SUBJECT_KIND_MISSING, (number, ("kind", kind.value)))
    whose = ((named[0].kind.value, named[0].id), ("relation", kind.value), ("day", f"{day}"))
    if found is None:
        return Reason(ReasonCode.RELATION_MISSING, (number, *whose))
    return Reason(ReasonCode.RELATED_UNKNOWN, (*whose, ("value", found)))


def _holder(rule: ClauseRule, reached: _Reached, record: Record) -> Holder | Reason:
    subject, household, role = reached
    own = rule.by_kind.get(subject.kind, ())
    rolls_up = rule.rolls_up and subject.kind is SubjectKind.PERSON
    shared = rule.by_kind.get(SubjectKind.HOUSEHOLD, ()) if rolls_up else ()
    if rule.by_kind and not own and not shared:
        arguments = (
            ("clause", rule.clause.number),
            ("role", role or ""),
            ("subject", subject.id),
            ("kind", subject.kind.value),
        )
        return Reason(ReasonCode.PARTY_UNFIT, arguments)
    if subject.kind is not SubjectKind.PERSON:
        return Holder(subject.kind, subject.id, household, role, own, (), record.person)
    if shared and household is None:
        who = (("person", subject.id), ("day", record.occurred_on.isoformat()))
        return Reason(ReasonCode.PERSON_WITHOUT_HOUSEHOLD, who)
    if own or not shared or household is None:
        return Holder(subject.kind, subject.id, household, role, own, shared, subject.id)
    return Holder(SubjectKind.HOUSEHOLD, household, household, role, shared, (), subject.id)


def _named(record: Record) -> tuple[Subject, ...]:
    """The household of the record, and its person."""
    found = []
    if record.household is not None:
        found.append(Subject(SubjectKind.HOUSEHOLD, record.household))
    if record.person is not None:
        found.append(Subject(SubjectKind.PERSON, record.person))
    return tuple(found)


def _nobody(rule: ClauseRule, record: Record) -> Reason:
    """Nobody belongs to the household, or every relative asked for is said not to be there."""
    relations = [item.who for item in rule.beneficiaries if isinstance(item.who, Relation)]
    named = [(item.kind.value, item.id) for item in _named(record)]
    number, day = ("clause", rule.clause.number), ("day", record.occurred_on.isoformat())
    if Relation.MEMBERS in relations:
        relation = ("relation", Relation.MEMBERS.value)
        return Reason(ReasonCode.RELATION_MISSING, (number, *named[:1], relation, day))
    words = ("relations", ",".join(relations))
    return Reason(ReasonCode.NOBODY_RELATED, (number, *named[-1:], words, day))


def _person_missing(rule: ClauseRule) -> Reason:
    return Reason(ReasonCode.PERSON_MISSING, (("clause", rule.clause.number),))


def _without_household(rule: ClauseRule, record: Record) -> Reason:
    if record.person is None:
        kind = ("kind", SubjectKind.HOUSEHOLD.value)
        return Reason(ReasonCode.SUBJECT_KIND_MISSING, (("clause", rule.clause.number), kind))
    who = (("person", record.person), ("day", record.occurred_on.isoformat()))
    return Reason(ReasonCode.PERSON_WITHOUT_HOUSEHOLD, who)


def _party_missing(rule: ClauseRule, roles: tuple[str, ...] | None) -> Reason:
    words = "、".join(roles) if roles else ""
    named = (("roles", words),) if words else ()
    return Reason(ReasonCode.PARTY_MISSING, (("clause", rule.clause.number), *named))
