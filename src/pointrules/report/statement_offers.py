"""What a statement ends with: grades held, and what each incentive offers."""

from typing import assert_never

from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.honour_quote import HonourQuote
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Offers, Quote
from pointrules.ledger.pool_share import PoolShare
from pointrules.model.loan import RateDecidedBy
from pointrules.model.number import number_text, simplified
from pointrules.model.subject import Subject
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.section import Section
from pointrules.report.wording_rolled_up import rolled_account_words, rolled_points_words
from pointrules.source.language import Language


def offer_sections(
    offers: Offers, everyone: tuple[Subject, ...], words: LedgerWords
) -> list[Section]:
    """Grades together, boards together, then each incentive by itself."""
    sections = _grades(offers, everyone, words)
    sections += _boards(offers, everyone, words)
    sections += [
        _quote_section(quote, words)
        for owner in everyone
        for quote in offers.quotes
        if quote.subject == owner
    ]
    return sections


def _grades(offers: Offers, everyone: tuple[Subject, ...], words: LedgerWords) -> list[Section]:
    heads = HEADINGS[words.language]
    lines = []
    for offer in offers.grades:
        if offer.subject in everyone:
            grade = offer.grade
            measure = words.measure(grade.measure)
            points = rolled_points_words(offer.points, grade.roll_up, offer.members, words.language)
            account = rolled_account_words(grade.account, grade.roll_up, words.language)
            held = f"{grade.name}{heads.colon}{offer.level}"
            if words.language is Language.ZH:
                read = f"（{account} {measure} {points}）"
            else:
                read = f" ({account}, {measure}: {points})"
            bound = words.grade_bound(offer)
            lines.append(f"{words.subject(offer.subject)} {held}{read}{bound}")
    return [Section(heads.grades, tuple(lines))] if lines else []


def _boards(offers: Offers, everyone: tuple[Subject, ...], words: LedgerWords) -> list[Section]:
    lines = [
        f"{words.subject(subject)} {words.place(ranking, subject)}"
        for ranking in offers.boards
        for subject in everyone
        if subject.kind is ranking.subject_kind
    ]
    return [Section(HEADINGS[words.language].boards, tuple(lines))] if lines else []


def _quote_section(quote: Quote, words: LedgerWords) -> Section:
    heads = HEADINGS[words.language]
    lines = [words.requirement(requirement) for requirement in quote.requirements]
    if not quote.requirements and not isinstance(quote, HonourQuote):
        lines.append(heads.anyone)
    if not quote.is_listed:
        lines.append(heads.not_listed.format(quote.as_of))
    if quote.is_eligible:
        lines += _offered(quote, words)
    else:
        lines.append(heads.refused_loan if isinstance(quote, LoanQuote) else heads.refused_offer)
    return Section(heads.loan.format(quote.name), tuple(lines))


def _offered(quote: Quote, words: LedgerWords) -> list[str]:
    """What one who is eligible is told."""
    heads = HEADINGS[words.language]
    match quote:
        case LoanQuote():
            read = [] if isinstance(quote.loan.cut, RateDecidedBy) else [words.measured(quote)]
            return [
                *read,
                *(words.rate_step(quote, step) for step in quote.steps),
                words.line(quote),
                heads.quoted.format(words.quoted(quote), quote.valid_until),
            ]
        case ExchangeQuote():
            return words.exchange_lines(quote)
        case HonourQuote():
            return [heads.honoured]
        case PoolShare():
            yuan = f"{number_text(simplified(quote.yuan))} {heads.yuan}"
            return [*words.share_lines(quote), heads.shared.format(yuan)]
        case _:
            assert_never(quote)
