"""The clauses of every edition, made ready to be asked: by behaviour, with their counters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.scan import Counter, Counters
from pointrules.engine.truth import read_of_past
from pointrules.ledger.entry import Valuation
from pointrules.model.account import Account
from pointrules.model.beneficiary import Beneficiary, Own, PartiesOf, Relation
from pointrules.model.clause import (
    BestOf,
    Escalation,
    LastCounts,
    ScoringClause,
    SettlementClause,
    StackingKind,
    tallied_behaviours,
)
from pointrules.model.condition import And, BehaviourIs, Condition
from pointrules.model.flag import LowersPoints, UntilRecordOf
from pointrules.model.limit import Limit
from pointrules.model.lineage import lineages
from pointrules.model.period import MonthDay, Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import (
    Counted,
    Direction,
    HighestSoFar,
    LastOne,
    LetThrough,
    Occurrences,
    Owner,
    OwnerKind,
    Per,
    RunningSum,
    Scan,
    WhileValid,
)
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.validity import LevelValidity, ValidityRule
from pointrules.model.value import ByAccount, Constant, Cumulative, Ladder

_PERSONS = frozenset(
    {Own.PERSON, Relation.HEAD, Relation.SPOUSE, Relation.PARENTS, Relation.MEMBERS}
)
"""Beneficiaries who are persons, beside the parties of a record."""
_SHORTEST_FIRST = (
    Period.RECORD,
    Period.DAY,
    Period.WEEK,
    Period.MONTH,
    Period.QUARTER,
    Period.HALF_YEAR,
    Period.YEAR,
    Period.EVER,
)


class LimitRule(Struct, frozen=True):
    """A limit with what it asks: its counter, or each record by itself, or the balance.

    `place` is that of its counter among those that move; None where it reads none.
    """

    limit: Limit
    transfer: LetThrough
    place: int | None
    bounds_balance: bool


class Limits(Struct, frozen=True):
    """All limits that can cut an amount of one sign, and all counters that it moves.

    Limits stand so that of two equally tight ones the first is named; the counters are also those
    that only another edition asks.
    """

    limits: tuple[LimitRule, ...]
    counters: tuple[Counter, ...]


class BestOfRule(Struct, frozen=True):
    """A best-of with its counter."""

    best_of: BestOf
    counter: Counter


class AccountRule(Struct, frozen=True):
    """An account with its limits on gains and on losses; `bounds`: whether it can cut at all."""

    account: Account
    gains: Limits
    losses: Limits
    bounds: bool


class Holder(NamedTuple):
    """A beneficiary: whose counters the candidate passes, and which accounts it enters.

    `household` is the one that points roll up to, into `household_accounts`; `role` is a party's;
    `person` is whose part it is, where 按人 keeps the members of a household apart.
    """

    kind: SubjectKind
    id: str
    household: str | None
    role: str | None
    accounts: tuple[AccountRule, ...]
    household_accounts: tuple[AccountRule, ...]
    person: str | None


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
    standings: tuple[Counter, ...]
    lasts: tuple[Counter, ...]
    per_person: bool
    key_names: tuple[str, ...]
    clock: str | None
    valid_for: Mapping[str, ValidityRule | None]
    while_valid: Mapping[str, tuple[Counter, ...]]
    reads_past: bool


class SettlementRule(Struct, frozen=True):
    """A settlement clause; what it gives passes through limits and accounts as `passing` says."""

    clause: SettlementClause
    passing: ClauseRule


class EditionRules(Struct, frozen=True):
    """One edition: the days it is in force, and its clauses by behaviour, in their order.

    `flag_openers` are the behaviours of clauses that open flags, `flag_closers` those that withdraw
    them or that flags last until. `watched` are the accounts of which flags ask the measures.
    `kinds` are the counters of behaviours, which count whatever clause a record met (同类).
    `settled_behaviours` are those that settlement clauses read, with the numbers of these.
    """

    ruleset: Ruleset
    first_day: date
    last_day: date | None
    by_behaviour: dict[str, tuple[ClauseRule, ...]]
    kinds: dict[str, tuple[Counter, ...]]
    flag_openers: frozenset[str]
    flag_closers: frozenset[str]
    watched: frozenset[str]
    settlements: tuple[SettlementRule, ...]
    settled_behaviours: dict[str, tuple[str, ...]]


def edition_rules(editions: Sequence[Ruleset]) -> tuple[EditionRules, ...]:
    """Make `editions`, which are in order of their first days, ready."""
    shared = Counters()
    counters = [shared.of_edition(lineage) for lineage in lineages(editions)]
    for ruleset, own in zip(editions, counters, strict=True):
        for scan in _scans(ruleset):
            own.register(scan, ruleset.year_start)
    return tuple(
        _edition(ruleset, following, own)
        for ruleset, following, own in zip(editions, (*editions[1:], None), counters, strict=True)
    )


def rules_on(editions: Sequence[EditionRules], day: date) -> EditionRules | None:
    """The edition in force on `day`."""
    for rules in reversed(editions):
        if rules.first_day <= day:
            return rules if rules.last_day is None or day <= rules.last_day else None
    return None


def _edition(ruleset: Ruleset, following: Ruleset | None, counters: Counters) -> EditionRules:
    last_day = ruleset.edition.last_day
    if following is not None:
        day_before = following.edition.first_day - timedelta(days=1)
        last_day = day_before if last_day is None else min(last_day, day_before)
    by_behaviour: dict[str, list[ClauseRule]] = {}
    openers: set[str] = set()
    for clause in ruleset.scoring_clauses:
        rule = _clause_rule(clause, ruleset, counters)
        for behaviour in dict.fromkeys(clause.behaviours):
            by_behaviour.setdefault(behaviour, []).append(rule)
        if clause.flags:
            openers.update(clause.behaviours)
    return EditionRules(
        ruleset,
        ruleset.edition.first_day,
        last_day,
        {behaviour: tuple(rules) for behaviour, rules in by_behaviour.items()},
        _kinds(by_behaviour, counters),
        frozenset(openers),
        frozenset(_flag_closers(ruleset)),
        frozenset(_watched(ruleset)),
        tuple(
            SettlementRule(clause, _clause_rule(_as_scoring(clause), ruleset, counters))
            for clause in ruleset.settlement_clauses
        ),
        _settled_behaviours(ruleset),
    )


def _as_scoring(clause: SettlementClause) -> ScoringClause:
    """A clause of records that gives the same to the same accounts, within the same limits."""
    return ScoringClause(
        number=clause.number,
        text=clause.text,
        category=clause.category,
        accounts=clause.accounts,
        behaviours=(),
        condition=And((), clause.origin),
        value=clause.value if isinstance(clause.value, Constant) else None,
        direction=clause.direction,
        escalation=None,
        best_of=None,
        last_counts=None,
        limits=clause.limits,
        unlimited=clause.unlimited,
        stacking=(),
        flags=(),
        clears=(),
        judged_first=False,
        beneficiaries=(),
        multiplier=None,
        validity=None,
        origin=clause.origin,
    )


def _settled_behaviours(ruleset: Ruleset) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for clause in ruleset.settlement_clauses:
        for behaviour in tallied_behaviours(clause):
            found[behaviour] = (*found.get(behaviour, ()), clause.number)
    return found


def _kinds(behaviours: Iterable[str], counters: Counters) -> dict[str, tuple[Counter, ...]]:
    """The counters that count a behaviour whatever clause it met (同类), where there are any."""
    owned = {
        behaviour: counters.of_owners([Owner(OwnerKind.BEHAVIOUR, behaviour)])
        for behaviour in behaviours
    }
    return {behaviour: found for behaviour, found in owned.items() if found}


def _flag_closers(ruleset: Ruleset) -> Iterator[str]:
    for clause in ruleset.scoring_clauses:
        if clause.clears:
            yield from clause.behaviours
    opening = [clause.flags for clause in ruleset.scoring_clauses]
    opening += [clause.flags for clause in ruleset.trigger_clauses]
    opening += [clause.flags for clause in ruleset.settlement_clauses]
    for flags in opening:
        for opens in flags:
            if isinstance(opens.end, UntilRecordOf):
                yield from opens.end.behaviours


def _watched(ruleset: Ruleset) -> Iterator[str]:
    for trigger in ruleset.trigger_clauses:
        yield trigger.account
    for flag in ruleset.vocabulary.flags:
        for effect in flag.effects:
            if isinstance(effect, LowersPoints):
                yield from effect.accounts or (account.name for account in ruleset.accounts)


def _clause_rule(clause: ScoringClause, ruleset: Ruleset, counters: Counters) -> ClauseRule:
    category = None if clause.category is None else ruleset.category(clause.category)
    start = ruleset.year_start
    accounts = [_account_rule(ruleset.account(name), ruleset, counters) for name in clause.accounts]
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
    own_scans = [*_clause_scans(clause), *(group.best_of.scan for group in groups)]
    if category is not None:
        own_scans.extend(_limit_scans(category.limits, category.best_of))
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
        holders={},
        is_collective=not beneficiaries and any(kind in COLLECTIVES for kind in by_kind),
        restricts=restricts,
        splits=isinstance(value, ByAccount),
        # A whole number is made of halves, tenths, …
        takes_whole_points=all(item.account.precision.numerator == 1 for item in accounts),
        constant=Valuation(value, (), None, value.points) if isinstance(value, Constant) else None,
        running=counters.counter(value.scan, start) if isinstance(value, Cumulative) else None,
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
        gains=_limits(limits, moved, counters, start, Direction.GAIN),
        losses=_limits(limits, moved, counters, start, Direction.LOSS),
        sums=_of(moved, RunningSum),
        occurrences=_of_clause(_of(moved, Occurrences)),
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


def _account_rule(account: Account, ruleset: Ruleset, counters: Counters) -> AccountRule:
    owner = Owner(OwnerKind.ACCOUNT, account.name)
    moved = counters.of_owners([owner])
    start = ruleset.year_start
    gains = _limits(account.limits, moved, counters, start, Direction.GAIN)
    losses = _limits(account.limits, moved, counters, start, Direction.LOSS)
    stops = account.running_floor is not None or account.running_ceiling is not None
    bounds = stops or bool(moved or account.limits)
    return AccountRule(account, gains, losses, bounds)


def _limits(
    limits: Iterable[Limit],
    moved: Iterable[Counter],
    counters: Counters,
    year_start: MonthDay,
    sign: Direction,
) -> Limits:
    """Those for amounts of `sign`, GAIN or LOSS; of equal room the shorter period is named (R3)."""
    asked = tuple(
        counter
        for counter in moved
        if isinstance(counter.transfer, LetThrough)
        and counter.transfer.direction in (sign, Direction.NET)
    )
    slots = [counter.slot for counter in asked]
    rules: list[tuple[Period, LimitRule]] = []
    for limit in limits:
        scan, transfer = limit.scan, limit.scan.transfer
        if not isinstance(scan.window, Period) or not isinstance(transfer, LetThrough):
            msg = "a limit lets through so much a period"
            raise TypeError(msg)
        is_net = transfer.direction is Direction.NET and transfer.counted is Counted.POINTS
        if transfer.direction not in (sign, Direction.NET) or (is_net and sign is Direction.LOSS):
            continue
        # 合计最多, said of an account for good, bounds the balance itself (R1, R7).
        of_account = scan.owner.kind is OwnerKind.ACCOUNT
        bounds_balance = is_net and of_account and scan.window is Period.EVER
        place = (
            None if scan.window is Period.RECORD else slots.index(counters.slot(scan, year_start))
        )
        rules.append((scan.window, LimitRule(limit, transfer, place, bounds_balance)))
    # The sort is stable: in one period the clause's limits stay before the category's.
    rules.sort(key=lambda pair: _SHORTEST_FIRST.index(pair[0]))
    return Limits(tuple(rule for _, rule in rules), asked)


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


def _scans(ruleset: Ruleset) -> Iterator[Scan]:
    for clause in ruleset.scoring_clauses:
        yield from _clause_scans(clause)
    for settled in ruleset.settlement_clauses:
        yield from _limit_scans(settled.limits, None)
    for category in ruleset.categories:
        yield from _limit_scans(category.limits, category.best_of)
    for group in ruleset.groups:
        yield group.best_of.scan
    for account in ruleset.accounts:
        yield from _limit_scans(account.limits, None)


def _clause_scans(clause: ScoringClause) -> Iterator[Scan]:
    if isinstance(clause.value, Cumulative):
        yield clause.value.scan
    yield from occurrences_of(clause)
    if clause.last_counts is not None:
        yield clause.last_counts.scan
    yield from _limit_scans(clause.limits, clause.best_of)


def occurrences_of(clause: ScoringClause) -> Iterator[Scan]:
    """The scans that number a record under a clause; of 同类, one for each behaviour."""
    scan = clause.escalation.scan if clause.escalation is not None else None
    if isinstance(clause.value, Ladder):
        scan = clause.value.scan
    if scan is None:
        return
    if not isinstance(scan.transfer, Occurrences) or not scan.transfer.of_kind:
        yield scan
        return
    for behaviour in clause.behaviours:
        yield replace(scan, owner=Owner(OwnerKind.BEHAVIOUR, behaviour))


def _limit_scans(limits: Iterable[Limit], best_of: BestOf | None) -> Iterator[Scan]:
    for limit in limits:
        yield limit.scan
    if best_of is not None:
        yield best_of.scan
