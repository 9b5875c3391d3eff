"""Rulesets applied to what is known of a village, and the result told to people and programs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.offers import all_offers, offer_desk
from pointrules.engine.reference import evaluate as evaluate_log
from pointrules.intake.decoding import Encoding
from pointrules.intake.rows import Row, fact_rows, record_rows
from pointrules.intake.table_file import read_facts, read_records
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.ledger.offer import NO_OFFERS, Offers
from pointrules.model.clause import DraftClause
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.line import RawLine
from pointrules.records.log import log_from
from pointrules.records.read_facts import facts_from
from pointrules.records.values import LAST_YEAR
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.statement import statement
from pointrules.report.summary import summary
from pointrules.source.edit_distance import nearest_name
from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language

Table: TypeAlias = Path | Sequence[Row]
"""A table's file, or rows that a host holds in memory, by column name."""


class ApplyingError(PointRulesError):
    """A call that asks for what cannot be worked out."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = MappingProxyType(
        {
            "rulesets-with-errors": {
                Language.ZH: Wording("细则有错误，不能计分", "先用 check 检查，改好再算"),
                Language.EN: Wording("The rulesets have errors", "Mend what check reports first"),
            },
            "clauses-to-be-settled": {
                Language.ZH: Wording(
                    "细则里还有待定的条款：{clauses}", "定下来再算；草稿可以用 check 和 test"
                ),
                Language.EN: Wording(
                    "Clauses of the ruleset are still to be settled: {clauses}",
                    "Settle them first; a draft can be checked and tested",
                ),
            },
            "day-beyond-calendar": {
                Language.ZH: Wording("算不到 {day} 这么远", "最晚算到 {last} 年；检查年份的写法"),
                Language.EN: Wording(
                    "{day} is too far away to be worked out",
                    "Name a day up to the year {last}; check how the year is written",
                ),
            },
            "subject-unknown": {
                Language.ZH: Wording("没有叫“{subject}”的户或人", "检查写法；名单见户情表"),
                Language.EN: Wording(
                    "No household or person is called “{subject}”",
                    "Check the spelling; the facts table lists them",
                ),
            },
            "subject-misspelt": {
                Language.ZH: Wording("没有叫“{subject}”的户或人", "是不是想写“{nearest}”？"),
                Language.EN: Wording(
                    "No household or person is called “{subject}”", "Did you mean “{nearest}”?"
                ),
            },
        }
    )


class Evaluation(Struct, frozen=True):
    """A ledger, and what its accounts give at its date.

    `guessed` names the tables whose encoding is none of the marked ones and was taken for GB18030.
    """

    ledger: Ledger
    facts: Facts
    offers: Offers
    measures: Mapping[tuple[Subject, str, Measure], Number]
    guessed: tuple[Path, ...]

    @property
    def has_refused_lines(self) -> bool:
        """Whether a line of the log or of the facts was refused."""
        outcomes = self.ledger.outcomes
        return bool(self.ledger.refused_facts) or any(
            line.outcome is Outcome.REFUSED for line in outcomes
        )

    def only(self, subject: Subject) -> "Evaluation":
        """The same, with entries, lines and offers of one subject and its members only."""
        ledger = self.ledger
        return replace(
            self,
            ledger=replace(
                ledger,
                subjects=tuple(item for item in ledger.subjects if item == subject),
                entries=tuple(entry for entry in ledger.entries if entry.subject == subject),
                flags=tuple(item for item in ledger.flags if item.subject == subject),
                held=tuple(item for item in ledger.held if item.entry.subject == subject),
                outcomes=tuple(line for line in ledger.outcomes if subject in line.subjects),
                refused_facts=(),
            ),
            offers=self.offers.only(subject),
            measures={key: value for key, value in self.measures.items() if key[0] == subject},
        )

    def subject(self, name: str) -> Subject:
        """The household, or else the person, of that name.

        Raises:
            ApplyingError: neither facts nor entries know of one.
        """
        known = {*self.facts.subjects(), *self.ledger.subjects}
        for kind in SubjectKind:
            if Subject(kind, name) in known:
                return Subject(kind, name)
        for kind in SubjectKind:
            ids = sorted(subject.id for subject in known if subject.kind is kind)
            nearest = nearest_name(name, ids)
            if nearest is not None:
                raise ApplyingError("subject-misspelt", subject=name, nearest=nearest)
        raise ApplyingError("subject-unknown", subject=name)

    def members(self, household: Subject) -> tuple[Subject, ...]:
        """The persons who belong to the household at the ledger's date, or did at an entry's."""
        if household.kind is not SubjectKind.HOUSEHOLD:
            return ()
        found = {
            Subject(SubjectKind.PERSON, entry.record.person)
            for entry in self.ledger.entries
            if entry.record is not None
            and entry.record.person is not None
            and entry.record.household == household.id
        }
        for subject in self.facts.subjects():
            if (
                subject.kind is SubjectKind.PERSON
                and self.facts.household_of(subject.id, self.ledger.as_of) == household.id
            ):
                found.add(subject)
        return tuple(sorted(found))


def evaluate(
    editions: Sequence[Ruleset],
    *,
    records: Table,
    facts: Table,
    as_of: date,
    known_at: date | None = None,
) -> Evaluation:
    """Apply the editions to what is known of a village.

    `as_of` is the last day whose entries count; `known_at` hides what was entered later. The order
    of the lines makes no difference.

    Raises:
        PointRulesError: a table cannot be read, there is no edition, or `as_of` is too far away.
    """
    if not editions:
        raise ApplyingError("rulesets-with-errors")
    drafts = [
        clause.number
        for ruleset in editions
        for clause in ruleset.clauses
        if isinstance(clause, DraftClause)
    ]
    if drafts:
        raise ApplyingError("clauses-to-be-settled", clauses="、".join(drafts))
    if as_of.year > LAST_YEAR:
        raise ApplyingError("day-beyond-calendar", day=as_of.isoformat(), last=str(LAST_YEAR))
    guessed: list[Path] = []
    known_facts, refused_facts = facts_from(_fact_lines(facts, guessed), editions, known_at)
    log = log_from(
        _record_lines(records, editions, guessed), editions, known_facts, known_at, as_of
    )
    ledger = evaluate_log(tuple(editions), known_facts, log, as_of, known_at, refused_facts)
    desk = offer_desk(ledger, known_facts, log.records)
    if desk is None:
        return Evaluation(ledger, known_facts, NO_OFFERS, {}, tuple(guessed))
    return Evaluation(
        ledger,
        known_facts,
        all_offers(desk, ledger.subjects),
        {
            (subject, account.name, measure): desk.points(subject, account.name, measure)
            for subject in ledger.subjects
            for account in desk.ruleset.accounts
            if account.subject_kind is subject.kind
            for measure in Measure
        },
        tuple(guessed),
    )


def _fact_lines(facts: Table, guessed: list[Path]) -> Iterator[RawLine]:
    if not isinstance(facts, Path):
        return fact_rows(facts)
    table = read_facts(facts)
    if table.encoding is Encoding.GB18030:
        guessed.append(facts)
    return table.lines


def _record_lines(
    records: Table, editions: Sequence[Ruleset], guessed: list[Path]
) -> Iterator[RawLine]:
    if not isinstance(records, Path):
        return record_rows(records, editions)
    table = read_records(records, editions)
    if table.encoding is Encoding.GB18030:
        guessed.append(records)
    return table.lines


def summarize(evaluation: Evaluation, language: Language = Language.ZH) -> str:
    """Totals, grades and loans of everyone, and what became of every line, as text."""
    return summary(evaluation.ledger, evaluation.offers, language)


def explain(evaluation: Evaluation, subject: Subject, language: Language = Language.ZH) -> str:
    """Every entry of one household or person with its reasons, and the loan quote step by step."""
    return statement(
        evaluation.ledger,
        evaluation.offers,
        subject,
        language,
        members=evaluation.members(subject),
    )


def to_json(evaluation: Evaluation, language: Language = Language.ZH) -> str:
    """The evaluation for another program: versioned, exact, complete."""
    # Imported where it is used: pydantic takes longer to load than a village to score.
    from pointrules.wire.ledger_json import evaluation_json  # noqa: PLC0415

    words = LedgerWords(evaluation.ledger, language)
    return evaluation_json(evaluation.ledger, evaluation.offers, evaluation.measures, words)
