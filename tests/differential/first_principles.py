"""A second evaluator, slow and plain: every counter is added up anew from what went before.

It shares the model with the engine and no code: nothing here remembers a sum. It goes day by day
through the calendar, and looks at everything each day.
"""

from differential.calendars import ONE_DAY
from differential.settling import Settling
from differential.world import Line
from pointrules.ledger.ledger import Ledger


class Plain(Settling):
    """One run over one log."""

    @property
    def lines(self) -> list[Line]:
        """What was entered up to the day asked for."""
        return [item.line() for item in self.book if item.day <= self.as_of]

    def run(self) -> None:
        """Everything, again without those that had opened a flag and turn out unfit."""
        while True:
            self.start_afresh()
            self.live()
            unfit = {
                record_id
                for record_id, clauses in self.judged.items()
                if clauses is not None and self.scored[record_id] == "refused"
            }
            if not unfit:
                return
            self.refused |= unfit

    def live(self) -> None:
        """R17, R32: what a day brings, in its order."""
        days = [record.occurred_on for record in self.records]
        day = min([*(ruleset.edition.first_day for ruleset in self.editions), *days])
        waiting = list(self.records)
        while day <= self.as_of:
            self.judge_flags(day)
            self.close_periods(day - ONE_DAY)
            self.give_bases(day)
            self.expire(day)
            self.give_back(day)
            self.release(day)
            self.take(day, by_records=True)
            while waiting and waiting[0].rules_on <= day:
                self.score(waiting.pop(0))
            spent = [item for item in self.log.redemptions if item.occurred_on == day]
            for item in sorted(spent, key=lambda item: item.subject.id):
                who = (item.subject.kind, item.subject.id)
                self.enter(day, who, item.account, "spending", -item.points)
            self.settle(day)
            self.raise_and_lower(day)
            self.ask_levels(day)
            self.take(day, by_records=False)
            day += ONE_DAY
        later = sorted({record.occurred_on for record in waiting})
        for occurred in later:
            if occurred > self.as_of:
                self.judge_flags(occurred)
        for record in waiting:
            self.score(record)


def told(ledger: Ledger) -> list[Line]:
    """A ledger's entries as this evaluator writes its own."""
    return [
        (
            entry.day,
            entry.subject.kind.value,
            entry.subject.id,
            entry.account,
            entry.kind.value,
            entry.points,
            None if entry.clause is None else entry.clause.number,
            None if entry.record is None else entry.record.id,
            tuple(
                (_CAUSES[type(step.cause).__name__], step.used, step.before, step.after)
                for step in entry.adjustments
            ),
        )
        for entry in ledger.entries
    ]


_CAUSES = {
    "Limit": "limit",
    "Escalation": "escalation",
    "BestOf": "best-of",
    "LastCounts": "last",
    "PrecededBy": "preceded",
    "StoppedAtFloor": "floor",
    "StoppedAtCeiling": "ceiling",
    "Replaced": "replaced",
    "KeptAtZero": "kept",
    "ReleasedFrom": "released",
    "JudgedFirst": "judged",
    "NothingWithdrawn": "nothing",
    "Lapsed": "lapsed",
}
