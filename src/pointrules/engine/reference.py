"""The reference engine: what rulesets mean, record by record, written to be read.

Records come in order of their ruling dates, then ids. Between them the periods of accounts end and
begin. A record is judged first: which clauses it matches, or why it is refused. Then each matching
clause makes a candidate, which passes value, escalation, best-of, limits and posting, in this
order. A record that any matching clause refuses is refused whole, before any counter moves.

Flags go ahead of all that, since a flag covers the whole day it was opened on, whatever the ids
(R29). In a first pass the records that may open flags are judged in order of occurrence, then id;
each sees the flags opened before it in that order, not its own, and that judgement stands. All
other records then see all flags.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pointrules.engine import best_of, last_counts, limit
from pointrules.engine.account_period import add_account_periods
from pointrules.engine.agenda import Agenda
from pointrules.engine.beneficiary import Holder, by_account, holders_of
from pointrules.engine.candidate import Candidate, candidate_of, count_occurrence
from pointrules.engine.collector import collector_at_rest
from pointrules.engine.flags import OpenFlags
from pointrules.engine.judgement import History, Judge, Judgement, no_edition, preceding
from pointrules.engine.posting import Book, post
from pointrules.engine.receipt import receipt_of
from pointrules.engine.rules import AccountRule, EditionRules, edition_rules, rules_on
from pointrules.engine.scan import ScanStates
from pointrules.engine.spending import add_spending, redemption_outcomes
from pointrules.ledger.entry import Entry
from pointrules.ledger.ledger import Ledger, LineOutcome, Outcome, named_subjects
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject
from pointrules.records.facts import Facts, RefusedFact
from pointrules.records.log import Log
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record
from pointrules.records.roster import Roster


@dataclass(frozen=True, slots=True)
class _Run:
    """What records meet on their way: judgements are of the first pass, by record id."""

    editions: tuple[EditionRules, ...]
    judge: Judge
    flags: OpenFlags
    judged: Mapping[str, Judgement]
    states: ScanStates
    book: Book
    agenda: Agenda
    roster: Roster


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
    ordered = sorted(log.records, key=lambda record: (record.rules_on, record.id))
    judge = Judge(facts, History(ordered))
    refused: dict[str, Reason] = {}
    while True:
        flags, judged = _open_flags(ordered, rules, judge, refused)
        agenda = Agenda(as_of)
        run = _Run(rules, judge, flags, judged, ScanStates(), Book(), agenda, Roster(facts))
        add_account_periods(agenda, rules, facts, as_of, run.book)
        add_spending(agenda, log.redemptions, run.book)
        results: dict[str, Reason | None] = {}
        for record in ordered:
            if record.rules_on >= agenda.next_day:
                agenda.happen_before_records_of(record.rules_on)
            results[record.id] = _evaluate_record(record, run)
        agenda.happen_all()
        # An amount can turn out too fine for an account only on its way through the stages. If
        # such a record had opened a flag, everything is worked out again without it.
        found = _refused_after_all(judged, results)
        if not found:
            break
        refused |= found
    entries = tuple(entry for entry in run.book.entries if entry.day <= as_of)
    opened = sorted(flags.intervals, key=lambda item: (item.first_day, item.record_id))
    return Ledger(
        editions=editions,
        as_of=as_of,
        known_at=known_at,
        subjects=_subjects(entries, facts, as_of),
        entries=entries,
        flags=tuple(interval for interval in opened if interval.first_day <= as_of),
        outcomes=_outcomes(ordered, results, log, entries),
        refused_facts=refused_facts,
        later_lines=log.later_lines,
        receipt=receipt_of(editions, facts, log, as_of, known_at),
    )


def _open_flags(
    ordered: Sequence[Record],
    editions: Sequence[EditionRules],
    judge: Judge,
    refused: Mapping[str, Reason],
) -> tuple[OpenFlags, dict[str, Judgement]]:
    """Judge the records that may open flags, in order of occurrence, and open what they open."""
    flags = OpenFlags()
    judged: dict[str, Judgement] = {}
    behaviours = frozenset[str]().union(*(rules.flag_openers for rules in editions))
    openers = [record for record in ordered if record.behaviour in behaviours]
    for record in sorted(openers, key=lambda record: (record.occurred_on, record.id)):
        rules = rules_on(editions, record.occurred_on)
        if rules is None or record.behaviour not in rules.flag_openers:
            continue
        judgement = refused.get(record.id) or judge.judge(record, rules, flags)
        judged[record.id] = judgement
        if not isinstance(judgement, Reason):
            flags.open_by(record, judgement, rules.ruleset.year_start, judge.facts)
    return flags, judged


def _evaluate_record(record: Record, run: _Run) -> Reason | None:
    """Score `record`; the result is the reason where it does not."""
    rules = rules_on(run.editions, record.occurred_on)
    if rules is None:
        return no_edition(run.editions, record.occurred_on)
    matches = run.judged.get(record.id)
    if matches is None:
        matches = run.judge.judge(record, rules, run.flags)
    if isinstance(matches, Reason):
        return matches
    if not matches:
        return Reason(ReasonCode.NO_CLAUSE_MATCHES)
    candidates: list[Candidate] = []
    holders_by_rule: list[tuple[Holder, ...]] = []
    for rule in matches:
        holders = holders_of(rule, record, run.judge.facts)
        assert not isinstance(holders, Reason), "who gets it was asked when the record was judged"
        holders_by_rule.append(holders)
        before = preceding(rule, matches)
        for holder in by_account(holders) if rule.splits else holders:
            candidate = candidate_of(rule, record, holder, before, run.states, run.roster)
            if isinstance(candidate, Reason):
                return candidate
            if candidate is not None:
                candidates.append(candidate)
    # From here on nothing refuses the record, and counters move.
    for rule, holders in zip(matches, holders_by_rule, strict=True):
        count_occurrence(rule, record, holders, run.states)
    for candidate in best_of.heaviest_first(candidates):
        holder = candidate.holder
        _let_through(candidate, holder.accounts, run)
        if holder.household_accounts:
            assert holder.household is not None, "the record was checked to name its household"
            household = candidate.of_household(holder.household)
            _let_through(household, holder.household_accounts, run)
    return None


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
        post(candidate, account, states, run.book)


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
            and reason.code is not ReasonCode.NO_CLAUSE_MATCHES
        ):
            found[record_id] = reason
    return found


def _outcomes(
    records: Sequence[Record],
    results: Mapping[str, Reason | None],
    log: Log,
    entries: Sequence[Entry],
) -> tuple[LineOutcome, ...]:
    """Each line has exactly one outcome."""
    named = functools.cache(named_subjects)
    outcomes = [
        LineOutcome(
            record.at,
            record.id,
            _outcome(results[record.id]),
            results[record.id],
            named(record.household, record.person, record.collective, record.parties),
            record.occurred_on,
            record.behaviour,
            record.rules_on,
        )
        for record in records
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
    outcomes.extend(redemption_outcomes(log, entries))
    return tuple(sorted(outcomes, key=lambda outcome: (outcome.at.file, outcome.at.number)))


def _outcome(reason: Reason | None) -> Outcome:
    if reason is None:
        return Outcome.SCORED
    if reason.code is ReasonCode.NO_CLAUSE_MATCHES:
        return Outcome.UNMATCHED
    return Outcome.PENDING if reason.code is ReasonCode.DECIDED_MISSING else Outcome.REFUSED


def _subjects(entries: Sequence[Entry], facts: Facts, as_of: date) -> tuple[Subject, ...]:
    listed = {subject for subject in facts.subjects() if facts.is_listed(subject, as_of)}
    return tuple(sorted(listed | {entry.subject for entry in entries}))
