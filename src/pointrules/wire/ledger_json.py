"""The result of an evaluation as JSON: the same text for the same ledger, whatever the machine."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeVar

from pydantic import Field

from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.honour_quote import HonourQuote
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Offers
from pointrules.ledger.overspent import overspent
from pointrules.ledger.pool_share import PoolShare
from pointrules.model.measure import Measure
from pointrules.model.number import Number, number_text
from pointrules.model.subject import Subject
from pointrules.records.line import LineNumber
from pointrules.records.reason import Reason, ReasonCode
from pointrules.wire.board_json import WireBoard, wire_board
from pointrules.wire.edition_json import WireEdition, wire_edition
from pointrules.wire.entry_json import WireEntry, wire_entry
from pointrules.wire.exchange_json import WireExchange, wire_exchange
from pointrules.wire.flags_json import WireFlag, WireHeld, wire_flags, wire_held
from pointrules.wire.grade_json import WireGrade, wire_grade
from pointrules.wire.honour_json import WireHonour, wire_honour
from pointrules.wire.loan_json import WireLoan, wire_loan
from pointrules.wire.pool_json import WirePool, WirePoolShare, wire_pool, wire_share
from pointrules.wire.wire_model import NumberText, WireLine, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords

VERSION: Literal[1] = 1


class WireReceipt(WireModel):
    """What the result was computed from; digests are SHA-256 in hexadecimal."""

    semantics: str = Field(description="version of the language's meaning")
    editions: tuple[str, ...]
    facts: str
    log: str
    as_of: date
    known_at: date | None
    digest: str = Field(description="of all the other fields")


class WireLines(WireModel):
    """What became of the lines: `read` is the sum of the next six."""

    read: int
    scored: int
    unmatched: int
    pending: int
    refused: int
    voided: int
    repeated: int
    later: int = Field(description="entered after known_at, and so not read")
    scored_later: int = Field(description="scored lines that rule after as_of")
    review_steps: int = Field(description="scored lines that are steps of the review of others")
    redemptions: int = Field(description="scored lines that are redemptions")


class WireMeasure(WireModel):
    """A named sum over an account's entries, in points."""

    subject: WireSubject
    account: str
    measure: Measure
    points: NumberText


class WireOverspent(WireModel):
    """An account below 0 that something was spent from; both numbers are above 0."""

    subject: WireSubject
    account: str
    spent: NumberText
    owed: NumberText


class WireReasonPart(WireModel):
    """A code, and the words and numbers that belong to it."""

    code: ReasonCode
    arguments: dict[str, str]
    words: Words


class WireReason(WireReasonPart):
    """Why a line did not count. Its words tell all reasons, where there are more."""

    more: tuple[WireReasonPart, ...] = Field(description="what else a pending record waits for")


class WireNotSettled(WireModel):
    """A settlement that gave nothing because something was not known."""

    subject: WireSubject
    clause: str
    edition: str = Field(description="the version of the edition that settled")
    day: date
    reason: WireReason


class WireOutcome(WireModel):
    """What became of a line of the log."""

    at: WireLine
    record: str | None = Field(description="the id, as far as it could be read")
    outcome: Outcome
    reason: WireReason | None
    mark: WireReason | None = Field(description="what to know of a record though it counts")
    subjects: tuple[WireSubject, ...]
    occurred_on: date | None
    behaviour: str | None


class WireRefusedFact(WireModel):
    """A line of the facts that could not be used."""

    at: WireLine
    reason: WireReason


class WireEvaluation(WireModel):
    """The result of an evaluation. Points, percent and yuan are exact text, never floats."""

    version: Literal[1] = Field(default=VERSION, description="of this form of the JSON")
    as_of: date
    known_at: date | None
    editions: tuple[WireEdition, ...]
    lines: WireLines
    subjects: tuple[WireSubject, ...]
    measures: tuple[WireMeasure, ...]
    grades: tuple[WireGrade, ...]
    boards: tuple[WireBoard, ...]
    loans: tuple[WireLoan, ...]
    exchanges: tuple[WireExchange, ...]
    honours: tuple[WireHonour, ...]
    pool_shares: tuple[WirePoolShare, ...]
    pools: tuple[WirePool, ...]
    flags: tuple[WireFlag, ...]
    held: tuple[WireHeld, ...]
    entries: tuple[WireEntry, ...] = Field(description="in order of evaluation")
    overspent: tuple[WireOverspent, ...]
    outcomes: tuple[WireOutcome, ...] = Field(description="in order of lines")
    not_settled: tuple[WireNotSettled, ...] = Field(description="in order of days")
    refused_facts: tuple[WireRefusedFact, ...]
    receipt: WireReceipt


def evaluation_json(
    ledger: Ledger,
    offers: Offers,
    measures: Mapping[tuple[Subject, str, Measure], Number],
    words: WireWords,
) -> str:
    """The whole result as JSON. Only the fields `words` depend on the language of `words`."""
    return wire_evaluation(ledger, offers, measures, words).model_dump_json(indent=2) + "\n"


def wire_evaluation(
    ledger: Ledger,
    offers: Offers,
    measures: Mapping[tuple[Subject, str, Measure], Number],
    words: WireWords,
) -> WireEvaluation:
    """The whole result as it crosses the border, each list in an order of its own."""
    counts = Counter(line.outcome for line in ledger.outcomes)
    return WireEvaluation(
        as_of=ledger.as_of,
        known_at=ledger.known_at,
        editions=_editions(ledger),
        lines=WireLines(
            read=len(ledger.outcomes),
            scored=counts[Outcome.SCORED],
            unmatched=counts[Outcome.UNMATCHED],
            pending=counts[Outcome.PENDING],
            refused=counts[Outcome.REFUSED],
            voided=counts[Outcome.VOIDED],
            repeated=counts[Outcome.REPEATED],
            later=ledger.later_lines,
            scored_later=ledger.scored_later,
            review_steps=ledger.review_steps,
            redemptions=ledger.redemptions,
        ),
        subjects=tuple(_subject(subject) for subject in ledger.subjects),
        measures=tuple(
            WireMeasure(
                subject=_subject(subject),
                account=account,
                measure=measure,
                points=number_text(points),
            )
            for (subject, account, measure), points in sorted(
                measures.items(), key=lambda item: item[0]
            )
        ),
        grades=tuple(
            wire_grade(held)
            for held in sorted(offers.grades, key=lambda held: (held.subject, held.grade.name))
        ),
        boards=tuple(
            wire_board(ranking, words)
            for ranking in sorted(offers.boards, key=lambda ranking: ranking.board.name)
        ),
        loans=tuple(wire_loan(quote, words) for quote in _of_kind(offers, LoanQuote)),
        exchanges=tuple(wire_exchange(quote, words) for quote in _of_kind(offers, ExchangeQuote)),
        honours=tuple(wire_honour(quote, words) for quote in _of_kind(offers, HonourQuote)),
        pool_shares=tuple(wire_share(share, words) for share in _of_kind(offers, PoolShare)),
        pools=tuple(wire_pool(whole, words) for whole in offers.divisions),
        flags=wire_flags(ledger),
        held=wire_held(ledger),
        entries=_entries(ledger, words),
        overspent=tuple(
            WireOverspent(
                subject=_subject(item.subject),
                account=item.account,
                spent=number_text(item.spent),
                owed=number_text(item.owed),
            )
            for item in overspent(ledger.entries)
        ),
        outcomes=_outcomes(ledger, words),
        not_settled=tuple(
            WireNotSettled(
                subject=_subject(item.subject),
                clause=item.clause.number,
                edition=item.edition,
                day=item.day,
                reason=_reason(item.reason, words),
            )
            for item in ledger.not_settled
        ),
        refused_facts=tuple(
            WireRefusedFact(at=_line(fact.at), reason=_reason(fact.reason, words))
            for fact in ledger.refused_facts
        ),
        receipt=WireReceipt(
            semantics=ledger.receipt.semantics,
            editions=ledger.receipt.editions,
            facts=ledger.receipt.facts,
            log=ledger.receipt.log,
            as_of=ledger.receipt.as_of,
            known_at=ledger.receipt.known_at,
            digest=ledger.receipt.digest,
        ),
    )


_Quoted = TypeVar("_Quoted", LoanQuote, ExchangeQuote, HonourQuote, PoolShare)


def _of_kind(offers: Offers, kind: type[_Quoted]) -> list[_Quoted]:
    """The quotes of one kind, in an order of their own."""
    found = [quote for quote in offers.quotes if isinstance(quote, kind)]
    return sorted(found, key=lambda quote: (quote.subject, quote.name))


def _editions(ledger: Ledger) -> tuple[WireEdition, ...]:
    return tuple(wire_edition(ruleset) for ruleset in ledger.editions)


def _entries(ledger: Ledger, words: WireWords) -> tuple[WireEntry, ...]:
    balances: dict[tuple[Subject, str], Number] = defaultdict(int)
    entries = []
    for entry in ledger.entries:
        balances[entry.subject, entry.account] += entry.points
        entries.append(wire_entry(entry, balances[entry.subject, entry.account], words))
    return tuple(entries)


def _outcomes(ledger: Ledger, words: WireWords) -> tuple[WireOutcome, ...]:
    return tuple(
        WireOutcome(
            at=_line(line.at),
            record=line.record_id,
            outcome=line.outcome,
            reason=None if line.reason is None else _reason(line.reason, words),
            mark=None if line.mark is None else _reason(line.mark, words),
            subjects=tuple(_subject(subject) for subject in line.subjects),
            occurred_on=line.occurred_on,
            behaviour=line.behaviour,
        )
        for line in ledger.outcomes
    )


def _reason(reason: Reason, words: WireWords) -> WireReason:
    return WireReason(
        code=reason.code,
        arguments=dict(sorted(reason.arguments)),
        words=words.reason(reason),
        more=tuple(
            WireReasonPart(
                code=part.code,
                arguments=dict(sorted(part.arguments)),
                words=words.reason(part),
            )
            for part in reason.more
        ),
    )


def _subject(subject: Subject) -> WireSubject:
    return WireSubject(kind=subject.kind, id=subject.id)


def _line(at: LineNumber) -> WireLine:
    return WireLine(file=at.file, number=at.number)
