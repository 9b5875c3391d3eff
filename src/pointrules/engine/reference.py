"""The reference engine: what rulesets mean, record by record, written to be read.

`docs/semantics.md` tells this order in the same words. Days go from the first to the last, each
through the phases of `agenda`: flags by its records, what its accounts end and begin, records,
spending, settlements, closing floors, flags by points. Records come in order of their ruling
dates, then ids. A record is judged first: which clauses it matches, or why it is refused. Then
each matching clause makes a candidate for everyone who gets it, which passes value, escalation,
best-of, limits and posting, in this order. A record that any matching clause refuses is refused
whole, before any counter moves. What flags do to points on their way into the book is
`flag_effects`.
"""

import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine import best_of, last_counts, limit
from pointrules.engine.account_period import add_account_periods
from pointrules.engine.account_rule import AccountRule, Holder
from pointrules.engine.agenda import Agenda
from pointrules.engine.beneficiary import by_account, holders_of
from pointrules.engine.book import Book
from pointrules.engine.candidate import Candidate, candidate_of, count_kind, count_occurrence
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.closed_days import ClosedDays
from pointrules.engine.collector import collector_at_rest
from pointrules.engine.direct_judgement import judged_first, nothing_withdrawn
from pointrules.engine.flag_effects import FlagEffects
from pointrules.engine.flag_records import FlagRecords
from pointrules.engine.flags import OpenFlags
from pointrules.engine.judgement import Judge, Judgement, no_edition, preceding
from pointrules.engine.measured_book import MeasuredBook
from pointrules.engine.posting import post
from pointrules.engine.receipt import receipt_of
from pointrules.engine.record_moment import History
from pointrules.engine.rules import EditionRules, edition_rules, rules_on
from pointrules.engine.scan import ScanStates
from pointrules.engine.settled_moment import SettledWorld
from pointrules.engine.settlement_clause import Settlements
from pointrules.engine.spending import add_spending, redemption_outcomes
from pointrules.engine.tallies import UNMATCHED, Tallies
from pointrules.engine.triggers import Triggers
from pointrules.engine.validity import Validities, has_validity
from pointrules.engine.waiting import waiting_outcomes
from pointrules.ledger.entry import Entry
from pointrules.ledger.ledger import Ledger, LineOutcome, Outcome, named_subjects
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts
from pointrules.records.log import Log
from pointrules.records.read_facts import RefusedFact
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster


class _Run(Struct, frozen=True):
    """What records meet on their way."""

    editions: tuple[EditionRules, ...]
    judge: Judge
    flags: OpenFlags
    effects: FlagEffects
    flag_records: FlagRecords
    states: ScanStates
    book: Book
    agenda: Agenda


@collector_at_rest()
def evaluate(  # noqa: PLR0913, PLR0917
    editions: tuple[Ruleset, ...],
    facts: Facts,
    log: Log,
    as_of: date,
    known_at: date | None = None,
    refused_facts: tuple[RefusedFact, ...] = (),
) -> Ledger:
    """The ledger of `log` under `editions`, which are in order of their first days.

    `known_at` is for the receipt: facts and log hold what was known then; `refused_facts` go into
    the ledger as they are. Records that rule after `as_of` are judged like the others; their
    entries come later.
    """
    rules = edition_rules(editions)
    ordered = sorted(log.records, key=attrgetter("rules_on", "id"))
    judge = Judge(Roster(facts), History(ordered, lambda day: rules_on(rules, day) is not None))
    refused: dict[str, Reason] = {}
    while True:
        run = _run_of(rules, judge, as_of, refused)
        agenda = run.agenda
        run.flag_records.put_on(agenda, ordered)
        add_account_periods(agenda, rules, facts, as_of, run.book, run.flags)
        add_spending(agenda, log.redemptions, run.book)
        if any(has_validity(ruleset) for ruleset in editions):
            run.book.entering = Validities(rules, agenda, run.book).entered
        results: dict[str, Reason | None] = {}
        settlements = _settlements(run, Tallies(ordered, results))
        settlements.add_to(agenda, rules, as_of)
        for record in ordered:
            if record.rules_on >= agenda.next_day:
                agenda.happen_before_records_of(record.rules_on)
            results[record.id] = _evaluate_record(record, run)
        agenda.happen_all()
        # An amount can turn out too fine for an account only on its way through the stages. If
        # such a record had opened a flag, everything is worked out again without it.
        found = _refused_after_all(run.flag_records.judged, results)
        if not found:
            break
        refused |= found
    entries = tuple(entry for entry in run.book.entries if entry.day <= as_of)
    return Ledger(
        editions=editions,
        as_of=as_of,
        known_at=known_at,
        subjects=_subjects(entries, facts, as_of),
        entries=entries,
        flags=run.flags.intervals(as_of),
        held=run.effects.held_gains(as_of),
        outcomes=_outcomes(ordered, results, log, entries, run),
        not_settled=tuple(sorted(settlements.not_settled, key=lambda item: item.day)),
        refused_facts=refused_facts,
        later_lines=log.later_lines,
        receipt=receipt_of(editions, facts, log, as_of, known_at),
    )


def _run_of(
    editions: tuple[EditionRules, ...], judge: Judge, as_of: date, refused: Mapping[str, Reason]
) -> _Run:
    agenda = Agenda(as_of)
    book = Book(frozenset[str]().union(*(rules.watched for rules in editions)))
    effects = FlagEffects(editions, book, agenda)
    flags = OpenFlags(effects)
    book.on_entry = Triggers(editions, agenda, book, flags).notice
    rulesets = tuple(item.ruleset for item in editions)
    past = ClosedDays(rulesets, judge.facts, judge.history, book, flags)
    judge = replace(judge, past=past)
    flag_records = FlagRecords(editions, judge, flags, refused)
    return _Run(editions, judge, flags, effects, flag_records, ScanStates(), book, agenda)


def _evaluate_record(record: Record, run: _Run) -> Reason | None:
    """Score `record`; the result is the reason where it does not."""
    rules = rules_on(run.editions, record.occurred_on)
    if rules is None:
        return no_edition(run.editions, record.occurred_on)
    matches = run.flag_records.judged.get(record.id)
    if matches is None:
        matches = run.judge.judge(record, rules, run.flags)
    if isinstance(matches, Reason):
        return matches
    if not matches:
        return None if record.id in run.flag_records.closers else _unmatched(record, rules)
    return _score(record, matches, rules, run)


def _score(
    record: Record, matches: tuple[ClauseRule, ...], rules: EditionRules, run: _Run
) -> Reason | None:
    """Let the candidates of the clauses pass, unless an amount refuses the record."""
    candidates: list[Candidate] = []
    holders_by_rule: list[tuple[Holder, ...]] = []
    for rule in matches:
        holders = holders_of(rule, record, run.judge.roster)
        assert not isinstance(holders, Reason), "who gets it was asked when the record was judged"
        holders_by_rule.append(holders)
        before = preceding(rule, matches)
        ground = (
            run.judge.read_of_the_past(rule, record, rules, run.flags) if rule.reads_past else None
        )
        for holder in by_account(holders) if rule.splits else holders:
            candidate = candidate_of(rule, record, holder, before, run.states, run.judge.roster)
            if isinstance(candidate, Reason):
                return candidate
            if candidate is not None:
                candidate.ground = ground
                candidates.append(candidate)
                if rule.clause.clears:
                    nothing_withdrawn(candidate, run.flags)
    if len(matches) > 1:
        judged_first(candidates, matches)
    # From here on nothing refuses the record, and counters move.
    for rule, holders in zip(matches, holders_by_rule, strict=True):
        if rule.counts_records:
            count_occurrence(rule, record, holders, run.states)
    if rules.kinds:
        everyone = itertools.chain.from_iterable(holders_by_rule)
        count_kind(rules.kinds.get(record.behaviour, ()), record, everyone, run.states)
    if len(candidates) > 1:
        candidates = best_of.heaviest_first(candidates)
    for candidate in candidates:
        _enter(candidate, run)
    return None


def _unmatched(record: Record, rules: EditionRules) -> Reason:
    """Of its own a record gives nothing; a settlement, or a later record, may still look at it."""
    numbers = rules.settled_behaviours.get(record.behaviour)
    if numbers is not None:
        return Reason(ReasonCode.READ_AT_SETTLEMENT, (("clause", numbers[0]),))
    row = rules.in_rows.get(record.behaviour)
    if row is None:
        return Reason(ReasonCode.NO_CLAUSE_MATCHES)
    number, length = row
    return Reason(ReasonCode.READ_IN_A_ROW, (("clause", number), ("count", str(length))))


def _settlements(run: _Run, tallies: Tallies) -> Settlements:
    past = run.judge.past
    assert past is not None, "a run reads its own closed days"
    world = SettledWorld(
        run.judge.facts,
        run.flags,
        tallies,
        MeasuredBook(run.book),
        past,
        lambda day: rules_on(run.editions, day) is not None,
    )
    return Settlements(world, lambda candidate, accounts: _let_through(candidate, accounts, run))


def _enter(candidate: Candidate, run: _Run) -> None:
    """Let it through to its accounts, and what a person's limits leave on to the household's."""
    holder = candidate.holder
    _let_through(candidate, holder.accounts, run)
    if holder.household_accounts:
        assert holder.household is not None, "the record was checked to name its household"
        household = candidate.of_household(holder.household)
        _let_through(household, holder.household_accounts, run)


def _let_through(candidate: Candidate, accounts: Iterable[AccountRule], run: _Run) -> None:
    """Best-of, limits of clause and category, posting.

    A person's candidate passes before its household's, which gets what is left of it (R37).
    """
    states = run.states
    if candidate.rule.lasts:
        last_counts.take_back(candidate, states)
    if candidate.rule.best_of:
        best_of.compare(candidate, states)
    limit.let_through_clause(candidate, states)
    if candidate.rule.standings:
        best_of.stand(candidate, states)
    for account in accounts:
        post(candidate, account, states, run.book, run.effects)


def _refused_after_all(
    judged: Mapping[str, Judgement], results: Mapping[str, Reason | None]
) -> dict[str, Reason]:
    """Records that were judged to open flags, and were refused for their amounts later."""
    found: dict[str, Reason] = {}
    for record_id, judgement in judged.items():
        reason = results[record_id]
        if (
            not isinstance(judgement, Reason)
            and reason is not None
            and reason.code not in UNMATCHED
        ):
            found[record_id] = reason
    return found


def _outcomes(
    records: Sequence[Record],
    results: Mapping[str, Reason | None],
    log: Log,
    entries: Sequence[Entry],
    run: _Run,
) -> tuple[LineOutcome, ...]:
    """Each line has exactly one outcome."""
    named = functools.cache(named_subjects)
    outcomes = [
        LineOutcome(
            record.at,
            record.id,
            Outcome.SCORED if reason is None else _outcome(reason),
            reason,
            named(record.household, record.person, record.collective, record.parties),
            record.occurred_on,
            record.behaviour,
            record.rules_on,
            log.marks.get(record.at) if log.marks else None,
        )
        for record in records
        for reason in (results[record.id],)
    ]
    outcomes.extend(
        LineOutcome(
            at=line.at,
            record_id=line.record_id,
            outcome=Outcome(line.fate.value),
            reason=line.reason,
            subjects=named(line.household, line.person, line.collective, ()),
            occurred_on=line.occurred_on,
            behaviour=line.behaviour,
        )
        for line in log.settled
    )
    outcomes.extend(waiting_outcomes(log.waiting, run.editions, run.judge, run.flags))
    outcomes.extend(redemption_outcomes(log, entries))
    return tuple(sorted(outcomes, key=attrgetter("at.file", "at.number")))


def _outcome(reason: Reason) -> Outcome:
    if reason.code in UNMATCHED:
        return Outcome.UNMATCHED
    return Outcome.PENDING if reason.code is ReasonCode.DECIDED_MISSING else Outcome.REFUSED


def _subjects(entries: Sequence[Entry], facts: Facts, as_of: date) -> tuple[Subject, ...]:
    listed = {subject for subject in facts.subjects() if facts.is_listed(subject, as_of)}
    return tuple(sorted(listed | {entry.subject for entry in entries}))
