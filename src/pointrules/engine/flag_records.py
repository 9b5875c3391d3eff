"""Records that open and close flags: judged on the day they occurred, ahead of all others.

A flag covers the whole day on which a record opened it, and the day of a record that closes it is
free, whatever the ids (R29). So each day begins with these records, whenever their points count:
first those that can close, then the others by id. Each sees the flags that earlier ones opened and
that points of earlier days did, never its own, and that judgement stands. All other records then
see all flags.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.beneficiary import holders_of, subject_of
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.flags import OpenFlags
from pointrules.engine.judgement import Judge, Judgement
from pointrules.engine.rules import EditionRules, rules_on
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.reason import Reason
from pointrules.records.record import Record
from pointrules.records.roster import Roster


class FlagRecords:
    """`judged` are the judgements by record id; `closers` the records that closed a flag."""

    def __init__(
        self,
        editions: Sequence[EditionRules],
        judge: Judge,
        flags: OpenFlags,
        refused: Mapping[str, Reason],
    ) -> None:
        self.judged: dict[str, Judgement] = {}
        self.closers: set[str] = set()
        self._editions = editions
        self._judge = judge
        self._flags = flags
        self._refused = refused
        self._closing = frozenset[str]().union(*(rules.flag_closers for rules in editions))

    def put_on(self, agenda: Agenda, records: Sequence[Record]) -> None:
        """Let the records be judged on their days."""
        asked = self._closing.union(*(rules.flag_openers for rules in self._editions))
        if not asked:
            return
        found = [record for record in records if record.behaviour in asked]
        found.sort(
            key=lambda record: (
                record.occurred_on,
                record.behaviour not in self._closing,
                record.id,
            )
        )
        for day, of_day in groupby(found, key=lambda record: record.occurred_on):
            agenda.add(day, Phase.FLAGS, 0, "", partial(self._judge_all, day, tuple(of_day)))

    def _judge_all(self, day: date, records: Sequence[Record]) -> None:
        rules = rules_on(self._editions, day)
        if rules is None:
            return
        for record in records:
            judgement = self._refused.get(record.id) or self._judge.judge(
                record, rules, self._flags
            )
            self.judged[record.id] = judgement
            if not isinstance(judgement, Reason):
                self._close(record, judgement)
                self._open(record, judgement, rules)

    def _close(self, record: Record, matches: Judgement) -> None:
        day, flags = record.occurred_on, self._flags
        if record.behaviour in self._closing:
            for kind in SubjectKind:
                subject_id = subject_of(kind, record)
                if subject_id is not None and flags.close_by_behaviour(
                    record.behaviour, Subject(kind, subject_id), day, record.id
                ):
                    self.closers.add(record.id)
        for rule in () if isinstance(matches, Reason) else matches:
            for clears in rule.clause.clears:
                for subject in self._flagged(clears.subject_kind, rule, record):
                    flags.clear(clears.flag, subject, day, record.id)

    def _open(self, record: Record, matches: Judgement, rules: EditionRules) -> None:
        for rule in () if isinstance(matches, Reason) else matches:
            for opens in rule.clause.flags:
                for subject in self._flagged(opens.subject_kind, rule, record):
                    self._flags.open_by_record(
                        opens,
                        subject,
                        record.occurred_on,
                        rule.clause.number,
                        record.id,
                        rules.ruleset,
                    )

    def _flagged(self, kind: SubjectKind, rule: ClauseRule, record: Record) -> tuple[Subject, ...]:
        return _flagged(kind, rule, record, self._judge.roster)


def _flagged(
    kind: SubjectKind, rule: ClauseRule, record: Record, roster: Roster
) -> tuple[Subject, ...]:
    """Whose flag it is: the record's own subject's, or with 计给 the beneficiaries'."""
    if not rule.beneficiaries:
        subject_id = subject_of(kind, record)
        return () if subject_id is None else (Subject(kind, subject_id),)
    holders = holders_of(rule, record, roster)
    assert not isinstance(holders, Reason), "a record without its beneficiaries is refused before"
    found: dict[Subject, None] = {}
    for holder in holders:
        if holder.kind is kind:
            found[Subject(kind, holder.id)] = None
        elif kind is SubjectKind.HOUSEHOLD and holder.household is not None:
            found[Subject(kind, holder.household)] = None
    return tuple(found)
