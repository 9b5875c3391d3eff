"""The words of one ledger: what each of its parts says, with the edition that it came from."""

from msgspec import Struct

from pointrules.ledger.board_ranking import BoardRanking
from pointrules.ledger.eligibility import Requirement
from pointrules.ledger.entry import Adjustment, Entry
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.ground import Settled
from pointrules.ledger.ledger import Ledger, NotSettled, Outcome
from pointrules.ledger.loan_quote import LoanQuote, RateStep
from pointrules.ledger.offer import Quote
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.board import Board
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.measure import Measure
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject
from pointrules.records.reason import Reason
from pointrules.records.record import Record
from pointrules.report.wording_adjustment import adjustment_words
from pointrules.report.wording_beneficiary import SUBJECT_KINDS, beneficiaries_words, parties_words
from pointrules.report.wording_board import board_lines, board_words, place_words
from pointrules.report.wording_clause import clause_notes, clause_words
from pointrules.report.wording_eligibility import requirement_words
from pointrules.report.wording_exchange import exchange_lines
from pointrules.report.wording_flag import flag_words, grade_bound_words
from pointrules.report.wording_ground import ground_words
from pointrules.report.wording_ledger import OUTCOMES, closing_words
from pointrules.report.wording_loan import (
    line_words,
    measured_words,
    quoted_words,
    rate_step_words,
)
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_offer import short_offer_words
from pointrules.report.wording_pool import division_words, share_lines
from pointrules.report.wording_quantity import attribute_value_words
from pointrules.report.wording_reason import reason_words
from pointrules.report.wording_settlement import found_words, not_settled_words
from pointrules.report.wording_value import looked_up_words, valuation_words
from pointrules.source.display_width import visible
from pointrules.source.language import Language


class LedgerWords(Struct, frozen=True):
    """Everything in a ledger as one line of words each, in one language."""

    ledger: Ledger
    language: Language

    def subject(self, subject: Subject) -> str:
        """`张家（户）`."""
        kind = SUBJECT_KINDS[self.language][subject.kind]
        if self.language is Language.ZH:
            return visible(f"{subject.id}（{kind}）")
        return visible(f"{subject.id} ({kind})")

    def clause(self, clause: ScoringClause | SettlementClause) -> str:
        """The number and the regulation's text, or the behaviours where it has none."""
        return visible(clause_words(clause, self.language))

    def entry(self, entry: Entry) -> str:
        """What moved the balance: the clause, or base, carry-over, reset, floor."""
        if entry.clause is not None:
            ruleset = self._edition(entry.edition)
            notes = clause_notes(ruleset, entry.clause.number, self.language)
            return self.clause(entry.clause) + visible(notes)
        account = self._edition(entry.edition).account(entry.account)
        return visible(closing_words(entry, account, self.language))

    def record(self, record: Record, edition: str) -> str:
        """What was recorded: `卫生检查 等次 优秀`, with the person where one is named."""
        behaviour = self._edition(edition).vocabulary.behaviour(record.behaviour)
        declared = behaviour.attributes if behaviour is not None else ()
        order = {attribute.name: index for index, attribute in enumerate(declared)}
        words = [record.behaviour]
        for name in sorted(record.attributes, key=lambda name: (order.get(name, len(order)), name)):
            attribute = behaviour.attribute(name) if behaviour is not None else None
            value = attribute_value_words(record.attributes[name], attribute, self.language)
            words.append(f"{name} {value}")
        said = f"{record.person} {' '.join(words)}" if record.person else " ".join(words)
        if record.parties:
            said += parties_words(record.parties, self.language)
        return visible(said)

    def source(self, entry: Entry) -> str | None:
        """The record behind an award: its id and what it was."""
        if entry.record is None:
            return None
        what = self.record(entry.record, entry.edition)
        household = entry.record.household
        if entry.record.person is None and household not in (None, entry.subject.id):
            what = f"{visible(household or '')} {what}"  # the points are another's
        clause = entry.clause
        who = (
            beneficiaries_words(clause, self.language)
            if isinstance(clause, ScoringClause)
            else None
        )
        if self.language is Language.ZH:
            said = f"记录 {visible(entry.record.id)}：{what}"
            if who is not None:
                said += f"；计给{who}"
            if entry.record.occurred_on != entry.day:
                said += f"（发生于 {entry.record.occurred_on}）"
            return said
        said = f"record {visible(entry.record.id)}: {what}"
        if who is not None:
            said += f"; credited to {who}"
        if entry.record.occurred_on != entry.day:
            said += f" (occurred on {entry.record.occurred_on})"
        return said

    def valuation(self, entry: Entry) -> str | None:
        """How the value came about; None for an entry that no record made."""
        if entry.valuation is None:
            return None
        return visible(valuation_words(entry.valuation, self.language))

    def adjustment(self, entry: Entry, adjustment: Adjustment) -> str:
        """What a stage did to the amount, with before and after."""
        day = entry.record.rules_on if entry.record is not None else entry.day
        looked_up = None
        # A level is named only beside the value that the table gave for it.
        if entry.valuation is not None and adjustment.before == entry.valuation.points:
            looked_up = looked_up_words(entry.valuation, self.language)
        return visible(
            adjustment_words(
                adjustment,
                day=day,
                year_start=self._edition(entry.edition).year_start,
                looked_up=looked_up,
                language=self.language,
            )
        )

    def reason(self, reason: Reason) -> str:
        """Why a line did not count, and what to do."""
        return visible(reason_words(reason, self.language))

    def found(self, settled: Settled, subject: Subject) -> tuple[str, ...]:
        """What a settlement found, each by itself, after whose it was if not `subject`'s."""
        whose = () if settled.subject == subject else (self.subject(settled.subject),)
        return (*whose, *(visible(words) for words in found_words(settled, self.language)))

    def not_settled(self, item: NotSettled) -> str:
        """A settlement that gave nothing since something was not known, and what to do."""
        return visible(not_settled_words(item, self.language))

    def outcome(self, outcome: Outcome) -> str:
        """`计分`, `待审核`, …"""
        return OUTCOMES[self.language][outcome]

    def measure(self, measure: Measure) -> str:
        """`余额`, `本期`, …"""
        return MEASURES[self.language][measure]

    def flag(self, flag: FlagInterval) -> str:
        """A flag, its days, what opened and what closed it, and what it does."""
        return visible(flag_words(flag, self.language))

    def grade_bound(self, held: GradeHeld) -> str:
        """How a flag keeps a grade down; nothing where none does."""
        return visible(grade_bound_words(held, self.language))

    def ground(self, entry: Entry) -> str | None:
        """What the entry of a record rests on besides."""
        if entry.ground is None:
            return None
        account = self._edition(entry.edition).account(entry.account)
        return visible(ground_words(entry, entry.ground, account, self.language))

    def board(self, board: Board) -> str:
        """What a board goes by."""
        return visible(board_words(board, self.language))

    def board_lines(self, ranking: BoardRanking) -> list[str]:
        """Everyone on a board."""
        return [visible(line) for line in board_lines(ranking, self.language)]

    def place(self, ranking: BoardRanking, subject: Subject) -> str:
        """Where a subject stands on a board."""
        return visible(place_words(ranking, subject, self.language))

    def requirement(self, requirement: Requirement) -> str:
        """One part of a loan's eligibility, and how it stands."""
        return visible(requirement_words(requirement, self.language))

    def measured(self, quote: LoanQuote) -> str:
        """The points that a loan's rate is read from."""
        return visible(measured_words(quote, self.language))

    def rate_step(self, quote: LoanQuote, step: RateStep) -> str:
        """One step of a rate's arithmetic."""
        return visible(rate_step_words(step, quote.loan, self.language))

    def quoted(self, quote: LoanQuote) -> str:
        """The rate of a quote, or who decides it."""
        return visible(quoted_words(quote, self.language))

    def line(self, quote: LoanQuote) -> str:
        """The credit line, and where it comes from."""
        return visible(line_words(quote, self.language))

    def exchange_lines(self, quote: ExchangeQuote) -> list[str]:
        """What points would buy."""
        return [visible(line) for line in exchange_lines(quote, self.language)]

    def share_lines(self, share: PoolShare) -> list[str]:
        """A share of a pool, step by step."""
        return [visible(line) for line in share_lines(share, self.language)]

    def division(self, division: PoolDivision) -> str:
        """The whole of a pool, and what is left over."""
        return visible(division_words(division, self.language))

    def short_offer(self, quote: Quote) -> str:
        """A quote in one cell of a table: what is offered, or why there is nothing."""
        return visible(short_offer_words(quote, self.language))

    def _edition(self, version: str) -> Ruleset:
        return next(item for item in self.ledger.editions if item.edition.version == version)
