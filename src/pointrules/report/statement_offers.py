"""What a statement ends with: grades held, and what each incentive offers."""

from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Offers
from pointrules.model.subject import Subject
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.section import Section
from pointrules.report.wording_quantity import rate_text
from pointrules.report.wording_rolled_up import rolled_account_words, rolled_points_words
from pointrules.source.language import Language


def offer_sections(
    offers: Offers, everyone: tuple[Subject, ...], words: LedgerWords
) -> list[Section]:
    """Grades together, boards together, then each incentive by itself."""
    sections = _grades(offers, everyone, words)
    sections += _boards(offers, everyone, words)
    sections += [
        _loan_section(quote, words)
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


def _loan_section(quote: LoanQuote, words: LedgerWords) -> Section:
    heads = HEADINGS[words.language]
    lines = [words.requirement(requirement) for requirement in quote.requirements]
    if quote.loan.eligibility is None:
        lines.append(heads.anyone)
    if not quote.is_listed:
        lines.append(heads.not_listed.format(quote.as_of))
    if quote.rate is None:
        lines.append(heads.refused_loan)
    else:
        lines.append(words.measured(quote))
        lines += [words.rate_step(quote, step) for step in quote.steps]
        lines.append(words.line(quote))
        lines.append(heads.quoted.format(rate_text(quote.rate), quote.valid_until))
    return Section(heads.loan.format(quote.loan.name), tuple(lines))
