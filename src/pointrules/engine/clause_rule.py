"""A clause made ready: what its records are asked, and all that its candidates pass through."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from pointrules.engine.account_rule import AccountRule, Holder, account_rule
from pointrules.engine.clause_scans import clause_scans, limit_scans, occurrences_of
from pointrules.engine.limit_rule import Limits, limits_for
from pointrules.engine.scan import Counter, Counters
from pointrules.engine.truth import read_of_past
from pointrules.ledger.entry import Valuation
from pointrules.model.beneficiary import Beneficiary, Own, PartiesOf, Relation
from pointrules.model.clause import BestOf, Escalation, LastCounts, ScoringClause, StackingKind
from pointrules.model.condition import And, BehaviourIs, Condition
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import (
    Direction,
    HighestSoFar,
    LastOne,
    Occurrences,
    Owner,
    OwnerKind,
    Per,
    RunningSum,
    WhileValid,
)
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.validity import LevelValidity, ValidityRule
from pointrules.model.value import ByAccount, ByRunningSum, Constant, Discretion

_PERSONS = frozenset(
    {Own.PERSON, Relation.HEAD, Relation.SPOUSE, Relation.PARENTS, Relation.MEMBERS}
)
"""Beneficiaries who are persons, beside the parties of a record."""


class BestOfRule(Struct, frozen=True):
    """A best-of with its counter."""

    best_of: BestOf
    counter: Counter


class ClauseRule(Struct, frozen=True):
    """A scoring clause with all that its candidates pass through.

    `condition` is what is left to ask once the behaviour is known; None: nothing. `kind` says whose
    counters the candidate passes first: a person's, where it enters any person's account. `needs`
    are the kinds of subject that a record must name. `ordinals` tell which occurrence it is.
    `constant` is the valuation of every record, where it is always the same.
    `accounts` are those of that kind; `household_accounts` the households' where there are both.
    `beneficiaries` is empty where the record's own subject gets it all, of `kind`; else `by_kind`
    holds the accounts of every kind, and persons' points roll up to their households.
    Where it `is_plain`, so that nobody's facts are asked for, `holders` remembers who has it.
    `asks_decision` where a body decides on the points; `counts_records` where it has `sums` or
    `occurrences`, which a record moves whatever becomes of its amount.
    `last_counts` is the counter that says which record stood before; `per_person` whether any
    counter keeps persons apart.
    `reads_past` says whether the condition asks of days that are over, or of a row of records.
    `clock` is the attribute that the validity runs from, `valid_for` says how long by account, and
    `while_valid` are the counters, by behaviour, that a record moves for as long.
    The tuples of counters hold all that move, also those that only another edition asks.
    """

    clause: ScoringClause
    edition: str
    condition: Condition | None
    preceded_by: frozenset[str]
    kind: SubjectKind
    needs: frozenset[SubjectKind]
    accounts: tuple[AccountRule, ...]
    household_accounts: tuple[AccountRule, ...]
    beneficiaries: tuple[Beneficiary, ...]
    by_kind: Mapping[SubjectKind, tuple[AccountRule, ...]]
    rolls_up: bool
    splits: bool
    restricts: bool
    is_collective: bool
    is_plain: bool
    asks_household_only: bool
    asks_decision: bool
    holders: dict[tuple[str, str | None, str | None], tuple[Holder, ...]]
    takes_whole_points: bool
    constant: Valuation | None
    running: Counter | None
    escalation: Escalation | None
    ordinals: Mapping[str, Counter]
    best_of: tuple[BestOfRule, ...]
    last_counts: tuple[LastCounts, Counter] | None
    gains: Limits
    losses: Limits
    sums: tuple[Counter, ...]
    occurrences: tuple[Counter, ...]
    counts_records: bool
    standings: tuple[Counter, ...]
    lasts: tuple[Counter, ...]
    per_person: bool
    key_names: tuple[str, ...]
    clock: str | None
    valid_for: Mapping[str, ValidityRule | None]
    while_valid: Mapping[str, tuple[Counter, ...]]
    reads_past: bool


def clause_rule(clause: ScoringClause, ruleset: Ruleset, counters: Counters) -> ClauseRule:
    """The rule of `clause` in `ruleset`, its counters among `counters`."""
    category = None if clause.category is None else ruleset.category(clause.category)
    start = ruleset.year_start
    accounts = [account_rule(ruleset.account(name), ruleset, counters) for name in clause.accounts]
    personal = tuple(a for a in accounts if a.account.subject_kind is SubjectKind.PERSON)
    shared = tuple(a for a in accounts if a.account.subject_kind is not SubjectKind.PERSON)
    by_kind: dict[SubjectKind, tuple[AccountRule, ...]] = {}
    for item in accounts:
        kind = item.account.subject_kind
        by_kind[kind] = (*by_kind.get(kind, ()), item)
    beneficiaries = clause.beneficiaries
    restricts = any(item.account.population is not None for item in accounts)
    groups = [group for group in ruleset.groups if clause.number in group.clauses]
    owners = [Owner(OwnerKind.CLAUSE, clause.number)]
    owners.extend(Owner(OwnerKind.GROUP, group.name) for group in groups)
    if category is not None:
        owners.append(Owner(OwnerKind.CATEGORY, category.name))
    own_scans = [*clause_scans(clause), *(group.best_of.scan for group in groups)]
    if category is not None:
        own_scans.extend(limit_scans(category.limits, category.best_of))
    owners.extend(scan.owner for scan in own_scans)
    asked_of_accounts = [limit.scan for item in accounts for limit in item.account.limits]
    asks_person = any(scan.per is Per.PERSON for scan in (*own_scans, *asked_of_accounts))
    to_persons = bool(beneficiaries) and all(
        item.who in _PERSONS or isinstance(item.who, PartiesOf) for item in beneficiaries
    )
    moved = counters.of_owners(owners)
    limits = clause.limits + (() if category is None else category.limits)
    best_of = [
        clause.best_of,
        *(group.best_of for group in groups),
        None if category is None else category.best_of,
    ]
    sums, occurrences = _of(moved, RunningSum), _of_clause(_of(moved, Occurrences))
    value = clause.value
    flagged = [opens.subject_kind for opens in clause.flags]
    flagged += [clears.subject_kind for clears in clause.clears]
    needs = frozenset() if beneficiaries else frozenset([*by_kind, *flagged])
    if asks_person and not to_persons:
        needs |= {SubjectKind.PERSON}
    return ClauseRule(
        clause=clause,
        edition=ruleset.edition.version,
        condition=_left_to_ask(clause.condition, frozenset(clause.behaviours)),
        preceded_by=frozenset(
            other.number
            for other in ruleset.scoring_clauses
            for stacking in other.stacking
            if stacking.kind is StackingKind.PRECEDES and clause.number in stacking.clauses
        ),
        kind=_first_kind(clause, accounts),
        needs=needs,
        accounts=personal or shared,
        household_accounts=shared if personal else (),
        beneficiaries=beneficiaries,
        by_kind=by_kind,
        rolls_up=all(item.kind is not SubjectKind.HOUSEHOLD for item in beneficiaries),
        is_plain=not beneficiaries and not restricts,
        asks_household_only=not beneficiaries
        and not restricts
        and needs <= frozenset([SubjectKind.HOUSEHOLD]),
        asks_decision=isinstance(value, Discretion),
        holders={},
        is_collective=not beneficiaries and any(kind in COLLECTIVES for kind in by_kind),
        restricts=restricts,
        splits=isinstance(value, ByAccount),
        # A whole number is made of halves, tenths, …
        takes_whole_points=all(item.account.precision.numerator == 1 for item in accounts),
        constant=Valuation(value, (), None, value.points) if isinstance(value, Constant) else None,
        running=counters.counter(value.scan, start) if isinstance(value, ByRunningSum) else None,
        escalation=clause.escalation,
        ordinals={
            behaviour: counters.counter(scan, start)
            for scan in occurrences_of(clause)
            for behaviour in clause.behaviours
            if scan.owner.kind is not OwnerKind.BEHAVIOUR or scan.owner.name == behaviour
        },
        best_of=tuple(
            BestOfRule(item, counters.counter(item.scan, start))
            for item in best_of
            if item is not None
        ),
        last_counts=None
        if clause.last_counts is None
        else (clause.last_counts, counters.counter(clause.last_counts.scan, start)),
        gains=limits_for(limits, moved, counters, start, Direction.GAIN),
        losses=limits_for(limits, moved, counters, start, Direction.LOSS),
        sums=sums,
        occurrences=occurrences,
        counts_records=bool(sums or occurrences),
        standings=_of(moved, HighestSoFar),
        lasts=_of(moved, LastOne),
        per_person=any(
            counter.per is Per.PERSON
            for counter in (
                *moved,
                *(counter for item in accounts for counter in item.gains.counters),
                *(counter for item in accounts for counter in item.losses.counters),
            )
        ),
        key_names=tuple(
            dict.fromkeys(
                (
                    *(key.name for scan in own_scans for key in scan.key),
                    *_levels(clause, ruleset),
                )
            )
        ),
        clock=_clock(clause),
        valid_for={
            item.account.name: ruleset.validity_of(clause, item.account) for item in accounts
        },
        while_valid=_while_valid(clause, _of(moved, Occurrences), counters),
        reads_past=any(True for _ in read_of_past(clause.condition)),
    )


def _levels(clause: ScoringClause, ruleset: Ruleset) -> Iterator[str]:
    """The attributes that say how long entries are valid."""
    for name in clause.accounts:
        rule = ruleset.validity_of(clause, ruleset.account(name))
        if isinstance(rule, LevelValidity):
            yield rule.attribute.name


def _of_clause(counters: Iterable[Counter]) -> tuple[Counter, ...]:
    """Without those of behaviours, which are moved whatever clause a record met."""
    return tuple(item for item in counters if item.owner.kind is not OwnerKind.BEHAVIOUR)


def _while_valid(
    clause: ScoringClause, own: Iterable[Counter], counters: Counters
) -> dict[str, tuple[Counter, ...]]:
    """The counters that count a record for as long as its entries are valid."""
    found: dict[str, tuple[Counter, ...]] = {}
    for behaviour in clause.behaviours:
        of_kind = counters.of_owners([Owner(OwnerKind.BEHAVIOUR, behaviour)])
        moved = tuple(
            counter
            for counter in (*_of_clause(own), *of_kind)
            if isinstance(counter.window, WhileValid)
        )
        if moved:
            found[behaviour] = moved
    return found


def _clock(clause: ScoringClause) -> str | None:
    """The attribute from which the validity runs, where it is not the occurrence."""
    validity = clause.validity
    return None if validity is None or validity.clock is None else validity.clock.name


def _first_kind(clause: ScoringClause, accounts: Sequence[AccountRule]) -> SubjectKind:
    """Whose counters a candidate passes first; a clause without accounts only opens flags."""
    kinds = [item.account.subject_kind for item in accounts]
    if SubjectKind.PERSON in kinds:
        return SubjectKind.PERSON
    if not kinds and clause.flags:
        return clause.flags[0].subject_kind
    if not kinds and clause.clears:
        return clause.clears[0].subject_kind
    return kinds[0] if kinds else SubjectKind.HOUSEHOLD


def _left_to_ask(condition: Condition, behaviours: frozenset[str]) -> Condition | None:
    """`condition` without what is settled by the record being of one of `behaviours`."""
    match condition:
        case BehaviourIs() if behaviours <= frozenset(condition.behaviours):
            return None
        case And(items, origin):
            left = [_left_to_ask(item, behaviours) for item in items]
            asked = tuple(item for item in left if item is not None)
            if len(asked) <= 1:
                return asked[0] if asked else None
            return And(asked, origin)
        case _:
            return condition


def _of(counters: Iterable[Counter], transfer: type) -> tuple[Counter, ...]:
    return tuple(counter for counter in counters if isinstance(counter.transfer, transfer))
