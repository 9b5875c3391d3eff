"""What a whole evaluation gave: a row for each subject, and what became of every line."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pointrules.ledger.grade_held import GradeHeld
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Offer, Offers
from pointrules.ledger.overspent import overspent
from pointrules.ledger.pool_share import PoolShare
from pointrules.model.loan import LineByPoints, RateDecidedBy
from pointrules.model.measure import Measure
from pointrules.model.number import Number, number_text
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.line import LineNumber
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.outcome_lines import marked_lines, outcome_line
from pointrules.report.settlement_sections import (
    is_only_read,
    not_settled,
    only_read,
    only_read_of_unmatched,
)
from pointrules.report.statement import RECEIPT_DIGITS, subtitle
from pointrules.report.table import table_lines
from pointrules.report.templating import text_template
from pointrules.report.wording_beneficiary import SUBJECT_KINDS
from pointrules.report.wording_quantity import points_words
from pointrules.report.wording_rolled_up import rolled_account_words
from pointrules.source.language import Language

_TOLD = (Outcome.REFUSED, Outcome.PENDING, Outcome.UNMATCHED)


def summary(ledger: Ledger, offers: Offers, language: Language) -> str:
    """Balances, grades and offers of all subjects, boards, and the lines that did not count."""
    words = LedgerWords(ledger, language)
    heads = HEADINGS[language]
    return text_template("summary.txt.j2").render(
        titles=[_title(ruleset) for ruleset in ledger.editions],
        subtitle=subtitle(ledger, heads),
        tables=[
            table
            for kind in SubjectKind
            if (table := _table(ledger, offers, kind, words)) is not None
        ],
        partition=partition_words(ledger, words),
        notes=_notes(ledger, words),
        sections=[*_boards(offers, words), *_pools(offers, words), *_sections(ledger, words)],
        receipt=heads.receipt.format(ledger.receipt.digest[:RECEIPT_DIGITS]),
    )


def partition_words(ledger: Ledger, words: LedgerWords) -> str:
    """`读入 60 行 = 计分 40 + …`: six numbers that add up, since a line has just one outcome."""
    counts = Counter(line.outcome for line in ledger.outcomes)
    parts = " + ".join(f"{words.outcome(outcome)} {counts[outcome]}" for outcome in Outcome)
    return HEADINGS[words.language].lines_read.format(len(ledger.outcomes), parts)


def _title(ruleset: Ruleset) -> str:
    return f"{ruleset.edition.title} {ruleset.edition.version}"


def _notes(ledger: Ledger, words: LedgerWords) -> list[str]:
    """Lines that the six numbers do not tell of, and lines whose points are still to come."""
    heads = HEADINGS[words.language]
    notes = []
    if ledger.review_steps:
        notes.append(heads.review_steps.format(ledger.review_steps))
    if ledger.redemptions:
        notes.append(heads.redemptions.format(ledger.redemptions))
        notes.extend(
            heads.overspent_of.format(
                words.subject(item.subject),
                item.account,
                points_words(item.spent, words.language),
                points_words(item.owed, words.language),
            )
            for item in overspent(ledger.entries)
        )
    notes += only_read_of_unmatched(ledger.outcomes, words)
    if ledger.held:
        notes.append(heads.held_gains.format(len(ledger.held)))
    if ledger.scored_later:
        notes.append(heads.scored_later.format(ledger.scored_later, ledger.as_of))
    if ledger.later_lines:
        notes.append(heads.later_lines.format(ledger.later_lines, ledger.known_at))
    return notes


def _sections(ledger: Ledger, words: LedgerWords) -> list[tuple[str, list[str]]]:
    heads = HEADINGS[words.language]
    sections = []
    for outcome in _TOLD:
        lines = [
            outcome_line(line, words)
            for line in ledger.outcomes
            if line.outcome is outcome and not is_only_read(line)
        ]
        if lines:
            sections.append((heads.not_scored.format(words.outcome(outcome), len(lines)), lines))
    settled = only_read(ledger.outcomes, words) + not_settled(ledger.not_settled, words)
    sections.extend((section.title, list(section.lines)) for section in settled)
    marked = marked_lines(ledger.outcomes, words)
    if marked:
        sections.append((heads.marked.format(len(marked)), marked))
    if ledger.refused_facts:
        facts = [
            f"{_place(fact.at)}{heads.colon}{words.reason(fact.reason)}"
            for fact in ledger.refused_facts
        ]
        sections.append((heads.refused_facts.format(len(facts)), facts))
    return sections


def _boards(offers: Offers, words: LedgerWords) -> list[tuple[str, list[str]]]:
    head = HEADINGS[words.language].board
    return [
        (
            head.format(ranking.board.name, words.board(ranking.board)),
            words.board_lines(ranking),
        )
        for ranking in offers.boards
    ]


def _pools(offers: Offers, words: LedgerWords) -> list[tuple[str, list[str]]]:
    head = HEADINGS[words.language].loan
    return [
        (head.format(division.pool.name), [words.division(division)])
        for division in offers.divisions
    ]


def _place(at: LineNumber) -> str:
    return f"{at.file}:{at.number}"


def _table(
    ledger: Ledger,
    offers: Offers,
    kind: SubjectKind,
    words: LedgerWords,
) -> tuple[str, ...] | None:
    subjects = [subject for subject in ledger.subjects if subject.kind is kind]
    if not subjects:
        return None
    balances = _balances(ledger)
    all_offers: tuple[Offer, ...] = (*offers.grades, *offers.quotes)
    own_offers = [offer for offer in all_offers if offer.subject.kind is kind]
    measures = _measures(own_offers, words.language)
    offer_cells = _offer_cells(own_offers, words)
    accounts = _account_names(ledger, kind)
    columns = list(
        dict.fromkeys(
            (account, measure)
            for subject, account, measure in measures
            if subject.kind is kind and (measure is not Measure.BALANCE or account not in accounts)
        )
    )
    offer_names = list(dict.fromkeys(_offer_name(offer) for offer in own_offers))
    if not (accounts or offer_names):
        return None  # persons who have no account of their own would be a list of bare names
    balance = words.measure(Measure.BALANCE)
    rows = [
        [
            SUBJECT_KINDS[words.language][kind],
            *(f"{account} {balance}" for account in accounts),
            *(f"{account} {words.measure(measure)}" for account, measure in columns),
            *offer_names,
        ]
    ]
    rows += [
        [
            subject.id,
            *(number_text(balances[subject, account]) for account in accounts),
            *(_number(measures.get((subject, *column))) for column in columns),
            *(offer_cells.get((subject, name), "") for name in offer_names),
        ]
        for subject in subjects
    ]
    numbers = range(1, 1 + len(accounts) + len(columns))
    return table_lines(rows, right=frozenset(numbers))


def _balances(ledger: Ledger) -> Mapping[tuple[Subject, str], Number]:
    balances: dict[tuple[Subject, str], Number] = defaultdict(int)
    for entry in ledger.entries:
        balances[entry.subject, entry.account] += entry.points
    return balances


def _account_names(ledger: Ledger, kind: SubjectKind) -> list[str]:
    """The accounts of the newest edition first, then those that only older ones have."""
    return list(
        dict.fromkeys(
            account.name
            for ruleset in reversed(ledger.editions)
            for account in ruleset.accounts
            if account.subject_kind is kind
        )
    )


def _measures(
    offers: Sequence[Offer], language: Language
) -> Mapping[tuple[Subject, str, Measure], Number]:
    """What grades, loans and pools were read from, by subject, account and measure."""
    found: dict[tuple[Subject, str, Measure], Number] = {}
    for offer in offers:
        match offer:
            case GradeHeld():
                grade = offer.grade
                account = rolled_account_words(grade.account, grade.roll_up, language)
                found[offer.subject, account, grade.measure] = offer.points
            case LoanQuote():
                loan = offer.loan
                if not isinstance(loan.cut, RateDecidedBy):
                    found[offer.subject, loan.account, loan.measure] = offer.points
                if isinstance(loan.line, LineByPoints) and offer.line_points is not None:
                    found[offer.subject, loan.line.account, loan.line.measure] = offer.line_points
            case PoolShare():
                found[offer.subject, offer.pool.account, offer.pool.measure] = offer.points
            case _:
                pass
    return found


def _offer_name(offer: Offer) -> str:
    return offer.grade.name if isinstance(offer, GradeHeld) else offer.name


def _offer_cells(offers: Sequence[Offer], words: LedgerWords) -> Mapping[tuple[Subject, str], str]:
    return {
        (offer.subject, _offer_name(offer)): (
            offer.level if isinstance(offer, GradeHeld) else words.short_offer(offer)
        )
        for offer in offers
    }


def _number(number: Number | None) -> str:
    return "" if number is None else number_text(number)
