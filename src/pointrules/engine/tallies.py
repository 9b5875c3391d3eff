"""What a subject's records come to: those that counted, by the date that rules their periods."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from pointrules.engine.beneficiary import everyone_of
from pointrules.engine.truth import PastCondition, as_number, truth
from pointrules.model.condition import OfOneMoment, Operand, Tally, TallyKind
from pointrules.model.measure import Measure
from pointrules.model.number import Number, simplified
from pointrules.model.period import Period
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record

UNMATCHED = frozenset(
    {ReasonCode.NO_CLAUSE_MATCHES, ReasonCode.READ_AT_SETTLEMENT, ReasonCode.READ_IN_A_ROW}
)
"""What a record is told that gives nothing of its own."""

STILL_SEEN = UNMATCHED | {ReasonCode.NO_EDITION_IN_FORCE}
"""Records that scored nothing for these reasons happened all the same, and are tallied (R26)."""

_ALL = 100  # per cent


class Come(Struct, frozen=True):
    """Of `records` of the behaviour `matching` matched, and come to `number`."""

    records: int
    matching: int
    number: Number


class Tallies:
    """Answers tallies from `ordered`, once `results` holds what became of each record."""

    def __init__(self, ordered: Sequence[Record], results: Mapping[str, Reason | None]) -> None:
        self._ordered = ordered
        self._results = results
        self._sorted: dict[tuple[SubjectKind, str, str], list[Record]] | None = None

    def come_to(
        self, tally: Tally, subject: Subject, first: date | None, last: date
    ) -> Come | Reason:
        """The tally from `first` to `last`, both included, or why it is not known (R35)."""
        matched: list[Record] = []
        records = self._within(subject, tally.behaviour, first, last)
        for record in records:
            if tally.matching is None:
                matched.append(record)
                continue
            moment = ObservedMoment(record)
            fits = truth(tally.matching, moment)
            if fits is None:
                return _missing(record, moment.missing)
            if fits:
                matched.append(record)
        number: Number = len(matched)
        if tally.kind is TallyKind.SHARE:
            if not records:
                return _nothing(ReasonCode.NOTHING_TALLIED, tally, first, last)
            number = simplified(Fraction(_ALL * len(matched), len(records)))
        elif tally.summed is not None:
            number = 0
            for record in matched:
                given = record.attributes.get(tally.summed.name)
                if given is None:
                    return _missing(record, tally.summed.name)
                number += as_number(given)
            if tally.kind is TallyKind.MEAN:
                if not matched:
                    return _nothing(ReasonCode.NOTHING_AVERAGED, tally, first, last)
                number = Fraction(number) / len(matched)
            number = simplified(number)
        return Come(len(records), len(matched), number)

    def _within(
        self, subject: Subject, behaviour: str, first: date | None, last: date
    ) -> list[Record]:
        if self._sorted is None:
            self._sorted = _sorted_out(self._ordered)
        of_subject = self._sorted.get((subject.kind, subject.id, behaviour), [])
        days = [record.rules_on for record in of_subject]
        begins = 0 if first is None else bisect_left(days, first)
        within = of_subject[begins : bisect_right(days, last)]
        return [record for record in within if self._is_seen(record)]

    def _is_seen(self, record: Record) -> bool:
        reason = self._results.get(record.id)
        return reason is None or reason.code in STILL_SEEN


def _sorted_out(ordered: Sequence[Record]) -> dict[tuple[SubjectKind, str, str], list[Record]]:
    found: dict[tuple[SubjectKind, str, str], list[Record]] = defaultdict(list)
    for record in ordered:
        for subject in everyone_of(record):
            found[subject.kind, subject.id, record.behaviour].append(record)
    return found


def _nothing(code: ReasonCode, tally: Tally, first: date | None, last: date) -> Reason:
    arguments = (
        ("behaviour", tally.behaviour),
        *((("attribute", tally.summed.name),) if tally.summed is not None else ()),
        *((("first_day", first.isoformat()),) if first is not None else ()),
        ("last_day", last.isoformat()),
    )
    return Reason(code, arguments)


def _missing(record: Record, name: str) -> Reason:
    arguments = (("behaviour", record.behaviour), ("record", record.id), ("attribute", name))
    return Reason(ReasonCode.TALLIED_ATTRIBUTE_MISSING, arguments)


class ObservedMoment:
    """What a tally reads of one record: its own attributes, and nothing else."""

    def __init__(self, record: Record) -> None:
        self.day = record.occurred_on
        self.behaviour = record.behaviour
        self.missing = ""
        self._record = record

    def value_of(self, operand: Operand) -> AttributeValue | None:
        """The attribute; the first one that is not known is remembered as `missing`."""
        value = self._record.attributes.get(operand.attribute.name)
        if value is None and not self.missing:
            self.missing = operand.attribute.name
        return value

    def flag_is_open(self, flag: str) -> bool:
        """Tallies ask no flags."""
        raise AssertionError(flag)

    def has_record_of(self, behaviour: str, period: Period) -> bool:
        """Tallies ask no other records."""
        raise AssertionError(behaviour, period)

    def grade_rank(self, grade: str) -> int | None:
        """Tallies ask no grades."""
        raise AssertionError(grade)

    def points(self, account: str, measure: Measure) -> Number | None:
        """Tallies ask no measures."""
        raise AssertionError(account, measure)

    def was(self, condition: PastCondition) -> bool | None:
        """Tallies ask nothing of other days."""
        raise AssertionError(condition)

    def is_among(self, board: str, last: int) -> bool | None:
        """Tallies ask no boards."""
        raise AssertionError(board, last)

    def answers(self, question: OfOneMoment) -> bool | None:
        """Tallies ask nothing of the kind."""
        raise AssertionError(question)
