"""The editions made ready to be applied: which clauses a behaviour meets, on which days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from pointrules.engine.clause_rule import ClauseRule, clause_rule
from pointrules.engine.clause_scans import scans_of
from pointrules.engine.scan import Counter, Counters
from pointrules.engine.truth import read_of_past
from pointrules.model.clause import ScoringClause, SettlementClause, tallied_behaviours
from pointrules.model.condition import And, RecordsInARow
from pointrules.model.flag import LowersPoints, UntilRecordOf
from pointrules.model.lineage import Lineage, lineages
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.value import Constant


class SettlementRule(Struct, frozen=True):
    """A settlement clause; what it gives passes through limits and accounts as `passing` says.

    `lineage` is whose rows and gifts it goes on with from edition to edition, `replaced` whose
    gifts it takes off (替代).
    """

    clause: SettlementClause
    passing: ClauseRule
    lineage: Lineage
    replaced: tuple[Lineage, ...]


class EditionRules(Struct, frozen=True):
    """One edition: the days it is in force, and its clauses by behaviour, in their order.

    `flag_openers` are the behaviours of clauses that open flags, `flag_closers` those that withdraw
    them or that flags last until. `watched` are the accounts of which flags ask the measures.
    `kinds` are the counters of behaviours, which count whatever clause a record met (同类).
    `settled_behaviours` are those that settlement clauses read, with the numbers of these.
    `in_rows` are those of which a clause asks for several in a row: its number, and how many.
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
    in_rows: dict[str, tuple[str, int]]


def edition_rules(editions: Sequence[Ruleset]) -> tuple[EditionRules, ...]:
    """Make `editions`, which are in order of their first days, ready."""
    shared = Counters()
    counters = [shared.of_edition(lineage) for lineage in lineages(editions)]
    for ruleset, own in zip(editions, counters, strict=True):
        for scan in scans_of(ruleset):
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
        rule = clause_rule(clause, ruleset, counters)
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
            SettlementRule(
                clause,
                clause_rule(_as_scoring(clause), ruleset, counters),
                counters.line(Owner(OwnerKind.CLAUSE, clause.number)),
                tuple(counters.line(Owner(OwnerKind.CLAUSE, item)) for item in clause.replaces),
            )
            for clause in ruleset.settlement_clauses
        ),
        _settled_behaviours(ruleset),
        _in_rows(ruleset),
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


def _in_rows(ruleset: Ruleset) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for clause in ruleset.scoring_clauses:
        for row in read_of_past(clause.condition):
            if isinstance(row, RecordsInARow):
                found.setdefault(row.behaviour, (clause.number, row.length))
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
